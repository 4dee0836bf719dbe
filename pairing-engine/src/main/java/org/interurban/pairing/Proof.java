package org.interurban.pairing;

import java.util.List;

/** Why no answer is better, in the terms of one method. */
sealed interface Proof {

    /** The price of a limit: for one participant, or for all when {@code participant} is -1. */
    record LimitPrice(int limit, int participant, long price) {}

    /**
     * Prices of the participants' capacities and of the limits, for one set of worths.
     *
     * <p>Where no pair left out is worth more than the prices upon it, no chosen one less, a price above 0 stands only on what is used
     * up and one below 0 only on what is at its minimum, no other answer is worth more.
     *
     * @param pairs the price of being a pair at all, which is not 0 only where a least number of pairs is demanded
     * @param paid the sum of all prices, each times the number it bounds; stated so that no price can be changed unnoticed
     */
    record Prices(long[] participants, List<LimitPrice> limits, long pairs, long paid) implements Proof {}

    /**
     * One proof for each step of a fair answer.
     *
     * @param most prices that show that there cannot be more pairs
     * @param lowest the lowest score among the pairs that were not given
     * @param higher prices that show that there would be fewer pairs if all scored higher than {@code lowest}
     * @param total prices that show that the sum cannot be larger with as many pairs, none of them lower
     */
    record FairSteps(Prices most, long lowest, Prices higher, Prices total) implements Proof {}

    /**
     * Prices for each of two steps that count one after the other, see {@link Keeping}.
     *
     * @param kept prices that show that no more of the agreed pairs can be kept
     * @param total prices that, beside those, show that the sum cannot be larger with as many of them
     */
    record Kept(Prices kept, Prices total) implements Proof {}

    /** No proof is needed: whoever checks looks for a pair that blocks the answer. */
    record NoneBlocks() implements Proof {}

    /**
     * Prices for pairs in one pool, in units of one over {@code scale}.
     *
     * <p>They are for a graph in which everyone is matched. What the locks give is settled before: it uses up room, and its pairs and
     * those without room are left out. Whoever has room stands as one place for each partner, but not more places than pairs are left to
     * it. A pair is an edge at its worth between every place of the one and every place of the other; where both have several places it
     * is a gate of two doors instead, joined at worth 0, with every place of the first joined to the first door at the pair's worth and
     * the second's to the second door at worth 0, so that it is chosen once at most. All this stands twice, and a place beyond what a
     * participant needs is joined to itself in the other copy at worth 0.
     *
     * <p>Where agreed pairs are to be kept first, each is worth more by one more than any answer: than the largest worth of a pair times
     * half of all places, or times all pairs where these are fewer.
     *
     * <p>The sum of the prices bounds what two copies of any answer are worth: an edge is worth no more than the prices of its ends and
     * of the sets that it leaves, and a set of an odd number, at a price of 0 or less, is left by at least one edge.
     *
     * @param nodes prices of the first copy's places, by participant, and doors, by pair; then of the second copy's
     */
    record OddSets(long scale, long[] nodes, List<OddSet> sets) implements Proof {}

    /** An odd number of places and doors, and the price of leaving them. */
    record OddSet(int[] members, long price) {}

    /**
     * Prices of the participants, in halves, that bound the worth of every answer from above, though none may reach the bound.
     *
     * @param pairs the price of being a pair at all, which is not 0 only where clusters leave some participants over
     */
    record Bound(long[] halves, long pairs, long paid, long bound) implements Proof {}
}
