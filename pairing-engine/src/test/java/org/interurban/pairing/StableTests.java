package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StableTests {

    @Test
    void leavesNoTwoParticipantsThatWouldRatherHaveEachOther() {
        SmallRounds.seeds(4_000).forEach(seed -> {
            var problem = SmallRounds.ruled(seed)
                    .withLimits(List.of())
                    .withObjective(new Objective.Stable(seed.nextBoolean() ? Side.A : Side.B));

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                    assertThat(new BruteForce(problem).answers().contains(new BruteForce.Trial(answer.pairs())))
                            .isTrue();
                }
                case Outcome.Infeasible _ ->
                    assertThat(new BruteForce(problem).answers()).isEmpty();
                case Outcome.Refused(var _, var names) -> assertThat(names).isNotEmpty();
                case Outcome.Bounded _ -> throw new AssertionError("A stable answer is exact");
            }
        });
    }

    @Test
    void isTheBestStableAnswerForTheSideThatProposes() {
        var problem = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Gent", Side.A))
                .participant(Participant.single("Kyoto", Side.B))
                .participant(Participant.single("Busan", Side.B))
                .pair("Lyon", "Kyoto", 10, 9, 1)
                .pair("Lyon", "Busan", 10, 1, 9)
                .pair("Gent", "Kyoto", 10, 1, 9)
                .pair("Gent", "Busan", 10, 9, 1)
                .build();

        var forA = (Outcome.Solved) Engine.solve(problem.withObjective(new Objective.Stable(Side.A)));
        var forB = (Outcome.Solved) Engine.solve(problem.withObjective(new Objective.Stable(Side.B)));

        assertThat(forA.answer().pairs())
                .containsExactlyInAnyOrder(new Answer.Pair("Lyon", "Kyoto", 10), new Answer.Pair("Gent", "Busan", 10));
        assertThat(forB.answer().pairs())
                .containsExactlyInAnyOrder(new Answer.Pair("Lyon", "Busan", 10), new Answer.Pair("Gent", "Kyoto", 10));
    }
}
