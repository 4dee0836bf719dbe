package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnePoolTests {

    @Test
    void isTheBestOfAllAnswersWhereEveryoneHasOnePartner() {
        SmallRounds.seeds(4_000).forEach(seed -> agreesWithBruteForce(SmallRounds.pool(seed, 1)));
    }

    @Test
    void isTheBestOfAllAnswersWhereSomeMayHaveMore() {
        SmallRounds.seeds(4_000).forEach(seed -> agreesWithBruteForce(SmallRounds.pool(seed, 3)));
    }

    private static void agreesWithBruteForce(Problem problem) {
        var best = new BruteForce(problem).best();

        switch (Engine.solve(problem)) {
            case Outcome.Solved(var answer, var certificate) -> {
                assertThat(answer.objective()).isEqualTo(best.orElseThrow().total());
                assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
            }
            case Outcome.Infeasible infeasible -> {
                assertThat(best).isEmpty();
                Conflicts.assertMinimal(problem, infeasible);
            }
            case Outcome.Refused _, Outcome.Bounded _ -> throw new AssertionError("A small pool is exact: " + problem);
        }
    }

    @Test
    void isWithinItsBoundWhereScoresAreTooLargeForAMatching() {
        SmallRounds.seeds(2_000).forEach(seed -> {
            var problem = large(SmallRounds.pool(seed, 3));
            var best = new BruteForce(problem).best();

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(answer.objective()).isEqualTo(best.orElseThrow().total());
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Bounded(var answer, var bound, var certificate) -> {
                    assertThat(best.orElseThrow().total()).isBetween(answer.objective(), bound);
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Infeasible infeasible -> {
                    assertThat(best).isEmpty();
                    Conflicts.assertMinimal(problem, infeasible);
                }
                case Outcome.Refused(var reason, var names) -> {
                    assertThat(reason).contains("there may be one");
                    assertThat(names).isNotEmpty();
                }
            }
        });
    }

    private static Problem path(long... scores) {
        var builder = Problem.builder(1).form(new Form.OnePool());
        for (var i = 0; i <= scores.length; i++) {
            builder.participant(Participant.single("p" + i, Side.POOL));
        }
        for (var i = 0; i < scores.length; i++) {
            builder.pair("p" + i, "p" + (i + 1), scores[i]);
        }
        return builder.build();
    }

    @Test
    void beginsWithWholePairsOfTheHalfAndHalfChoice() {
        var problem = path(2_000_000_001, 2_000_000_005, 2_000_000_003);

        assertThat(Engine.solve(problem)).isInstanceOfSatisfying(Outcome.Solved.class, solved -> {
            assertThat(solved.answer().objective()).isEqualTo(4_000_000_004L);
            assertThat(solved.certificate().proof()).isInstanceOf(Proof.Bound.class);
        });
    }

    @Test
    void isOnlyBoundedWhereScoresAreTooLargeForAMatching() {
        var builder = Problem.builder(1).form(new Form.OnePool());
        for (var i = 0; i < 3; i++) {
            builder.participant(new Participant("p" + i, Side.POOL, 0, 1));
            for (var other = 0; other < i; other++) {
                builder.pair("p" + other, "p" + i, 1_000_000_000);
            }
        }
        var exact = builder.build();
        var bounded = exact.withLocks(List.of(new Lock.Prefer("p0", "p1", 2, "", "")));
        var infeasible = bounded.withParticipants(bounded.participants().stream()
                .map(city -> new Participant(city.id(), city.side(), 1, 1))
                .toList());

        assertThat(Engine.solve(exact)).isInstanceOf(Outcome.Solved.class);
        assertThat(Engine.solve(bounded)).isInstanceOfSatisfying(Outcome.Bounded.class, outcome -> {
            assertThat(outcome.answer().objective()).isEqualTo(1_000_000_002);
            assertThat(outcome.bound()).isEqualTo(1_500_000_001);
            assertThat(outcome.gap()).isBetween(0.33, 0.34);
        });
        assertThat(Engine.solve(infeasible))
                .isInstanceOfSatisfying(
                        Outcome.Infeasible.class, outcome -> Conflicts.assertMinimal(infeasible, outcome));
    }

    @Test
    void pairsEveryoneThoughNotWithThePairsTriedFirst() {
        var builder = Problem.builder(1).form(new Form.OnePool());
        for (var i = 0; i < 16; i++) {
            builder.participant(new Participant("p" + i, Side.POOL, 1, 1));
            for (var other = 0; other < i; other++) {
                builder.pair("p" + other, "p" + i, 7);
            }
        }

        assertThat(Engine.solve(builder.build())).isInstanceOfSatisfying(Outcome.Solved.class, solved -> assertThat(
                        solved.answer().pairs())
                .hasSize(8));
    }

    @Test
    void provesItsAnswerForThePairsThatItDidNotTryToo() {
        SmallRounds.seeds(30).forEach(random -> {
            var size = random.nextInt(20, 60);
            var places = random.nextInt(1, 4);
            var scores = random.nextBoolean() ? 20 : 1_000_000;
            var builder = Problem.builder(1).form(new Form.OnePool());
            for (var i = 0; i < size; i++) {
                builder.participant(new Participant("p" + i, Side.POOL, random.nextInt(9) / 8, places));
                for (var other = 0; other < i; other++) {
                    builder.pair("p" + other, "p" + i, random.nextInt(scores));
                }
            }
            var problem = builder.build();

            var solved = (Outcome.Solved) Engine.solve(problem);

            assertThat(Certificates.check(solved.certificate(), problem)).isEqualTo(Certificates.VALID);
        });
    }

    @Test
    void refusesOtherObjectives() {
        assertThat(Engine.solve(path(5).withObjective(new Objective.Fair())))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                        .contains("only the objective \"total\""));
    }

    private static Problem large(Problem problem) {
        var scores = new long[problem.candidates().size()];
        Arrays.setAll(scores, pair -> 2_000_000_000L + problem.candidates().score(pair));
        return problem.withCandidates(problem.candidates().withScores(scores));
    }

    @Test
    void refusesLimitsByName() {
        var problem = Problem.builder(1)
                .form(new Form.OnePool())
                .participant(Participant.single("Lyon", Side.POOL))
                .participant(Participant.single("Gent", Side.POOL))
                .pair("Lyon", "Gent", 5)
                .limit(new Limit.PairsWith("one from Belgium", Set.of("Gent"), 1))
                .build();

        assertThat(Engine.solve(problem))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.names())
                        .containsExactly("one from Belgium"));
    }
}
