package org.interurban.pairing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves a sparse answer for the complete problem.
 *
 * <p>A large round is solved over a few candidates for each participant. Its answer is a best one of the complete round when no pair
 * that was left out is worth more than the prices of its two ends. Pairs that are worth more are added, and the round is solved again,
 * until there are none (column generation; P. C. Gilmore and R. E. Gomory, 1961). Where the rules cannot hold among the candidates, more
 * are added, twice as many each time.
 */
public final class Pricing {

    /** The score of any pair of the complete round, by position, below 0 for pairs not allowed; called from several threads. */
    @FunctionalInterface
    public interface Score {
        int of(int a, int b);
    }

    /**
     * What pricing came to.
     *
     * @param problem the problem with the pairs that had to be added
     * @param rounds how often it was solved
     */
    public record Priced(Outcome outcome, Problem problem, int rounds) {}

    /** So many of the pairs worth most beyond the prices are added for each participant and round. */
    private static final int ADDED = 8;

    /** Rules that cannot hold among so many pairs are no longer tried with more. */
    private static final int LARGEST_CONFLICT = 5_000_000;

    private Pricing() {}

    /** Solves a problem on two sides for the total, over all pairs of the two sides. */
    public static Priced solve(Problem sparse, Score score) {
        if (!(sparse.form() instanceof Form.TwoSides)
                || !(sparse.objective() instanceof Objective.Total)
                || !sparse.limits().isEmpty()) {
            return new Priced(
                    new Outcome.Refused("Pricing is for the total on two sides without limits", List.of("limits")),
                    sparse,
                    0);
        }
        var problem = withLocked(sparse, score);
        var wider = ADDED;
        for (var rounds = 1; ; rounds++) {
            var outcome = Engine.solve(problem);
            int[][] missing;
            if (outcome instanceof Outcome.Solved(var _, var certificate)
                    && certificate.proof() instanceof Proof.Prices prices) {
                missing = missing(problem, prices.participants(), score, ADDED);
            } else {
                missing = missing(problem, anyPairPays(problem), score, wider);
                wider *= 2;
            }
            if (Arrays.stream(missing).allMatch(partners -> partners.length == 0)) {
                return new Priced(outcome, problem, rounds);
            }
            if (outcome instanceof Outcome.Infeasible(var conflict, var _)
                    && problem.candidates().size() > LARGEST_CONFLICT) {
                return new Priced(
                        new Outcome.Refused(
                                "Among the %d best pairs these rules cannot all hold, and whether other pairs would let them is not known"
                                        .formatted(problem.candidates().size()),
                                conflict.stream().map(Rule::sentence).toList()),
                        problem,
                        rounds);
            }
            problem = problem.withCandidates(joined(problem, missing, score));
        }
    }

    /** The problem with the pairs that a lock demands or prefers, since scores do not show what a lock makes of a pair. */
    private static Problem withLocked(Problem problem, Score score) {
        var positions = problem.positions();
        var locked = new int[problem.sizeOfA()][0];
        for (var lock : problem.locks()) {
            var one = positions.getOrDefault(lock.a(), 0);
            var other = positions.getOrDefault(lock.b(), 0);
            var a = Math.min(one, other);
            var b = Math.max(one, other);
            if (!(lock instanceof Lock.MustNot)
                    && a < locked.length
                    && b >= locked.length
                    && score.of(a, b) >= 0
                    && problem.candidates().find(a, b) < 0
                    && IntStream.of(locked[a]).noneMatch(known -> known == b)) {
                locked[a] = IntStream.concat(IntStream.of(locked[a]), IntStream.of(b))
                        .toArray();
            }
        }
        return Arrays.stream(locked).allMatch(partners -> partners.length == 0)
                ? problem
                : problem.withCandidates(joined(problem, locked, score));
    }

    /** Prices at which every pair left out is one to add: where the rules cannot hold, any pair may be the one that is needed. */
    private static long[] anyPairPays(Problem problem) {
        var prices = new long[problem.participants().size()];
        Arrays.fill(prices, -1);
        return prices;
    }

    /** The left-out partners of each participant of side A that are worth more than the prices, the most so first. */
    private static int[][] missing(Problem problem, long[] prices, Score score, int most) {
        var sizeOfA = problem.sizeOfA();
        var missing = new int[sizeOfA][];
        IntStream.range(0, sizeOfA).parallel().forEach(a -> {
            var found = new int[most];
            var beyond = new long[most];
            var size = 0;
            for (var b = sizeOfA; b < prices.length; b++) {
                var worth = score.of(a, b);
                var gain = worth - prices[a] - prices[b];
                if (worth >= 0
                        && gain > 0
                        && (size < most || gain > beyond[most - 1])
                        && problem.candidates().find(a, b) < 0) {
                    var at = size < most ? size++ : most - 1;
                    for (; at > 0 && beyond[at - 1] < gain; at--) {
                        beyond[at] = beyond[at - 1];
                        found[at] = found[at - 1];
                    }
                    beyond[at] = gain;
                    found[at] = b;
                }
            }
            missing[a] = Arrays.copyOf(found, size);
        });
        return missing;
    }

    private static Candidates joined(Problem problem, int[][] missing, Score score) {
        var known = problem.candidates();
        var joined = Candidates.among(known.participants());
        for (var a = 0; a < missing.length; a++) {
            for (var pair = known.rowStart(a); pair < known.rowStart(a + 1); pair++) {
                joined.add(a, known.partner(pair), known.score(pair));
            }
            for (var b : missing[a]) {
                joined.add(a, b, score.of(a, b));
            }
        }
        return joined.build();
    }
}
