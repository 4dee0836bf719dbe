package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One line a city, with several columns of one kind; and what is the same in all rows said once. */
class WideSheetTests extends SheetWays {

    private static final String OFFERS = """
        Municipality,We can offer (1),We can offer (2),We want to learn (1),Remarks
        Qqoyangville,Flood pumps run by residents,,Night buses,none
        Vvseoulopolis,A city tree nursery,Repair cafés,,
        """;

    @AfterEach
    void nobodyTakesPart() {
        leave();
    }

    private List<String> lines() {
        return sql.sql("""
            select o.name || ' ' || l.kind || ': ' || l.statement
              from profile_line l
              join participant a on a.id = l.participant
              join programme p on p.id = a.programme
              join organisation o on o.id = a.organisation
             where p.code = 'ZZP' order by 1
            """).query(String.class).list();
    }

    @Test
    void makesARecordOfEachColumnOfARowForTheProgrammeThatIsSaidOnce() {
        takePart("qqoyangville", "vvseoulopolis");
        var sheet = uploaded("interests", OFFERS.getBytes(UTF_8));
        assertThat(text(get(sheet + "/columns")))
                .containsPattern("(?s)id=\"column-1\".*?value=\"offers\" selected")
                .containsPattern("(?s)id=\"column-2\".*?value=\"offers\" selected")
                .containsPattern("(?s)id=\"column-3\".*?value=\"seeks\" selected");
        var columns =
                Map.of("column-0", "organisation", "column-1", "offers", "column-2", "offers", "column-3", "seeks");
        assertThat(post(sheet + "/columns", columns))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#said-programme\"", "No column holds “Programme”");

        var said = new java.util.HashMap<>(columns);
        said.put("said-programme", "Zz programme");
        assertThat(post(sheet + "/columns", said)).hasRedirectedUrl(sheet + "/rows");
        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

        assertThat(lines())
                .containsExactly(
                        "Qqoyangville offer: Flood pumps run by residents",
                        "Qqoyangville seek: Night buses",
                        "Vvseoulopolis offer: A city tree nursery",
                        "Vvseoulopolis offer: Repair cafés");
        assertThat(post(sheet + "/undo", Map.of())).hasRedirectedUrl(sheet);
        assertThat(lines()).isEmpty();
    }

    /** Its words are then all that pairing and the public page have to go by. */
    @Test
    void givesAStatementThatIsTheNameOfATopicOfTheProgrammeThatTopic() {
        takePart("qqoyangville", "vvseoulopolis");
        sql.sql("""
            insert into taxonomy (id, code, name, position) values (gen_random_uuid(), 'zz-list', 'Zz list', 999)
            on conflict do nothing
            """).update();
        sql.sql("update programme set taxonomy = (select id from taxonomy where code = 'zz-list') where code = 'ZZP'")
                .update();
        sql.sql("""
            insert into topic (id, taxonomy, code, label, alternatives, position)
            select gen_random_uuid(), x.id, t.code, t.label, t.alternatives, 1
              from taxonomy x,
                   (values ('pumps', 'Flood pumps', '{Pumping stations}'::text[]), ('mending', 'Repair cafés', '{}'),
                           ('nights', 'Transport', '{Twice}'), ('days', 'Transport', '{}')) as t (code, label, alternatives)
             where x.code = 'zz-list' on conflict do nothing
            """).update();
        try {
            var sheet = uploaded("interests", """
                Municipality,We can offer (1),We can offer (2),We want to learn (1)
                Qqoyangville,flood pumps,Transport,Repair cafes
                Vvseoulopolis,Pumping stations,Flood pumps run by residents,
                """.getBytes(UTF_8));
            post(
                    sheet + "/columns",
                    Map.of(
                            "column-0",
                            "organisation",
                            "column-1",
                            "offers",
                            "column-2",
                            "offers",
                            "column-3",
                            "seeks",
                            "said-programme",
                            "ZZP"));
            assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

            assertThat(sql.sql("""
                select l.statement || ': ' || coalesce(t.code, 'none')
                  from profile_line l join participant a on a.id = l.participant
                  join programme p on p.id = a.programme left join topic t on t.id = l.topic
                 where p.code = 'ZZP' order by 1
                """).query(String.class).list())
                    .containsExactlyInAnyOrder(
                            "flood pumps: pumps",
                            "Flood pumps run by residents: none",
                            "Pumping stations: pumps",
                            "Repair cafes: mending",
                            "Transport: none");
            post(sheet + "/undo", Map.of());
        } finally {
            leave();
            sql.sql("update programme set taxonomy = null where code = 'ZZP'").update();
            sql.sql("delete from topic where taxonomy = (select id from taxonomy where code = 'zz-list')")
                    .update();
            sql.sql("delete from taxonomy where code = 'zz-list'").update();
        }
    }

