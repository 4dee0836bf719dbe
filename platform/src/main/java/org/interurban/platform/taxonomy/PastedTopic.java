package org.interurban.platform.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.shared.Slug;

/**
 * A line of a pasted list of topics: {@code Mobility > Cycling = bicycles, bike lanes}.
 *
 * @param path the topics above it, outermost first, and itself
 * @param alternatives other words for it
 */
record PastedTopic(List<String> path, List<String> alternatives) {

    private static final Pattern MARK = Pattern.compile("^\\s*(?:[-–—•*·]+|\\d{1,3}[.)])\\s+");
    private static final Pattern STEP = Pattern.compile("\\s*[>›→]\\s*");

    PastedTopic {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("A topic has a name");
        }
        path = List.copyOf(path);
        alternatives = List.copyOf(alternatives);
    }

    /** Lines that name nothing are passed over; of two lines that name the same in the same place the first counts. */
    static List<PastedTopic> read(String text) {
        var topics = new ArrayList<PastedTopic>();
        for (var line : text.lines().toList()) {
            var sides = MARK.matcher(line).replaceFirst("").split("=", 2);
            var path = STEP.splitAsStream(sides[0])
                    .map(String::strip)
                    .filter(step -> !step.isEmpty())
                    .toList();
            if (!path.isEmpty()) {
                topics.add(new PastedTopic(path, sides.length == 1 ? List.of() : words(sides[1])));
            }
        }
        return topics;
    }

    private static List<String> words(String side) {
        return Arrays.stream(side.split("[,;|]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** What two ways to write one name have in common: no accents, no capitals, no signs. */
    static String key(String label) {
        return Slug.of(label, label);
    }

    /**
     * Topics below which something is to stand and that stand elsewhere themselves than is said: in a list each topic has one place.
     *
     * @param parents of the topics that are there, by their keys; an empty one for those that stand below none
     */
    static List<String> misplaced(List<PastedTopic> topics, Map<String, String> parents) {
        var known = new HashMap<>(parents);
        var misplaced = new LinkedHashSet<String>();
        for (var topic : topics) {
            var above = "";
            for (var label : topic.path()) {
                var key = key(label);
                var stands = known.putIfAbsent(key, above);
                if (stands != null && !above.isEmpty() && !stands.equals(above) && !label.equals(topic.label())) {
                    misplaced.add(label);
                }
                above = key;
            }
        }
        return List.copyOf(misplaced);
    }

    String label() {
        return path.getLast();
    }

    Stream<String> texts() {
        return Stream.concat(path.stream(), alternatives.stream());
    }
}
