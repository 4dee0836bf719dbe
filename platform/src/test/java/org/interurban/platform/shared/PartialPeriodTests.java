package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialPeriodTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                2023-02-12            | DAY    | 12 Feb 2023                | 2023년 2월 12일
                2023-02-12/2023-02-14 | DAY    | 12–14 Feb 2023             | 2023년 2월 12일~14일
                2023-02-28/2023-03-02 | DAY    | 28 Feb – 2 Mar 2023        | 2023년 2월 28일 ~ 3월 2일
                2022-12-28/2023-03-02 | DAY    | 28 Dec 2022 – 2 Mar 2023   | 2022년 12월 28일 ~ 2023년 3월 2일
                2023-02               | MONTH  | Feb 2023                   | 2023년 2월
                2023-02/2023-03       | MONTH  | Feb – Mar 2023             | 2023년 2월~3월
                2023                  | YEAR   | 2023                       | 2023년
                2022/2023             | YEAR   | 2022–2023                  | 2022년 ~ 2023년
                2022-12/2023-03       | PERIOD | Dec 2022 – Mar 2023        | 2022년 12월 ~ 2023년 3월
                2022-12-05/2023-03-04 | PERIOD | 5 Dec 2022 – 4 Mar 2023    | 2022년 12월 5일 ~ 2023년 3월 4일
                """)
    void saysWhatIsKnownAsTheReadersLanguageWritesDates(
            String code, Precision precision, String english, String korean) {
        var period = PartialPeriod.parse(code, "", precision);

        assertThat(period.text(Locale.ENGLISH))
                .isEqualToNormalizingUnicode(english)
                .satisfies(PartialPeriodTests::isPlain);
        assertThat(period.text(Locale.KOREAN)).isEqualToNormalizingUnicode(korean);
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 2023年2月12日～14日",
        "zh, 2023年2月12日至14日",
        "id, 12–14 Feb 2023",
        "bn, '১২–১৪ ফেব, ২০২৩'",
        "ne, २०२३ फेब्रुअरी १२–१४"
    })
    void anyLanguageWillDo(String language, String text) {
        assertThat(PartialPeriod.parse("2023-02-12", "2023-02-14", null).text(Locale.of(language)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10000, 10000-01-01", "10000-01, 10000-01-01", "10000-01-05, 10000-01-05", "+10000-01, 10000-01-01"})
    void aYearOfFiveDigitsIsReadAsTheDatabaseAndAsTheStandardWriteIt(String code, String from) {
        assertThat(PartialPeriod.parse(code, "", null).from()).isEqualTo("+" + from);
    }

    private static void isPlain(String text) {
        assertThat(text.chars()).noneMatch(letter -> letter == 0x2009);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 1, 9999, 10000})
    void isReadAgainFromAnyYear(int year) {
        var kept = PartialPeriod.year(year);

        assertThat(PartialPeriod.parse(kept.code(), "", null)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-12, DAY",
        "2023-02-12/2023-02-14, DAY",
        "2022-12/2023-03, MONTH",
        "2022/2023, YEAR",
        "2022-12-05/2023-03-04, PERIOD",
        "2023-02-12, PERIOD"
    })
    void isReadAgainAsWhatItWas(String dates, Precision precision) {
        var kept = PartialPeriod.parse(dates, "", precision);

        assertThat(PartialPeriod.parse(kept.code(), "", null)).isEqualTo(kept);
    }
}
