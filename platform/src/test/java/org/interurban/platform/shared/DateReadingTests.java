package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.shared.DateReading.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReadingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2027-06-10                      | 2027-06-10
        2027-6-1                        | 2027-06-01
        2027/06/10                      | 2027-06-10
        2027.6.10.                      | 2027-06-10
        2027. 6. 10.                    | 2027-06-10
        20270610                        | 2027-06-10
        2027-06-10T00:00:00             | 2027-06-10
        2027-06-10 09:00                | 2027-06-10
        2027-06-10T09:30:00Z            | 2027-06-10
        2027. 6. 10. 14:30              | 2027-06-10
        10 June 2027, 14:30–16:00       | 2027-06-10
        10 June 2027                    | 2027-06-10
        10th of June 2027               | 2027-06-10
        June 10, 2027                   | 2027-06-10
        Jun. 10th, 2027                 | 2027-06-10
        10-Jun-2027                     | 2027-06-10
        Thursday 10 June 2027           | 2027-06-10
        Thu, 10 Jun 2027                | 2027-06-10
        on 10 JUNE 2027                 | 2027-06-10
        10.6.2027                       | 2027-06-10
        1.3.2027                        | 2027-03-01
        13/03/2027                      | 2027-03-13
        03/13/2027                      | 2027-03-13
        05/05/2027                      | 2027-05-05
        2027년 6월 10일                 | 2027-06-10
        2027년6월10일                   | 2027-06-10
        2027年6月10日                   | 2027-06-10
        ２０２７-０６-１０              | 2027-06-10
        ২০২৭-০৬-১০                      | 2027-06-10
        1 Sept 2027                     | 2027-09-01
        2028-06                         | 2028-06
        06/2028                         | 2028-06
        Dec 2029                        | 2029-12
        December 2029                   | 2029-12
        2029 December                   | 2029-12
        in May 2029                     | 2029-05
        2027년 6월                      | 2027-06
        2027                            | 2027
        2027년                          | 2027
        10–12 June 2027                 | 2027-06-10/2027-06-12
        10-12 June 2027                 | 2027-06-10/2027-06-12
        10 to 12 June 2027              | 2027-06-10/2027-06-12
        June 10-12, 2027                | 2027-06-10/2027-06-12
        10 June – 3 July 2027           | 2027-06-10/2027-07-03
        28 Dec 2026 – 2 January 2027    | 2026-12-28/2027-01-02
        2027-06-10/2027-06-12           | 2027-06-10/2027-06-12
        2027-06-10 ~ 2027-06-12         | 2027-06-10/2027-06-12
        2027-06-10 - 2027-06-12         | 2027-06-10/2027-06-12
        01/03/2027 – 25/03/2027         | 2027-03-01/2027-03-25
        2027년 6월 10일~12일            | 2027-06-10/2027-06-12
        2027년 6월 10일 ~ 7월 3일       | 2027-06-10/2027-07-03
        2027년 6월 10일부터 12일까지    | 2027-06-10/2027-06-12
        2027. 6. 10. ~ 2027. 6. 12.     | 2027-06-10/2027-06-12
        June–August 2027                | 2027-06/2027-08
        from June to August 2027        | 2027-06/2027-08
        2027-06/2027-08                 | 2027-06/2027-08
        Q2–Q3 2027                      | 2027-04/2027-09
        2022–2027                       | 2022/2027
        2022-2027                       | 2022/2027
        2022/2027                       | 2022/2027
        2027-28                         | 2027/2028
        2027/28                         | 2027/2028
        Q2 2027                         | [2027-04-01..2027-06-30]
        2027-Q2                         | [2027-04-01..2027-06-30]
        2nd quarter of 2027             | [2027-04-01..2027-06-30]
        second quarter 2027             | [2027-04-01..2027-06-30]
        2027년 2분기                    | [2027-04-01..2027-06-30]
        2027년 2/4분기                  | [2027-04-01..2027-06-30]
        first half of 2027              | [2027-01-01..2027-06-30]
        2027년 하반기                   | [2027-07-01..2027-12-31]
        [2022-12-05..2023-03-04]        | [2022-12-05..2023-03-04]
        2022-12-05..2023-03-04          | [2022-12-05..2023-03-04]
        14 mai 2027                                    | 2027-05-14
        14. März 2027                                  | 2027-03-14
        3 września 2027                                | 2027-09-03
        12 мая 2027                                    | 2027-05-12
        between 5 Dec 2022 and 4 March 2023            | [2022-12-05..2023-03-04]
        2022년 12월 5일과 2023년 3월 4일 사이          | [2022-12-05..2023-03-04]
        """)
    void understandsWhatPeopleWrite(String written, String meant) {
        assertThat(say(DateReading.of(written, Locale.ENGLISH))).isEqualTo(meant);
        assertThat(say(DateReading.of(written, Locale.KOREAN))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "ko, 2027년 6월 10일 (목), 2027-06-10",
        "ko, 2027년 6월 10일 목요일, 2027-06-10",
        "de, 10. Juni 2027, 2027-06-10",
        "de, März 2027, 2027-03",
        "fr, 1 août 2027, 2027-08-01",
        "vi, 10 tháng 12 2027, 2027-12-10",
        "id, 10 Desember 2027, 2027-12-10"
    })
    void knowsTheMonthsOfTheReadersLanguage(String language, String written, String meant) {
        assertThat(say(DateReading.of(written, Locale.of(language)))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        01/03/2027              | 2027-03-01, 2027-01-03
        1-3-2027                | 2027-03-01, 2027-01-03
        01/03/2027 – 05/03/2027 | 2027-03-01/2027-03-05, 2027-01-03/2027-05-03
        spring 2027             | [2027-03-01..2027-05-31], [2027-09-01..2027-11-30]
        2027년 봄               | [2027-03-01..2027-05-31], [2027-09-01..2027-11-30]
        winter 2027             | [2026-12-01..2027-02-28], [2027-12-01..2028-02-29], [2027-06-01..2027-08-31]
        """)
    void asksWhichOfTheReadingsIsMeant(String written, String readings) {
        assertThat(say(DateReading.of(written, Locale.ENGLISH))).isEqualTo(readings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        soon                           | NOT_A_DATE
        yesterday                      | NOT_A_DATE
        early 2027                     | NOT_A_DATE
        about June 2027                | NOT_A_DATE
        2027?                          | NOT_A_DATE
        31 June 2027                   | NO_SUCH_DAY
        2027-02-29                     | NO_SUCH_DAY
        31/02/2027                     | NO_SUCH_DAY
        2027-13                        | NO_SUCH_DAY
        Friday 10 June 2027            | OTHER_DAY_OF_THE_WEEK
        01/03/27                       | NO_FOUR_DIGITS
        10 June 27                     | NO_FOUR_DIGITS
        10 June                        | NO_FOUR_DIGITS
        6월 10일                       | NO_FOUR_DIGITS
        0202                           | NO_SUCH_YEAR
        20226                          | NO_SUCH_YEAR
        99999999999999                 | NO_SUCH_YEAR
        12 – 10 June 2027              | ENDS_BEFORE
        2028–2027                      | ENDS_BEFORE
        10 June 2027 – 2028            | NOT_ALIKE
        """)
    void saysWhatIsWrong(String written, Fault fault) {
        assertThat(DateReading.of(written, Locale.ENGLISH)).isEqualTo(new DateReading.Unread(fault));
        assertThat(DateReading.of(written, Locale.KOREAN)).isEqualTo(new DateReading.Unread(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "10 June 2027, DAY,",
        "June 2027, DAY, NOT_A_DAY",
        "10–12 June 2027, DAY, NOT_A_DAY",
        "June 2027, DATE,",
        "10–12 June 2027, DATE, NOT_ONE_DATE",
        "Q2 2027, DATE, NOT_ONE_DATE",
        "spring 2027, DATE, NOT_ONE_DATE",
        "Q2 2027, PERIOD,"
    })
    void refusesWhatTheFieldCannotHold(String written, Extent extent, Fault fault) {
        var reading = DateReading.of(written, extent, Locale.ENGLISH);

        if (fault == null) {
            assertThat(reading).isInstanceOf(DateReading.Meant.class);
        } else {
            assertThat(reading).isEqualTo(new DateReading.Unread(fault));
        }
    }

    @Test
    void takesNothingForNothingKnown() {
        assertThat(DateReading.of("  ", Locale.ENGLISH)).isEqualTo(new DateReading.Meant(PartialPeriod.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-06-10", "2027-06", "2027", "2027-06-10/2027-07-03", "[2022-12-05..2023-03-04]"})
    void readsWhatTheHouseItselfWrites(String code) {
        var kept = PartialPeriod.parse(code, "", null);

        assertThat(DateReading.of(kept.code(), Locale.KOREAN)).isEqualTo(new DateReading.Meant(kept));
        for (var locale : java.util.List.of(Locale.ENGLISH, Locale.KOREAN)) {
            if (kept.precision() != Precision.PERIOD) {
                assertThat(DateReading.of(kept.text(locale), locale)).isEqualTo(new DateReading.Meant(kept));
            }
        }
    }

    private static String say(DateReading reading) {
        return switch (reading) {
            case DateReading.Meant(var when) -> when.code();
            case DateReading.OneOf(var readings) ->
                readings.stream().map(PartialPeriod::code).collect(Collectors.joining(", "));
            case DateReading.Unread(var fault) -> fault.name();
        };
    }
}
