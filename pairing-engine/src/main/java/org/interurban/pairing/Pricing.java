package org.interurban.pairing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves a sparse answer for the complete problem.
 *
 * <p>A large round is solved over a few candidates for each participant. Its answer is a best one of the complete round when no pair
 * that was left out is worth more than the prices of its two ends. Pairs that are worth more are added, and the round is solved again,
 * until there are none (column generation; P. C. Gilmore and R. E. Gomory, 1961).
 */
public final class Pricing {

    /** The score of any pair of the complete round, by position; called from several threads. */
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
        var problem = sparse;
        for (var rounds = 1; ; rounds++) {
            var outcome = Engine.solve(problem);
            if (!(outcome instanceof Outcome.Solved(var _, var certificate))
                    || !(certificate.proof() instanceof Proof.Prices prices)) {
                return new Priced(outcome, problem, rounds);
            }
            var missing = missing(problem, prices.participants(), score);
            if (Arrays.stream(missing).allMatch(partners -> partners.length == 0)) {
                return new Priced(outcome, problem, rounds);
            }
            problem = problem.withCandidates(joined(problem, missing, score));
        }
    }

    /** The left-out partners of each participant of side A that are worth more than the prices, the most so first. */
    private static int[][] missing(Problem problem, long[] prices, Score score) {
        var sizeOfA = problem.sizeOfA();
        var missing = new int[sizeOfA][];
        IntStream.range(0, sizeOfA).parallel().forEach(a -> {
            var found = new int[ADDED];
            var beyond = new long[ADDED];
            var size = 0;
            for (var b = sizeOfA; b < prices.length; b++) {
                var gain = score.of(a, b) - prices[a] - prices[b];
                if (gain > 0
                        && (size < ADDED || gain > beyond[ADDED - 1])
                        && problem.candidates().find(a, b) < 0) {
                    var at = size < ADDED ? size++ : ADDED - 1;
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
