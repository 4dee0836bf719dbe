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
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleNetwork;
import org.interurban.platform.intake.RecordImport;
import org.interurban.platform.shared.PartialPeriod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The one-pager beside the sample files, fact by fact. */
@PlatformTest
class OnePagerTests {

    @Autowired
    RecordImport records;

    @Autowired
    MockMvcTester browser;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @BeforeEach
    void load() throws IOException {
        assertThat(SampleNetwork.load(records)).isInstanceOf(RecordImport.Outcome.Imported.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IURC", "ICP-AGIR"})
    void holdsEveryPairThemeVisitInitiativeAndAgreementThatThePublicMaySee(String programme) throws Exception {
        var text = text(pdf(programme));

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
            var signed = List.of("signed", "declared").contains(agreement.get("status"));
            if (signed && !agreement.get("partnership").isEmpty()) {
                facts.assertThat(text).as(agreement.get("code")).contains(bare(agreement.get("title")));
            } else if (!signed) {
                facts.assertThat(text).as(agreement.get("code")).doesNotContain(bare(agreement.get("title")));
            }
        }
        facts.assertAll();
    }

    @Test
    void isNotThereForAProgrammeThatIsNot() {
        assertThat(browser.get().uri("/programmes/NOWHERE/one-pager.pdf")).hasStatus(404);
    }

    private byte[] pdf(String programme) throws Exception {
        var address = URI.create("http://127.0.0.1:%d/programmes/%s/one-pager.pdf".formatted(port, programme));
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        return answer.body();
    }

    /** What a reader of the document reads, without its white space, since columns break lines where they like. */
    private String text(byte[] pdf) throws Exception {
        var file = Files.write(folder.resolve("one-pager.pdf"), pdf);
        var output = folder.resolve("one-pager.txt");
        var process = new ProcessBuilder("pdftotext", file.toString(), output.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return bare(Files.readString(output));
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
