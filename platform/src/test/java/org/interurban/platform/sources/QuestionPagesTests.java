package org.interurban.platform.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleRecords;
import org.interurban.platform.StatementCount;
import org.interurban.platform.authority.Role;
import org.interurban.platform.web.RecordAddresses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

@PlatformTest
@RecordApplicationEvents
@Transactional
class QuestionPagesTests {

    /** What a chosen reading looks like on the page, where it is not the value itself. */
    private static final Map<String, List<String>> SHOWN = Map.ofEntries(
            Map.entry("CF-01", List.of("154 members")),
            Map.entry("CF-06", List.of("More than 400 cases.")), // the network's page has no other place for it
            Map.entry("CF-07", List.of("Written with \"on\".")),
            Map.entry("CF-08", List.of("Urban regeneration; Green innovation")),
            Map.entry("CF-10", List.of("Jan 2022")),
            Map.entry("CF-12", List.of(">Air Quality<")),
            Map.entry("CF-13", List.of("Feb 2023")),
            Map.entry("CF-14", List.of("27–31 Mar 2023")),
            Map.entry("CF-15", List.of("12–15 Feb 2023")),
            Map.entry("CF-16", List.of("27 Feb – 3 Mar 2023")),
            Map.entry("CF-17", List.of(">Signed<")),
            Map.entry("CF-18", List.of(">Signed<")),
            Map.entry("CF-26", List.of("Ecological transition & green deal")),
            Map.entry("CF-37", List.of("With \"Activating\".")),
            Map.entry("CF-38", List.of("Judges and the General Assembly.")),
            Map.entry("CF-43", List.of("Jun – Sept 2022")),
            Map.entry("CF-55", List.of("In the list of priority themes; the second is cut off.")));

    @Autowired
    RecordAddresses addresses;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Sources sources;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents events;

    @Test
    void pagesNameADocumentOnceWithAllThatIsCitedOfIt() {
        var cited = Stream.of("page 2", "page 3", "page 2")
                .map(page -> new Sources.Cited("D-01", "Report", page))
                .toList();

        assertThat(sources.byDocument(cited)).containsExactly(new Sources.Cited("D-01", "Report", "page 2; page 3"));
    }

    @Test
    void showsAnOfficerEveryReadingOfEveryQuestionOfTheSample() throws IOException {
        var questions = file("questions");
        var readings = file("readings").stream().collect(Collectors.groupingBy(line -> line.get("question")));
        assertThat(questions).hasSize(55);

        var list = page("/questions?limit=500");

        for (var question : questions) {
            var code = question.get("code");
            assertThat(list).contains(question.get("subject"));
            var page = page("/questions/" + code);
            assertThat(readings).containsKey(code);
            for (var reading : readings.get(code)) {
                assertThat(list).contains(reading.get("statement"));
                assertThat(page).contains(reading.get("statement"));
            }
            assertThat(list).contains(records(question));
        }
    }

    @Test
    void everyRecordsPageShowsOfficersAllReadingsAndThePublicTheChosenOne() throws IOException {
        var readings = file("readings").stream().collect(Collectors.groupingBy(line -> line.get("question")));
        var partnerships = file("plan_items").stream()
                .collect(Collectors.toMap(line -> line.get("code"), line -> line.get("partnership")));
        var withoutPage = new ArrayList<String>();
        var faults = new ArrayList<String>();

        for (var question : file("questions")) {
            for (var record : records(question)) {
                var code = question.get("code");
                var address = question.get("record_kind").equals("plan-item")
                        ? "/partnerships/" + partnerships.get(record)
                        : addresses.of(question.get("record_kind"), record);
                if (address == null) {
                    withoutPage.add(code);
                    continue;
                }
                var atWork = visit(address, Acting.as(Role.PROGRAMME_OFFICER));
                var inPublic = visit(address, request -> request);
                for (var reading : readings.get(code)) {
                    var statement = ">" + reading.get("statement") + "<";
                    var chosen = reading.get("chosen").equals("yes");
                    if (!atWork.contains(statement)) {
                        faults.add("%s: officers miss %s on %s".formatted(code, statement, address));
                    }
                    // who comes to join is not helped by one of two readings
                    if (inPublic.contains(statement) != (chosen && !address.equals("/join"))) {
                        faults.add("%s: the public and %s on %s".formatted(code, statement, address));
                    }
                    if (chosen) {
                        SHOWN.getOrDefault(code, List.of(reading.get("value").split(";"))).stream()
                                .filter(value -> !inPublic.contains(value))
                                .forEach(value ->
                                        faults.add("%s: the public misses %s on %s".formatted(code, value, address)));
                    }
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(withoutPage).isEmpty();
    }

    @Test
    void anActionsFormShowsAllReadingsOfIt() {
        assertThat(page("/actions/IURC-Sejong-Sofia-01/edit"))
                .contains("A joint venture that makes solar panels.", "A pilot with panels for single households.");
    }

    @Test
    void areNotForReadersWithoutAnAccount() {
        var answer = browser.get().uri("/questions").exchange();

        assertThat(answer.getResponse().getStatus()).isIn(302, 401, 403);
    }

    @Test
    void listsEveryQuestionInFewStatements() {
        var statements = StatementCount.of(() -> page("/questions?limit=500&lang=ko"));

        assertThat(statements).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
    }

    @Test
    void followsTheReadingThatAPersonChoosesAndKeepsWhy() {
        var answer = browser.post()
                .uri("/questions/CF-13")
                .param("reading", "b")
                .param("reason", "The earlier report was right.")
                .param("version", "0")
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/questions/CF-13");
        assertThat(sources.questionsOn("activity", "SV-02", true).getFirst().readings())
                .filteredOn(Sources.Reading::chosen)
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.letter()).isEqualTo("b");
                    assertThat(reading.reason()).isEqualTo("The earlier report was right.");
                });
        assertThat(sql.sql("select concat_ws(' ', from_on, to_on, precision) from activity where code = 'SV-02'")
                        .query(String.class)
                        .single())
                .isEqualTo("2023-01-01 2023-12-31 year");
        assertThat(events.stream(ReadingChosen.class)).singleElement().satisfies(event -> assertThat(event.recordCode())
                .isEqualTo("SV-02"));
        assertThat(sql.sql("select details ->> 'reason' from audit_act where act = 'sources.chosen' and"
                                + " subject_key = 'CF-13'")
                        .query(String.class)
                        .single())
                .isEqualTo("The earlier report was right.");
    }

