package org.interurban.platform.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleRecords;
import org.interurban.platform.StatementCount;
import org.interurban.platform.authority.Role;
import org.interurban.platform.intake.RecordImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

@PlatformTest
@RecordApplicationEvents
@Transactional
class QuestionPagesTests {

    @Autowired
    RecordImport records;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Sources sources;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void sample() {
        SampleRecords.load(records);
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
            for (var record : question.get("record_code").split(";")) {
                if (!record.isEmpty()) {
                    assertThat(list).contains(record);
                    assertThat(sources.questionsOn(question.get("record_kind"), record))
                            .filteredOn(open -> open.code().equals(code))
                            .singleElement()
                            .satisfies(open -> assertThat(open.readings()).hasSameSizeAs(readings.get(code)));
                }
            }
        }
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
        assertThat(sources.questionsOn("activity", "SV-02").getFirst().readings())
                .filteredOn(Sources.Reading::chosen)
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.letter()).isEqualTo("b");
                    assertThat(reading.reason()).isEqualTo("The earlier report was right.");
                });
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
        try {
            return HtmlUtils.htmlUnescape(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
