package org.interurban.platform.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.nio.charset.StandardCharsets;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class FirstDayTests {

    private static final String PAGE = "/programmes/RIVERS";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void begin() {
        sample.load();
        post(
                "/programmes/new",
                "code",
                "RIVERS",
                "name.original",
                "Rivers",
                "name.language",
                "en",
                "kind",
                "city-to-city-cooperation",
                "callCloses",
                "2099-03-01",
                "start",
                "2099-05",
                "published",
                "true",
                "version",
                "0");
    }

    @Test
    void aProgrammeWithoutCitiesSaysWhatWillBeHereAndWhatHappensNext() {
        assertThat(page(PAGE))
                .contains("No city takes part yet", "What happens next", "Applications close", "The programme begins");
    }

    @Test
    void beforeTheFirstPairItShowsWhoTakesPartAndWhatEachShowsAndSeeks() {
        takePart();

        assertThat(page(PAGE))
                .contains("Seoul", "Public bicycles", "Seeks", "Safer streets", "South Korea")
                .doesNotContain("No city takes part yet", "Nothing dated is on record");
        assertThat(page(PAGE + "?lang=ko")).containsPattern("<dd lang=\"en\">Public bicycles</dd>");
    }

    @Test
    void aPairIsALineBetweenTwoCitiesWithWhatTheyShowAndSeek() {
        takePart();
        post("/partnerships/new", "programme", "RIVERS", "members", "seoul", "members", "dublin");
        sql.sql("update partnership set published = true where programme = (select id from programme where"
                        + " code = 'RIVERS')")
                .update();

        assertThat(page(PAGE))
                .contains(
                        "One pair",
                        "Public bicycles",
                        "Safer streets",
                        "The cities choose the day of their first meeting.")
                .doesNotContain("one timetable");
        assertThat(StatementCount.of(() -> page(PAGE))).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
    }

    @Test
    void whoStandsInNoGroupIsNamedWithTheCountry() {
        assertThat(page("/programmes/ICP-AGIR"))
                .containsPattern("(?s)Other cities.*Grenoble.*France.*named as possible");
    }

    @Test
    void whatCitiesSayIsSeenWithTheirProgrammeOnly() {
        takePart();
        sql.sql("update programme set published = false where code = 'RIVERS'").update();

        assertThat(browser.get().uri(PAGE)).hasStatus(404);
    }

    private void takePart() {
        post(PAGE + "/participants/add", "organisation", "seoul", "organisation", "dublin");
        post(
                PAGE + "/participants/seoul",
                "version",
                "0",
                "capacityMin",
                "1",
                "capacityMax",
                "2",
                "lines[0].kind",
                "offer",
                "lines[0].statement",
                "Public bicycles",
                "lines[0].grade",
                "3");
        post(
                PAGE + "/participants/dublin",
                "version",
                "0",
                "capacityMin",
                "1",
                "capacityMax",
                "2",
                "lines[0].kind",
                "seek",
                "lines[0].statement",
                "Safer streets",
                "lines[0].grade",
                "2");
        sql.sql("""
            update profile_line set statement_translations = '{"original": {"language": "en"}}'
             where statement = 'Public bicycles'
            """).update();
    }

    private void post(String address, String... fields) {
        var request = browser.post().uri(address).with(as(Role.PROGRAMME_OFFICER));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        assertThat(request.exchange()).hasStatus3xxRedirection();
    }

    private String page(String address) {
        return new String(
                browser.get()
                        .uri(address)
                        .exchange()
                        .getMvcResult()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
