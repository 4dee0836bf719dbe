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
     */
    record Prices(long[] participants, List<LimitPrice> limits, long pairs) implements Proof {}

    /**
     * One proof for each step of a fair answer.
     *
     * @param most prices that show that there cannot be more pairs
     * @param lowest the lowest score among the pairs that were not given
     * @param higher prices that show that there would be fewer pairs if all scored higher than {@code lowest}
     * @param total prices that show that the sum cannot be larger with as many pairs, none of them lower
     */
    record FairSteps(Prices most, long lowest, Prices higher, Prices total) implements Proof {}

    /** No proof is needed: whoever checks looks for a pair that blocks the answer. */
    record NoneBlocks() implements Proof {}

    /**
     * Prices of the participants and of sets of an odd number of them, each in halves, for pairs in one pool.
     *
     * @param sets at most {@code (size - 1) / 2} pairs lie within each
     */
    record OddSets(long[] halves, List<OddSet> sets) implements Proof {}

    /** A set of an odd number of participants with its price in halves. */
    record OddSet(int[] members, long halves) {}

    /** Prices in the form of {@link Prices} that bound the worth of every answer from above. */
    record Bound(long[] participants, long bound) implements Proof {}
}
