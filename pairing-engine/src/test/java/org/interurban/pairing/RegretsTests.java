package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

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