    @Test
    void keepsWhatWasTypedAndSaysThatTheReasonIsMissing() {
        var answer = browser.post()
                .uri("/questions/CF-13")
                .param("reading", "b")
                .param("reason", " ")
                .param("version", "0")
                .with(Acting.as(Role.EDITOR))
                .exchange();

        assertThat(answer).hasStatus(422).bodyText().contains("href=\"#reason\"", "Say why this reading is chosen.");
    }

    @Test
    void showsTheOtherPersonsChoiceInsteadOfLosingIt() {
        sql.sql("update question set version = 3 where code = 'CF-13'").update();

        var answer = browser.post()
                .uri("/questions/CF-13")
                .param("reading", "b")
                .param("reason", "The earlier report was right.")
                .param("version", "0")
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();

        assertThat(answer).hasStatus(409);
    }

    @Test
    void refusesTheChoiceOfAFunder() {
        assertThat(browser.post().uri("/questions/CF-13").param("reading", "b").with(Acting.as(Role.FUNDER)))
                .hasStatus(403);
    }

    @Test
    void tellsThePublicWhatRestsOnADocument() {
        assertThat(browser.get().uri("/documents")).hasStatusOk().bodyText().contains("2022 Annual Report");
        assertThat(browser.get().uri("/documents/citynet-annual-report-2022?kind=member&lang=ko"))
                .hasStatusOk()
                .bodyText()
                .contains("/members/busan");
        assertThat(browser.get().uri("/documents/nothing")).hasStatus(404);
    }

    @Test
    void countsTheLinesOfADocumentForThoseWhoCompareAndNamesItsPartsToEveryone() {
        var address = "/documents/citynet-annual-report-2022?kind=member&q=busan";

        assertThat(page(address)).contains("Member overview, line 153", ">Busan<", ">busan<");
        assertThat(visit(address, request -> request))
                .contains("Member overview", ">Busan<")
                .doesNotContain("line 153", ">busan<");
    }

    @Test
    void givesTheQuestionsAsASheet() {
        assertThat(browser.get().uri("/questions.csv").with(Acting.as(Role.FUNDER)))
                .hasStatusOk()
                .bodyText()
                .contains("CF-55");
    }

    private String page(String address) {
        var answer = browser.get()
                .uri(address)
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();
        assertThat(answer).hasStatusOk();
        return text(answer.getResponse());
    }

    /** The page as the reader gets it, where the address leads to in the end. */
    private String visit(String address, RequestPostProcessor reader) {
        var answers = new ArrayList<MockHttpServletResponse>();
        var statements = StatementCount.of(() ->
                answers.add(browser.get().uri(address).with(reader).exchange().getResponse()));
        assertThat(statements).as(address).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
        var answer = answers.getFirst();
        return answer.getStatus() == 302 ? visit(answer.getRedirectedUrl(), reader) : text(answer);
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return HtmlUtils.htmlUnescape(answer.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> records(CSVRecord question) {
        return Arrays.stream(question.get("record_code").split(";"))
                .filter(record -> !record.isEmpty())
                .toList();
    }

    private static List<CSVRecord> file(String name) throws IOException {
        try (var reader =
                new java.io.StringReader(SampleRecords.file(name).getContentAsString(StandardCharsets.UTF_8))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }
}
