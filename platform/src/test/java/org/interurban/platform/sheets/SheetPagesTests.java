package org.interurban.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class SheetPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    ReadingRoom room;

    @BeforeEach
    void haveCities() {
        sql.sql("insert into country (code, name) values ('KR', 'Korea'), ('JP', 'Japan') on conflict do nothing")
                .update();
        sql.sql("delete from site where code = 'zz-site'").update();
        sql.sql("delete from organisation_name where organisation in (select id from organisation where code ~"
                        + " '^(zz|qq|vv|xx)')")
                .update();
        sql.sql("delete from organisation where code ~ '^(zz|qq|vv|xx)'").update();
        city("qqoyangville", "Qqoyangville", null);
        city("vvseoulopolis", "Vvseoulopolis", 9400000);
    }

    private void city(String code, String name, Integer population) {
        sql.sql("""
            with made as (
              insert into organisation (id, code, kind, local_government, name, country, population)
              values (gen_random_uuid(), :code, 'city', true, :name, 'KR', :population) returning id)
            insert into organisation_name (id, organisation, name, folded, kind)
            select gen_random_uuid(), id, :name, lower(:name), 'name' from made
            """)
                .param("code", code)
                .param("name", name)
                .param("population", population)
                .update();
    }

    private MvcTestResult upload(String target, String name, byte[] content) {
        return browser.post()
                .uri("/sheets")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("target", target)
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return browser.get()
                .uri(uri)
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> parameters) {
        var request = browser.post().uri(uri).with(Acting.as(Role.PROGRAMME_OFFICER));
        parameters.forEach(request::param);
        if (uri.endsWith("/columns")) {
            request.param("sure", "yes");
        }
        return request.exchange();
    }

    /** The address of a sheet that was taken in. */
    private String uploaded(String target, byte[] content) {
        var answer = upload(target, "cities.xlsx", content);
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/columns", "");
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Map<String, String> COLUMNS =
            Map.of("column-2", "name", "column-3", "country", "column-4", "population", "column-5", "website");

    /** Ten transactions once waited for the first, which waited for its file, and nobody else had a connection. */
    @Test
    void holdsNoTransactionWhileAFileThatIsSentTenTimesWaitsToBeRead() throws Exception {
        var read = new CountDownLatch(1);
        var once = UUID.randomUUID().toString();
        var name = once + ".csv";
        assertThat(browser.get().uri("/programmes").exchange())
                .hasStatusOk(); // the first reader waits for the page to be made
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            try {
                var reading = new CountDownLatch(1);
                threads.submit(() -> room.inTurn(file -> {
                    reading.countDown();
                    return awaited(read);
                }));
                reading.await();
                for (int time = 0; time < 10; time++) {
                    answers.add(threads.submit(() -> String.valueOf(browser.post()
                            .uri("/sheets")
                            .multipart()
                            .file(new MockMultipartFile("file", name, "text/csv", "name\nZzten\n".getBytes(UTF_8)))
                            .param("target", "cities")
                            .param("once", once)
                            .with(Acting.as(Role.PROGRAMME_OFFICER))
                            .exchange()
                            .getResponse()
                            .getRedirectedUrl())));
                }

                await().during(Duration.ofSeconds(2))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> transactions() == 0);

                var begin = System.nanoTime();
                assertThat(browser.get().uri("/programmes").exchange()).hasStatusOk();
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
                assertThat(answers).noneMatch(Future::isDone);
            } finally {
                read.countDown();
            }
            var addresses = new TreeSet<String>();
            for (var answer : answers) {
                addresses.add(answer.get(1, TimeUnit.MINUTES));
            }
            var sheet = sql.sql("select id from sheet_import where file_name = ?")
                    .param(name)
                    .query(UUID.class)
                    .single();
            assertThat(addresses).containsExactly("/sheets/" + sheet + "/columns");
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of others that are open and idle, or wait for another. */
    private int transactions() {
        return sql.sql("""
            select count(*) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
               and (state like 'idle in transaction%' or wait_event_type = 'Lock')
            """).query(Integer.class).single();
    }

    @Test
    void isForThoseWhoKeepRecordsOrProfiles() {
        assertThat(browser.get().uri("/sheets").with(Acting.as(Role.FUNDER)).exchange())
                .hasStatus(403);
    }

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

    private void takePart(String... cities) {
        sql.sql("""
            insert into programme (id, code, name, kind) values (gen_random_uuid(), 'ZZP', 'Zz programme', 'city-to-city-cooperation')
            on conflict do nothing
            """).update();
        sql.sql("""
            insert into participant (id, programme, organisation)
            select gen_random_uuid(), p.id, o.id from programme p, organisation o
             where p.code = 'ZZP' and o.code = any(?) on conflict do nothing
            """).param(cities).update();
    }

    private void leave() {
        sql.sql("delete from participant where programme = (select id from programme where code = 'ZZP')")
                .update();
    }

    @Test
    void findsHeadingsUnderTitlesAndSaysWhatEachColumnHolds() {
        var sheet = uploaded("cities", Sheets.messy());

        var page = text(get(sheet + "/columns"));

        assertThat(page).contains("도시명", "row 4", "Zzuwonpolis");
        assertThat(page).containsPattern("(?s)id=\"column-2\".*?value=\"name\" selected");
        assertThat(page).containsPattern("(?s)id=\"column-3\".*?value=\"country\" selected");
        assertThat(page).containsPattern("(?s)id=\"column-4\".*?value=\"population\" selected");
    }

    @Test
    void carriesAMessySheetFromUploadToImportAndBack() {
        var sheet = uploaded("cities", Sheets.messy());
        assertThat(post(sheet + "/columns", COLUMNS)).hasRedirectedUrl(sheet + "/rows");

        assertThat(text(get(sheet + "/rows"))).contains("Row 8", "대한민구", "Perhaps: ", "row 8, column D");
        assertThat(text(get(sheet + "/rows?state=doubtful"))).contains("Qqoyangvile", "Qqoyangville, KR");
        assertThat(text(get(sheet + "/rows?state=changed"))).contains("<del>9400000</del>", "<ins>9600000</ins>");
        assertThat(text(get(sheet + "/rows?state=new"))).contains("Zzuwonpolis");

        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet + "/rows");
        assertThat(count("zzuwonpolis")).isZero();

        post(sheet + "/rows", Map.of("cell-8-country", "대한민국"));
        var city = sql.sql("select id from organisation where code = 'qqoyangville'")
                .query(UUID.class)
                .single();
        post(sheet + "/rows", Map.of("choice-6", city.toString()));
        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

        assertThat(count("zzuwonpolis")).isOne();
        assertThat(count("xxbusanopolis")).isOne();
        assertThat(population("vvseoulopolis")).isEqualTo(9600000);
        assertThat(population("qqoyangville")).isEqualTo(1073000);
        assertThat(sql.sql("select count(*) from audit_act where act = 'intake.imported' and subject_key = :id")
                        .param("id", sheet.replace("/sheets/", ""))
                        .query(Integer.class)
                        .single())
                .isOne();

        assertThat(post(sheet + "/undo", Map.of())).hasRedirectedUrl(sheet);
        assertThat(text(get(sheet))).contains("taken back");
        assertThat(count("zzuwonpolis")).isZero();
        assertThat(population("vvseoulopolis")).isEqualTo(9400000);
    }

    private int count(String code) {
        return sql.sql("select count(*) from organisation where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    private Integer population(String code) {
        return sql.sql("select population from organisation where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    private String imported(String csv) {
        var sheet = uploaded("cities", csv.getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));
        post(sheet + "/import", Map.of());
        return sheet;
    }

    @Test
    void saysWhatStandsInTheWayOfTakingBackAndTakesNothing() {
        var sheet = imported("name,country,population\nZzone,KR,1000\nZztwo,KR,2000\nZzthree,KR,3000\n");
        sql.sql("update organisation set population = 2222 where code = 'zztwo'")
                .update();
        sql.sql("""
            insert into site (id, code, organisation, name, kind)
            select gen_random_uuid(), 'zz-site', id, 'Tower', 'site' from organisation where code = 'zzthree'
            """).update();

        post(sheet + "/undo", Map.of());

        assertThat(text(get(sheet)))
                .contains("Nothing was taken back", "Zztwo", "changed since", "Zzthree", "Other records refer to it");
        assertThat(count("zzone")).isOne();
    }

    @Test
    void doesNotImportWhatCameOutDifferentlyMeanwhile() {
        var sheet = uploaded("cities", "name,country\nZznew,KR\n".getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));
        city("zznew-by-another", "Zznew", 5);

        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet + "/rows");
        assertThat(count("zznew")).isZero();
        assertThat(text(get(sheet + "/rows?state=same"))).contains("Zznew");
    }

    @Test
    void knowsASheetAgainThatCameFromHere() throws Exception {
        city("zz-again", "Zzagain", 1000);
        var ours = browser.get()
                .uri("/cities.xlsx?q=Zzagain&lang=ko")
                .exchange()
                .getResponse()
                .getContentAsByteArray();

        var sheet = uploaded("cities", ours);

        assertThat(sql.sql("select header_row || ' ' || (columns ->> 'name') || ' ' || (columns ->> 'country') as found"
                                + " from sheet_import where id = ?")
                        .param(UUID.fromString(sheet.replace("/sheets/", "")))
                        .query(String.class)
                        .single())
                .isEqualTo("2 1 5");
    }

    @Test
    void changesNothingWhenImportedTwice() {
        imported("name,country,population\nZzonce,KR,1000\n");
        var again = imported("name,country,population\nZzonce,KR,1000\n");

        assertThat(count("zzonce")).isOne();
        assertThat(text(get(again + "/rows?state=same"))).contains("Zzonce");
    }

    @Test
    void bringsALargeSheetInAsWorkThatCanBeWatchedAndTakenBack() {
        var csv = new StringBuilder("name,country,population\n");
        for (int i = 0; i <= SheetWork.WRITTEN_AT_ONCE; i++) {
            csv.append("Zz").append(word(i)).append(",KR,").append(1000 + i).append('\n');
        }
        var sheet = uploaded("cities", csv.toString().getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));
        post(sheet + "/rows", Map.of());
        post(sheet + "/skip", Map.of("state", "doubtful"));
        var id = UUID.fromString(sheet.replace("/sheets/", ""));

        assertThat(post(sheet + "/import", Map.of()).getResponse().getRedirectedUrl())
                .startsWith("/jobs/");
        await().atMost(Duration.ofMinutes(2)).until(() -> stage(id).equals("imported"));
        assertThat(post(sheet + "/undo", Map.of()).getResponse().getRedirectedUrl())
                .startsWith("/jobs/");
        await().atMost(Duration.ofMinutes(2)).until(() -> stage(id).equals("undone"));
    }

    @Test
    void needsNoMoreStatementsForMoreRows() {
        var csv = new StringBuilder("name,country,population\n");
        for (int i = 0; i < 40; i++) {
            csv.append("Zz").append(word(i)).append(",KR,").append(1000 + i).append('\n');
        }
        var sheet = uploaded("cities", csv.toString().getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));
        post(sheet + "/rows", Map.of());
        post(sheet + "/skip", Map.of("state", "doubtful"));

        assertThat(StatementCount.of(() -> post(sheet + "/import", Map.of()))).isLessThan(40);
        assertThat(StatementCount.of(() -> post(sheet + "/undo", Map.of()))).isLessThan(40);
    }

    /** Words that are not alike: as many different letters as can be. */
    private static String word(int number) {
        var random = new Random(number);
        return random.ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String stage(UUID id) {
        return sql.sql("select stage from sheet_import where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
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
    void namesACellThatIsTooLongInsteadOfCuttingIt() {
        var long1 = "Zz " + "x".repeat(4500);
        var sheet = uploaded(
                "cities", ("name,country,other names\nZzone,KR,\"" + long1 + "\"\n").getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "other_names"));

        assertThat(text(get(sheet + "/rows?state=faulty"))).contains("is longer than 4000 characters");
    }

    @Test
    void namesTheLineOfAQuoteThatIsNotClosed() {
        assertThat(upload("cities", "open.csv", """
            city,country,note
            Zzone,KR,ok
            Zztwo,KR,"the so-called old town
            Zzthree,KR,x
            Zzfour,KR,"fine"
            """.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("In line 3 a cell begins with a quotation mark");
    }

    @Test
    void refusesWhatIsNoSheetWithAMessage() {
        assertThat(upload("cities", "a.pdf", "%PDF-1.7\0\0".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("neither XLSX nor text");
        assertThat(upload("elephants", "a.csv", "a\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422);
        assertThat(upload("cities", "a.csv", new byte[0])).hasStatus(422);
    }

    @Test
    void readsAnotherWorksheetWhenAsked() {
        var sheet = uploaded(
                "cities",
                Sheets.xlsx(new java.util.TreeMap<>(Map.of(
                        "Cities",
                        List.<Object[]>of(new Object[] {"City", "Country"}, new Object[] {"Zzfirst", "KR"}),
                        "Later",
                        List.<Object[]>of(new Object[] {"City", "Country"}, new Object[] {"Zzsecond", "KR"})))));
        assertThat(text(get(sheet + "/columns"))).contains("Zzfirst");

        post(sheet + "/read-again", Map.of("worksheet", "1", "headerRow", "1"));

        assertThat(text(get(sheet + "/columns"))).contains("Zzsecond").doesNotContain("Zzfirst");
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
    void discardsASheetWithItsRows() {
        var sheet = uploaded("cities", Sheets.messy());

        assertThat(post(sheet + "/discard", Map.of())).hasRedirectedUrl("/sheets");
        assertThat(sql.sql("select count(*) from sheet_row where sheet_import = :id")
                        .param("id", UUID.fromString(sheet.replace("/sheets/", "")))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void neverAnswersAnySheetWithAnException() {
        var random = new Random(42);
        var words = List.of(
                "name",
                "country",
                "도시명",
                "KR",
                "",
                "",
                "=1+1",
                "#REF!",
                "\uD83D\uDE00",
                "a\tb",
                "\"",
                "x".repeat(5000),
                "1e999999",
                "-",
                "9999999999999999999",
                "<script>",
                "' or 1=1 --",
                "서울",
                "\u202E",
                "null",
                "37.5",
                "https://",
                "{0}",
                "%");
        for (int round = 0; round < 40; round++) {
            var csv = new StringBuilder();
            for (int r = random.nextInt(6); r >= 0; r--) {
                for (int c = random.nextInt(6); c >= 0; c--) {
                    csv.append(words.get(random.nextInt(words.size()))).append(c == 0 ? "\n" : ",");
                }
            }
            var content = SheetFileTests.mutated(csv.toString().getBytes(StandardCharsets.UTF_8), random);
            var target = List.of("cities", "contacts", "interests").get(round % 3);
            var answer = upload(target, "fuzz.csv", content);
            if (answer.getResponse().getStatus() == 422) {
                continue;
            }
            assertThat(answer).as("round %d", round).hasStatus3xxRedirection();
            var sheet = String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/columns", "");
            assertThat(get(sheet + "/columns")).as("round %d", round).hasStatusOk();
            var columns = new java.util.HashMap<String, String>();
            var fields = Map.of(
                    "cities", List.of("name", "country", "population", "website", "latitude"),
                    "contacts", List.of("organisation", "name", "title", "email"),
                    "interests", List.of("programme", "organisation", "statement", "grade"));
            for (int c = 0; c < fields.get(target).size(); c++) {
                columns.put("column-" + c, fields.get(target).get(c));
            }
            assertThat(post(sheet + "/columns", columns).getResponse().getStatus())
                    .isIn(302, 422);
            assertThat(get(sheet + "/rows").getResponse().getStatus()).isIn(200, 302);
            assertThat(post(sheet + "/import", Map.of())).hasStatus3xxRedirection();
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
            Zztwins,KR,泰州市,32.45,119.92
            Zztwins,KR,台州市,28.66,121.42
            Zztwins,KR,泰州市,32.46,119.91
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

    private void located(String code, String name, String country, double latitude, double longitude) {
        city(code, name, null);
        sql.sql("update organisation set country = ?, latitude = ?, longitude = ? where code = ?")
                .params(country, latitude, longitude, code)
                .update();
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
}
