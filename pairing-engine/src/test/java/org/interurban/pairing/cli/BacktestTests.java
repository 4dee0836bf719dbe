package org.interurban.pairing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.interurban.pairing.cli.Backtest.Method;
import org.interurban.pairing.cli.Backtest.Tally;
import org.interurban.pairing.files.Pool;
import org.interurban.pairing.scoring.Meaning;
import org.interurban.pairing.scoring.Setting;
import org.junit.jupiter.api.Test;

class BacktestTests {

    private static final Meaning BY_LENGTH = new Meaning() {
        @Override
        public String name() {
            return "length";
        }

        @Override
        public Optional<float[]> direction(String text) {
            return Optional.of(new float[] {1F / Math.max(1, text.length())});
        }
    };

    private static Pool.City city(String name, String... interests) {
        return new Pool.City(name, Setting.UNKNOWN, List.of(interests));
    }

    @Test
    void putsEqualScoresAtTheirExpectedPlace() {
        assertThat(Backtest.rank(new double[] {5, 3, 1}, Set.of(0))).isEqualTo(1);
        assertThat(Backtest.rank(new double[] {5, 3, 1}, Set.of(2))).isEqualTo(3);
        assertThat(Backtest.rank(new double[] {5, 5, 1}, Set.of(0))).isEqualTo(1.5);
        assertThat(Backtest.rank(new double[] {2, 2, 2, 2, 2}, Set.of(4))).isEqualTo(3);
    }

    @Test
    void asksForTheFirstOfSeveralTruePartners() {
        assertThat(Backtest.rank(new double[] {5, 3, 1}, Set.of(1, 2))).isEqualTo(2);
        assertThat(Backtest.rank(new double[] {4, 4, 4}, Set.of(0, 1))).isCloseTo(4 / 3.0, within(1e-9));
        assertThat(Backtest.rank(new double[] {4, 4, 4}, Set.of(0, 1, 2))).isEqualTo(1);
    }

    @Test
    void findsThePartnerThatSharesAnInterest() {
        var pool = new Pool(
                "p",
                List.of(city("a", "bicycle lanes"), city("b", "sewage sludge")),
                List.of(city("c", "treatment of wastewater"), city("d", "cycling in the old town")),
                List.of(Set.of(1), Set.of(0)));

        var shown = new Backtest(Meaning.NONE).run(pool);

        assertThat(shown.tallies().get(Method.FULL_SCORE)).isEqualTo(new Tally(2, 2, 0, 0, 2));
        assertThat(shown.tallies()).doesNotContainKey(Method.SENTENCE_MODEL);
        assertThat(shown.ranks()).extracting(Backtest.Rank::partners).containsExactly("d", "c");
    }

    @Test
    void comparesWithPlainWordsAndWithTheModelAlone() {
        var pool = new Pool(
                "p",
                List.of(city("a", "ways of the water")),
                List.of(city("c", "water works of the city, and more"), city("d", "the of")),
                List.of(Set.of(0)));

        var tallies = new Backtest(BY_LENGTH).run(pool).tallies();

        assertThat(tallies.get(Method.KEYWORDS).first()).isEqualTo(1);
        assertThat(tallies.get(Method.SENTENCE_MODEL).first()).isZero();
    }

    @Test
    void expectsOfChanceWhatDrawingLotsGives() {
        var small = chance(3, 1);
        assertThat(small.first()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(small.reciprocal()).isCloseTo((1 + 1 / 2.0 + 1 / 3.0) / 3, within(1e-9));
        assertThat(small.askedForThree()).isZero();

        var large = chance(10, 2);
        assertThat(large.first()).isCloseTo(0.2, within(1e-9));
        assertThat(large.amongThree()).isCloseTo(1 - 8 * 7 * 6 / (10.0 * 9 * 8), within(1e-9));
    }

    private static Tally chance(int size, int partners) {
        var sideA = new ArrayList<Pool.City>();
        var truth = new ArrayList<Set<Integer>>();
        for (var i = 0; i < size; i++) {
            sideA.add(city("a" + i));
            truth.add(
                    i > 0
                            ? Set.of()
                            : Set.copyOf(IntStream.range(0, partners).boxed().toList()));
        }
        var sideB = IntStream.range(0, size).mapToObj(i -> city("b" + i)).toList();
        return new Backtest(Meaning.NONE)
                .run(new Pool("p", sideA, sideB, truth))
                .tallies()
                .getOrDefault(Method.CHANCE, Tally.NONE);
    }

    @Test
    void knowsWhenThereIsNothingToGoOn() {
        assertThat(new Pool("p", List.of(city("a", "x")), List.of(city("b")), List.of(Set.of(0))).hasInterests())
                .isFalse();
    }
}
