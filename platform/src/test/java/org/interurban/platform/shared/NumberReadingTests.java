package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReadingTests {

    private static final long MOST = 100_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567 | 1234567",
                "792.492 | 792492",
                "1,234,567 | 1234567",
                "1 234 567 | 1234567",
                "1\u00a0234\u202f567 | 1234567",
                "1'234'567 | 1234567",
                "12,34,567 | 1234567",
                "1.234.567,0 | 1234567",
                "120000.0 | 120000",
                "ca. 848 000 | ~848000",
                "ca.848000 | ~848000",
                "about 57 | ~57",
                "~57 | ~57",
                "approx. 1.5 million | ~1500000",
                "około 470 tys. | ~470000",
                "470 tys. | 470000",
                "1.2 million | 1200000",
                "1.2M | 1200000",
                "0,66 Mio | 660000",
                "0,66 Mio. Einwohner | 660000",
                "8.336 million | 8336000",
                "848k | 848000",
                "1,5 juta jiwa | 1500000",
                "2,1 triệu người | 2100000",
                "约 85万 | ~850000",
                "85万 | 850000",
                "85만 | 850000",
                "85만 3천 | 853000",
                "85만3000명 | 853000",
                "약 85만 명 | ~850000",
                "１２０万人 | 1200000",
                "12 lakh | 1200000",
                "1.2 crore | 12000000",
                "৮৫০০০০ জন | 850000",
                "> 1000000 | >1000000",
                ">1000000 | >1000000",
                "more than 60 | >60",
                "over 1 million | >1000000",
                "100,000+ | 100000+",
                "≥ 250 | 250+",
                "at least 250 | 250+",
                "100만 이상 | 1000000+",
                "30–40 | 30–40",
                "500 000 inhabitants | 500000",
                "250 000 hab. | 250000",
            })
    void readsWhatIsCertain(String written, String meant) {
        var reading = NumberReading.of(written, 1, MOST);

        assertThat(reading).extracting(Quantity::code).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,234 thousand | 1234 1234000", "1.500 tys. | 1500 1500000"})
    void givesBothWhereTwoCanBeMeant(String written, String meant) {
        var reading = NumberReading.of(written, 1, MOST);

        assertThat(reading.stream().map(Quantity::code).collect(Collectors.joining(" ")))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "n/a",
                "1.2340",
                "0.848",
                "1.5",
                "1.23",
                "1,2",
                "many",
                "12 apples",
                "1.2 mil",
                "1.234,567.8",
                "1.23.456",
                "3-2",
                "<5",
                "1e9",
                "million",
                "ca.",
                "12 13",
                "1 million 2 million",
                "-5",
                "2023-05-01"
            })
    void readsNothingElse(String written) {
        assertThat(NumberReading.of(written, 1, MOST)).isEmpty();
    }

    @Test
    void readsBackWhatItIsKeptAs() {
        for (var kept : new String[] {"154", "250+", ">60", "~57"}) {
            assertThat(NumberReading.of(kept, 1, MOST))
                    .extracting(Quantity::code)
                    .containsExactly(kept);
        }
    }

    @Test
    void looksAtNoTextThatIsLongerThanAnyNumber() {
        assertThat(NumberReading.of("1 ".repeat(100_000), 1, MOST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Population (thousands)      | 120         | 120000
        Population in thousands     | 85.5        | 85500
        Population (in Mio.)        | 3           | 3000000
        Inhabitants (x 1000)        | 250         | 250000
        Population ('000)           | ca. 250     | ~250000
        Population (1,000)          | 7           | 7000
        Habitants (en milliers)     | 12 hab.     | 12000
        인구(천명)                  | 234         | 234000
        人口（万人）                | 12          | 120000
        Population (thousands)      | 85만        | 850000
        Population 2000             | 120         | 120
        Births per 1000             | 120         | 120
        Population                  | 120         | 120
        """)
    void countsInWhatTheHeadingSays(String heading, String cell, String expected) {
        assertThat(NumberReading.counted(heading, cell).stream()
                        .flatMap(one -> NumberReading.of(one, 1, MOST).stream()))
                .extracting(Quantity::code)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"Population (m), 3, 3, 3000000", "Población (mil), 120, 120, 120000"})
    void asksWhereTheHeadingCanCountInTwoWays(String heading, String cell, String one, String other) {
        assertThat(NumberReading.counted(heading, cell).stream()
                        .flatMap(each -> NumberReading.of(each, 1, MOST).stream()))
                .extracting(Quantity::code)
                .containsExactly(one, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,2 million (2023) | 1200000", "848 000 [census 2021] | 848000", "ca. 5000 (as of 2020) | ~5000"})
    void leavesTheYearOfANumberOut(String written, String meant) {
        assertThat(NumberReading.of(written, 1, MOST))
                .extracting(Quantity::code)
                .containsExactly(meant);
    }
}
