package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interurban.platform.Acting;
import org.interurban.platform.StatementCount;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of the rows before anything comes in. */
class SheetReviewTests extends SheetWays {

    @Test
    void takesARowWithMoreCellsThanHeadingsForFaultyUntilItIsLookedAt() {
        var sheet = uploaded("cities", """
            city,country,population,note
            Zzone,KR,1000,first, second part
            Zztwo,KR,1,234,000,third
            Zzthree,KR,2000,ok
            """.getBytes(StandardCharsets.UTF_8));
        assertThat(text(get(sheet + "/columns"))).contains("second part", "third");
        post(
                sheet + "/columns",
                Map.of("column-0", "name", "column-1", "country", "column-2", "population", "column-3", "note"));

        assertThat(text(get(sheet + "/rows?state=faulty")))
                .contains("Row 2", "more cells than there are headings", "second part", "Row 3", "000 · third")
                .doesNotContain("Row 4");
        post(sheet + "/skip", Map.of("state", "new"));
        post(
                sheet + "/rows",
                Map.of(
                        "cell-3-name", "Zztwo",
                        "cell-3-country", "KR",
                        "cell-3-population", "1234000",
                        "cell-3-note", "third",
                        "choice-2", "skip"));
        post(sheet + "/import", Map.of());

        assertThat(population("zztwo")).isEqualTo(1_234_000);
        assertThat(count("zzone")).isZero();
        assertThat(count("zzthree")).isOne();
    }

    @Test
    void namesACellThatIsTooLongInsteadOfCuttingIt() {
        var long1 = "Zz " + "x".repeat(4500);
        var sheet = uploaded(
                "cities", ("name,country,other names\nZzone,KR,\"" + long1 + "\"\n").getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "other_names"));

