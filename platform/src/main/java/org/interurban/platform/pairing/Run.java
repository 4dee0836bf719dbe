package org.interurban.platform.pairing;

import java.time.OffsetDateTime;
import java.util.List;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;

/** One answer to a round, with the rules and locks it was found under. Never changed once kept. */
record Run(
        RunId id,
        RoundId round,
        ScoringId scoring,
        int number,
        String engineVersion,
        OffsetDateTime at,
        @Nullable AccountId by,
        long objective,
        boolean exact,
        Rules rules,
        List<RoundLock> locks,
        Result result) {

    Run {
        locks = List.copyOf(locks);
    }

    /** A pair of the answer, by codes. */
    record Chosen(String a, String b, long score) {}

    /** Two cities that would both rather have each other. */
    record Blocking(String a, String b, long gainOfA, long gainOfB) {}

    /** In how many runs with disturbed scores the pair was chosen again. */
    record Held(String a, String b, int runs) {}

    /** What the whole pays for a lock. */
    record LockCost(String a, String b, long cost) {}

    /**
     * What was found, besides the certificate.
     *
     * @param bound the most that any answer could be worth; null where the answer is proven best
     * @param blocking how many pairs block the answer; the first of them stand in {@code blockingPairs}
     * @param robustOf how often the round was solved with disturbed scores
     */
    record Result(
            List<Chosen> pairs,
            @Nullable Long bound,
            int blocking,
            List<Blocking> blockingPairs,
            int robustOf,
            List<Held> robust,
            List<LockCost> lockCosts) {

        Result {
            pairs = List.copyOf(pairs);
            blockingPairs = List.copyOf(blockingPairs);
            robust = List.copyOf(robust);
            lockCosts = List.copyOf(lockCosts);
        }

        Result withRobust(int runs, List<Held> held) {
            return new Result(pairs, bound, blocking, blockingPairs, runs, held, lockCosts);
        }
    }
}
