package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.util.Locale;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Dates as people write them, in forms. */
@PlatformTest
class TypedDatesTests {

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | 10 June 2027           |              | 2027-06-10 2027-06-10 day
        en | 10–12 June 2027        |              | 2027-06-10 2027-06-12 day
        en | 10 June 2027           | 3 July 2027  | 2027-06-10 2027-07-03 day
        en | Q2 2027                |              | 2027-04-01 2027-06-30 period
        ko | 2027년 6월 10일~12일   |              | 2027-06-10 2027-06-12 day
        ko | 2027년 6월             | 2027년 8월   | 2027-06-01 2027-08-31 month
        """)
    @Transactional
    void aVisitIsDatedInTheWordsOfWhoPlansIt(String language, String start, String end, String kept) {
        assertThat(plan(language, end == null ? "" : end, start)).hasStatus3xxRedirection();

        assertThat(sql.sql(
                                "select concat_ws(' ', from_on, to_on, precision) from activity where code like 'SV-IURC-Seoul-Dublin-%'")
                        .query(String.class)
                        .list())
                .contains(kept);
    }

    @Test
    @Transactional
    void aDateThatCanMeanTwoDaysIsAskedForAndTheAnswerCounts() {
        assertThat(plan("en", "", "01/03/2027"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"01/03/2027\"", "value=\"2027-03-01\"", "1 Mar 2027", "3 Jan 2027")
                .contains("href=\"#start\">“01/03/2027” can be read in more than one way");

        assertThat(plan("en", "", "2027-01-03", "01/03/2027")).hasStatus3xxRedirection();
        assertThat(sql.sql("select from_on::text from activity where code like 'SV-IURC-Seoul-Dublin-%'")
                        .query(String.class)
                        .list())
                .contains("2027-01-03");
    }

    private MvcTestResult plan(String language, String end, String... start) {
        return browser.post()
                .uri("/activities/new")
                .locale(Locale.forLanguageTag(language))
                .header("Accept-Language", language)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("partnership", "IURC-Seoul-Dublin")
                .param("type", "study-visit")
                .param("host", "dublin")
                .param("start", start)
                .param("end", end)
                .param("status", "planned")
                .exchange();
    }

    @Test
    @Transactional
    void whatLiesBetweenTwoDaysStaysSoWhenItsFormIsSavedUnchanged() {
        sql.sql(
                        "update activity set from_on = '2022-12-05', to_on = '2023-03-04', precision = 'period' where code = 'SV-02'")
                .update();
        assertThat(browser.get().uri("/activities/SV-02/edit").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains(
                        "value=\"[2022-12-05..2023-03-04]\"",
                        "Understood: some time in 5 Dec 2022",
                        "maxlength=\"80\"",
                        "maxlength=\"300\"");

        assertThat(browser.post()
                        .uri("/activities/SV-02/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("type", "study-visit")
                        .param("title.original", "Some time that winter")
                        .param("host", "dublin")
                        .param("start", "[2022-12-05..2023-03-04]")
                        .param("status", "held")
                        .param("version", version()))
                .hasStatus3xxRedirection();

        assertThat(sql.sql("select precision from activity where code = 'SV-02'")
                        .query(String.class)
                        .single())
                .isEqualTo("period");
    }

    private String version() {
        return sql.sql("select version::text from activity where code = 'SV-02'")
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | 01/03/2027 | value="2027-01-03"
        en | Dec 2029   | Understood: Dec 2029
        ko | Dec 2029   | 이해한 날짜: 2029년 12월
        en | soon       | cannot be read as a date
        """)
    void aDateIsReadBackToAnybody(String language, String typed, String said) {
        assertThat(browser.get()
                        .uri("/dates/read")
                        .header("Accept-Language", language)
                        .param("typed", typed)
                        .param("name", "due")
                        .param("extent", "date"))
                .hasStatusOk()
                .bodyText()
                .contains(said);
    }

    @Test
    void aDateIsReadBackWhileItIsTyped() {
        var session = TestPeople.session(TestPeople.account(sql, Role.PROGRAMME_OFFICER), sessions);
        try (var context = Browsers.open(1280, "en", true)) {
            context.addCookies(java.util.List.of(new Cookie("SESSION", session).setUrl("http://127.0.0.1:" + port)));
            var page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/actions/new?partnership=IURC-Busan-Rotterdam");
            var due = page.locator("#due");

            due.fill("01/03/2027");
            due.blur();
            page.getByLabel("3 Jan 2027")
                    .click(); // the choice goes once it is taken, so there is no checked box to wait for

            PlaywrightAssertions.assertThat(due).hasValue("2027-01-03");
            PlaywrightAssertions.assertThat(page.locator("#due-understood")).hasText("Understood: 3 Jan 2027");

            page.locator("input.pick").fill("2027-06-10");
            PlaywrightAssertions.assertThat(due).hasValue("2027-06-10");
            PlaywrightAssertions.assertThat(page.locator("#due-understood")).hasText("Understood: 10 Jun 2027");
            Browsers.assertAccessible(page);
        }
    }
}
