package org.interurban.pairing;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A problem on two sides, made ready for the exact methods. */
final class TwoSides {

    /** A flow with the wiring that it belongs to. */
    record Solution(Wiring wiring, Flow flow) {
        boolean isPossible() {
            return !wiring.isImpossible() && flow.isBalanced();
        }

        Proof.Prices prices() {
            return wiring.prices(flow);
        }
    }

    final Problem problem;
    final Decisions decisions;
    private final Nesting nesting;

    TwoSides(Problem problem) {
        this.problem = problem;
        this.decisions = new Decisions(problem);
        this.nesting = new Nesting(problem);
    }

    private TwoSides(Problem problem, Decisions decisions, Nesting nesting) {
        this.problem = problem;
        this.decisions = decisions;
        this.nesting = nesting;
    }

    /** Says by name which limits no exact method covers. */
    Optional<Outcome> refusal() {
        return nesting.overlapping.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Refused(
                        "These limits overlap in a way that no exact method covers", List.copyOf(nesting.overlapping)));
    }

    Outcome total() {
        var best = best();
        if (!isPossible(best)) {
            return infeasible();
        }
        var chosen = chosen(best.flow());
        return solved(chosen, best.prices());
    }

    Outcome infeasible() {
        return Conflict.in(problem, TwoSides::feasibility);
    }

    Outcome solved(int[] chosen, Proof proof) {
        var answer = Answers.ofPairs(problem, decisions, chosen);
        return new Outcome.Solved(answer, new Certificate(problem, answer, proof));
    }

    /** Whether all rules of a problem can hold together, whatever the answer is worth. */
    static Feasibility feasibility(Problem problem) {
        var sides = new TwoSides(problem);
        return Feasibility.of(sides.isPossible(
                sides.best(Scores.of(new int[problem.candidates().size()]), Wiring.ALL, 0)));
    }

    boolean isPossible(Solution solution) {
        return !decisions.areContradictory() && solution.isPossible();
    }

    /** The largest total that the rules allow. */
    Solution best() {
        return best(decisions.worth, Wiring.ALL, 0);
    }

    /**
     * @param usable which candidates may be chosen besides those that must be
     * @param leastPairs how many pairs there must be in all
     */
    Solution best(Scores worth, IntPredicate usable, int leastPairs) {
        var wiring = new Wiring(problem, decisions, nesting, usable, leastPairs);
        return new Solution(wiring, ShortestAugmentingPaths.solve(wiring.network(worth)));
    }

    /** The largest sum of worths of which nearly all can be had, each 0 or 1. */
    Solution mended(Scores worth) {
        var wiring = new Wiring(problem, decisions, nesting, Wiring.ALL, 0);
        return new Solution(wiring, ShortestAugmentingPaths.mended(wiring.network(worth)));
    }

    /** The same problem with no answers but those that are best in this solution: what costs something is used up, what is not worth its
     * price is left, and what is worth more is taken. */
    TwoSides among(Solution best) {
        var prices = best.prices();
        var participants = IntStream.range(0, prices.participants().length)
                .mapToObj(i -> {
                    var facts = problem.participants().get(i);
                    var price = prices.participants()[i];
                    return new Participant(
                            facts.id(),
                            facts.side(),
                            price > 0 ? facts.max() : facts.min(),
                            price < 0 ? facts.min() : facts.max());
                })
                .toList();
        return new TwoSides(
                problem.withParticipants(participants),
                best.wiring().decided(best.flow()),
                nesting.filled(prices.limits()));
    }

    /** The flow behind an answer that was solved before, without solving it again. */
    Flow restored(Proof.Prices prices, BitSet chosen) {
        var wiring = new Wiring(problem, decisions, nesting, Wiring.ALL, 0);
        return wiring.restored(wiring.network(decisions.worth), prices, chosen);
    }

    /** The candidates chosen by a flow and those that must be, ascending. */
    int[] chosen(Flow flow) {
        var open = flow.chosenCandidates();
        if (decisions.must.isEmpty()) {
            return open;
        }
        var all = (BitSet) decisions.must.clone();
        for (var pair : open) {
            all.set(pair);
        }
        return all.stream().toArray();
    }
}
