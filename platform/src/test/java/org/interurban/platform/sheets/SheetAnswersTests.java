package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person says once about a cell or a field, and for how long it holds. */
class SheetAnswersTests extends SheetWays {

    private static final Map<String, String> CITIES =
            Map.of("column-0", "name", "column-1", "country", "column-2", "population", "column-3", "website");

    private static final String TWO_MISSPELT = """
        name,country,population,website
        Zzone,Zzkorea,1000,
        Zztwo,Zzkorea,2000,
        Zzthree,Zznippon,3000,
        """;

    @BeforeEach
    void nothingIsRemembered() {
        sql.sql("delete from sheet_answer").update();
    }

    private String cities(String csv) {
        var sheet = uploaded("cities", csv.getBytes(UTF_8));
        post(sheet + "/columns", CITIES);
        return sheet;
    }

    private void answer(String sheet, String cell, String meant) {
        post(sheet + "/rows", Map.of(cell, meant, "all", "yes", "remember", "yes"));
    }

    private int open(String sheet) {
        return sql.sql(
                        "select count(*) from sheet_row where sheet_import = ?::uuid and state in ('faulty', 'doubtful')")
                .param(sheet.replace("/sheets/", ""))
                .query(Integer.class)
                .single();
    }

    @Test
    void asksOnceForAllRowsWithTheSameCellAndTakesOneAnswerForThem() {
        var sheet = cities(TWO_MISSPELT);
        assertThat(text(get(sheet + "/rows"))).contains("Question 1 of 2", "The same for all 2 rows with “Zzkorea”");

        answer(sheet, "cell-2-country", "KR");

        assertThat(text(get(sheet + "/rows"))).contains("Question 1 of 1", "Zznippon");
        assertThat(open(sheet)).isOne();
    }

    @Test
    void keepsAnswersWhenAnImportIsTakenBackAndTheSheetIsUploadedAgain() {
        var sheet = cities(TWO_MISSPELT);
        answer(sheet, "cell-2-country", "KR");
        answer(sheet, "cell-4-country", "JP");
        post(sheet + "/import", Map.of());
        assertThat(count("zzthree")).isOne();
        post(sheet + "/undo", Map.of());

        assertThat(open(cities(TWO_MISSPELT))).isZero();
    }

    @Test
    void takesTheLastAnswerBack() {
        var sheet = cities(TWO_MISSPELT);
        answer(sheet, "cell-2-country", "KR");

        post(sheet + "/answers/take-back", Map.of("number", "1"));

        assertThat(open(sheet)).isEqualTo(3);
        assertThat(open(cities(TWO_MISSPELT))).isEqualTo(3);
    }

    @Test
    void putsOneRowRightAloneWhereThatIsWished() {
        var sheet = cities(TWO_MISSPELT);

        post(sheet + "/rows", Map.of("cell-2-country", "KR"));

        assertThat(open(sheet)).isEqualTo(2);
    }

    @Test
    void makesNoSecondRecordOfOneThatWasSaidToBeNew() {
        var csv = "name,country,population,website\nQqoyangvile,KR,,\n";
        var sheet = cities(csv);
        answer(sheet, "choice-2", "create");
        post(sheet + "/import", Map.of());
        assertThat(count("qqoyangvile")).isOne();

        var again = cities(csv);

        assertThat(text(get(again + "/rows?state=same"))).contains("Qqoyangvile");
        post(sheet + "/undo", Map.of());
        assertThat(open(cities(csv))).isZero();
    }

    @Test
    void leavesOneFieldOfARowAndTakesTheOther() {
        var csv = "name,country,population,website\nVvseoulopolis,KR,9600000,https://vv.example\n";
        var sheet = cities(csv);
        assertThat(text(get(sheet + "/rows?state=changed&at=2")))
                .contains("Where the sheet and Vvseoulopolis, KR differ", "9400000", "9600000");

        post(sheet + "/fields", Map.of("place", "2", "field", "population", "keep", "yes"));
        post(sheet + "/import", Map.of());

        assertThat(population("vvseoulopolis")).isEqualTo(9400000);
        assertThat(sql.sql("select website from organisation where code = 'vvseoulopolis'")
                        .query(String.class)
                        .single())
                .isEqualTo("https://vv.example");
        assertThat(post(sheet + "/undo", Map.of())).hasRedirectedUrl(sheet);
        assertThat(text(get(sheet))).contains("taken back");
    }

    @Test
    void leavesOutTheRowsWithoutATickAndTakesInWhatWasSetAside() {
        var sheet = cities("name,country,population,website\nZzone,KR,1000,\nZztwo,KR,2000,\nTotal,,3000,\n");
        assertThat(text(get(sheet + "/rows?state=aside"))).contains("Row 4", "A line of sums");

        browser.post()
                .uri(sheet + "/rows")
                .with(org.interurban.platform.Acting.as(org.interurban.platform.authority.Role.PROGRAMME_OFFICER))
                .param("shown", "2", "3", "4")
                .param("in", "2", "4")
                .exchange();

        assertThat(text(get(sheet + "/rows?state=skipped"))).contains("Row 3").doesNotContain("Row 2", "Row 4");
        assertThat(text(get(sheet + "/rows?state=faulty"))).contains("Row 4");
    }
}
