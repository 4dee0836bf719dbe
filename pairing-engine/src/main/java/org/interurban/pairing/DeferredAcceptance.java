package org.interurban.pairing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A stable answer, the best one for the side that proposes.
 *
 * <p>D. Gale and L. S. Shapley, "College admissions and the stability of marriage" (1962), with capacities on both sides: O(m log m).
 * Each side ranks its candidates by its own benefit, equal benefits by the order of the participants. Pairs that a lock demands are
 * given and take their places away.
 */
final class DeferredAcceptance {

    private final TwoSides sides;
    private final Problem problem;
    private final Candidates candidates;
    private final boolean firstProposes;
    private final int[] room;

    DeferredAcceptance(TwoSides sides, Side proposing) {
        this.sides = sides;
        this.problem = sides.problem;
        this.candidates = problem.candidates();
        this.firstProposes = proposing == Side.A;
        this.room = problem.participants().stream().mapToInt(Participant::max).toArray();
    }

    Outcome solve() {
        if (!problem.limits().isEmpty()) {
            return new Outcome.Refused(
                    "A stable answer knows no limits besides capacities",
                    problem.limits().stream().map(Limit::name).toList());
        }
        sides.decisions.must.stream().forEach(pair -> {
            room[candidates.first(pair)]--;
            room[candidates.partner(pair)]--;
        });
        if (sides.decisions.areContradictory() || IntStream.of(room).anyMatch(places -> places < 0)) {
            return sides.infeasible();
        }
        var chosen = accepted();
        chosen.or(sides.decisions.must);
        var wanting = wanting(chosen);
        if (!wanting.isEmpty()) {
            return TwoSides.feasibility(problem) == Feasibility.POSSIBLE
                    ? new Outcome.Refused("No stable answer was found in which these have their minimum", wanting)
                    : sides.infeasible();
        }
        return sides.solved(chosen.stream().toArray(), new Proof.NoneBlocks());
    }

    private BitSet accepted() {
        var wishes = wishes();
        var next = new int[wishes.size()];
        var held = new ArrayList<PriorityQueue<Integer>>();
        for (var i = 0; i < problem.participants().size(); i++) {
            held.add(new PriorityQueue<>(1, byBenefitOfAcceptor().reversed()));
        }
        var proposers = new ArrayDeque<Integer>();
        for (var proposer = 0; proposer < wishes.size(); proposer++) {
            for (var place = 0;
                    place < Math.min(room[proposer], wishes.get(proposer).size());
                    place++) {
                proposers.add(proposer);
            }
        }
        while (!proposers.isEmpty()) {
            var proposer = proposers.remove();
            var own = wishes.get(proposer);
            if (next[proposer] == own.size()) {
                continue;
            }
            var pair = own.get(next[proposer]++);
            var acceptor = acceptor(pair);
            var holds = held.get(acceptor);
            holds.add(pair);
            if (holds.size() > room[acceptor]) {
                proposers.add(proposer(holds.remove()));
            }
        }
        var accepted = new BitSet();
        held.forEach(pairs -> pairs.forEach(accepted::set));
        return accepted;
    }

    /** Each proposer's candidates, the best first; empty for those that do not propose. */
    private List<List<Integer>> wishes() {
        var wishes = new ArrayList<List<Integer>>();
        problem.participants().forEach(participant -> wishes.add(new ArrayList<>()));
        IntStream.range(0, candidates.size()).filter(sides.decisions::isOpen).forEach(pair -> wishes.get(proposer(pair))
                .add(pair));
        Comparator<Integer> best = Comparator.<Integer>comparingLong(pair -> -benefit(pair, firstProposes))
                .thenComparingInt(this::acceptor);
        wishes.forEach(own -> own.sort(best));
        return wishes;
    }

    private Comparator<Integer> byBenefitOfAcceptor() {
        return Comparator.<Integer>comparingLong(pair -> -benefit(pair, !firstProposes))
                .thenComparingInt(this::proposer);
    }

    /** What one of the two gains, bonus included. */
    private long benefit(int pair, boolean first) {
        var bonus = sides.decisions.worth.at(pair) - candidates.score(pair);
        return bonus + (first ? candidates.benefitFirst(pair) : candidates.benefitSecond(pair));
    }

    private int proposer(int pair) {
        return firstProposes ? candidates.first(pair) : candidates.partner(pair);
    }

    private int acceptor(int pair) {
        return firstProposes ? candidates.partner(pair) : candidates.first(pair);
    }

    /** Who has fewer partners than it needs. */
    private List<String> wanting(BitSet chosen) {
        var partners = new int[problem.participants().size()];
        chosen.stream().forEach(pair -> {
            partners[candidates.first(pair)]++;
            partners[candidates.partner(pair)]++;
        });
        return IntStream.range(0, partners.length)
                .filter(i -> partners[i] < problem.participants().get(i).min())
                .mapToObj(i -> problem.participants().get(i).id())
                .toList();
    }
}
