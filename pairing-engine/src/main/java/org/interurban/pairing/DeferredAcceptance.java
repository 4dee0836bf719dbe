package org.interurban.pairing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Side proposing;
    private final boolean firstProposes;
    private final int[] room;

    DeferredAcceptance(TwoSides sides, Side proposing) {
        this.sides = sides;
        this.problem = sides.problem;
        this.candidates = problem.candidates();
        this.proposing = proposing;
        this.firstProposes = proposing == Side.A;
        this.room = problem.participants().stream().mapToInt(Participant::max).toArray();
    }

    Outcome solve() {
        if (!problem.limits().isEmpty()) {
            return new Outcome.Refused(
                    "A stable answer knows no limits besides capacities",
                    problem.limits().stream().map(Limit::name).toList());
        }
        if (!canGiveLocked()) {
            return sides.infeasible();
        }
        var chosen = answer();
        var shortfalls = shortfalls(chosen);
        if (shortfalls.isEmpty()) {
            return sides.solved(chosen.stream().toArray(), new Proof.NoneBlocks());
        }
        return TwoSides.feasibility(problem) == Feasibility.POSSIBLE
                ? unstable(shortfalls, tiesAreIdle(chosen))
                : sides.infeasible();
    }

    /** Takes the places of the pairs that locks demand. */
    private boolean canGiveLocked() {
        sides.decisions.must.stream().forEach(pair -> {
            room[candidates.first(pair)]--;
            room[candidates.partner(pair)]--;
        });
        return !sides.decisions.areContradictory() && IntStream.of(room).allMatch(places -> places >= 0);
    }

    private BitSet answer() {
        var chosen = accepted();
        chosen.or(sides.decisions.must);
        return chosen;
    }

    /**
     * The conflict between one minimum, the locks that take part in it, and stability.
     *
     * <p>What a minimum asks for does not change what is stable, so each of those not met conflicts by itself.
     */
    private Outcome unstable(List<Rule.Shortfall> shortfalls, boolean ofAll) {
        var wanting = shortfalls.getFirst().participant();
        var alone = problem.withParticipants(problem.participants().stream()
                .map(other -> other.equals(wanting) ? other : new Participant(other.id(), other.side(), 0, other.max()))
                .toList());
        var preferences = problem.locks().stream()
                .filter(lock -> lock instanceof Lock.Prefer)
                .toList();
        var found = Conflict.byLeavingOut(alone, stripped -> {
            var locks = new ArrayList<>(stripped.locks());
            locks.addAll(preferences);
            return new DeferredAcceptance(new TwoSides(stripped.withLocks(locks)), proposing).feasibility(ofAll);
        });
        if (ofAll && !found.minimal()) {
            return unstable(shortfalls, false);
        }
        var conflict = new ArrayList<>(found.conflict());
        conflict.add(new Rule.Stability(shortfalls, ofAll));
        return new Outcome.Infeasible(conflict, found.minimal());
    }

    /** @param ofAll whether all stable answers count, and not only those that order equal benefits as the seed draws them */
    private Feasibility feasibility(boolean ofAll) {
        if (!canGiveLocked()) {
            return Feasibility.IMPOSSIBLE;
        }
        var chosen = answer();
        if (shortfalls(chosen).isEmpty()) {
            return Feasibility.POSSIBLE;
        }
        return !ofAll || tiesAreIdle(chosen) ? Feasibility.IMPOSSIBLE : Feasibility.UNKNOWN;
    }

    /**
     * Whether the answer is stable however equal benefits are ordered: no two would both have each other as gladly as what they have.
     * Then every stable answer gives everyone as many partners as this one.
     */
    private boolean tiesAreIdle(BitSet chosen) {
        var left = room.clone();
        var worst = new long[left.length];
        Arrays.fill(worst, Long.MAX_VALUE);
        chosen.stream().filter(sides.decisions::isOpen).forEach(pair -> {
            for (var first : List.of(true, false)) {
                var participant = first ? candidates.first(pair) : candidates.partner(pair);
                left[participant]--;
                worst[participant] = Math.min(worst[participant], benefit(pair, first));
            }
        });
        return IntStream.range(0, candidates.size())
                .filter(pair -> sides.decisions.isOpen(pair) && !chosen.get(pair))
                .noneMatch(pair ->
                        (left[candidates.first(pair)] > 0 || benefit(pair, true) >= worst[candidates.first(pair)])
                                && (left[candidates.partner(pair)] > 0
                                        || benefit(pair, false) >= worst[candidates.partner(pair)]));
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
    private List<Rule.Shortfall> shortfalls(BitSet chosen) {
        var partners = new int[problem.participants().size()];
        chosen.stream().forEach(pair -> {
            partners[candidates.first(pair)]++;
            partners[candidates.partner(pair)]++;
        });
        return IntStream.range(0, partners.length)
                .filter(i -> partners[i] < problem.participants().get(i).min())
                .mapToObj(i -> new Rule.Shortfall(problem.participants().get(i), partners[i]))
                .toList();
    }
}
