package org.interurban.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Browsers.assertAccessible;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Impatient people at a real browser. */
@PlatformTest
@LeavesRecords
class SentFormsBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void load() {
        sample.load();
    }

    private Page signedIn(BrowserContext context) {
        var session = TestPeople.session(TestPeople.account(sql, Role.PROGRAMME_OFFICER), sessions);
        context.addCookies(List.of(new Cookie("SESSION", session).setUrl("http://127.0.0.1:" + port)));
        return context.newPage();
    }

    static Stream<Arguments> forms() {
        return Stream.of(true, false)
                .flatMap(scripts -> Stream.of(
                        Arguments.of(
                                scripts,
                                "/actions/new?partnership=IURC-Busan-Rotterdam",
                                "statement.original",
                                "plan_item",
                                "/partnerships/"),
                        Arguments.of(
                                scripts,
                                "/agreements/new?partnership=IURC-Busan-Rotterdam",
                                "title.original",
                                "agreement",
                                "/partnerships/"),
                        Arguments.of(scripts, "/cities/new", "name", "organisation", "/cities/example")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aDoubleClickOnSaveMakesOneRecordAndShowsItsPage(
            boolean scripts, String address, String field, String table, String leadsTo) {
        try (var context = Browsers.open(1280, "en", scripts)) {
            var page = signedIn(context);
            for (var time = 0; time < 3; time++) {
                var word = "Example " + UUID.randomUUID();
                page.navigate("http://127.0.0.1:" + port + address);
                page.locator("[id='" + field + "']").fill(word);
                if (table.equals("organisation")) {
                    page.locator("#kind").selectOption("city");
                }

                page.locator("main form .actions button.primary").dblclick();
                page.waitForURL(Pattern.compile(".*" + Pattern.quote(leadsTo) + ".*"));
                page.waitForLoadState(LoadState.NETWORKIDLE);

                assertThat(page.locator(".notice").first()).isVisible();
                assertThat(sql.sql("select count(*) from " + table + " where " + field.replace(".original", "")
                                        + " = ?")
                                .param(word)
                                .query(Long.class)
                                .single())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void goingBackAndSavingAgainLeadsToWhatWasSaved() {
        try (var context = Browsers.open(1280, "en", true)) {
            var page = signedIn(context);
            var word = "Example " + UUID.randomUUID();
            page.navigate("http://127.0.0.1:" + port + "/actions/new?partnership=IURC-Busan-Rotterdam");
            page.locator("[id='statement.original']").fill(word);
            save(page).click();
            page.waitForURL(Pattern.compile(".*/partnerships/.*"));

            page.goBack();
            assertThat(save(page)).not().hasAttribute("aria-disabled", "true");
            save(page).click();

            assertThat(page.locator(".notice")).containsText("You had sent this already, and it counts once");
            assertAccessible(page);
            assertThat(sql.sql("select count(*) from plan_item where statement = ?")
                            .param(word)
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void theButtonRestsWhileItsFormIsOnItsWay() {
        try (var context = Browsers.open(1280, "en", true)) {
            var page = signedIn(context);
            var sent = new AtomicInteger();
            page.onRequest(request -> sent.addAndGet(request.method().equals("POST") ? 1 : 0));
            page.navigate("http://127.0.0.1:" + port + "/actions/new?partnership=IURC-Busan-Rotterdam");
            page.locator("[id='statement.original']").fill("Example");

            save(page).evaluate("""
                button => {
                  button.form.requestSubmit(button);
                  sessionStorage.resting = button.getAttribute("aria-disabled");
                  button.form.requestSubmit(button);
                }\
                """);
            page.waitForURL(Pattern.compile(".*/partnerships/.*"));

            assertThat(page.evaluate("sessionStorage.resting")).isEqualTo("true");
            assertThat(sent).hasValue(1);
        }
    }

    private static Locator save(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true));
    }
}
