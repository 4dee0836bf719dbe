package org.interurban.pairing;

import java.util.BitSet;

/**
 * As many of the agreed pairs as possible, then the largest total, on two sides: two exact steps instead of one with a bonus that
 * would have to be larger than any total.
 *
 * <p>What the prices of the first step leave open is chosen among in the second, and every such choice keeps as many pairs
 * (complementary slackness). The prices of both steps together, compared by the first and where that is 0 by the second, prove the
 * answer as the prices of one step do: weak duality holds in every ordered group (H. Isermann, "Linear lexicographic optimization",
 * 1982).
 */
final class Keeping {

    private final TwoSides sides;

    Keeping(TwoSides sides) {
        this.sides = sides;
    }

    Outcome solve() {
        var agreed = agreed(sides.problem);
        var ones = new int[sides.problem.candidates().size()];
        agreed.stream().forEach(pair -> ones[pair] = 1);
        var kept = sides.mended(Scores.of(ones));
        if (!sides.isPossible(kept)) {
            return sides.infeasible();
        }
        var open = sides.among(kept);
        var total = open.best();
        return sides.solved(open.chosen(total.flow()), new Proof.Kept(kept.prices(), total.prices()));
    }

    /** The agreed pairs among the candidates; those that are not allowed any more are not among them. */
    static BitSet agreed(Problem problem) {
        var agreed = new BitSet();
        if (problem.objective() instanceof Objective.Keeping(var pairs)) {
            var positions = problem.positions();
            for (var pair : pairs) {
                var at = problem.candidates()
                        .find(positions.getOrDefault(pair.a(), 0), positions.getOrDefault(pair.b(), 0));
                if (at >= 0) {
                    agreed.set(at);
                }
            }
        }
        return agreed;
    }
}
