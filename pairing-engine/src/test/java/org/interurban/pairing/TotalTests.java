package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TotalTests {

    @Test
    void isTheBestOfAllAnswersToPlainRounds() {
        SmallRounds.seeds(4_000).forEach(seed -> agreesWithBruteForce(SmallRounds.plain(seed)));
    }

    @Test
    void isTheBestOfAllAnswersWhereLocksGiveSinglePartnersAway() {
        SmallRounds.seeds(4_000).forEach(seed -> agreesWithBruteForce(SmallRounds.locked(seed)));
    }

    @Test
    void isTheBestOfAllAnswersUnderCapacitiesLocksAndLimits() {
        SmallRounds.seeds(8_000).forEach(seed -> agreesWithBruteForce(SmallRounds.ruled(seed)));
    }

    private static void agreesWithBruteForce(Problem problem) {
        var answers = new BruteForce(problem).answers();

        switch (Engine.solve(problem)) {
            case Outcome.Solved(var answer, var certificate) -> {
                assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                assertThat(answers.contains(new BruteForce.Trial(answer.pairs())))
                        .as("%s keeps the rules of %s", answer, problem)
                        .isTrue();
                assertThat(answer.objective())
                        .as("%s", problem)
                        .isEqualTo(answers.stream()
                                .mapToLong(BruteForce.Trial::total)
                                .max()
                                .orElseThrow());
            }
            case Outcome.Infeasible infeasible -> {
                assertThat(answers).as("%s", problem).isEmpty();
                Conflicts.assertMinimal(problem, infeasible);
            }
            case Outcome.Refused(var _, var names) -> assertThat(names).isNotEmpty();
            case Outcome.Bounded _ -> throw new AssertionError("Two sides are solved exactly");
        }
    }

    @Test
    void isTheSameOnEveryRun() {
        var problem = SmallRounds.ruled(new SplittableRandom(7));

        assertThat(Engine.solve(problem)).usingRecursiveComparison().isEqualTo(Engine.solve(problem));
    }
}
