package org.interurban.pairing;

import java.util.List;

/**
 * The chosen pairs, or the clusters with the pairs inside them.
 *
 * @param objective the sum of the pairs' scores, bonuses of preferred pairs included
 */
public record Answer(long objective, List<Pair> pairs, List<List<String>> clusters) {

    /** One chosen pair with its score, bonus included. */
    public record Pair(String a, String b, long score) {}

    public Answer {
        pairs = List.copyOf(pairs);
        clusters = clusters.stream().map(List::copyOf).toList();
    }

    static Answer ofPairs(List<Pair> pairs) {
        return new Answer(pairs.stream().mapToLong(Pair::score).sum(), pairs, List.of());
    }
}
