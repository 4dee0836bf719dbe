package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The least change to an agreed answer, against all answers where these can be tried, and with its proof at any size. */
class RepairTests {

    /** As large as the score files allow. */
    private static final long LARGE = 1_000_000_000_000L;

    private static Problem scaled(Problem problem, long unit) {
        var scores = new long[problem.candidates().size()];
        Arrays.setAll(scores, pair -> problem.candidates().score(pair) * unit + pair % 3);
        return problem.withCandidates(problem.candidates().withScores(scores));
    }

    /** Any pairs of a round, whether an answer could have them together or not. */
    private static Answer any(Problem problem, SplittableRandom random) {
        var candidates = problem.candidates();
        var pairs = new ArrayList<Answer.Pair>();
        for (var pair = 0; pair < candidates.size(); pair++) {
            if (random.nextInt(3) == 0) {
                pairs.add(new Answer.Pair(
                        problem.participants().get(candidates.first(pair)).id(),
                        problem.participants().get(candidates.partner(pair)).id(),
                        candidates.score(pair)));
            }
        }
        return Answer.ofPairs(pairs);
    }

    private static long kept(BruteForce.Trial trial, Answer agreed) {
        return agreed.pairs().stream()
                .filter(pair -> trial.has(pair.a(), pair.b()))
                .count();
    }

    private static void agreesWithBruteForce(Problem changed, Answer agreed) {
        var best = new BruteForce(changed)
                .answers().stream()
                        .max(Comparator.<BruteForce.Trial>comparingLong(trial -> kept(trial, agreed))
                                .thenComparingLong(BruteForce.Trial::total));

        switch (Repair.of(changed, agreed)) {
            case Repair.Result.Repaired(var repair) -> {
                assertThat(repair.exact()).isTrue();
                assertThat((long) repair.kept().size()).isEqualTo(kept(best.orElseThrow(), agreed));
                assertThat(repair.answer().objective())
                        .isEqualTo(best.orElseThrow().total());
                assertThat(repair.cost()).isNotNegative();
                assertThat(Checker.check(Certificates.bytes(repair.certificate()), Optional.empty(), Optional.empty()))
                        .isInstanceOf(Checker.Verdict.Valid.class);
            }
            case Repair.Result.Impossible(var why) -> {
                assertThat(best).isEmpty();
                Conflicts.assertMinimal(changed, why);
            }
            case Repair.Result.Refused(var why) -> assertThat(why.reason()).contains("overlap");
        }
    }

    private static void agreesWithBruteForce(int rounds, BiFunction<SplittableRandom, Long, Problem> round) {
        SmallRounds.seeds(rounds).forEach(seed -> {
            var unit = seed.nextBoolean() ? 1 : LARGE / 10;
            var changed = round.apply(seed.split(), unit);
            agreesWithBruteForce(changed, any(changed, seed.split()));
        });
    }

    @Test
    void isTheBestOfAllAnswersOnTwoSides() {
        agreesWithBruteForce(2_000, (seed, unit) -> scaled(SmallRounds.ruled(seed), unit));
    }

    @Test
    void isTheBestOfAllAnswersInOnePool() {
        agreesWithBruteForce(600, (seed, unit) -> scaled(SmallRounds.pool(seed, 3), unit));
    }

    @Test
    void noOtherAnswerIsProvenByTheSamePrices() {
        SmallRounds.seeds(300).forEach(seed -> {
            var problem = SmallRounds.ruled(seed);
            var agreed = any(problem, seed);
            var keeping = problem.withObjective(new Objective.Keeping(agreed.pairs().stream()
                    .map(pair -> new Objective.Agreed(pair.a(), pair.b()))
                    .toList()));
            if (!(Engine.solve(keeping) instanceof Outcome.Solved(var answer, var certificate))) {
                return;
            }
            var best = new BruteForce.Trial(answer.pairs());

            for (var trial : new BruteForce(problem).answers()) {
                var sorted = trial.pairs().stream()
                        .sorted(Comparator.comparingInt((Answer.Pair pair) ->
                                        problem.positions().get(pair.a()))
                                .thenComparingInt(pair -> problem.positions().get(pair.b())))
                        .toList();
                var asGood = kept(trial, agreed) == kept(best, agreed) && trial.total() == best.total();
                var claim = new Certificate(keeping, Answer.ofPairs(sorted), certificate.proof());

                assertThat(Certificates.check(claim, keeping).equals(Certificates.VALID))
                        .isEqualTo(asGood);
            }
            // nor is the answer the best where nothing was agreed, unless it is
            var others = keeping.withObjective(new Objective.Keeping(List.of()));
            if (best.total() < new BruteForce(problem).best().orElseThrow().total()) {
                assertThat(Certificates.check(new Certificate(others, answer, certificate.proof()), others))
                        .isInstanceOf(Checker.Verdict.Invalid.class);
            }
        });
    }

