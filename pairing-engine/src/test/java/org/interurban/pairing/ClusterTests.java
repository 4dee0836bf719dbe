package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterTests {

    @Test
    void staysBetweenTheBestClustersAndTheBound() {
        SmallRounds.seeds(2_000).forEach(seed -> {
            var problem = SmallRounds.clusters(seed, 3);
            var best = best(problem);

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(answer.objective()).isEqualTo(best);
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Bounded(var answer, var bound, var certificate) -> {
                    assertThat(best).isBetween(answer.objective(), bound);
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Infeasible infeasible -> {
                    assertThat(best).isNegative();
                    Conflicts.assertMinimal(problem, infeasible, stripped -> best(stripped) >= 0);
                }
                case Outcome.Refused refused -> throw new AssertionError(refused + " for " + problem);
            }
        });
    }

    /** The largest worth of clusters of three, or -1 when no clusters keep all rules. */
    private static long best(Problem problem) {
        return best(
                problem,
                IntStream.range(0, problem.participants().size()).boxed().toList(),
                List.of());
    }

    private static long best(Problem problem, List<Integer> left, List<List<Integer>> clusters) {
        if (left.isEmpty()) {
            return keepsLocks(problem, clusters)
                    ? clusters.stream()
                            .mapToLong(members -> worth(problem, members))
                            .sum()
                    : -1;
        }
        var first = left.getFirst();
        var rest = left.subList(1, left.size());
        var best = problem.participants().get(first).min() > 0 ? -1 : best(problem, rest, clusters);
        for (var one = 0; one < rest.size(); one++) {
            for (var other = one + 1; other < rest.size(); other++) {
                var members = List.of(first, rest.get(one), rest.get(other));
                if (worth(problem, members) >= 0) {
                    var others = new ArrayList<>(rest);
                    others.removeAll(members);
                    var more = new ArrayList<>(clusters);
                    more.add(members);
                    best = Math.max(best, best(problem, others, more));
                }
            }
        }
        return best;
    }

    private static boolean keepsLocks(Problem problem, List<List<Integer>> clusters) {
        var positions = problem.positions();
        return problem.locks().stream().allMatch(lock -> {
            var together = clusters.stream()
                    .anyMatch(members ->
                            members.contains(positions.get(lock.a())) && members.contains(positions.get(lock.b())));
            return switch (lock) {
                case Lock.Must _ -> together;
                case Lock.MustNot _ -> !together;
                case Lock.Prefer _ -> true;
            };
        });
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
                    sum += new Decisions(problem).worth.at(pair);
                }
            }
        }
        return sum;
    }

    /** Cities that belong together, one cluster's after the other's, in an order that gives nothing away. */
    private static Problem.Builder planted(SplittableRandom random, int clusters, int size, int left) {
        var builder = Problem.builder(random.nextInt(1000)).form(new Form.Clusters(size));
        for (var one = 0; one < clusters * size + left; one++) {
            builder.participant(Participant.single("p" + one, Side.POOL));
            for (var other = 0; other < one; other++) {
                var together = one / size == other / size && one < clusters * size;
                builder.pair("p" + other, "p" + one, together ? 1_000 : random.nextInt(600));
            }
        }
        return builder;
    }

    @Test
    void findWhoBelongsTogether() {
        SmallRounds.seeds(60).forEach(random -> {
            var size = random.nextInt(3, 6);
            var clusters = random.nextInt(2, 6);
            var problem = planted(random, clusters, size, random.nextInt(size)).build();

            var answer = answer(Engine.solve(problem));

            assertThat(answer.objective()).isEqualTo(1_000L * clusters * size * (size - 1) / 2);
            assertThat(answer.clusters()).hasSize(clusters);
        });
    }

    @Test
    void areBetterThanAnyWithTwoCitiesExchanged() {
        SmallRounds.seeds(120).forEach(random -> {
            var size = random.nextInt(3, 6);
            var builder = Problem.builder(random.nextInt(1000)).form(new Form.Clusters(size));
            var cities = random.nextInt(size, 4 * size);
            for (var one = 0; one < cities; one++) {
                builder.participant(new Participant("p" + one, Side.POOL, 0, random.nextInt(12) == 0 ? 0 : 1));
                for (var other = 0; other < one; other++) {
                    builder.pair("p" + other, "p" + one, random.nextInt(1_000));
                }
            }
            var problem = builder.build();

            var answer = answer(Engine.solve(problem));

            var may = problem.participants().stream()
                    .filter(city -> city.max() > 0)
                    .map(Participant::id)
                    .toList();
            assertThat(answer.clusters()).hasSize(may.size() / size);
            assertThat(may)
                    .containsAll(
                            answer.clusters().stream().flatMap(List::stream).toList());
            for (var one : may) {
                for (var other : may) {
                    var exchanged = answer.clusters().stream()
                            .map(members -> members.stream()
                                    .map(city -> city.equals(one) ? other : city.equals(other) ? one : city)
                                    .toList())
                            .toList();
                    assertThat(worth(problem, exchanged)).isLessThanOrEqualTo(answer.objective());
                }
            }
        });
    }

    private static long worth(Problem problem, Collection<List<String>> clusters) {
        var positions = problem.positions();
        return clusters.stream()
                .mapToLong(members ->
                        worth(problem, members.stream().map(positions::get).toList()))
                .sum();
    }

    @Test
    void keepLocksAndMinimumsWhateverTheyCost() {
        SmallRounds.seeds(60).forEach(random -> {
            var size = random.nextInt(3, 6);
            var builder = planted(random, 4, size, 1);
            builder.lock(new Lock.Must("p0", "p" + size, "", "")).lock(new Lock.MustNot("p1", "p2", "", ""));
            var problem = builder.build();
            var left = "p" + 4 * size;
            var demanding = problem.withParticipants(problem.participants().stream()
                    .map(city -> city.id().equals(left) ? new Participant(left, Side.POOL, 1, 1) : city)
                    .toList());

            var outcome = Engine.solve(demanding);

            var clusters = answer(outcome).clusters();
            assertThat(clusters).hasSize(4);
            assertThat(clusters).anyMatch(members -> members.contains("p0") && members.contains("p" + size));
            assertThat(clusters).noneMatch(members -> members.contains("p1") && members.contains("p2"));
            assertThat(clusters).anyMatch(members -> members.contains(left));
        });
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Solved(var answer, var _) -> answer;
            case Outcome.Bounded(var answer, var _, var _) -> answer;
            case Outcome.Infeasible _, Outcome.Refused _ -> throw new AssertionError(outcome);
        };
    }

    @Test
    void areBoundedByThePairsThatFitIntoThem() {
        var builder = Problem.builder(1).form(new Form.Clusters(3));
        for (var one = 0; one < 8; one++) {
            builder.participant(new Participant("p" + one, Side.POOL, 0, one == 7 ? 0 : 1));
            for (var other = 0; other < one; other++) {
                builder.pair("p" + other, "p" + one, 10);
            }
        }
        var problem = builder.build();

        assertThat(Engine.solve(problem)).isInstanceOfSatisfying(Outcome.Solved.class, solved -> {
            assertThat(solved.answer().objective()).isEqualTo(60);
            assertThat(Certificates.check(solved.certificate(), problem)).isEqualTo(Certificates.VALID);
        });
    }

    @Test
    void haveNoRegretsSinceForcingAPairLeavesOnlyABound() {
        var problem = planted(new SplittableRandom(1), 2, 3, 0).build();
        var solved = (Outcome.Solved) Engine.solve(problem);

        assertThat(Engine.solve(problem.withLocks(List.of(new Lock.Must("p0", "p3", "", "")))))
                .isInstanceOf(Outcome.Bounded.class);
        assertThat(Regrets.canBeFound(solved)).isFalse();
        assertThatThrownBy(() -> Regrets.of(problem, solved)).hasMessageContaining("not exact");
    }

    @Test
    void saysWhenItIsNotKnownWhetherEveryoneCanHaveAPlace() {
        var builder = Problem.builder(1).form(new Form.Clusters(3));
        for (var one = 0; one < 60; one++) {
            builder.participant(new Participant("p" + one, Side.POOL, 1, 1));
            for (var other = 0; other < one; other++) {
                // two halves without a pair between them, of sizes that three does not divide
                if (one < 31 == other < 31) {
                    builder.pair("p" + other, "p" + one, 1);
                }
            }
        }

        assertThat(Engine.solve(builder.build())).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.reason()).contains("whether there are any is not known");
            assertThat(refused.names()).isNotEmpty();
        });
    }

    @Test
    void refuseOtherObjectivesAndLimits() {
        var problem = planted(new SplittableRandom(1), 2, 3, 0).build();

        assertThat(Engine.solve(problem.withObjective(new Objective.Fair())))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.names())
                        .containsExactly("objective"));
        assertThat(Engine.solve(problem.withLimits(List.of(new Limit.PairsWith("few", Set.of("p0"), 1)))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.names())
                        .containsExactly("few"));
    }

    @Test
    void stayWithinATenthOfTheBoundAtTheMedian() {
        var outcomes = IntStream.rangeClosed(Form.Clusters.SMALLEST, Form.Clusters.LARGEST)
                .boxed()
                .flatMap(size -> SmallRounds.seeds(5).map(random -> cities(random, 24, size)))
                .map(Engine::solve)
                .toList();

        var gaps = outcomes.stream()
                .flatMapToDouble(outcome -> switch (outcome) {
                    case Outcome.Solved _ -> DoubleStream.of(0);
                    case Outcome.Bounded bounded -> DoubleStream.of(bounded.gap());
                    case Outcome.Infeasible _, Outcome.Refused _ -> DoubleStream.empty();
                })
                .sorted()
                .toArray();

        assertThat(gaps).hasSameSizeAs(outcomes);
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
