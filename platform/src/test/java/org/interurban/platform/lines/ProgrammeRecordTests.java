package org.interurban.platform.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ProgrammeRecordTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @ValueSource(strings = {"WC-2017-2018", "CETREGIO-WC", "IUC", "IURC", "CLP", "LOCALIZATION-PH"})
    void opensInBothLanguages(String programme) {
        assertOpens(browser, "/programmes/%s/record".formatted(programme));
    }

    @Test
    void everyFigureStandsThereWithItsYearItsQualifierAndTheWayToItsSource() {
        assertThat(browser.get().uri("/programmes/CETREGIO-WC/record"))
                .bodyText()
                .contains("&gt;60", "15+", "250+", "130+", "2014", "href=\"/documents/iuc-presentation-2018\"")
                .doesNotContain("[NF-", "other reading");
        assertThat(browser.get().uri("/programmes/CETREGIO-WC"))
                .as("the page of the programme drops none")
                .bodyText()
                .contains("more than 60", "at least 15", "at least 250", "at least 130")
                .contains("href=\"/programmes/CETREGIO-WC/record\"");
    }

    @Test
    void rulesStepsMilestonesAndWhoStandsBehindItAreThere() {
        assertThat(browser.get().uri("/programmes/WC-2017-2018/record"))
                .bodyText()
                .contains("Objectives", "Principles", "How themes and cities are chosen")
                .contains("Debriefing that sets the next steps", "Second phase of World Cities begins")
                .contains("Ramboll", "In Korea.");
    }

    @Test
    void aBodyThatWorksForAPartIsNamedWithThatPart() {
        assertThat(browser.get().uri("/programmes/WC-2017-2018"))
                .bodyText()
                .contains("CityNet (In Korea), Ramboll (In Korea)");
        assertThat(browser.get().uri("/programmes/IURC/one-pager"))
                .bodyText()
                .contains("CityNet (Pairing of the six EU-Korea cities)");
    }

    @Test
    void notesOnThoseWhoTakePartAreForThoseWhoWorkOnIt() {
        assertThat(browser.get().uri("/programmes/CETREGIO-WC/record"))
                .bodyText()
                .doesNotContain("Its partner is not stated.", "is not spelled out");
        assertThat(browser.get().uri("/programmes/CETREGIO-WC/record").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Its partner is not stated.", "is not spelled out", "href=\"/cities/wuhan\"");
    }

    @Test
    void whatWasRemarkedOnRecordsIsForThoseWhoWorkOnThem() {
        var remarked = sql.sql("""
            select distinct p.code from method_step_brief s join programme p on p.id = s.programme where s.note is not null
            """).query(String.class).list();

        assertThat(remarked).isNotEmpty().allSatisfy(code -> {
            var page = "/programmes/%s/record".formatted(code);
            assertThat(browser.get().uri(page)).bodyText().doesNotContain("is not spelled out");
            assertThat(browser.get().uri(page).with(as(Role.PROGRAMME_OFFICER)))
                    .bodyText()
                    .contains("is not spelled out");
        });
    }

    @Test
    void theDocumentsBehindAProgrammeStandInOneLineAtTheHeadOfItsRecord() {
        assertThat(browser.get().uri("/programmes/WC-2017-2018/record"))
                .bodyText()
                .containsPattern(
                        "(?s)<p class=\"source\"><span>Sources:</span> <a\\s[^<]+</a>(<span[^>]*>[^<]*</span>)?;"
                                + " <a\\s");
    }

    @Test
    void isSeenWithItsProgrammeOnly() {
        sql.sql("update programme set published = false where code = 'CETREGIO-WC'")
                .update();

        assertThat(browser.get().uri("/programmes/CETREGIO-WC/record")).hasStatus(404);
    }

    @Test
    void aFigureOfSeveralYearsNamesThemAllAndItsNoteStandsBesideItOnEveryPage() {
        for (var page : List.of("/programmes/CETREGIO-WC", "/programmes/CETREGIO-WC/record")) {
            assertThat(browser.get().uri(page)).as(page).bodyText().contains("2014–2015");
        }
        sql.sql("update network_figure set note = 'Counted anew.' where code = 'NF-013'")
                .update();
        assertThat(browser.get().uri("/programmes/CETREGIO-WC")).bodyText().contains("2014–2015. Counted anew.");
    }
}
