package org.interurban.platform.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    String label() {
        return path.getLast();
    }

    Stream<String> texts() {
        return Stream.concat(path.stream(), alternatives.stream());
    }
}
