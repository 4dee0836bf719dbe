package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a committee asks about an answer, on rounds small enough to see why. */
class ReviewTests {

    private static final Answer.Pair LYON_KYOTO = new Answer.Pair("Lyon", "Kyoto", 9);
    private static final Answer.Pair GENT_BUSAN = new Answer.Pair("Gent", "Busan", 4);

    private static Problem round(Lock... locks) {
        return Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Gent", Side.A))
                .participant(Participant.single("Kyoto", Side.B))
                .participant(Participant.single("Busan", Side.B))
                .pair("Lyon", "Kyoto", 9, 3, 6)
                .pair("Lyon", "Busan", 8, 7, 1)
                .pair("Gent", "Kyoto", 6, 5, 8)
                .pair("Gent", "Busan", 4, 2, 4)
                .build()
                .withLocks(List.of(locks));
    }

    private static Outcome.Solved solved(Problem problem) {
        return (Outcome.Solved) Engine.solve(problem);
    }

    private static List<Long> costs(Problem problem) {
        return Review.lockCosts(problem, solved(problem).answer()).stream()
                .map(Review.LockCost::cost)
                .toList();
    }

    @Test
    void aLockCostsTheDifferenceToTheBestWithoutIt() {
        assertThat(costs(round(new Lock.Must("Lyon", "Kyoto", "", "")))).containsExactly(1L);
        assertThat(costs(round(new Lock.MustNot("Gent", "Kyoto", "", "")))).containsExactly(1L);
        assertThat(costs(round(new Lock.Must("Lyon", "Busan", "", "")))).containsExactly(0L);
        assertThat(costs(round(new Lock.Prefer("Lyon", "Kyoto", 5, "", "")))).containsExactly(1L);
        assertThat(costs(round(new Lock.Prefer("Kyoto", "Lyon", 5, "", "")))).containsExactly(1L);
        assertThat(costs(round(new Lock.Prefer("Lyon", "Busan", 5, "", "")))).containsExactly(0L);
        assertThat(costs(round(new Lock.Prefer("Gent", "Busan", 0, "", "")))).containsExactly(0L);
    }

    @Test
    void blockingPairsStandByWhatTheyWouldGainTogether() {
        var answer = Answer.ofPairs(List.of(LYON_KYOTO));

        assertThat(Review.blockingPairs(round(), answer))
                .containsExactly(
                        new Review.BlockingPair("Gent", "Kyoto", 5, 2),
                        new Review.BlockingPair("Gent", "Busan", 2, 4),
                        new Review.BlockingPair("Lyon", "Busan", 4, 1));
    }

    @Test
    void locksAreNoGroundsToLeave() {
        var answer = Answer.ofPairs(List.of(LYON_KYOTO, GENT_BUSAN));

        assertThat(Review.blockingPairs(round(), answer))
                .containsExactly(new Review.BlockingPair("Gent", "Kyoto", 3, 2));
        assertThat(Review.blockingPairs(round(new Lock.MustNot("Gent", "Kyoto", "", "")), answer))
                .isEmpty();
        assertThat(Review.blockingPairs(round(new Lock.Must("Lyon", "Kyoto", "", "")), answer))
                .isEmpty();
    }

    @Test
    void theWorstOffHaveTheLowestScore() {
        assertThat(Review.worstOff(Answer.ofPairs(List.of(LYON_KYOTO, GENT_BUSAN))))
                .containsExactly(GENT_BUSAN);
        assertThat(Review.worstOff(Answer.ofPairs(List.of()))).isEmpty();
    }

    @Test
    void closeDecisionsFallOtherwiseWhenScoresAreDisturbed() {
        var answer = solved(round()).answer();
        var large = round().withCandidates(
                        round().candidates().withScores(new long[] {900_000, 899_999, 600_000, 600_000}));

        assertThat(Review.robustness(round(), answer, 30, 0))
                .hasSize(2)
                .allMatch(robust -> robust.kept() == 30 && robust.runs() == 30);
        assertThat(Review.robustness(large, solved(large).answer(), 40, 0.2))
                .allMatch(robust -> robust.kept() > 5 && robust.kept() < 35);
    }

