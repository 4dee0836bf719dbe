package org.interurban.pairing;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pairs within one pool: exact where everyone has one partner at most, with a bound where some may have more. */
final class OnePool {

    /** The matching works in floating point, exactly so while scores stay below this. */
    private static final long LARGEST_WORTH = 1_000_000_000;

    private final Problem problem;
    private final Decisions decisions;

    OnePool(Problem problem) {
        this.problem = problem;
        this.decisions = new Decisions(problem);
    }

    Outcome solve() {
        if (!(problem.objective() instanceof Objective.Total)) {
            return new Outcome.Refused("In one pool only the total is covered", List.of("objective"));
        }
        if (!problem.limits().isEmpty()) {
            return new Outcome.Refused(
                    "In one pool no exact method covers limits besides capacities",
                    problem.limits().stream().map(Limit::name).toList());
        }
        if (problem.participants().stream().anyMatch(participant -> participant.max() > 1)) {
            return new Relaxation(problem, decisions).pairs();
        }
        if (IntStream.range(0, decisions.worth.size()).anyMatch(pair -> decisions.worth.at(pair) > LARGEST_WORTH)) {
            return new Outcome.Refused(
                    "In one pool scores and bonuses are at most %d".formatted(LARGEST_WORTH), List.of("scores"));
        }
        return exact();
    }

    private Outcome exact() {
        var given = given();
        if (decisions.areContradictory() || given.isEmpty()) {
            return infeasible();
        }
        return new GeneralMatching(problem, decisions, given.get())
                .solve()
                .<Outcome>map(matching -> {
                    var answer = Answers.ofPairs(problem, decisions, matching.chosen());
                    return new Outcome.Solved(answer, new Certificate(problem, answer, matching.proof()));
                })
                .orElseGet(this::infeasible);
    }

    /** Who is paired by a lock, unless two locks want the same participant or one that has no place. */
    private Optional<BitSet> given() {
        var given = new BitSet();
        for (var pair = decisions.must.nextSetBit(0); pair >= 0; pair = decisions.must.nextSetBit(pair + 1)) {
            for (var participant : List.of(
                    problem.candidates().first(pair), problem.candidates().partner(pair))) {
                if (given.get(participant)
                        || problem.participants().get(participant).max() == 0) {
                    return Optional.empty();
                }
                given.set(participant);
            }
        }
        return Optional.of(given);
    }

    private Outcome infeasible() {
        return new Outcome.Infeasible(Conflict.in(problem, OnePool::canHold));
    }

    private static boolean canHold(Problem problem) {
        var pool = new OnePool(problem);
        var given = pool.given();
        return !pool.decisions.areContradictory()
                && given.isPresent()
                && new GeneralMatching(problem, pool.decisions, given.get())
                        .solve()
                        .isPresent();
    }
}
