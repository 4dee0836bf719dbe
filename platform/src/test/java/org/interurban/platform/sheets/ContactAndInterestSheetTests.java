package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.Acting;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;

/** Sheets of contacts, and of what cities offer and seek. */
class ContactAndInterestSheetTests extends SheetWays {

    @Test
    void letsAFocalPointBringInTheInterestsOfItsOwnCityAndNothingElse() {
        takePart("qqoyangville", "vvseoulopolis");
        var city = sql.sql("select id from organisation where code = 'qqoyangville'")
                .query(UUID.class)
                .single();
        var focalPoint = Acting.as(AccountId.next(), Scope.city(new Scope.Id(city)), Role.FOCAL_POINT);
        var another = Acting.as(AccountId.next(), Scope.city(new Scope.Id(city)), Role.FOCAL_POINT);
        var file = new MockMultipartFile("file", "interests.csv", "text/csv", """
            programme,city,kind,statement,priority
            ZZP,Qqoyangville,seek,How to run night buses,2
            ZZP,Vvseoulopolis,seek,How to run trams,2
            """.getBytes(StandardCharsets.UTF_8));

        assertThat(browser.get().uri("/sheets").with(focalPoint).exchange())
                .bodyText()
                .contains("value=\"interests\"")
                .doesNotContain("value=\"contacts\"", "value=\"cities\"");
        assertThat(browser.post()
                        .uri("/sheets")
                        .multipart()
                        .file(file)
                        .param("target", "cities")
                        .with(focalPoint)
                        .exchange())
                .hasStatus(403);
        var columns = String.valueOf(browser.post()
                .uri("/sheets")
                .multipart()
                .file(file)
                .param("target", "interests")
                .with(focalPoint)
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        var sheet = columns.replace("/columns", "");
        assertThat(browser.get().uri(columns).with(another).exchange()).hasStatus(404);
        browser.post()
                .uri(columns)
                .param("column-0", "programme")
                .param("column-1", "organisation")
                .param("column-2", "kind")
                .param("column-3", "statement")
                .param("column-4", "grade")
                .with(focalPoint)
                .exchange();
        assertThat(browser.get()
                        .uri(sheet + "/rows?state=faulty")
                        .with(focalPoint)
                        .exchange())
                .bodyText()
                .contains("How to run trams")
                .doesNotContain("How to run night buses");
        browser.post()
                .uri(sheet + "/skip")
                .param("state", "faulty")
                .with(focalPoint)
                .exchange();
        assertThat(browser.post().uri(sheet + "/import").with(another).exchange())
                .hasStatus(404);
        browser.post().uri(sheet + "/import").with(focalPoint).exchange();

        assertThat(sql.sql("select statement from profile_line where statement ~ '^How to run (trams|night buses)$'")
                        .query(String.class)
                        .list())
                .containsExactly("How to run night buses");
        browser.post().uri(sheet + "/undo").with(focalPoint).exchange();
        leave();
    }

    /** Sheets may be brought in by roles that may not edit what cities offer and seek. */
    @Test
    void bringsInNoInterestsForWhomProfilesAreNotOpen() {
        takePart("qqoyangville", "vvseoulopolis");
        var membershipOfficer = Acting.as(Role.MEMBERSHIP_OFFICER);
        var columns = String.valueOf(browser.post()
                .uri("/sheets")
                .multipart()
                .file(new MockMultipartFile("file", "interests.csv", "text/csv", """
                    programme,city,kind,statement
                    ZZP,Qqoyangville,seek,How to run night buses
                    """.getBytes(StandardCharsets.UTF_8)))
                .param("target", "interests")
                .with(membershipOfficer)
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        browser.post()
                .uri(columns)
                .param("column-0", "programme")
                .param("column-1", "organisation")
                .param("column-2", "kind")
                .param("column-3", "statement")
                .with(membershipOfficer)
                .exchange();

        assertThat(browser.get()
                        .uri(columns.replace("/columns", "/rows?state=faulty"))
                        .with(membershipOfficer)
                        .exchange())
                .bodyText()
                .contains("How to run night buses");
        leave();
    }

    @Test
    void bringsContactsInWithTheirPostsAndTakesThemBack() {
        var sheet = uploaded("contacts", """
            기관;성명;직위;이메일;역할
            Qqoyangville;Zz Contact One;International relations;ONE@zz.example;담당자
            Qqoyangvile;Zz Contact Two;Mayor's office;two@zz.example;
            Vvseoulopolis;Zz Contact Three;Director;no-address;
            """.getBytes(java.nio.charset.Charset.forName("x-windows-949")));
        assertThat(text(get(sheet + "/columns"))).containsPattern("(?s)id=\"column-3\".*?value=\"email\" selected");
        post(
                sheet + "/columns",
                Map.of(
                        "column-0",
                        "organisation",
                        "column-1",
                        "name",
                        "column-2",
                        "title",
                        "column-3",
                        "email",
                        "column-4",
                        "duty"));

        assertThat(text(get(sheet + "/rows?state=faulty")))
                .contains("No city or other body is called", "Qqoyangville", "is not a mail address");
        post(
                sheet + "/rows",
                Map.of("cell-3-organisation", "qqoyangville", "cell-4-email", "three@zz.example", "state", "faulty"));
        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

        assertThat(sql.sql("""
            select h.email || ' ' || p.duty from post p join person h on h.id = p.holder
             where h.name = 'Zz Contact One'
            """).query(String.class).list()).containsExactly("one@zz.example focal-point");
        post(sheet + "/undo", Map.of());
        assertThat(sql.sql("select count(*) from person where name like 'Zz Contact%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** They were once compared each with each, letter by letter. */
    @Test
    void judgesThousandsOfContactsOfOneBodyInSeconds() {
        var many = 2_000;
        sql.sql("""
            with made as (
              insert into person (id, code, name)
              select gen_random_uuid(), 'zz-many-' || i, 'Zz Contact ' || md5(i::text) from generate_series(1, :many) i
              returning id)
            insert into post (id, organisation, title, duty, holder)
            select gen_random_uuid(), o.id, 'International relations', 'other', m.id
              from made m, organisation o where o.code = 'qqoyangville'
            """).param("many", many).update();
        try {
            var csv = new StringBuilder("organisation,name,title\n");
            for (int i = 0; i < many; i++) {
                csv.append("Qqoyangville,Zz Contact ").append(word(i)).append(",International relations\n");
            }
            csv.append("Qqoyangville,zz contact C4CA4238A0B923820DCC509A6F75849B,International relations\n");
            var sheet = uploaded("contacts", csv.toString().getBytes(StandardCharsets.UTF_8));

            var begin = System.nanoTime();
            post(sheet + "/columns", Map.of("column-0", "organisation", "column-1", "name", "column-2", "title"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
            assertThat(text(get(sheet + "/rows?state=same"))).contains("Row 2,002", "class=\"count\">1</span>");
        } finally {
            sql.sql("delete from post where holder in (select id from person where code like 'zz-many-%')")
                    .update();
            sql.sql("delete from person where code like 'zz-many-%'").update();
        }
    }

    @Test
    void judgesHundredsOfLongStatementsOfOneCityInSeconds() {
        takePart("qqoyangville");
        var many = 300;
        sql.sql("""
            insert into profile_line (id, participant, position, kind, statement)
            select gen_random_uuid(), a.id, 1000 + i, 'seek', left(repeat(md5(i::text) || ' ', 15), 490)
              from generate_series(1, :many) i, participant a
             where a.programme = (select id from programme where code = 'ZZP')
            """).param("many", many).update();
        try {
            var csv = new StringBuilder("programme,city,kind,statement\n");
            for (int i = 0; i < many; i++) {
                csv.append("ZZP,Qqoyangville,seek,")
                        .append((word(i) + " ").repeat(38))
                        .append('\n');
            }
            var sheet = uploaded("interests", csv.toString().getBytes(StandardCharsets.UTF_8));

            var begin = System.nanoTime();
            post(
                    sheet + "/columns",
                    Map.of(
                            "column-0",
                            "programme",
                            "column-1",
                            "organisation",
                            "column-2",
                            "kind",
                            "column-3",
                            "statement"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(text(get(sheet + "/rows?state=new"))).contains("Row 2");
        } finally {
            sql.sql("delete from profile_line where position > 1000").update();
            leave();
        }
    }

    @Test
    void bringsInterestsIntoTheProfilesOfThoseWhoTakePart() {
        takePart("qqoyangville");
        var sheet = uploaded("interests", """
            programme,city,kind,statement,priority
            Zz programme,Qqoyangville,seek,How to run night buses,2
            ZZP,Qqoyangville,제공,A bicycle network of 120 km,3
            ZZP,Vvseoulopolis,seek,Nothing,1
            """.getBytes(StandardCharsets.UTF_8));
        post(
                sheet + "/columns",
                Map.of(
                        "column-0",
                        "programme",
                        "column-1",
                        "organisation",
                        "column-2",
                        "kind",
                        "column-3",
                        "statement",
                        "column-4",
                        "grade"));

        assertThat(text(get(sheet + "/rows?state=faulty"))).contains("takes no part in ZZP");
        post(sheet + "/rows", Map.of("choice-4", "skip"));
        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

        assertThat(sql.sql("""
            select l.kind || ' ' || l.grade from profile_line l join participant a on a.id = l.participant
              join programme p on p.id = a.programme where p.code = 'ZZP' order by l.position
            """).query(String.class).list()).containsExactly("seek 2", "offer 3");
        post(sheet + "/undo", Map.of());
        leave();
    }

    @Test
    void asksWhichBodyOfOneNameIsMeantAndTakesItAsItIsWrittenThere() {
        located("zznamesake", "Zznamesake", "KR", 35, 127);
        located("zznamesake-jp", "Zznamesake", "JP", 35, 135);
        var sheet = uploaded("contacts", """
            organisation,name,title
            Zznamesake,Zz Contact Four,Director
            zznamesake,Zz Contact Five,Director
            "Zznamesake, JP",Zz Contact Six,Director
            """.getBytes(UTF_8));
        post(sheet + "/columns", Map.of("column-0", "organisation", "column-1", "name", "column-2", "title"));

        assertThat(text(get(sheet + "/rows?state=faulty")))
                .contains("Row 2", "Row 3", "Zznamesake, KR (zznamesake)", "Zznamesake, JP (zznamesake-jp)")
                .doesNotContain("Row 4");
        post(
                sheet + "/rows",
                Map.of(
                        "cell-2-organisation", "Zznamesake, KR (zznamesake)",
                        "cell-3-organisation", "Zznamesake, JP (zznamesake-jp)",
                        "state", "faulty"));
        post(sheet + "/import", Map.of());
        assertThat(sql.sql("""
            select h.name || ' ' || o.code from post p join person h on h.id = p.holder join organisation o on o.id = p.organisation
             where h.name like 'Zz Contact %' order by 1
            """).query(String.class).list())
                .containsExactly(
                        "Zz Contact Five zznamesake-jp", "Zz Contact Four zznamesake", "Zz Contact Six zznamesake-jp");
        post(sheet + "/undo", Map.of());
    }

    @Test
    void asksWhetherANamesakeOrASharedMailboxIsTheKnownPerson() {
        contacts("Qqoyangville;Zz Contact Seven;Director;seven@zz.example\n");
        post(lastSheet + "/import", Map.of());
        var first = lastSheet;
        contacts("""
            Qqoyangville;Zz Contact Seven;Deputy director;other@zz.example
            Qqoyangville;Zz Contact Eight;Director of roads;seven@zz.example
            """);

        assertThat(text(get(lastSheet + "/rows?state=doubtful"))).contains("Row 2", "Row 3", "Zz Contact Seven");
        assertThat(text(get(lastSheet + "/rows?state=changed"))).doesNotContain("Row 2", "Row 3");
        post(lastSheet + "/discard", Map.of());
        contacts("Qqoyangville;Zz Contact Seven;Director;new@zz.example\n");
        assertThat(text(get(lastSheet + "/rows?state=changed"))).contains("Row 2");
        post(lastSheet + "/discard", Map.of());
        post(first + "/undo", Map.of());
    }

    private String lastSheet = "";

    private void contacts(String rows) {
        lastSheet = uploaded("contacts", ("organisation;name;title;email\n" + rows).getBytes(UTF_8));
        post(
                lastSheet + "/columns",
                Map.of("column-0", "organisation", "column-1", "name", "column-2", "title", "column-3", "email"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "First name,Last name | Olga,Petrova | Olga Petrova",
                "Surname,Given name | Petrova,Olga | Olga Petrova",
                "Nachname,Vorname | Petrova,Olga | Olga Petrova",
                "Name,Vorname | Petrova,Olga | Olga Petrova",
                "성,이름 | 김,하나 | 김하나",
                "Person,First name | Olga Petrova,Olga | Olga Petrova"
            })
    void joinsThePartsOfANameThatStandInTwoColumns(String headings, String cells, String name) {
        var columns = uploaded(
                "contacts",
                "City,%s,Post\nQqoyangville,%s,Mayor\n"
                        .formatted(headings, cells)
                        .getBytes(StandardCharsets.UTF_8));
        var page = text(get(columns + "/columns"));
        var chosen = new java.util.HashMap<String, String>();
        for (int column = 0; column < 4; column++) {
            var select = java.util.regex.Pattern.compile("(?s)id=\"column-%d\".*?</select>".formatted(column))
                    .matcher(page);
            assertThat(select.find()).isTrue();
            var selected = java.util.regex.Pattern.compile("value=\"([^\"]+)\"\\s+selected")
                    .matcher(select.group());
            assertThat(selected.find()).as(headings + " " + column).isTrue();
            chosen.put("column-" + column, selected.group(1));
        }
        assertThat(post(columns + "/columns", chosen)).hasRedirectedUrl(columns + "/rows");
        assertThat(text(get(columns + "/rows?state=new"))).contains(cells.split(",")[0]);

        post(columns + "/import", Map.of());
        assertThat(sql.sql("select name from person where id in (select holder from post where title = 'Mayor')")
                        .query(String.class)
                        .list())
                .contains(name);
        post(columns + "/undo", Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eng | English",
                "fr-CH | French",
                "zh-Hant | Chinese",
                "Chinese (Traditional) | Chinese",
                "한국어 | Korean"
            })
    void readsLanguagesByNamesAndTags(String cell, String language) {
        assertThat(languages(cell, "new")).contains(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"English, Korean | value=\"한국어\"", "Portugese | value=\"português\"", "Lingo | no language we know"
            })
    void asksForOneLanguageInWords(String cell, String question) {
        assertThat(languages(cell, "faulty")).contains(question).doesNotContain("aa, ab");
    }

    private String languages(String cell, String state) {
        var sheet = uploaded(
                "contacts",
                "City;Person;Post;Language\nQqoyangville;Zz One;Mayor;%s\n"
                        .formatted(cell)
                        .getBytes(StandardCharsets.UTF_8));
        post(
                sheet + "/columns",
                Map.of("column-0", "organisation", "column-1", "name", "column-2", "title", "column-3", "language"));
        return text(get(sheet + "/rows?state=" + state));
    }
}
