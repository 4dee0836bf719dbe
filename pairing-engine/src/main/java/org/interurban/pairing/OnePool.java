package org.interurban.pairing;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Pairs within one pool: exact up to a size, with a bound beyond it. */
final class OnePool {

    /** The matching works in floating point; up to this size nothing is rounded there, and what it finds is proven in whole numbers. */
    private static final long LARGEST_WORTH = 1L << 48;

    /** With more pairs between participants that both have several places, a matching would take minutes. */
    private static final int MOST_GATES = 150_000;

    /** Worths rounded to so many bits are small enough for a matching in the largest pools. */
    private static final int ROUNDED_BITS = 24;

    private final Problem problem;
    private final Decisions decisions;

    OnePool(Problem problem) {
        this.problem = problem;
        this.decisions = new Decisions(problem);
    }

    Outcome solve() {
        if (problem.objective() instanceof Objective.Fair || problem.objective() instanceof Objective.Stable) {
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
        var exact = exact(relaxed.get().proof().halves());
        return problem.objective() instanceof Objective.Keeping
                ? exact.orElseGet(() -> new Outcome.Refused(
                        "In a pool this large no exact method keeps agreed pairs", List.of("objective")))
                : exact.orElseGet(() -> bounded(relaxation, relaxed.get()));
    }

    /** The best answer with its proof, or that there is none; empty where the pool or its numbers are too large for that. */
    private Optional<Outcome> exact(long[] halves) {
        var agreed = Keeping.agreed(problem);
        var counted = counted(agreed);
        var matching = new GeneralMatching(problem, decisions, counted, agreed);
        if (matching.gates() > MOST_GATES || counted.largest() > LARGEST_WORTH) {
            return Optional.empty();
        }
        var found = matching.solve(halves);
        if (found.isEmpty()) {
            // with large numbers the matching may give up where there is an answer
            return feasibility(problem) == Feasibility.IMPOSSIBLE ? Optional.of(infeasible()) : Optional.empty();
        }
        return found.filter(GeneralMatching.Matching::proven).map(best -> {
            var answer = Answers.ofPairs(problem, decisions, best.chosen());
            return new Outcome.Solved(answer, new Certificate(problem, answer, best.proof()));
        });
    }

    /** What each pair counts for: its worth, and where agreed pairs are to be kept first, more than any answer for each of these. */
    private Scores counted(BitSet agreed) {
        if (agreed.isEmpty()) {
            return decisions.worth;
        }
        var places = problem.participants().stream().mapToLong(Participant::max).sum();
        var most = Math.min(places / 2, problem.candidates().size());
        var largest = decisions.worth.largest();
        var first = largest > LARGEST_WORTH / Math.max(1, most) ? LARGEST_WORTH : largest * most + 1;
        return decisions.worth.raised(agreed, first);
    }

    /** An answer found at rounded worths, or by rounding the half-and-half choice, with the bound of that choice. */
    private Outcome bounded(Relaxation relaxation, Relaxation.Halves relaxed) {
        var rounded = decisions.worth.shifted(
                Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(decisions.worth.largest()) - ROUNDED_BITS));
        var matching = new GeneralMatching(problem, decisions, rounded, new BitSet());
        if (matching.gates() <= MOST_GATES) {
            var found = matching.solve(relaxed.proof().halves());
            if (found.isPresent()) {
                return relaxation.bounded(
                        Answers.ofPairs(problem, decisions, found.get().chosen()), relaxed.proof());
            }
        }
        var pairs = relaxation.pairs(relaxed);
        return pairs instanceof Outcome.Refused && feasibility(problem) == Feasibility.IMPOSSIBLE
                ? infeasible()
                : pairs;
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
