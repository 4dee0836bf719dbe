package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sheet that is a document: what it says stands beside what other documents say. */
class SheetSourceTests extends SheetWays {

    private static final String CITIES = "name,country,population\nVvseoulopolis,KR,9600000\nQqoyangville,KR,1073000\n";

    @BeforeEach
    void oneCityRestsOnADocument() {
        nothingRests();
        sql.sql("""
            with made as (insert into document (id, code, title, kind, position)
                          values (gen_random_uuid(), 'zz-brochure', 'Zz brochure', 'brochure', 900) returning id)
            insert into reference (id, record_kind, record_code, document, locator, position)
            select gen_random_uuid(), 'organisation', 'vvseoulopolis', id, 'page 3', 1 from made
            """).update();
    }

    @AfterEach
    void nothingRests() {
        var ours = "(select id from document where code = 'zz-brochure' or title like 'Zz %')";
        var questions = "(select question from question_record where record_code in ('vvseoulopolis', 'qqoyangville'))";
        sql.sql("delete from reading_reference where document in " + ours).update();
        sql.sql("delete from reading where question in " + questions).update();
        var gone = sql.sql(questions).query(java.util.UUID.class).list();
        sql.sql("delete from question_record where record_code in ('vvseoulopolis', 'qqoyangville')")
                .update();
        gone.forEach(question ->
                sql.sql("delete from question where id = ?").param(question).update());
        sql.sql("delete from reference where document in " + ours).update();
        sql.sql("delete from document where id in " + ours).update();
    }

    private String reviewed() {
        var sheet = uploaded("cities", CITIES.getBytes(UTF_8));
        post(
                sheet + "/columns",
                Map.of(
                        "column-0", "name",
                        "column-1", "country",
                        "column-2", "population",
                        "source-title", "Zz expressions of interest",
                        "source-date", "20 October 2026"));
        return sheet;
    }

    private List<String> readings() {
        return sql.sql("""
            select r.letter || ' ' || r.value || ' ' || d.title || ' § ' || p.locator
              from question_record s
              join reading r on r.question = s.question
              join reading_reference p on p.reading = r.id
              join document d on d.id = p.document
             where s.record_code = 'vvseoulopolis' order by 1
            """).query(String.class).list();
    }

    /** Else each press that is refused would leave one more on the public page of documents. */
    @Test
    void noDocumentIsMadeOfASourceUntilTheColumnsAreRight() {
        var sheet = uploaded("cities", CITIES.getBytes(UTF_8));

        var refused = post(
                sheet + "/columns",
                Map.of("column-1", "country", "source-title", "Zz expressions", "source-date", "20 October 2026"));

        assertThat(refused).hasStatus(422).bodyText().contains("value=\"Zz expressions\"", "value=\"20 October 2026\"");
        assertThat(sql.sql("select count(*) from document where title like 'Zz expressions%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsBothReadingsWhereTheRecordRestsOnAnotherDocument() {
        var sheet = reviewed();
        assertThat(text(get(sheet + "/rows?state=changed&at=2"))).contains("Both stay, as an open question");

        post(sheet + "/import", Map.of());

        assertThat(population("vvseoulopolis")).isEqualTo(9400000);
        assertThat(readings())
                .containsExactly(
                        "a 9400000 Zz brochure § page 3", "b 9600000 Zz expressions of interest § cities.xlsx, row 2");
        assertThat(sql.sql("select from_on::text from document where title = 'Zz expressions of interest'")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-10-20");
    }

    @Test
    void changesARecordThatRestsOnNothingAndNamesTheSheetAsItsSource() {
        var sheet = reviewed();

        post(sheet + "/import", Map.of());

        assertThat(population("qqoyangville")).isEqualTo(1073000);
        assertThat(sql.sql("select locator from reference where record_code = 'qqoyangville'")
                        .query(String.class)
                        .list())
                .containsExactly("cities.xlsx, row 3");
    }

    @Test
    void takesWhatTheSheetSaysWhereThatIsWished() {
        var sheet = reviewed();

        post(sheet + "/fields", Map.of("place", "2", "field", "population", "keep", "no"));
        post(sheet + "/import", Map.of());

        assertThat(population("vvseoulopolis")).isEqualTo(9600000);
        assertThat(readings()).isEmpty();
    }

    @Test
    void takesTheQuestionsBackWithTheSheet() {
        var sheet = reviewed();
        post(sheet + "/import", Map.of());

        assertThat(post(sheet + "/undo", Map.of())).hasRedirectedUrl(sheet);

        assertThat(readings()).isEmpty();
        assertThat(sql.sql("select count(*) from reference where record_code = 'qqoyangville'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void followsTheReadingThatAPersonChooses() {
        post(reviewed() + "/import", Map.of());
        var question = sql.sql("""
            select q.code from question q join question_record s on s.question = q.id where s.record_code = 'vvseoulopolis'
            """).query(String.class).single();

        assertThat(post("/questions/" + question, Map.of("reading", "b", "reason", "It is newer", "version", "0")))
                .hasRedirectedUrl("/questions/" + question);

        assertThat(population("vvseoulopolis")).isEqualTo(9600000);
    }
}
