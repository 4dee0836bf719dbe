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
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** How a file comes in, and which column is thought to hold what. */
class SheetUploadTests extends SheetWays {

    @Autowired
    ReadingRoom room;

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
    void findsHeadingsUnderTitlesAndSaysWhatEachColumnHolds() {
        var sheet = uploaded("cities", Sheets.messy());

        var page = text(get(sheet + "/columns"));

        assertThat(page).contains("도시명", "row 4", "Zzuwonpolis");
        assertThat(page).containsPattern("(?s)id=\"column-2\".*?value=\"name\" selected");
        assertThat(page).containsPattern("(?s)id=\"column-3\".*?value=\"country\" selected");
        assertThat(page).containsPattern("(?s)id=\"column-4\".*?value=\"population\" selected");
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
}