    @Test
    void correctsASharedCellForAllRecordsOfItsRow() {
        takePart("qqoyangville", "vvseoulopolis");
        var sheet = uploaded(
                "interests",
                OFFERS.replace("Vvseoulopolis", "Vvseoulopolid")
                        .replace("Remarks", "Rest")
                        .getBytes(UTF_8));
        post(
                sheet + "/columns",
                Map.of(
                        "column-0",
                        "organisation",
                        "column-1",
                        "offers",
                        "column-2",
                        "offers",
                        "said-programme",
                        "ZZP"));

        post(sheet + "/rows", Map.of("cell-3-organisation", "Vvseoulopolis"));
        post(sheet + "/import", Map.of());

        assertThat(lines()).contains("Vvseoulopolis offer: A city tree nursery", "Vvseoulopolis offer: Repair cafés");
        post(sheet + "/undo", Map.of());
    }

    @Test
    void setsARowAsideThatHasNothingInAnyOfItsColumns() {
        takePart("qqoyangville", "vvseoulopolis");
        var sheet = uploaded(
                "interests",
                (OFFERS + "Qqoyangville,,,,later\n").replace("Remarks", "More").getBytes(UTF_8));
        post(
                sheet + "/columns",
                Map.of("column-0", "organisation", "column-1", "offers", "column-3", "seeks", "said-programme", "ZZP"));

        assertThat(text(get(sheet + "/rows?state=aside"))).contains("Row 4").doesNotContain("Row 2", "Row 3");
    }

    @Test
    void bringsInSeveralContactsOfOneRow() {
        var sheet = uploaded("contacts", """
            City;Contact 1;E-mail 1;Contact 2;E-mail 2
            Qqoyangville;Zz Contact Wide;wide@zz.example;Zz Contact Wider;wider@zz.example
            Vvseoulopolis;Zz Contact Alone;alone@zz.example;;
            """.getBytes(UTF_8));
        assertThat(text(get(sheet + "/columns")))
                .containsPattern("(?s)id=\"column-3\".*?value=\"name\" selected")
                .containsPattern("(?s)id=\"column-4\".*?value=\"email\" selected");
        post(
                sheet + "/columns",
                Map.of(
                        "column-0", "organisation",
                        "column-1", "name",
                        "column-2", "email",
                        "column-3", "name",
                        "column-4", "email",
                        "said-title", "Focal point"));
        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

        assertThat(sql.sql("""
            select h.name || ' ' || h.email || ' ' || p.title from post p join person h on h.id = p.holder
             where h.name like 'Zz Contact %' order by 1
            """).query(String.class).list())
                .containsExactly(
                        "Zz Contact Alone alone@zz.example Focal point",
                        "Zz Contact Wide wide@zz.example Focal point",
                        "Zz Contact Wider wider@zz.example Focal point");
        post(sheet + "/undo", Map.of());
    }

