package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PricingTests {

    @Test
    void makesASparseAnswerABestOneOfTheCompleteRound() {
        SmallRounds.seeds(100).forEach(random -> {
            var size = random.nextInt(1, 25);
            var scores = scores(random, size);

            var priced = Pricing.solve(round(scores, 2), (a, b) -> scores[a][b - size]);

            var complete = (Outcome.Solved) Engine.solve(round(scores, size));
            var solved = (Outcome.Solved) priced.outcome();
            assertThat(solved.answer().objective()).isEqualTo(complete.answer().objective());
            assertThat(priced.rounds()).isLessThanOrEqualTo(size);
            assertThat(Certificates.check(solved.certificate(), priced.problem()))
                    .isEqualTo(Certificates.VALID);
        });
    }

    @Test
    void addsOnlyPairsThatAreWorthMoreThanThePrices() {
        SmallRounds.seeds(40).forEach(random -> {
            var size = 40;
            var scores = scores(random, size);

            var priced = Pricing.solve(round(scores, 2), (a, b) -> scores[a][b - size]);

            assertThat(priced.problem().candidates().size()).isLessThan(size * size / 2);
        });
    }

    @Test
    void addsPairsUntilTheRulesHoldOrAreKnownNotTo() {
        SmallRounds.seeds(100).forEach(random -> {
            var size = random.nextInt(2, 25);
            var scores = scores(random, size);
            var needy = random.nextInt(1, size + 1);
            var sparse = round(scores, 1);
            var demanding = sparse.withParticipants(sparse.participants().stream()
                    .map(city -> new Participant(
                            city.id(), city.side(), Integer.parseInt(city.id().substring(1)) < needy ? 1 : 0, 1))
                    .toList());
            assertThat(Engine.solve(demanding))
                    .isInstanceOf(needy > 1 ? Outcome.Infeasible.class : Outcome.Solved.class);

            var priced = (Outcome.Solved)
                    Pricing.solve(demanding, (a, b) -> scores[a][b - size]).outcome();
            var hopeless = Pricing.solve(demanding, (a, b) -> -1_000_000);

            var complete = demanding.withCandidates(round(scores, size).candidates());
            assertThat(priced.answer().objective())
                    .isEqualTo(
                            ((Outcome.Solved) Engine.solve(complete)).answer().objective());
            assertThat(hopeless.problem()).isEqualTo(demanding);
            assertThat(hopeless.rounds()).isEqualTo(1);
        });
    }

    @Test
    void keepsLocksAndAddsNoPairThatIsNotAllowed() {
        SmallRounds.seeds(400).forEach(random -> {
            var size = random.nextInt(2, 40);
            var scores = scores(random, size);
            var forbidden = random.nextInt(60);
            for (var row : scores) {
                for (var b = 1; b < size; b++) {
                    row[b] = random.nextInt(100) < forbidden ? -1 : row[b];
                }
            }
            var needy = random.nextInt(size + 1);
            var locks = new ArrayList<Lock>();
            for (var i = random.nextInt(4); i > 0; i--) {
                var a = "A" + random.nextInt(size);
                var b = "B" + random.nextInt(size);
                locks.add(
                        switch (random.nextInt(3)) {
                            case 0 -> new Lock.Must(a, b, "", "");
                            case 1 -> new Lock.MustNot(b, a, "", "");
                            default -> new Lock.Prefer(b, a, random.nextInt(2000), "", "");
                        });
            }
            var sparse = round(scores, 1).withLocks(locks);
            var demanding = sparse.withParticipants(sparse.participants().stream()
                    .map(city -> new Participant(
                            city.id(), city.side(), Integer.parseInt(city.id().substring(1)) < needy ? 1 : 0, 1))
                    .toList());

            var priced = Pricing.solve(demanding, (a, b) -> scores[a][b - size]);

            var complete =
                    Engine.solve(demanding.withCandidates(round(scores, size).candidates()));
            assertThat(priced.outcome()).hasSameClassAs(complete);
            if (priced.outcome() instanceof Outcome.Solved solved) {
                assertThat(solved.answer().objective())
                        .isEqualTo(((Outcome.Solved) complete).answer().objective());
            }
        });
    }

    @Test
    void refusesWhatPricesDoNotProve() {
        var fair = round(new int[][] {{5}}, 1).withObjective(new Objective.Fair());

        assertThat(Pricing.solve(fair, (a, b) -> 5).outcome()).isInstanceOf(Outcome.Refused.class);
    }

    private static int[][] scores(SplittableRandom random, int size) {
        var scores = new int[size][size];
        for (var row : scores) {
            for (var b = 0; b < size; b++) {
                row[b] = random.nextInt(1000);
            }
        }
        return scores;
    }

    private static Problem round(int[][] scores, int candidates) {
        var size = scores.length;
        var participants = new ArrayList<Participant>();
        for (var side : List.of(Side.A, Side.B)) {
            for (var i = 0; i < size; i++) {
                participants.add(Participant.single(side.name() + i, side));
            }
        }
        var pairs = Candidates.among(2 * size);
        for (var a = 0; a < size; a++) {
            for (var b = 0; b < Math.min(candidates, size); b++) {
                if (scores[a][b] >= 0) {
                    pairs.add(a, size + b, scores[a][b]);
                }
            }
        }
        return new Problem(
                new Form.TwoSides(), new Objective.Total(), participants, pairs.build(), List.of(), List.of(), 1);
    }
}
