package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must not change when something changes that does not matter. */
class MetamorphicTests {

    private static final int SIZE = 40;

    private record Scored(String a, String b, long score) {}

    private static List<Scored> pairs(SplittableRandom random, int scores) {
        var pairs = new ArrayList<Scored>();
        for (var a = 0; a < SIZE; a++) {
            for (var b = 0; b < SIZE; b++) {
                if (random.nextInt(4) == 0) {
                    pairs.add(new Scored("a" + a, "b" + b, random.nextInt(scores)));
                }
            }
        }
        return pairs;
    }

    private static Problem.Builder round(List<Scored> pairs) {
        var builder = Problem.builder(5);
        for (var i = 0; i < SIZE; i++) {
            builder.participant(Participant.single("a" + i, Side.A));
            builder.participant(Participant.single("b" + i, Side.B));
        }
        pairs.forEach(pair -> builder.pair(pair.a(), pair.b(), pair.score()));
        return builder;
    }

    private static Answer solved(Problem problem) {
        var solved = (Outcome.Solved) Engine.solve(problem);
        assertThat(Certificates.check(solved.certificate(), problem)).isEqualTo(Certificates.VALID);
        return solved.answer();
    }

    @Test
    void aCityWithoutCandidatesChangesNothing() {
        SmallRounds.seeds(30).forEach(random -> {
            var pairs = pairs(random, 20);

            var with = round(pairs).participant(Participant.single("lonely", Side.A));

            assertThat(solved(with.build())).isEqualTo(solved(round(pairs).build()));
        });
    }

    @Test
    void theOrderOfTheInputChangesNothing() {
        SmallRounds.seeds(30).forEach(random -> {
            var pairs = pairs(random, 5);
            var shuffled = new ArrayList<>(pairs);
            Collections.shuffle(shuffled, new Random(3));

            assertThat(solved(round(shuffled).build()))
                    .isEqualTo(solved(round(pairs).build()));
        });
    }

    @Test
    void otherNamesAndSeedsGiveTheSamePairsWhereTiesDoNotDecide() {
        SmallRounds.seeds(30).forEach(random -> {
            // so many scores that no two answers are worth the same
            var pairs = pairs(random, 1_000_000_000);
            var names = new ArrayList<Integer>();
            for (var i = 0; i < 2 * SIZE; i++) {
                names.add(i);
            }
            Collections.shuffle(names, new Random(random.nextLong()));
            var renamed = Problem.builder(random.nextLong());
            var former = new HashMap<String, String>();
            for (var i = 0; i < SIZE; i++) {
                former.put("city " + names.get(i), "a" + i);
                former.put("city " + names.get(SIZE + i), "b" + i);
                renamed.participant(Participant.single("city " + names.get(i), Side.A));
                renamed.participant(Participant.single("city " + names.get(SIZE + i), Side.B));
            }
            for (var pair : pairs) {
                renamed.pair(
                        "city " + names.get(Integer.parseInt(pair.a().substring(1))),
                        "city " + names.get(SIZE + Integer.parseInt(pair.b().substring(1))),
                        pair.score());
            }

            var answer = solved(renamed.build());

            assertThat(answer.pairs().stream()
                            .map(pair -> new Answer.Pair(
                                    former.getOrDefault(pair.a(), ""),
                                    former.getOrDefault(pair.b(), ""),
                                    pair.score())))
                    .containsExactlyInAnyOrderElementsOf(
                            solved(round(pairs).build()).pairs());
        });
    }

    @Test
    void aChosenPairThatScoresHigherStaysChosen() {
        SmallRounds.seeds(30).forEach(random -> {
            var pairs = pairs(random, 1000);
            var chosen = solved(round(pairs).build()).pairs().getFirst();
            var raised = pairs.stream()
                    .map(pair -> pair.a().equals(chosen.a()) && pair.b().equals(chosen.b())
                            ? new Scored(pair.a(), pair.b(), pair.score() + 7)
                            : pair)
                    .toList();

            var answer = solved(round(raised).build());

            assertThat(answer.pairs()).contains(new Answer.Pair(chosen.a(), chosen.b(), chosen.score() + 7));
        });
    }

    @Test
    void twoSidesSolvedAsOnePoolAreWorthTheSame() {
        SmallRounds.seeds(30).forEach(random -> {
            var pairs = pairs(random, 1000);
            var pool = Problem.builder(5).form(new Form.OnePool());
            for (var i = 0; i < SIZE; i++) {
                pool.participant(Participant.single("a" + i, Side.POOL));
                pool.participant(Participant.single("b" + i, Side.POOL));
            }
            pairs.forEach(pair -> pool.pair(pair.a(), pair.b(), pair.score()));

            assertThat(solved(pool.build()).objective())
                    .isEqualTo(solved(round(pairs).build()).objective());
        });
    }

    @Test
    void theSeedDecidesOnlyTies() {
        var pairs = pairs(new SplittableRandom(1), 3);
        var one = round(pairs).build();
        var builder = Problem.builder(6);
        one.participants().forEach(builder::participant);
        pairs.forEach(pair -> builder.pair(pair.a(), pair.b(), pair.score()));

        var other = builder.build();

        assertThat(solved(other).objective()).isEqualTo(solved(one).objective());
        assertThat(solved(other).pairs()).isNotEqualTo(solved(one).pairs());
    }
}