    @Test
    void readsHeadingsInTwoRowsWhoseGroupsAreMerged() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
            var page = book.newWorksheet("EoI");
            page.value(0, 0, "Expressions of interest");
            page.range(0, 0, 0, 3).merge();
            page.value(1, 0, "City");
            page.range(1, 0, 2, 0).merge();
            page.value(1, 1, "We can offer");
            page.range(1, 1, 1, 2).merge();
            page.value(1, 3, "We want to learn");
            page.value(2, 1, 1);
            page.value(2, 2, 2);
            page.value(2, 3, 1);
            page.value(3, 0, "Qqoyangville");
            page.value(3, 2, "Roofs of straw");
            page.value(3, 3, "Quiet asphalt");
        }
        var sheet = uploaded("interests", out.toByteArray());

        assertThat(text(get(sheet + "/columns")))
                .contains("We can offer 2", "headings in row 3")
                .containsPattern("(?s)id=\"column-2\".*?value=\"offers\" selected")
                .containsPattern("(?s)id=\"column-3\".*?value=\"seeks\" selected");
    }

    @Test
    void saysInOneSentenceWhatNoColumnHoldsAndEveryRowNeeds() {
        takePart("qqoyangville");
        var sheet = uploaded(
                "interests", "programme,city,priority\nZZP,Qqoyangville,2\nZZP,Qqoyangville,3\n".getBytes(UTF_8));

        assertThat(post(
                        sheet + "/columns",
                        Map.of("column-0", "programme", "column-1", "organisation", "column-2", "grade")))
                .hasStatus(422)
                .bodyText()
                .contains("No column holds “Statement”, which every row needs");
    }

    @Test
    void goesOnWithWhatElseTheSheetHoldsWithoutAnotherUpload() {
        var sheet = uploaded("cities", """
            City,Country,Contact person,Post,E-mail,We can offer (1),Looking for 1
            Zzwide,KR,Zz Wide One,Mayor,wide@zz.example,Flood pumps,Night buses
            """.getBytes(UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));
        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

        assertThat(text(get(sheet)))
                .contains("Contacts stand in this sheet too. Nothing was read yet from these columns: Contact person,"
                        + " Post, E-mail.")
                .contains("We can offer (1), Looking for 1");
        var next = String.valueOf(post(sheet + "/go-on", Map.of("target", "contacts"))
                .getResponse()
                .getRedirectedUrl());
        assertThat(text(get(next)))
                .containsPattern("(?s)id=\"column-2\".*?value=\"name\" selected")
                .contains("Zz Wide One");
        assertThat(post(
                        next,
                        Map.of(
                                "column-0",
                                "organisation",
                                "column-2",
                                "name",
                                "column-3",
                                "title",
                                "column-4",
                                "email")))
                .hasStatus3xxRedirection();
        var contacts = next.replace("/columns", "");
        assertThat(post(contacts + "/import", Map.of())).hasRedirectedUrl(contacts);
        assertThat(text(get(contacts)))
                .doesNotContain("Cities stand in this sheet too")
                .contains("We can offer (1), Looking for 1");

        post(contacts + "/undo", Map.of());
        post(sheet + "/undo", Map.of());
    }

    @Test
    void saysThatAnotherWorksheetIsNotReadAndThatHiddenRowsAndColumnsAre() throws Exception {
        var worksheets = new java.util.LinkedHashMap<String, List<Object[]>>();
        worksheets.put("Europe", List.of(new Object[] {"name", "country"}, new Object[] {"Zzeurope", "KR"}));
        worksheets.put("Empty", List.of());
        worksheets.put("Asia", List.of(new Object[] {"name", "country"}, new Object[] {"Zzasia", "KR"}));
        var sheet = uploaded("cities", Sheets.xlsx(worksheets));
        assertThat(text(get(sheet + "/columns")))
                .contains("Only the worksheet “Europe” is read", "Read “Asia” instead")
                .doesNotContain("Read “Empty” instead");
        post(sheet + "/read-again", Map.of("worksheet", "1"));
        assertThat(text(get(sheet + "/columns"))).contains("Only the worksheet “Asia” is read", "Zzasia");
    }
}
