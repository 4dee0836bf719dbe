package org.interurban.pairing;

import java.util.List;

/** The least change to an agreed answer after participants withdrew or joined late. */
public record Repair(
        Answer answer,
        List<Answer.Pair> kept,
        List<Answer.Pair> dropped,
        List<Answer.Pair> added,
        Answer freshOptimum) {

    /** What keeping the agreed pairs costs against pairing everyone anew. */
    public long cost() {
        return freshOptimum.objective() - answer.objective();
    }

    /** The outcome of a repair. */
    public sealed interface Result {
        record Repaired(Repair repair) implements Result {}

        /** The round as it stands now has no answer at all. */
        record Impossible(Outcome why) implements Result {}
    }

    /**
     * Keeps as many of the agreed pairs as can stand in any answer to the changed problem, and among such answers takes a best one.
     *
     * @param changed the problem with its participants, pairs and rules as they are now
     * @param agreed the answer to the problem as it was
     */
    public static Result of(Problem changed, Answer agreed) {
        throw new UnsupportedOperationException();
    }
}
