package org.interurban.pairing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The fair objective in three exact steps: most pairs, then the highest lowest score, then the largest total.
 *
 * <p>The lowest score is that of the pairs that were free to choose: what a lock demands cannot be raised by any answer. The first two
 * steps count pairs, so their prices are covers: what they charge is at least one for every pair.
 */
final class Fair {

    private final TwoSides sides;
    private final Scores worth;
    private final Scores ones;

    Fair(TwoSides sides) {
        this.sides = sides;
        this.worth = sides.decisions.worth;
        var each = new int[sides.problem.candidates().size()];
        Arrays.fill(each, 1);
        this.ones = Scores.of(each);
    }

    Outcome solve() {
        var most = sides.best(ones, Wiring.ALL, 0);
        if (!sides.isPossible(most)) {
            return sides.infeasible();
        }
        var chosen = sides.chosen(most.flow());
        var count = chosen.length;
        if (count == sides.decisions.must.cardinality()) {
            return sides.solved(
                    chosen,
                    new Proof.FairSteps(
                            most.prices(), 0, most.prices(), sides.best().prices()));
        }
        var thresholds = IntStream.range(0, worth.size())
                .filter(sides.decisions::isOpen)
                .mapToLong(worth::at)
                .sorted()
                .distinct()
                .toArray();
        var reachable = 0;
        var unreachable = thresholds.length;
        while (unreachable - reachable > 1) {
            var middle = (reachable + unreachable) >>> 1;
            if (reaches(atLeast(thresholds[middle]), count)) {
                reachable = middle;
            } else {
                unreachable = middle;
            }
        }
        var lowest = thresholds[reachable];
        var higher = atLeast(lowest + 1);
        var total = sides.best(worth, pair -> worth.at(pair) >= lowest, count);
        return sides.solved(
                sides.chosen(total.flow()),
                new Proof.FairSteps(most.prices(), lowest, higher.prices(), total.prices()));
    }

    private TwoSides.Solution atLeast(long threshold) {
        return sides.best(ones, pair -> worth.at(pair) >= threshold, 0);
    }

    private boolean reaches(TwoSides.Solution solution, int count) {
        return sides.isPossible(solution) && sides.chosen(solution.flow()).length == count;
    }
}
