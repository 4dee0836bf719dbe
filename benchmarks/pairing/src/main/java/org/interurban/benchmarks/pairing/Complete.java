package org.interurban.benchmarks.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.interurban.pairing.Candidates;
import org.interurban.pairing.Form;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Pricing;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Side;

/**
 * Proves the answer over 50 candidates each for all 400 million pairs of 20,000 by 20,000 cities.
 *
 * <p>Cities lie in a plane; a pair scores by its distance and by how well its topics meet. The candidates are the nearest by distance
 * alone, so that some good pairs are left out.
 */
final class Complete {

    private static final int SIZE = 20_000;
    private static final int CANDIDATES = 50;
    private static final int WIDTH = 1_000_000;

    private final int[] x;
    private final int[] y;
    private final long[] topics;

    private Complete(SplittableRandom random) {
        x = random.ints(2 * SIZE, 0, WIDTH).toArray();
        y = random.ints(2 * SIZE, 0, WIDTH).toArray();
        topics = random.longs(2 * SIZE).toArray();
    }

    static void run() {
        var start = System.nanoTime();
        var round = new Complete(new SplittableRandom(1));
        var sparse = round.problem();
        var built = System.nanoTime();
        var priced = Pricing.solve(sparse, round::score);
        var solved = (Outcome.Solved) priced.outcome();
        Table.print(
                "%-10s engine candidates %.1f s, solved and proven %.1f s in %d rounds, %d pairs added, objective %d",
                "complete",
                (built - start) / 1e9,
                (System.nanoTime() - built) / 1e9,
                priced.rounds(),
                priced.problem().candidates().size() - sparse.candidates().size(),
                solved.answer().objective());
    }

    private int score(int a, int b) {
        var far = Math.abs(x[a] - x[b]) + Math.abs(y[a] - y[b]);
        return Math.max(0, WIDTH - 4 * far) + 2_000 * Long.bitCount(topics[a] & topics[b]);
    }

    /** The candidates of each city: the nearest in a column of the plane around it. */
    private Problem problem() {
        var byX = IntStream.range(SIZE, 2 * SIZE)
                .boxed()
                .sorted(Comparator.comparingInt(b -> x[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        var pairs = Candidates.among(2 * SIZE);
        for (var a = 0; a < SIZE; a++) {
            var city = a;
            var middle = 0;
            for (var step = Integer.highestOneBit(SIZE); step > 0; step >>= 1) {
                if (middle + step < SIZE && x[byX[middle + step]] <= x[a]) {
                    middle += step;
                }
            }
            IntStream.range(Math.max(0, middle - 400), Math.min(SIZE, middle + 400))
                    .mapToObj(i -> byX[i])
                    .sorted(Comparator.comparingInt(b -> Math.abs(x[city] - x[b]) + Math.abs(y[city] - y[b])))
                    .limit(CANDIDATES)
                    .forEach(b -> pairs.add(city, b, score(city, b)));
        }
        var participants = new ArrayList<Participant>(2 * SIZE);
        for (var side : List.of(Side.A, Side.B)) {
            for (var i = 0; i < SIZE; i++) {
                participants.add(Participant.single(side.name() + i, side));
            }
        }
        return new Problem(
                new Form.TwoSides(), new Objective.Total(), participants, pairs.build(), List.of(), List.of(), 1);
    }
}