    private static final int CANDIDATES = 30;

    /** A sparse round of so many cities a side, not in the order of their names. */
    private static Problem sparse(int size, long largest) {
        var random = new SplittableRandom(size);
        var participants = new ArrayList<Participant>();
        var candidates = Candidates.among(2 * size);
        for (var i = 0; i < 2 * size; i++) {
            participants.add(Participant.single((i < size ? "a" : "b") + i, i < size ? Side.A : Side.B));
        }
        for (var a = 0; a < size; a++) {
            random.ints(CANDIDATES, 0, size).distinct().forEach(new Adding(candidates, a, size, largest, random)::add);
        }
        return new Problem(
                new Form.TwoSides(), new Objective.Total(), participants, candidates.build(), List.of(), List.of(), 1);
    }

    private record Adding(Candidates.Builder candidates, int a, int size, long largest, SplittableRandom random) {
        void add(int b) {
            candidates.add(a, size + b, random.nextLong(largest));
        }
    }

    /** Every hundredth city of side B withdraws. */
    private static Participant withdrawn(Participant city) {
        return city.side() == Side.B && city.id().endsWith("00") ? new Participant(city.id(), city.side(), 0, 0) : city;
    }

    private static Problem with(Problem problem, UnaryOperator<Participant> change) {
        return problem.withParticipants(
                problem.participants().stream().map(change).toList());
    }

    private static Repair repaired(Problem changed, Answer agreed) {
        var repair = ((Repair.Result.Repaired) Repair.of(changed, agreed)).repair();
        assertThat(repair.exact()).isTrue();
        assertThat(repair.cost()).isNotNegative();
        assertThat(Checker.check(Certificates.bytes(repair.certificate()), Optional.empty(), Optional.empty()))
                .isInstanceOf(Checker.Verdict.Valid.class);
        return repair;
    }

    @ParameterizedTest
    @CsvSource({"2_100,1_000_000", "2_100,1_000_000_000_000", "13_000,1_000_000", "13_000,1_000_000_000_000"})
    void keepsThousandsOfAgreedPairsAndProvesIt(String cities, String scores) {
        var problem = sparse(number(cities).intValue(), number(scores));
        var agreed = ((Outcome.Solved) Engine.solve(problem)).answer();
        var gone =
                agreed.pairs().stream().filter(pair -> pair.b().endsWith("00")).toList();

        var left = gone.stream().map(Answer.Pair::a).collect(Collectors.toSet());
        var changed = with(problem, RepairTests::withdrawn);

        var repair = repaired(changed, agreed);
        // whoever lost its partner needs another, whoever else goes without
        var needing = repaired(
                with(changed, city -> left.contains(city.id()) ? new Participant(city.id(), city.side(), 1, 1) : city),
                agreed);

        assertThat(repair.dropped()).isNotEmpty().containsExactlyInAnyOrderElementsOf(gone);
        assertThat(needing.kept()).hasSize(repair.kept().size() - gone.size());
    }

    private static Long number(String digits) {
        return Long.valueOf(digits.replace("_", ""));
    }

    @Test
    void keepsWhatItCanWhereMostCannotStay() {
        var problem = sparse(2_100, 1_000_000);
        var agreed = any(problem, new SplittableRandom(7));

        var repair = repaired(problem, agreed);

        assertThat(repair.kept()).hasSizeGreaterThan(2_000);
    }
}
