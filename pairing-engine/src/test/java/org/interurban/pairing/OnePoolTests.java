package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OnePoolTests {

    @Test
    void isTheBestOfAllAnswersWhereEveryoneHasOnePartner() {
        SmallRounds.seeds(4_000).forEach(seed -> {
            var problem = SmallRounds.pool(seed, 1);
            var best = new BruteForce(problem).best();

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(answer.objective()).isEqualTo(best.orElseThrow().total());
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Infeasible(var conflict) -> {
                    assertThat(best).isEmpty();
                    assertThat(new BruteForce(Conflicts.only(problem, conflict)).answers())
                            .isEmpty();
                }
                case Outcome.Refused _, Outcome.Bounded _ -> throw new AssertionError("One partner each is exact");
            }
        });
    }

    @Test
    void isWithinItsBoundWhereSomeMayHaveMore() {
        SmallRounds.seeds(2_000).forEach(seed -> {
            var problem = SmallRounds.pool(seed, 3);
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
                case Outcome.Infeasible _ -> assertThat(best).isEmpty();
                case Outcome.Refused(var _, var names) -> assertThat(names).isNotEmpty();
            }
        });
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
