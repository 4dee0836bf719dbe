package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.interurban.pairing.files.GivenScore;
import org.junit.jupiter.api.Test;

class OnePoolTests {

    private static final long LARGEST_EXACT = 1L << 48;

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
    void isTheBestOfAllAnswersAtAnyScoreThatAFileMayHold() {
        SmallRounds.seeds(2_000)
                .forEach(seed -> agreesWithBruteForce(
                        at(SmallRounds.pool(seed, 3), () -> seed.nextLong(GivenScore.LARGEST + 1))));
    }

    @Test
    void isNeverRefusedHoweverLargeItsScores() {
        SmallRounds.seeds(1_000).forEach(seed -> {
            var problem = at(SmallRounds.pool(seed, 3), () -> seed.nextLong(1L << 50));
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
                case Outcome.Refused refused -> throw new AssertionError("A small pool has an answer: " + refused);
            }
        });
    }

    @Test
    void threeCitiesAreNeverRefused() {
        for (var score : new long[] {1_000_000_001, GivenScore.LARGEST, 1L << 50}) {
            var problem = Problem.builder(1)
                    .form(new Form.OnePool())
                    .participant(new Participant("Lyon", Side.POOL, 1, 1))
                    .participant(Participant.single("Gent", Side.POOL))
                    .participant(Participant.single("Kyoto", Side.POOL))
                    .pair("Gent", "Kyoto", score)
                    .pair("Lyon", "Gent", 5)
                    .pair("Lyon", "Kyoto", 4)
                    .build();
            var agreed = Answer.ofPairs(List.of(new Answer.Pair("Lyon", "Kyoto", 4)));

            var best =
                    switch (Engine.solve(problem)) {
                        case Outcome.Solved(var answer, var _) -> answer.pairs();
                        case Outcome.Bounded(var answer, var _, var _) -> answer.pairs();
                        case Outcome.Infeasible _, Outcome.Refused _ -> List.<Answer.Pair>of();
                    };
            var repaired = ((Repair.Result.Repaired) Repair.of(problem, agreed)).repair();

            assertThat(best).hasSize(1);
            assertThat(repaired.kept()).singleElement().satisfies(pair -> assertThat(Set.of(pair.a(), pair.b()))
                    .containsExactlyInAnyOrder("Lyon", "Kyoto"));
        }
    }

    private static Problem at(Problem problem, LongSupplier score) {
        var scores = new long[problem.candidates().size()];
        Arrays.setAll(scores, pair -> score.getAsLong());
        return problem.withCandidates(problem.candidates().withScores(scores));
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
        var problem = path(LARGEST_EXACT + 1, LARGEST_EXACT + 5, LARGEST_EXACT + 3);

        assertThat(Engine.solve(problem)).isInstanceOfSatisfying(Outcome.Solved.class, solved -> {
            assertThat(solved.answer().objective()).isEqualTo(2 * LARGEST_EXACT + 4);
            assertThat(solved.certificate().proof()).isInstanceOf(Proof.Bound.class);
        });
    }

    @Test
    void isOnlyBoundedWhereScoresAreTooLargeForAMatching() {
        var builder = Problem.builder(1).form(new Form.OnePool());
        for (var i = 0; i < 3; i++) {
            builder.participant(new Participant("p" + i, Side.POOL, 0, 1));
            for (var other = 0; other < i; other++) {
                builder.pair("p" + other, "p" + i, LARGEST_EXACT);
            }
        }
        var exact = builder.build();
        var bounded = exact.withLocks(List.of(new Lock.Prefer("p0", "p1", 2, "", "")));
        var infeasible = bounded.withParticipants(bounded.participants().stream()
                .map(city -> new Participant(city.id(), city.side(), 1, 1))
                .toList());

        assertThat(Engine.solve(exact)).isInstanceOf(Outcome.Solved.class);
        assertThat(Engine.solve(bounded)).isInstanceOfSatisfying(Outcome.Bounded.class, outcome -> {
            assertThat(outcome.answer().objective()).isEqualTo(LARGEST_EXACT + 2);
            assertThat(outcome.bound()).isEqualTo(LARGEST_EXACT / 2 * 3 + 1);
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
