package org.interurban.pairing;

import java.util.List;

/** What a committee asks about an answer, besides the regrets. */
public final class Review {

    /** The objective with and without one lock; {@code cost} is negative for none, since dropping a lock never lowers the best. */
    public record LockCost(Lock lock, long with, long without) {
        public long cost() {
            return without - with;
        }
    }

    /** Two participants that would both gain from leaving their partners for each other, by the directed benefits. */
    public record BlockingPair(String a, String b, long gainOfA, long gainOfB) {}

    /** In how many of the runs with disturbed scores a chosen pair was chosen again. */
    public record Robust(Answer.Pair pair, int kept, int runs) {}

    private Review() {}

    /** The cost of every lock, each dropped alone. */
    public static List<LockCost> lockCosts(Problem problem, Answer answer) {
        throw new UnsupportedOperationException();
    }

    /** All pairs that block the answer, by falling sum of their gains. */
    public static List<BlockingPair> blockingPairs(Problem problem, Answer answer) {
        throw new UnsupportedOperationException();
    }

    /** The chosen pairs with the lowest score. */
    public static List<Answer.Pair> worstOff(Answer answer) {
        throw new UnsupportedOperationException();
    }

    /** Solves again with every score changed at random by at most this share of itself. */
    public static List<Robust> robustness(Problem problem, Answer answer, int runs, double share) {
        throw new UnsupportedOperationException();
    }
}
