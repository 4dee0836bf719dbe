package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterTests {

    @Test
    void staysBetweenTheBestClustersAndTheBound() {
        SmallRounds.seeds(1_000).forEach(seed -> {
            var problem = SmallRounds.clusters(seed, 3);
            var best = best(
                    problem,
                    3,
                    IntStream.range(0, problem.participants().size()).boxed().toList());

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(answer.objective()).isEqualTo(best);
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Bounded(var answer, var bound, var certificate) -> {
                    assertThat(best).isBetween(answer.objective(), bound);
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Infeasible _ -> assertThat(best).isNegative();
                case Outcome.Refused(var _, var names) -> assertThat(names).isNotEmpty();
            }
        });
    }

    /** The largest worth of clusters among these, or -1 when not all who need one have one. */
    private static long best(Problem problem, int size, List<Integer> left) {
        if (left.isEmpty()) {
            return 0;
        }
        var first = left.getFirst();
        var rest = left.subList(1, left.size());
        var best = problem.participants().get(first).min() > 0 ? -1 : best(problem, size, rest);
        for (var one = 0; one < rest.size(); one++) {
            for (var other = one + 1; other < rest.size(); other++) {
                var members = List.of(first, rest.get(one), rest.get(other));
                var worth = worth(problem, members);
                if (worth >= 0) {
                    var others = new ArrayList<>(rest);
                    others.removeAll(members);
                    var more = best(problem, size, others);
                    best = more < 0 ? best : Math.max(best, worth + more);
                }
            }
        }
        return best;
    }

    private static long worth(Problem problem, List<Integer> members) {
        var sum = 0L;
        for (var one : members) {
            for (var other : members) {
                if (one < other) {
                    var pair = problem.candidates().find(one, other);
                    if (pair < 0) {
                        return -1;
                    }
                    sum += problem.candidates().score(pair);
                }
            }
        }
        return sum;
    }

    @Test
    void stayWithinATenthOfTheBoundAtTheMedian() {
        var gaps = IntStream.rangeClosed(Form.Clusters.SMALLEST, Form.Clusters.LARGEST)
                .boxed()
                .flatMap(size -> SmallRounds.seeds(5).map(random -> cities(random, 24, size)))
                .mapToDouble(problem -> Engine.solve(problem) instanceof Outcome.Bounded bounded ? bounded.gap() : 0)
                .sorted()
                .toArray();

        assertThat(gaps[gaps.length / 2]).isLessThanOrEqualTo(0.1);
    }

    /** Cities with a few offers and seeks among twelve topics, and a size. */
    private static Problem cities(SplittableRandom random, int count, int clusterSize) {
        var builder = Problem.builder(1).form(new Form.Clusters(clusterSize));
        var offers = new int[count];
        var seeks = new int[count];
        var sizes = new int[count];
        for (var city = 0; city < count; city++) {
            for (var i = 0; i < 3; i++) {
                offers[city] |= 1 << random.nextInt(12);
                seeks[city] |= 1 << random.nextInt(12);
            }
            sizes[city] = random.nextInt(300_000);
            builder.participant(Participant.single("city " + city, Side.POOL));
            for (var other = 0; other < city; other++) {
                var met = Integer.bitCount(offers[city] & seeks[other])
                        + Integer.bitCount(offers[other] & seeks[city])
                        + Integer.bitCount(seeks[city] & seeks[other]);
                var alike = 600_000 - Math.abs(sizes[city] - sizes[other]);
                builder.pair(
                        "city " + city,
                        "city " + other,
                        Math.min(6, met) * 100_000L + alike / 3 + random.nextInt(100_000));
            }
        }
        return builder.build();
    }
}
