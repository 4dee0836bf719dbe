package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well two lines of profiles match: by the words of one that stand in the other, by topic, by the tree, by words that name a topic,
 * and by the meaning of the text.
 */
final class Likeness {

    /** A topic that is only named in a text is less certain than one that a line is filed under. */
    private static final double NAMED = 0.8;

    /** How far topics, and how far the meaning of the text, can carry a match by themselves. */
    private static final double REACH = 0.8;

    /**
     * Texts that have nothing to do with each other are about this close. It is the median closeness of topics of the shipped tree
     * that have no common root; no pool of cities was looked at.
     */
    static final double UNRELATED = 0.25;

    /** Lines of which one says what the other says, in other words around it, are nearly the same. */
    static final double NEARLY_THE_SAME = 0.95;

    /**
     * Texts that a model finds less alike than this have nothing to do with each other: of topics of the shipped tree that have no
     * common root, about one pair in thirty reaches it.
     */
    static final double FLOOR_OF_MEANING = 0.25;

    /** What is less alike than this by all that is known counts as nothing: two narrow topics under one wide root, for instance. */
    static final double FLOOR = 0.3;

    /** With more texts than this the likeness of each two would not fit into memory. */
    private static final int MOST_REMEMBERED = 6_000;

    private final Topics topics;
    private final List<float[]> directions;
    private final float[][] remembered;

    /**
     * @param texts how many texts there are
     * @param directions by the position of a text, empty for one that the model cannot read; an empty list without a model
     */
    Likeness(Topics topics, int texts, List<float[]> directions) {
        this.topics = topics;
        this.directions = directions;
        remembered = new float[texts <= MOST_REMEMBERED ? texts : 0][];
    }

    /** From 0 to 1; a need is met when each topic it names is met. */
    double of(Line need, Line other) {
        if (need.text() == other.text()) {
            return 1;
        }
        if (remembered.length == 0) {
            return computed(need, other);
        }
        // threads may compute the same value twice; they write the same
        var row = remembered[need.text()];
        if (row == null) {
            row = new float[remembered.length];
            Arrays.fill(row, Float.NaN);
            remembered[need.text()] = row;
        }
        if (Float.isNaN(row[other.text()])) {
            row[other.text()] = (float) computed(need, other);
        }
        return row[other.text()];
    }

    private double computed(Line need, Line other) {
        var value = Math.max(NEARLY_THE_SAME * need.own().saidBy(other.whole()), byTopicAndMeaning(need, other));
        return value < FLOOR ? 0 : value;
    }

    private double byTopicAndMeaning(Line need, Line other) {
        var byTopic = byTopic(need, other);
        if (!readable(need) || !readable(other)) {
            return byTopic;
        }
        var either = 1 - (1 - REACH * byTopic) * (1 - REACH * byMeaning(need, other));
        return Math.min(1, either / (1 - (1 - REACH) * (1 - REACH)));
    }

    private double byTopic(Line need, Line other) {
        if (need.topics().length == 0 || other.topics().length == 0) {
            return 0;
        }
        var sum = 0.0;
        for (var sought : need.topics()) {
            var best = 0.0;
            for (var offered : other.topics()) {
                best = Math.max(best, topics.closeness(sought, offered));
            }
            sum += best;
        }
        var named = NAMED * sum / need.topics().length;
        return need.stated() < 0 || other.stated() < 0
                ? named
                : Math.max(named, topics.closeness(need.stated(), other.stated()));
    }

    private boolean readable(Line line) {
        return line.text() < directions.size() && directions.get(line.text()).length > 0;
    }

    private double byMeaning(Line one, Line other) {
        var cosine = closeness(directions.get(one.text()), directions.get(other.text()));
        var likeness = (cosine - UNRELATED) / (1 - UNRELATED);
        return likeness < FLOOR_OF_MEANING ? 0 : likeness;
    }

    /** 0 where a text was not read. */
    double likeMeaning(Line one, Line other) {
        return readable(one) && readable(other) ? byMeaning(one, other) : 0;
    }

    static double closeness(float[] one, float[] other) {
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Why two lines match, in words. */
    String reason(Line need, Line other) {
        if (need.text() == other.text()) {
            return "the same words";
        }
        var reasons = new ArrayList<String>();
        if (need.own().saidBy(other.whole()) > 0) {
            reasons.add("the words of one stand in the other");
        }
        var best = closestTopics(need, other);
        if (best[0] >= 0) {
            var sought = topics.get(best[0]).label();
            var offered = topics.get(best[1]).label();
            var above = topics.above(best[0], best[1]);
            if (best[0] == best[1]) {
                reasons.add("the same topic, " + sought);
            } else if (above == best[0] || above == best[1]) {
                reasons.add("%s belongs to %s"
                        .formatted(
                                above == best[0] ? offered : sought,
                                topics.get(above).label()));
            } else if (above >= 0) {
                reasons.add("%s and %s both belong to %s"
                        .formatted(sought, offered, topics.get(above).label()));
            }
        }
        if (likeMeaning(need, other) > 0) {
            reasons.add("texts of like meaning");
        }
        return reasons.isEmpty() ? "little in common" : String.join("; ", reasons);
    }

    private int[] closestTopics(Line need, Line other) {
        if (need.stated() >= 0 && need.stated() == other.stated()) {
            return new int[] {need.stated(), other.stated()};
        }
        var best = new int[] {-1, -1};
        var highest = 0.0;
        for (var sought : need.topics()) {
            for (var offered : other.topics()) {
                if (topics.closeness(sought, offered) > highest) {
                    highest = topics.closeness(sought, offered);
                    best = new int[] {sought, offered};
                }
            }
        }
        return best;
    }

    /** The share of these needs, by weight, that the others meet; of an offer its strength counts, of another need it does not. */
    double met(Line[] needs, Line[] others, boolean offers) {
        var met = 0.0;
        var all = 0.0;
        for (var need : needs) {
            var best = 0.0;
            for (var other : others) {
                best = Math.max(best, of(need, other) * (offers ? other.weight() : 1));
            }
            met += need.weight() * best;
            all += need.weight();
        }
        return met / all;
    }

    /** The line that meets a need best. */
    Optional<Line> best(Line need, Line[] others, boolean offers) {
        return Arrays.stream(others)
                .filter(other -> of(need, other) > 0)
                .max(Comparator.comparingDouble(other -> of(need, other) * (offers ? other.weight() : 1)));
    }
}
