package org.interurban.pairing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for clusters in which everyone has a place who needs one, by trying all; gives up after a number of steps, since the question is
 * NP-hard.
 *
 * <p>Whoever is tied by a lock comes whole: a lock's participants and those of every lock that shares one with it.
 */
final class ClusterSearch {

    private static final int MOST_STEPS = 200_000;

    private final int clusterSize;
    private final BitSet usable = new BitSet();
    private final BitSet needy = new BitSet();
    private final List<BitSet> friends = new ArrayList<>();
    private final List<BitSet> tied = new ArrayList<>();
    private final List<int[]> clusters = new ArrayList<>();
    private int steps;

    ClusterSearch(Problem problem, Decisions decisions, int clusterSize) {
        this.clusterSize = clusterSize;
        for (var i = 0; i < problem.participants().size(); i++) {
            usable.set(i, problem.participants().get(i).max() > 0);
            needy.set(i, problem.participants().get(i).min() > 0);
            friends.add(new BitSet());
            tied.add(new BitSet());
            tied.get(i).set(i);
        }
        var candidates = problem.candidates();
        for (var first = 0; first < candidates.participants(); first++) {
            for (var pair = candidates.rowStart(first); pair < candidates.rowStart(first + 1); pair++) {
                var second = candidates.partner(pair);
                if (!decisions.mustNot.get(pair)) {
                    friends.get(first).set(second);
                    friends.get(second).set(first);
                }
                if (decisions.must.get(pair)) {
                    tie(first, second);
                }
            }
        }
    }

    private void tie(int one, int other) {
        var both = tied.get(one);
        both.or(tied.get(other));
        both.stream().forEach(member -> tied.set(member, both));
        needy.or(both);
    }

    /** Afterwards {@link #clusters} has them, unless none were found. */
    Feasibility run() {
        if (placeAll(usable, needy)) {
            return Feasibility.POSSIBLE;
        }
        return steps > MOST_STEPS ? Feasibility.UNKNOWN : Feasibility.IMPOSSIBLE;
    }

    List<int[]> clusters() {
        return clusters;
    }

    /** Places whoever has the fewest to be with, then the others. */
    private boolean placeAll(BitSet free, BitSet waiting) {
        var next = -1;
        var fewest = Integer.MAX_VALUE;
        for (var one = waiting.nextSetBit(0); one >= 0; one = waiting.nextSetBit(one + 1)) {
            var choice = common(friends.get(one), free).cardinality();
            if (choice < fewest) {
                fewest = choice;
                next = one;
            }
        }
        return next < 0 || complete(new BitSet(), free, next, free, waiting);
    }

    private static BitSet common(BitSet one, BitSet other) {
        var common = (BitSet) one.clone();
        common.and(other);
        return common;
    }

    /**
     * Adds a newcomer, with all who are tied to it, to a cluster, and completes the cluster and the rest.
     *
     * @param eligible who may still join these members
     */
    private boolean complete(BitSet members, BitSet eligible, int newcomer, BitSet free, BitSet waiting) {
        var grown = (BitSet) members.clone();
        grown.or(tied.get(newcomer));
        var left = (BitSet) eligible.clone();
        for (var one = tied.get(newcomer).nextSetBit(0);
                one >= 0;
                one = tied.get(newcomer).nextSetBit(one + 1)) {
            if (!left.get(one)) {
                return false;
            }
            left.clear(one);
            var others = (BitSet) friends.get(one).clone();
            others.or(tied.get(newcomer));
            left.and(others);
        }
        if (steps++ >= MOST_STEPS || grown.cardinality() > clusterSize || !isTogether(tied.get(newcomer))) {
            return false;
        }
        if (grown.cardinality() == clusterSize) {
            return placeRest(grown, free, waiting);
        }
        for (var one = left.nextSetBit(0); one >= 0; one = left.nextSetBit(one + 1)) {
            if (complete(grown, left, one, free, waiting)) {
                return true;
            }
            left.andNot(tied.get(one));
        }
        return false;
    }

    private boolean isTogether(BitSet members) {
        return members.stream()
                .allMatch(one -> common(friends.get(one), members).cardinality() == members.cardinality() - 1);
    }

    private boolean placeRest(BitSet cluster, BitSet free, BitSet waiting) {
        clusters.add(cluster.stream().toArray());
        var others = (BitSet) free.clone();
        others.andNot(cluster);
        var stillWaiting = (BitSet) waiting.clone();
        stillWaiting.andNot(cluster);
        if (placeAll(others, stillWaiting)) {
            return true;
        }
        clusters.removeLast();
        return false;
    }
}
