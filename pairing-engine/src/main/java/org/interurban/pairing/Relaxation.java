package org.interurban.pairing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One pool seen as two sides: every participant stands on both, and every pair may be chosen half on one and half on the other.
 *
 * <p>Any answer for the pool is one for the two sides at twice the worth, so the best total of the two sides bounds it. What the two
 * sides choose is also a good beginning for an answer.
 */
final class Relaxation {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Problem problem;
    private final Decisions decisions;
    private final int size;

    Relaxation(Problem problem, Decisions decisions) {
        this.problem = problem;
        this.decisions = decisions;
        this.size = problem.participants().size();
    }

    /** Twice the best half-and-half choice: how often each candidate was chosen, and the prices that bound every answer. */
    record Halves(int[] times, Proof.Bound proof) {}

    /** As many pairs as there can be within the participants' capacities; nothing when the rules cannot hold. */
    Optional<Halves> solve() {
        return solve(capacities(Participant::min), capacities(Participant::max), UNLIMITED);
    }

    /**
     * @param least how many partners each participant has at least
     * @param most and at most
     * @param mostPairs how many pairs an answer has at most
     * @return nothing when the rules cannot hold
     */
    Optional<Halves> solve(int[] least, int[] most, int mostPairs) {
        var both = new ArrayList<Participant>(2 * size);
        for (var side : List.of(Side.A, Side.B)) {
            for (var i = 0; i < size; i++) {
                both.add(new Participant(side + problem.participants().get(i).id(), side, least[i], most[i]));
            }
        }
        var pairs = Candidates.among(2 * size);
        var locks = new ArrayList<Lock>();
        var candidates = problem.candidates();
        for (var first = 0; first < size; first++) {
            for (var pair = candidates.rowStart(first); pair < candidates.rowStart(first + 1); pair++) {
                var second = candidates.partner(pair);
                pairs.add(first, second + size, decisions.worth.at(pair));
                pairs.add(second, first + size, decisions.worth.at(pair));
            }
        }
        for (var lock : problem.locks()) {
            switch (lock) {
                case Lock.Must(var a, var b, var reason, var by) -> {
                    locks.add(new Lock.Must(Side.A + a, Side.B + b, reason, by));
                    locks.add(new Lock.Must(Side.A + b, Side.B + a, reason, by));
                }
                case Lock.MustNot(var a, var b, var reason, var by) -> {
                    locks.add(new Lock.MustNot(Side.A + a, Side.B + b, reason, by));
                    locks.add(new Lock.MustNot(Side.A + b, Side.B + a, reason, by));
                }
                case Lock.Prefer _ -> {}
            }
        }
        var limits = mostPairs == UNLIMITED
                ? List.<Limit>of()
                : List.<Limit>of(new Limit.PairsWith("pairs", ids(both.subList(0, size)), 2 * mostPairs));
        var doubled = new Problem(
                new Form.TwoSides(), new Objective.Total(), both, pairs.build(), locks, limits, problem.seed());
        var sides = new TwoSides(doubled);
        var solution = sides.best();
        return sides.isPossible(solution)
                ? Optional.of(halves(doubled, sides.chosen(solution.flow()), solution.prices(), least, most, mostPairs))
                : Optional.empty();
    }

    private static Set<String> ids(List<Participant> participants) {
        return participants.stream().map(Participant::id).collect(Collectors.toSet());
    }

    private Halves halves(Problem doubled, int[] chosen, Proof.Prices prices, int[] least, int[] most, int mostPairs) {
        var candidates = problem.candidates();
        var times = new int[candidates.size()];
        for (var pair : chosen) {
            times[
                    candidates.find(
                            doubled.candidates().first(pair),
                            doubled.candidates().partner(pair) - size)]++;
        }
        var halves = new long[size];
        var ofPair = prices.limits().stream().mapToLong(Proof.LimitPrice::price).sum();
        var paid = ofPair == 0 ? 0 : 2 * ofPair * mostPairs;
        for (var i = 0; i < size; i++) {
            halves[i] = prices.participants()[i] + prices.participants()[i + size];
            paid += halves[i] * (halves[i] > 0 ? most[i] : least[i]);
        }
        var beyond = 0L;
        for (var pair = 0; pair < times.length; pair++) {
            var gain = 2 * (decisions.worth.at(pair) - ofPair)
                    - halves[candidates.first(pair)]
                    - halves[candidates.partner(pair)];
            if (decisions.must.get(pair) || gain > 0 && !decisions.mustNot.get(pair)) {
                beyond += gain;
            }
        }
        return new Halves(times, new Proof.Bound(halves, ofPair, paid, Math.floorDiv(paid + beyond, 2)));
    }

    /** Pairs within capacities that the best half-and-half choice begins, and its bound. */
    Outcome pairs(Halves relaxed) {
        var least = capacities(Participant::min);
        var most = capacities(Participant::max);
        var chosen = new BitSet();
        var room = most.clone();
        decisions.must.stream().forEach(pair -> take(pair, chosen, room));
        var times = relaxed.times();
        IntStream.range(0, times.length)
                .filter(decisions::isOpen)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(pair -> -times[pair])
                        .thenComparingLong(pair -> -decisions.worth.at(pair))
                        .thenComparingInt(pair -> pair))
                .filter(pair -> room[problem.candidates().first(pair)] > 0
                        && room[problem.candidates().partner(pair)] > 0)
                .forEach(pair -> take(pair, chosen, room));
        var wanting = IntStream.range(0, size)
                .filter(i -> most[i] - room[i] < least[i])
                .mapToObj(i -> problem.participants().get(i).id())
                .toList();
        if (!wanting.isEmpty()) {
            return new Outcome.Refused(
                    "No answer was found in which these have their minimum, though there may be one", wanting);
        }
        var answer = Answers.ofPairs(problem, decisions, chosen.stream().toArray());
        return bounded(answer, relaxed.proof());
    }

    private int[] capacities(ToIntFunction<Participant> capacity) {
        return problem.participants().stream().mapToInt(capacity).toArray();
    }

    private void take(int pair, BitSet chosen, int[] room) {
        chosen.set(pair);
        room[problem.candidates().first(pair)]--;
        room[problem.candidates().partner(pair)]--;
    }

    /** The outcome for an answer below this bound: solved when it reaches the bound. */
    Outcome bounded(Answer answer, Proof.Bound proof) {
        var certificate = new Certificate(problem, answer, proof);
        return answer.objective() == proof.bound()
                ? new Outcome.Solved(answer, certificate)
                : new Outcome.Bounded(answer, proof.bound(), certificate);
    }
}
