package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of topics with their other names: the round's taxonomy and its crosswalk. */
public final class Topics {

    private final List<Topic> topics;
    private final Map<String, Integer> byName = new HashMap<>();
    private final int[][] ways;
    private final Terms terms;

    private Topics(List<Topic> topics, Map<String, Integer> byCode, List<Terms.Term> curated) {
        this.topics = List.copyOf(topics);
        // a code wins over a label, and a label over another name, whatever the order of the rows
        topics.forEach(topic -> name(topic.code(), byCode, topic));
        topics.forEach(topic -> name(topic.label(), byCode, topic));
        topics.forEach(topic -> topic.also().forEach(other -> name(other, byCode, topic)));
        ways = topics.stream().map(topic -> way(topic, byCode)).toArray(int[][]::new);
        terms = new Terms(this, curated);
    }

    /** The tree that is used when a programme brings none of its own. */
    public static Topics shipped() {
        return Holder.SHIPPED;
    }

    private static final class Holder {
        static final Topics SHIPPED = of(ShippedTopics.topics());
    }

    /** A tree of these topics; refuses a code that stands twice, a parent that is missing, and a topic above itself. */
    public static Topics of(List<Topic> topics) {
        var byCode = new HashMap<String, Integer>();
        for (var topic : topics) {
            if (byCode.put(topic.code(), byCode.size()) != null) {
                throw new IllegalArgumentException("The topic %s stands twice".formatted(topic.code()));
            }
        }
        return new Topics(topics, byCode, ShippedTopics.terms());
    }

    private void name(String name, Map<String, Integer> byCode, Topic topic) {
        var plain = Words.plain(name);
        if (!plain.isEmpty()) {
            byName.putIfAbsent(plain, byCode.getOrDefault(topic.code(), -1));
        }
    }

    /** The topics from the root down to this one. */
    private int[] way(Topic topic, Map<String, Integer> byCode) {
        var way = new ArrayList<Integer>();
        var seen = new HashSet<String>();
        for (var at = topic; ; ) {
            if (!seen.add(at.code())) {
                throw new IllegalArgumentException("The topic %s stands above itself".formatted(at.code()));
            }
            way.addFirst(byCode.getOrDefault(at.code(), -1));
            var parent = at.parent();
            if (parent == null) {
                return way.stream().mapToInt(Integer::intValue).toArray();
            }
            var above = byCode.get(parent);
            if (above == null) {
                throw new IllegalArgumentException(
                        "The topic %s stands under %s, which is missing".formatted(at.code(), parent));
            }
            at = topics.get(above);
        }
    }

    public int size() {
        return topics.size();
    }

    public Topic get(int topic) {
        return topics.get(topic);
    }

    /** The topic of this code, label or other name, in any spelling. */
    public Optional<Topic> find(String name) {
        var found = indexOf(name);
        return found < 0 ? Optional.empty() : Optional.of(topics.get(found));
    }

    /** The position of the topic of this name, or -1. */
    int indexOf(String name) {
        return byName.getOrDefault(Words.plain(name), -1);
    }

    /** The topics that a text names, in any of the languages of the curated terms. */
    int[] namedIn(String text) {
        return terms.namedIn(text);
    }

    /**
     * How close two topics stand in the tree, from 0 (no common root) to 1 (the same): twice the depth of the narrowest topic above
     * both, over the sum of their depths (Wu and Palmer, 1994).
     */
    double closeness(int one, int other) {
        return 2.0 * depthInCommon(one, other) / (ways[one].length + ways[other].length);
    }

    /** The narrowest topic that is or stands above both, or -1. */
    int above(int one, int other) {
        var common = depthInCommon(one, other);
        return common == 0 ? -1 : ways[one][common - 1];
    }

    private int depthInCommon(int one, int other) {
        var mismatch = Arrays.mismatch(ways[one], ways[other]);
        return mismatch < 0 ? ways[one].length : mismatch;
    }
}
