package org.interurban.pairing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pairs within one pool: exact up to a size, with a bound beyond it. */
final class OnePool {

    /** The matching works in floating point, exactly so while scores stay below this. */
    private static final long LARGEST_WORTH = 1_000_000_000;

    /** With more pairs between participants that both have several places, a matching would take minutes. */
    private static final int MOST_GATES = 150_000;

    private final Problem problem;
    private final Decisions decisions;

    OnePool(Problem problem) {
        this.problem = problem;
        this.decisions = new Decisions(problem);
    }

    Outcome solve() {
        if (!(problem.objective() instanceof Objective.Total)) {
            return new Outcome.Refused(
                    "In one pool only the objective \"total\" has a method; the other objectives need two sides",
                    List.of("objective"));
        }
        if (!problem.limits().isEmpty()) {
            return new Outcome.Refused(
                    "In one pool no exact method covers limits besides capacities",
                    problem.limits().stream().map(Limit::name).toList());
        }
        var relaxation = new Relaxation(problem, decisions);
        var relaxed = decisions.areContradictory() ? Optional.<Relaxation.Halves>empty() : relaxation.solve();
        if (relaxed.isEmpty()) {
            return infeasible();
        }
        var matching = new GeneralMatching(problem, decisions);
        return isExact(matching) ? exact(matching, relaxed.get()) : rounded(relaxation, relaxed.get());
    }

    private Outcome rounded(Relaxation relaxation, Relaxation.Halves relaxed) {
        var rounded = relaxation.pairs(relaxed);
        return rounded instanceof Outcome.Refused && feasibility(problem) == Feasibility.IMPOSSIBLE
                ? infeasible()
                : rounded;
    }

    private boolean isExact(GeneralMatching matching) {
        return matching.gates() <= MOST_GATES
                && IntStream.range(0, decisions.worth.size())
                        .allMatch(pair -> decisions.worth.at(pair) <= LARGEST_WORTH);
    }

    private Outcome exact(GeneralMatching matching, Relaxation.Halves relaxed) {
        return matching.solve(relaxed.proof().halves())
                .<Outcome>map(found -> {
                    var answer = Answers.ofPairs(problem, decisions, found.chosen());
                    return new Outcome.Solved(answer, new Certificate(problem, answer, found.proof()));
                })
                .orElseGet(this::infeasible);
    }

    private Outcome infeasible() {
        return Conflict.in(problem, OnePool::feasibility);
    }

    /** Whether all rules of a problem can hold together: for certain up to the same size, beyond it only when half pairs cannot hold. */
    static Feasibility feasibility(Problem problem) {
        var unscored = problem.withCandidates(
                problem.candidates().withScores(new long[problem.candidates().size()]));
        var decisions = new Decisions(unscored);
        if (decisions.areContradictory()) {
            return Feasibility.IMPOSSIBLE;
        }
        var relaxed = new Relaxation(unscored, decisions).solve();
        if (relaxed.isEmpty()) {
            return Feasibility.IMPOSSIBLE;
        }
        var matching = new GeneralMatching(unscored, decisions);
        return matching.gates() <= MOST_GATES
                ? Feasibility.of(matching.solve(relaxed.get().proof().halves()).isPresent())
                : Feasibility.UNKNOWN;
    }
}
