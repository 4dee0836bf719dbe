package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegretsTests {

    @Test
    void areTheSameOneByOneAndAllAtOnce() {
        SmallRounds.seeds(20).forEach(random -> {
            var problem = round(random, 30, random.nextInt(1, 31));
            var solved = (Outcome.Solved) Engine.solve(problem);
            var all = Regrets.of(problem, solved).all();
            var oneByOne = Regrets.of(problem, solved);

            for (var pair = 0; pair < all.length; pair++) {
                var a = problem.participants()
                        .get(problem.candidates().first(pair))
                        .id();
                var b = problem.participants()
                        .get(problem.candidates().partner(pair))
                        .id();
                assertThat(oneByOne.of(a, b)).hasValue(all[pair]);
            }
        });
    }

    @Test
    void orderTheAlternativesOfEveryParticipant() {
        SmallRounds.seeds(300).forEach(random -> {
            var problem = random.nextBoolean() ? SmallRounds.ruled(random) : SmallRounds.pool(random, 2);
            if (!(Engine.solve(problem) instanceof Outcome.Solved solved)) {
                return;
            }
            var regrets = Regrets.of(problem, solved);
            var answer = new BruteForce.Trial(solved.answer().pairs());
            var allowed = 0;

            for (var participant : problem.participants()) {
                var alternatives = regrets.alternatives(participant.id());

                assertThat(alternatives).isSortedAccordingTo((one, other) -> {
                    var ofPairs = Boolean.compare(other.chosen(), one.chosen());
                    return ofPairs != 0 ? ofPairs : Long.compare(one.regret(), other.regret());
                });
                for (var one : alternatives) {
                    assertThat(one.chosen()).isEqualTo(answer.has(participant.id(), one.partner()));
                    assertThat(Regrets.of(problem, solved).of(participant.id(), one.partner()))
                            .hasValue(one.regret());
                }
                allowed += alternatives.size();
            }
            assertThat(allowed).isEqualTo(2 * problem.candidates().size());
        });
    }

    @Test
    void stayTheSameWhateverACallerDoesWithThem() {
        var problem = round(new SplittableRandom(1), 5, 30);
        var regrets = Regrets.of(problem, (Outcome.Solved) Engine.solve(problem));
        var before = regrets.all();

        Arrays.fill(regrets.all(), -1);

        assertThat(regrets.all()).isEqualTo(before);
    }

    private static Problem round(SplittableRandom random, int size, int density) {
        var builder = Problem.builder(1);
        for (var i = 0; i < size; i++) {
            builder.participant(new Participant("a" + i, Side.A, 0, random.nextInt(1, 3)));
            builder.participant(new Participant("b" + i, Side.B, 0, random.nextInt(1, 3)));
        }
        for (var a = 0; a < size; a++) {
            for (var b = 0; b < size; b++) {
                if (random.nextInt(30) < density) {
                    builder.pair("a" + a, "b" + b, random.nextInt(1000));
                }
            }
        }
        return builder.build();
    }
}
