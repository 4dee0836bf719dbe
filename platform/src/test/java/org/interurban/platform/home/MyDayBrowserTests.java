package org.interurban.platform.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.interurban.platform.Browsers.assertAccessible;
import static org.interurban.platform.Browsers.assertFits;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.interurban.platform.Browsers;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** An officer's day, as a browser shows it, and what the keyboard opens there. */
@PlatformTest
class MyDayBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @ParameterizedTest
    @ValueSource(ints = {390, 820, 1440})
    void leadsFromWhatIsLateToItsFormAndFromTheKeyboardToAnything(int width) {
        sample.load();
        sql.sql(
                        "update plan_item set due_on = current_date - 3, status = 'planned' where code = 'IURC-Seoul-Dublin-01'")
                .update();
        var session = TestPeople.session(TestPeople.account(sql, Role.ADMINISTRATOR), sessions);
        try (var context = Browsers.open(width, "en", true)) {
            context.addCookies(List.of(new Cookie("SESSION", session).setUrl("http://127.0.0.1:" + port)));
            var page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/work");

            assertThat(page.locator("#late")).containsText("Late");
            assertThat(page.locator(".day-drawer").last()).containsText("Old records");
            assertAccessible(page);
            assertFits(page);

            page.keyboard().press("Control+k");
            page.locator(".palette input").fill("audit");
            assertThat(page.locator(".palette .found")).containsText("Audit trail");
            assertAccessible(page);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Escape");

            page.locator("#late + ul a.button").first().click();
            assertThat(page.locator("main form[action$='/edit']")).isVisible();
        }
    }
}