    @Test
    void aWithdrawalChangesAsLittleAsCanBe() {
        var agreed = solved(round()).answer();
        assertThat(agreed.objective()).isEqualTo(14);
        var without = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(Participant.single("Gent", Side.A))
                .participant(Participant.single("Kyoto", Side.B))
                .pair("Lyon", "Kyoto", 9)
                .pair("Gent", "Kyoto", 6)
                .build();

        var repair = ((Repair.Result.Repaired) Repair.of(without, agreed)).repair();

        assertThat(repair.kept()).containsExactly(new Answer.Pair("Gent", "Kyoto", 6));
        assertThat(repair.dropped()).containsExactly(new Answer.Pair("Lyon", "Busan", 8));
        assertThat(repair.added()).isEmpty();
        assertThat(repair.answer().objective()).isEqualTo(6);
        assertThat(repair.freshOptimum().objective()).isEqualTo(9);
        assertThat(repair.cost()).isEqualTo(3);
    }

    @Test
    void aPairThatIsNoLongerAllowedIsReplaced() {
        var agreed = Answer.ofPairs(List.of(LYON_KYOTO, GENT_BUSAN));
        var changed = round(new Lock.MustNot("Lyon", "Kyoto", "", ""));

        var repair = ((Repair.Result.Repaired) Repair.of(changed, agreed)).repair();

        assertThat(repair.kept()).containsExactly(GENT_BUSAN);
        assertThat(repair.dropped()).containsExactly(LYON_KYOTO);
        assertThat(repair.cost()).isEqualTo(10);
        assertThat(Repair.of(
                        changed.withLocks(List.of(
                                new Lock.Must("Lyon", "Kyoto", "", ""), new Lock.Must("Gent", "Kyoto", "", ""))),
                        agreed))
                .isInstanceOf(Repair.Result.Impossible.class);
    }

    @Test
    void regretsInOnePoolAreThoseOfForcingOrForbiddingThePair() {
        SmallRounds.seeds(100).forEach(seed -> {
            var problem = SmallRounds.pool(seed, 2);
            if (!(Engine.solve(problem) instanceof Outcome.Solved solved)) {
                return;
            }
            var answers = new BruteForce(problem).answers();
            var all = Regrets.of(problem, solved).all();

            for (var pair = 0; pair < all.length; pair++) {
                var a = problem.participants()
                        .get(problem.candidates().first(pair))
                        .id();
                var b = problem.participants()
                        .get(problem.candidates().partner(pair))
                        .id();
                var chosen = new BruteForce.Trial(solved.answer().pairs()).has(a, b);
                var otherwise = answers.stream()
                        .filter(trial -> trial.has(a, b) != chosen)
                        .mapToLong(BruteForce.Trial::total)
                        .max();

                assertThat(all[pair])
                        .isEqualTo(
                                otherwise.isPresent()
                                        ? solved.answer().objective() - otherwise.getAsLong()
                                        : Regrets.IMPOSSIBLE);
                assertThat(Regrets.of(problem, solved).of(b, a)).hasValue(all[pair]);
            }
        });
    }

    @Test
    void alternativesStandByWhatTheyWouldCost() {
        var regrets = Regrets.of(round(), solved(round()));

        assertThat(regrets.alternatives("Lyon"))
                .containsExactly(
                        new Regrets.Alternative("Busan", 8, 1, true), new Regrets.Alternative("Kyoto", 9, 1, false));
        assertThat(regrets.of("Lyon", "Gent")).isEmpty();
        assertThatThrownBy(() -> regrets.of("Lyon", "Nice")).hasMessageContaining("Nice does not take part");
        assertThatThrownBy(() -> regrets.alternatives("Nice")).hasMessageContaining("Nice does not take part");
    }
}
