package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class FairTests {

    @Test
    void servesMostThenRaisesTheLowestThenTheSum() {
        SmallRounds.seeds(4_000).forEach(seed -> {
            var problem = SmallRounds.ruled(seed).withObjective(new Objective.Fair());
            var best = new BruteForce(problem)
                    .answers().stream()
                            .max(Comparator.<BruteForce.Trial>comparingInt(
                                            trial -> trial.pairs().size())
                                    .thenComparingLong(trial -> lowest(problem, trial))
                                    .thenComparingLong(BruteForce.Trial::total));

            switch (Engine.solve(problem)) {
                case Outcome.Solved(var answer, var certificate) -> {
                    var trial = new BruteForce.Trial(answer.pairs());
                    assertThat(trial.pairs().size())
                            .isEqualTo(best.orElseThrow().pairs().size());
                    assertThat(lowest(problem, trial)).isEqualTo(lowest(problem, best.orElseThrow()));
                    assertThat(trial.total()).isEqualTo(best.orElseThrow().total());
                    assertThat(Certificates.check(certificate, problem)).isEqualTo(Certificates.VALID);
                }
                case Outcome.Infeasible _ -> assertThat(best).isEmpty();
                case Outcome.Refused(var _, var names) -> assertThat(names).isNotEmpty();
                case Outcome.Bounded _ -> throw new AssertionError("Two sides are solved exactly");
            }
        });
    }

    /** The lowest score among the pairs that no lock demands. */
    private static long lowest(Problem problem, BruteForce.Trial trial) {
        return trial.pairs().stream()
                .filter(pair -> problem.locks().stream()
                        .noneMatch(lock -> lock instanceof Lock.Must must
                                && must.a().equals(pair.a())
                                && must.b().equals(pair.b())))
                .mapToLong(Answer.Pair::score)
                .min()
                .orElse(0);
    }
}
