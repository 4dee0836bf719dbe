package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTests {

    @Test
    void regretsAreThoseOfForcingOrForbiddingThePair() {
        SmallRounds.seeds(3_000).forEach(seed -> {
            var problem = SmallRounds.ruled(seed);
            if (!(Engine.solve(problem) instanceof Outcome.Solved solved)) {
                return;
            }
            var answers = new BruteForce(problem).answers();
            var regrets = Regrets.of(problem, solved);
            var all = regrets.all();

            for (var pair = 0; pair < all.length; pair++) {
                var a = problem.participants()
                        .get(problem.candidates().first(pair))
                        .id();
                var b = problem.participants()
                        .get(problem.candidates().partner(pair))
                        .id();
                var chosen = solved.answer().pairs().stream()
                        .anyMatch(it -> it.a().equals(a) && it.b().equals(b));
                var otherwise = answers.stream()
                        .filter(trial -> trial.has(a, b) != chosen)
                        .mapToLong(BruteForce.Trial::total)
                        .max();
                var expected = otherwise.isPresent()
                        ? solved.answer().objective() - otherwise.getAsLong()
                        : Regrets.IMPOSSIBLE;
                assertThat(all[pair]).as("%s with %s in %s", a, b, problem).isEqualTo(expected);
                assertThat(Regrets.of(problem, solved).of(a, b)).hasValue(expected);
            }
        });
    }

    @Test
    void aLockCostsWhatTheBestAnswerWithoutItIsWorthMore() {
        SmallRounds.seeds(1_000).forEach(seed -> {
            var problem = SmallRounds.ruled(seed);
            if (!(Engine.solve(problem) instanceof Outcome.Solved solved)) {
                return;
            }
            for (var cost : Review.lockCosts(problem, solved.answer())) {
                var others = new ArrayList<>(problem.locks());
                others.remove(cost.lock());
                var without = new BruteForce(problem.withLocks(others)).best().orElseThrow();

                assertThat(cost.without()).isEqualTo(without.total());
                assertThat(cost.cost()).isNotNegative();
            }
        });
    }

    @Test
    void aStableAnswerHasNoBlockingPairs() {
        SmallRounds.seeds(1_000).forEach(seed -> {
            var problem = SmallRounds.plain(seed).withObjective(new Objective.Stable(Side.A));

            if (Engine.solve(problem) instanceof Outcome.Solved solved) {
                assertThat(Review.blockingPairs(problem, solved.answer()))
                        .filteredOn(pair -> pair.gainOfA() > 0 && pair.gainOfB() > 0)
                        .isEmpty();
            }
        });
    }

    @Test
    void repairKeepsAsManyAgreedPairsAsAnyAnswerCan() {
        SmallRounds.seeds(1_000).forEach(seed -> {
            var before = SmallRounds.plain(seed.split());
            var changed = SmallRounds.ruled(seed.split());
            if (!(Engine.solve(before) instanceof Outcome.Solved agreed)) {
                return;
            }

            switch (Repair.of(changed, agreed.answer())) {
                case Repair.Result.Repaired(var repair) -> {
                    var best = new BruteForce(changed)
                            .answers().stream()
                                    .max(Comparator.<BruteForce.Trial>comparingLong(
                                                    trial -> kept(trial, agreed.answer()))
                                            .thenComparingLong(BruteForce.Trial::total))
                                    .orElseThrow();
                    assertThat((long) repair.kept().size()).isEqualTo(kept(best, agreed.answer()));
                    assertThat(repair.answer().objective()).isEqualTo(best.total());
                    assertThat(repair.cost()).isNotNegative();
                }
                case Repair.Result.Impossible _ ->
                    assertThat(new BruteForce(changed).answers()).isEmpty();
                case Repair.Result.Refused(var why) -> assertThat(why.reason()).contains("overlap");
            }
        });
    }

    private static long kept(BruteForce.Trial trial, Answer agreed) {
        return agreed.pairs().stream()
                .filter(pair -> trial.has(pair.a(), pair.b()))
                .count();
    }

    @Test
    void pairsFarAheadAreChosenAgainWhenScoresAreDisturbed() {
        var problem = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Gent", Side.A))
                .participant(Participant.single("Kyoto", Side.B))
                .participant(Participant.single("Busan", Side.B))
                .pair("Lyon", "Kyoto", 900_000)
                .pair("Lyon", "Busan", 100_000)
                .pair("Gent", "Kyoto", 100_000)
                .pair("Gent", "Busan", 900_000)
                .build();
        var solved = (Outcome.Solved) Engine.solve(problem);

        var robust = Review.robustness(problem, solved.answer(), 20, 0.1);

        assertThat(robust).hasSize(2).allMatch(pair -> pair.kept() == 20);
        assertThat(Review.worstOff(solved.answer())).hasSize(2);
        assertThat(Regrets.of(problem, solved).alternatives("Lyon"))
                .extracting(Regrets.Alternative::partner)
                .isEqualTo(List.of("Kyoto", "Busan"));
    }
}
