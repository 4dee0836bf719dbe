package org.interurban.platform.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What was concluded and not read: marked for everyone, explained to those who work on the records, said and taken back by editors. */
@PlatformTest
@Transactional
class ConclusionPagesTests {

    private static final String MARK = "Date concluded, no document states it";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements/AG-02, from the dates of the two visits",
        "/activities/CN-38, from a foreword",
        "/partnerships/IURC-Sejong-Sofia, from the dates of the two visits"
    })
    void everyoneSeesTheMarkAndThoseWhoWorkOnRecordsHowItWasConcluded(String address, String how) {
        assertThat(browser.get().uri(address + "?lang=en"))
                .bodyText()
                .contains(MARK)
                .doesNotContain(how);
        assertThat(browser.get().uri(address + "?lang=en").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains(MARK, how);
    }

    @Test
    void aFactOfACityAndAOnePagerHaveTheMarkToo() {
        assertThat(browser.get().uri("/cities/seoul?lang=en"))
                .bodyText()
                .contains("The Secretariat moved to Seoul", "(2013)", MARK)
                .doesNotContain("derived from");
        assertThat(browser.get().uri("/programmes/IURC/one-pager?lang=en"))
                .bodyText()
                .contains("Concluded, no document states it: date of Letter of intent of Sejong and Sofia,");
    }

    @Test
    void whatIsReadInADocumentHasNoMark() {
        assertThat(browser.get().uri("/activities/OM-01?lang=en")).bodyText().doesNotContain("concluded");
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin?lang=en"))
                .bodyText()
                .contains("What is marked as concluded was not read in any of these.");
    }

    @Test
    void anEditorSaysWhatWasConcludedAndTakesItBackWithTheWordsStillThere() {
        var editor = Acting.as(Role.EDITOR);

        assertThat(browser.post()
                        .uri("/conclusions/activity/OM-01")
                        .param("about", "mode")
                        .param("note", "Both cities are pictured together.")
                        .with(editor))
                .hasStatus3xxRedirection();
        assertThat(browser.get().uri("/activities/OM-01?lang=en"))
                .bodyText()
                .contains("How people met is concluded")
                .doesNotContain("pictured together");
        assertThat(browser.get().uri("/conclusions/activity/OM-01?lang=en").with(editor))
                .bodyText()
                .contains("Both cities are pictured together.");

        var taken = browser.post()
                .uri("/conclusions/activity/OM-01/withdraw")
                .param("about", "mode")
                .with(editor)
                .exchange();
        assertThat(taken).hasStatus3xxRedirection();
        assertThat(taken.getMvcResult().getFlashMap().get("takenAbout")).isEqualTo("mode");
        assertThat(taken.getMvcResult().getFlashMap().get("takenNote")).isEqualTo("Both cities are pictured together.");
        assertThat(browser.get().uri("/activities/OM-01?lang=en")).bodyText().doesNotContain("concluded");
        assertThat(sql.sql("select act from audit_act where subject_key = 'OM-01' and act like 'sources.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("sources.concluded", "sources.read");
    }

    @Test
    void theRecordOfADisagreementSaysWhatTheChosenReadingSays() {
        assertThat(browser.get().uri("/agreements/AG-05?lang=en"))
                .bodyText()
                .contains("Memoranda of understanding of Yuan Ze University", "Signed, more than one, without a date.")
                .doesNotContain("<dd>2023</dd>");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        assertThat(browser.post()
                        .uri("/conclusions/agreement/AG-01?lang=en")
                        .param("note", " ")
                        .with(Acting.as(Role.EDITOR)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose what was concluded.", "Say from what it follows.");
    }

    @Test
    void whoDoesNotWorkOnRecordsNeitherSeesNorSaysHow() {
        assertThat(browser.get().uri("/conclusions/agreement/AG-02").with(Acting.as(Role.VOTER)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.post()
                        .uri("/conclusions/agreement/AG-02")
                        .param("about", "date")
                        .param("note", "Because.")
                        .with(Acting.as(Role.FUNDER)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.get().uri("/conclusions/agreement/none").with(Acting.as(Role.EDITOR)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
