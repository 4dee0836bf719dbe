package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
                    assertThat(reason).contains("not known");
                    assertThat(names).isNotEmpty();
                }
            }
        });
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
