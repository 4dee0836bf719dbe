package org.interurban.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The one-pager beside the sample files, fact by fact. */
@PlatformTest
class OnePagerTests {

    private static final List<String> SIGNED = List.of("signed", "declared");

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    MockMvcTester browser;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"IURC", "ICP-AGIR"})
    void holdsEveryPairThemeVisitInitiativeAndAgreementThatThePublicMaySee(String programme) throws Exception {
        var text = text(document(programme, "en", null));

        assertHolds(text, programme, agreement -> SIGNED.contains(agreement.get("status")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IURC", "ICP-AGIR"})
    void holdsAgreementsNotYetSignedForThoseWhoWorkOnIt(String programme) throws Exception {
        var officer = TestPeople.session(TestPeople.account(sql, Role.PROGRAMME_OFFICER), sessions);

        var text = text(document(programme, "en", officer));

        assertHolds(text, programme, agreement -> !agreement.get("status").equals("unclear"));
    }

    private static void assertHolds(String text, String programme, Predicate<CSVRecord> shown) throws IOException {
        var facts = new SoftAssertions();
        for (var pair : rows("partnerships", programme)) {
            facts.assertThat(text).contains(bare(pair.get("name")), bare(label(pair.get("theme"))));
        }
        for (var visit : rows("activities", programme)) {
            if (visit.get("type").equals("study-visit")) {
                var when = PartialPeriod.parse(visit.get("start"), visit.get("end"), null);
                facts.assertThat(text).as(visit.get("code")).contains(bare(when.text(Locale.ENGLISH)));
            }
        }
        for (var action : rows("plan_items", programme)) {
            if (!action.get("partnership").isEmpty()) {
                facts.assertThat(text).as(action.get("code")).contains(bare(action.get("title")));
            }
        }
        for (var agreement : rows("agreements", programme)) {
            var title = bare(agreement.get("title"));
            if (shown.test(agreement)) {
                facts.assertThat(text).as(agreement.get("code")).contains(title);
            } else {
                facts.assertThat(text).as(agreement.get("code")).doesNotContain(title);
            }
        }
        facts.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"IURC, en, 1", "IURC, ko, 1", "ICP-AGIR, en, 1", "ICP-AGIR, ko, 1", "IUC, en, 1", "IUC, ko, 1"})
    void takesNoMoreSheetsThanItsName(String programme, String language, int sheets) throws Exception {
        var file = Files.write(folder.resolve("one-pager.pdf"), document(programme, language, null));

        assertThat(run("pdfinfo", file)).containsPattern("Pages: +" + sheets + "\\n");
    }

    @Test
    void isSmallerRatherThanOnTwoSheetsWhenThereIsMoreToSay() throws Exception {
        for (var n = 0; n < 4; n++) {
            sql.sql("""
                insert into activity (id, code, programme, partnership, type, title, host, from_on, to_on, precision, status, published)
                select gen_random_uuid(), ?, p.programme, p.id, 'webinar', ?, h.id, date '2024-03-03' + ?, date '2024-03-03' + ?,
                       'day', 'planned', true
                  from partnership p, organisation h where p.code = 'IURC-Busan-Rotterdam' and h.code = 'rotterdam'
                """)
                    .params("ZZ-ONE-PAGER-" + n, "Look at many barges in the harbour, part " + n, 40 * n, 40 * n)
                    .update();
        }
        try {
            var file = Files.write(folder.resolve("one-pager.pdf"), document("IURC", "en", null));

            assertThat(run("pdfinfo", file)).containsPattern("Pages: +1\\n");
            assertThat(text(Files.readAllBytes(file))).contains("3Mar2024");
        } finally {
            sql.sql("delete from activity where code like 'ZZ-ONE-PAGER-%'").update();
        }
    }

    @Test
    void isNotThereForAProgrammeThatIsNot() {
        assertThat(browser.get().uri("/programmes/NOWHERE/one-pager.pdf")).hasStatus(404);
    }

    private byte[] document(String programme, String language, @Nullable String session) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:%d/programmes/%s/one-pager.pdf?lang=%s".formatted(port, programme, language)));
        if (session != null) {
            request.header("Cookie", "SESSION=" + session);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        return answer.body();
    }

    /** What a reader of the document reads, without its white space, since columns break lines where they like. */
    private String text(byte[] pdf) throws Exception {
        return bare(run("pdftotext", Path.of("-raw"), Files.write(folder.resolve("one-pager.pdf"), pdf), Path.of("-")));
    }

    private static String run(String program, Path... files) throws IOException {
        var command = new ArrayList<>(List.of(program));
        for (var file : files) {
            command.add(file.toString());
        }
        try (var output =
                new ProcessBuilder(command).redirectErrorStream(true).start().inputReader()) {
            return output.readAllAsString();
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String label(String topic) throws IOException {
        return all("topics").stream()
                .filter(row -> row.get("code").equals(topic))
                .findFirst()
                .orElseThrow()
                .get("label");
    }

    private static List<CSVRecord> rows(String file, String programme) throws IOException {
        return all(file).stream()
                .filter(row -> row.get("programme").equals(programme))
                .toList();
    }

    private static List<CSVRecord> all(String file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = OnePagerTests.class.getResourceAsStream("/sample/" + file + ".csv");
                var parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }
}
