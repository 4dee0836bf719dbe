package org.interurban.pairing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a committee asks about an answer, besides the regrets. */
public final class Review {

    /** The best objective with and without one lock, both without the lock's own bonus. */
    public record LockCost(Lock lock, long with, long without) {
        public long cost() {
            return without - with;
        }
    }

    /** Two participants that would both gain from leaving a partner, or a free place, for each other, by the directed benefits. */
    public record BlockingPair(String a, String b, long gainOfA, long gainOfB) {}

    /** In how many of the runs with disturbed scores a chosen pair was chosen again. */
    public record Robust(Answer.Pair pair, int kept, int runs) {}

    private Review() {}

    /** The cost of every lock, each dropped alone. */
    public static List<LockCost> lockCosts(Problem problem, Answer answer) {
        var costs = new ArrayList<LockCost>();
        for (var lock : problem.locks()) {
            var others = new ArrayList<>(problem.locks());
            others.remove(lock);
            var ownBonus = lock instanceof Lock.Prefer prefer && has(answer, prefer) ? prefer.bonus() : 0;
            best(problem.withLocks(others))
                    .ifPresent(without ->
                            costs.add(new LockCost(lock, answer.objective() - ownBonus, without.objective())));
        }
        return costs;
    }

    private static boolean has(Answer answer, Lock lock) {
        return answer.pairs().stream()
                .anyMatch(pair -> pair.a().equals(lock.a()) && pair.b().equals(lock.b())
                        || pair.a().equals(lock.b()) && pair.b().equals(lock.a()));
    }

    static Optional<Answer> best(Problem problem) {
        return switch (Engine.solve(problem)) {
            case Outcome.Solved(var answer, var _) -> Optional.of(answer);
            case Outcome.Bounded(var answer, var _, var _) -> Optional.of(answer);
            case Outcome.Infeasible _, Outcome.Refused _ -> Optional.empty();
        };
    }

    /** All pairs that block the answer, by falling sum of their gains; what locks demand or forbid is left out. */
    public static List<BlockingPair> blockingPairs(Problem problem, Answer answer) {
        var decisions = new Decisions(problem);
        var candidates = problem.candidates();
        var positions = problem.positions();
        var chosen = new HashSet<Integer>();
        var partners = new int[problem.participants().size()];
        var worst = new long[problem.participants().size()];
        Arrays.fill(worst, Long.MAX_VALUE);
        for (var pair : answer.pairs()) {
            var at = candidates.find(positions.getOrDefault(pair.a(), 0), positions.getOrDefault(pair.b(), 0));
            var first = candidates.first(at);
            var second = candidates.partner(at);
            chosen.add(at);
            partners[first]++;
            partners[second]++;
            if (!decisions.must.get(at)) {
                worst[first] = Math.min(worst[first], candidates.benefitFirst(at));
                worst[second] = Math.min(worst[second], candidates.benefitSecond(at));
            }
        }
        var blocking = new ArrayList<BlockingPair>();
        for (var first = 0; first < partners.length; first++) {
            for (var at = candidates.rowStart(first); at < candidates.rowStart(first + 1); at++) {
                var second = candidates.partner(at);
                var gainOfFirst = candidates.benefitFirst(at) - leaves(problem, first, partners, worst);
                var gainOfSecond = candidates.benefitSecond(at) - leaves(problem, second, partners, worst);
                if (decisions.isOpen(at) && !chosen.contains(at) && gainOfFirst > 0 && gainOfSecond > 0) {
                    blocking.add(new BlockingPair(
                            problem.participants().get(first).id(),
                            problem.participants().get(second).id(),
                            gainOfFirst,
                            gainOfSecond));
                }
            }
        }
        blocking.sort(Comparator.comparingLong(pair -> -pair.gainOfA() - pair.gainOfB()));
        return blocking;
    }

    /** What a participant would give up for a new partner: nothing while it has room, else its worst partner. */
    private static long leaves(Problem problem, int participant, int[] partners, long[] worst) {
        return partners[participant] < problem.participants().get(participant).max() ? 0 : worst[participant];
    }

    /** The chosen pairs with the lowest score. */
    public static List<Answer.Pair> worstOff(Answer answer) {
        var lowest = answer.pairs().stream().mapToLong(Answer.Pair::score).min().orElse(0);
        return answer.pairs().stream().filter(pair -> pair.score() == lowest).toList();
    }

    /** Solves again with every score changed at random by at most this share of itself, the same way on every machine. */
    public static List<Robust> robustness(Problem problem, Answer answer, int runs, double share) {
        var kept = new HashMap<List<String>, Integer>();
        var spread = Math.round(share * 1_000_000);
        for (var run = 0; run < runs; run++) {
            var random = new SplittableRandom(Draw.lot("run " + run, problem.seed()));
            var scores = new long[problem.candidates().size()];
            for (var pair = 0; pair < scores.length; pair++) {
                var score = problem.candidates().score(pair);
                scores[pair] = disturbed(score, random.nextLong(-spread, spread + 1));
            }
            best(problem.withCandidates(problem.candidates().withScores(scores)))
                    .ifPresent(other ->
                            other.pairs().forEach(pair -> kept.merge(List.of(pair.a(), pair.b()), 1, Integer::sum)));
        }
        return answer.pairs().stream()
                .map(pair -> new Robust(pair, kept.getOrDefault(List.of(pair.a(), pair.b()), 0), runs))
                .toList();
    }

    private static long disturbed(long score, long millionths) {
        return BigInteger.valueOf(score)
                .multiply(BigInteger.valueOf(1_000_000 + millionths))
                .divide(BigInteger.valueOf(1_000_000))
                .longValueExact();
    }
}
