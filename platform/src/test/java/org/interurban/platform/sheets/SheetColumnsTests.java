package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.interurban.platform.Acting;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Which columns hold what, as a person says it. */
class SheetColumnsTests extends SheetWays {

    @Test
    void remembersTheColumnsForTheSameHeadings() {
        var sheet = uploaded("cities", "Alpha,Beta\nZzmem,KR\n".getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));

        var next = uploaded("cities", "Beta,Alpha\nJP,Zzother\n".getBytes(StandardCharsets.UTF_8));

        assertThat(text(get(next + "/columns"))).containsPattern("(?s)id=\"column-1\".*?value=\"name\" selected");
    }

    @Test
    void namesTheColumnThatIsMissingAndTheOneChosenTwice() {
        var sheet = uploaded("cities", Sheets.messy());

        assertThat(post(sheet + "/columns", Map.of("column-2", "name")))
                .hasStatus(422)
                .bodyText()
                .contains("No column holds “Country”");
        assertThat(post(sheet + "/columns", Map.of("column-2", "name", "column-3", "country", "column-4", "country")))
                .hasStatus(422)
                .bodyText()
                .contains("Two columns hold “Country”");
    }

    @Test
    void letsAColumnWithoutAHeadingHoldAField() {
        var sheet = uploaded("cities", "name,country\nZzone,KR,1000\n".getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));

        assertThat(text(get(sheet + "/rows?state=new"))).contains("Zzone", "1000");
    }

    @Test
    void showsCellsWithoutAHeadingHoweverFarDownTheyStand() {
        var rows = new java.util.ArrayList<Object[]>();
        rows.add(new Object[] {"name", "country"});
        for (int i = 0; i < 300; i++) {
            rows.add(new Object[] {"Zz" + word(i), "KR"});
        }
        rows.add(new Object[] {"Zzlast", "KR", null, "far away"});
        var sheet = uploaded("cities", Sheets.xlsx(rows.toArray(Object[][]::new)));

        assertThat(text(get(sheet + "/columns"))).contains("far away");
    }

    @Test
    void asksForAWordOnColumnsThatWereGuessedBeforeAnyRowIsHeldAgainstARecord() {
        var sheet = uploaded("cities", """
            City / Stadt,Country,Inhabitants in all
            Zzguess,KR,1000
            """.getBytes(UTF_8));
        var columns = Map.of("column-0", "name", "column-1", "country", "column-2", "population");

        assertThat(text(get(sheet + "/columns"))).containsPattern("(?s)id=\"column-0\".*?Guessed.*?id=\"column-1\"");
        assertThat(chosen(sheet, columns))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#sure\"", "Look at the guessed columns");
        assertThat(get(sheet + "/rows")).hasRedirectedUrl("/sheets/" + sheet.replaceAll(".*/", ""));
        assertThat(post(sheet + "/columns", columns)).hasRedirectedUrl(sheet + "/rows");

        var known = uploaded("cities", """
            City / Stadt,Country,Inhabitants in all
            Zzguessed,KR,1000
            """.getBytes(UTF_8));
        assertThat(text(get(known + "/columns"))).doesNotContain("Guessed");
        assertThat(chosen(known, columns)).hasRedirectedUrl(known + "/rows");
    }

    private MvcTestResult chosen(String sheet, Map<String, String> columns) {
        var request = browser.post().uri(sheet + "/columns").with(Acting.as(Role.PROGRAMME_OFFICER));
        columns.forEach(request::param);
        return request.exchange();
    }

    /** A city with a local name, or what it looks for, is found; a column of languages is neither. */
    @Test
    void takesALanguageForNoNameAndWhatIsSoughtForSeeks() {
        var cities = uploaded("cities", "City,Country,Language\nZzone,KR,\"PT, EN\"\nZztwo,KR,ko\n".getBytes(UTF_8));
        assertThat(text(get(cities + "/columns"))).doesNotContainPattern("value=\"local_name\"\\s+selected");

        for (var heading : new String[] {"Looking for", "Wants", "We are searching for", "Needs", "Gesucht", "찾는 것"}) {
            var sheet = uploaded(
                    "interests",
                    "City,Programme,%1$s 1,%1$s 2\nQqoyangville,ZZP,Night buses,Pumps\n"
                            .formatted(heading)
                            .getBytes(UTF_8));
            assertThat(text(get(sheet + "/columns")))
                    .as(heading)
                    .containsPattern(
                            "(?s)id=\"column-2\".*?value=\"seeks\" selected.*?id=\"column-3\".*?value=\"seeks\""
                                    + " selected");
        }
    }
}