        assertThat(text(get(sheet + "/rows?state=faulty"))).contains("is longer than 4000 characters");
    }

    @Test
    void leavesOutAllFaultyRowsAtOnceAndTakesOneBackIn() {
        var sheet = uploaded("cities", "name,country\nZza,XQ\nZzb,\nZzc,KR\n".getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));

        post(sheet + "/skip", Map.of("state", "faulty"));
        assertThat(text(get(sheet + "/rows?state=skipped"))).contains("Row 2", "Row 3");

        post(sheet + "/rows", Map.of("choice-2", "", "state", "skipped"));
        assertThat(text(get(sheet + "/rows?state=faulty"))).contains("Row 2");
    }

    @Test
    void speaksKoreanAndNeedsFewStatements() {
        var sheet = uploaded("cities", Sheets.messy());
        post(sheet + "/columns", COLUMNS);
        for (var page : List.of("/sheets", sheet + "/columns", sheet + "/rows?state=all")) {
            var statements =
                    StatementCount.of(() -> assertThat(get(page + (page.contains("?") ? "&" : "?") + "lang=ko"))
                            .hasStatusOk()
                            .bodyText()
                            .contains("표 가져오기")
                            .doesNotContain("??"));
            assertThat(statements).as(page).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
        }
    }

    @Test
    void asksWhichOfTwoCitiesOfOneNameARowIsAbout() {
        located("zzhomonym", "Zzhomonym", "KR", 35.15, 126.92);
        var sheet = uploaded("cities", """
            city,country,latitude,longitude,population
            Zzhomonym,KR,37.43,127.26,391462
            Zzhomonym,JP,35.16,126.91,
            zzhomonym,KR,35.16,126.91,1400000
            """.getBytes(UTF_8));
        post(
                sheet + "/columns",
                Map.of(
                        "column-0",
                        "name",
                        "column-1",
                        "country",
                        "column-2",
                        "latitude",
                        "column-3",
                        "longitude",
                        "column-4",
                        "population"));

        assertThat(text(get(sheet + "/rows?state=doubtful")))
                .contains("Row 2", "Row 3", "Zzhomonym, KR")
                .doesNotContain("Row 4");
        post(sheet + "/import", Map.of());
        assertThat(sql.sql("select population is null from organisation where code = 'zzhomonym'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void bringsInTwoNewCitiesOfOneNameAfterAQuestion() {
        var sheet = uploaded("cities", """
            city,country,local name,latitude,longitude
            Zztwins,KR,泰州市,35.45,127.92
            Zztwins,KR,台州市,37.66,126.42
            Zztwins,KR,泰州市,35.46,127.91
            """.getBytes(UTF_8));
        post(
                sheet + "/columns",
                Map.of(
                        "column-0",
                        "name",
                        "column-1",
                        "country",
                        "column-2",
                        "local_name",
                        "column-3",
                        "latitude",
                        "column-4",
                        "longitude"));

        assertThat(text(get(sheet + "/rows?state=faulty"))).contains("Row 2 is about the same record");
        assertThat(text(get(sheet + "/rows?state=doubtful"))).contains("Row 2 gives one of the same name", "台州市");
        post(sheet + "/rows", Map.of("choice-3", "create", "choice-4", "skip", "state", "all"));
        post(sheet + "/import", Map.of());
        assertThat(sql.sql("select local_name from organisation where name = 'Zztwins' order by code")
                        .query(String.class)
                        .list())
                .containsExactly("泰州市", "台州市");
    }

    @ParameterizedTest
    @Transactional
    @CsvSource({"rows, choice-2, skip", "fields, field, name", "skip, state, faulty", "answers/take-back, number, 1"})
    void looksThroughTheRowsOfALargeSheetAsWorkWhateverIsSaidToOne(String what, String name, String value) {
        var sheet = uploaded("cities", "name,country\nZza,XQ\nZzb,KR\n".getBytes(UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));
        sql.sql("""
            insert into sheet_row (sheet_import, position, part, cells)
            select cast(:sheet as uuid), n, 1, array['Zz' || n, 'KR'] from generate_series(10, :last) n
            """)
                .param("sheet", sheet.replaceFirst(".*/", ""))
                .param("last", SheetWork.JUDGED_AT_ONCE + 10)
                .update();

        assertThat(post(sheet + "/" + what, Map.of(name, value)))
                .redirectedUrl()
                .startsWith("/jobs/");
    }

    @Test
    void takesNoMoreStatementsForManyTicksThanForFew() {
        var cities = IntStream.range(0, 60)
                .mapToObj(n -> "Zz" + Character.toString('a' + n / 26) + Character.toString('a' + n % 26) + "town,KR\n")
                .collect(Collectors.joining("", "name,country\n", ""));
        var sheet = uploaded("cities", cities.getBytes(UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));

        var few = StatementCount.of(() -> post(sheet + "/rows", Map.of("shown", "2")));
        var many = StatementCount.of(() -> ticked(sheet, IntStream.range(3, 60)));

        assertThat(many).isLessThanOrEqualTo(few + 2);
        assertThat(text(get(sheet + "/rows?state=skipped")))
                .contains("Row 2", "Row 59")
                .doesNotContain("Row 60");
    }

    private void ticked(String sheet, IntStream shown) {
        var request = browser.post().uri(sheet + "/rows").with(Acting.as(Role.PROGRAMME_OFFICER));
        shown.forEach(row -> request.param("shown", String.valueOf(row)));
        assertThat(request.exchange()).hasStatus3xxRedirection();
    }

    @Test
    void multipliesAColumnOfThousandsAndAsksForTheResultOfAFormula() {
        var sheet = uploaded(
                "cities",
                "city,country,population (thousands)\nZzone,KR,120\nZztwo,KR,85.5\nZzthree,KR,=…\n".getBytes(UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));

        assertThat(text(get(sheet + "/rows?state=faulty")))
                .contains("Row 4", "a formula whose result is not in the file")
                .doesNotContain("Row 2", "Row 3");
        post(sheet + "/skip", Map.of("state", "faulty"));
        post(sheet + "/import", Map.of());

        assertThat(population("zzone")).isEqualTo(120_000);
        assertThat(population("zztwo")).isEqualTo(85_500);
    }

    /** Of Mirae and Mirae Metropolitan City one comes in, whether the first is on record or stands in the same sheet. */
    @Test
    void asksAboutACityThatIsKnownByItsNameWithoutTheWordsForACity() {
        city("zzmirae", "쯔미래", null);
        city("zzalpha", "Zzalpha", null);
        city("zzother", "Zzbeta Metropolitan Government", null);

        var known = reviewed("쯔미래특별자치시,KR\nZzalpha Metropolitan Government,KR\n");
        assertThat(text(get(known + "/rows?state=doubtful&at=2&field="))).contains("쯔미래, KR");
        assertThat(text(get(known + "/rows?state=doubtful&at=3&field=")))
                .containsSubsequence("Zzalpha, KR</button>", "None of these");
        assertThat(text(get(known + "/rows"))).doesNotContain("state=new\"");

        var sheet =
                reviewed("Zznearlyon,KR\nVille de Zznearlyon,KR\nZznearly\u043en,KR\nZz-Nearlyon,KR\nZzelsewhere,KR\n");
        assertThat(text(get(sheet + "/rows?state=doubtful"))).contains("Row 2 gives nearly the same name");
        assertThat(states(sheet)).containsEntry("doubtful", 3).containsEntry("new", 2);

        post(sheet + "/rows", Map.of("choice-3", "create", "all", "yes"));
        assertThat(states(sheet)).containsEntry("doubtful", 2).containsEntry("new", 3);
    }

    private String reviewed(String rows) {
        var sheet = uploaded("cities", ("name,country\n" + rows).getBytes(UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));
        return sheet;
    }

    private Map<String, Integer> states(String sheet) {
        var id = java.util.UUID.fromString(sheet.replace("/sheets/", ""));
        var states = new java.util.HashMap<String, Integer>();
        sql.sql("select state, count(*) as rows from sheet_row where sheet_import = ? and state is not null"
                        + " group by state")
                .param(id)
                .query(rs -> {
                    states.put(rs.getString("state"), rs.getInt("rows"));
                });
        return states;
    }

    @Test
    void namesChoicesByTheirWordsColumnsWithoutAHeadingAndASheetWithoutRows() {
        var sheet = uploaded("cities", "name,country,kind\nZzone,KR,ngo\n".getBytes(UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "kind"));
        assertThat(text(get(sheet + "/rows")))
                .contains("is none of: ", "Metropolitan authority", "value=\"metropolitan-authority\"")
                .doesNotContain(">metropolitan-authority<");

        var unnamed =
                uploaded("cities", Sheets.xlsx(new Object[] {"name", "country"}, new Object[] {"Zzone", "KR", "more"}));
        post(unnamed + "/columns", Map.of("column-0", "name", "column-1", "country"));
        assertThat(text(get(unnamed + "/rows"))).containsPattern("Left out:[^<]*C\\b");

        var none = reviewed("");
        assertThat(text(get(none + "/rows")))
                .contains("no rows below its headings")
                .doesNotContain("is already as the sheet says");
    }
}
