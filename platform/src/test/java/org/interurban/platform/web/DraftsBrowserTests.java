package org.interurban.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Browsers.assertAccessible;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.interurban.platform.Browsers;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Forms that somebody leaves half-filled. */
@PlatformTest
@LeavesRecords
class DraftsBrowserTests {

    private static final String PAGE = "/actions/new?partnership=IURC-Busan-Rotterdam";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @Test
    void leavingWarnsAndComingBackOffersWhatWasTyped() {
        sample.load();
        var session = TestPeople.session(TestPeople.account(sql, Role.PROGRAMME_OFFICER), sessions);
        try (var context = Browsers.open(1280, "en", true)) {
            context.addCookies(List.of(new Cookie("SESSION", session).setUrl("http://127.0.0.1:" + port)));
            var page = context.newPage();
            var warned = new ArrayList<String>();
            page.onDialog(dialog -> {
                warned.add(dialog.type());
                dialog.accept();
            });
            open(page, PAGE);
            open(page, "/programmes");
            assertThat(warned).as("left untouched").isEmpty();

            open(page, PAGE);
            page.locator("[id='statement.original']").pressSequentially("Heat plans on one page");
            page.locator("#kind").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            var chosen = page.locator("#kind").inputValue();
            open(page, "/programmes");
            assertThat(warned).containsExactly("beforeunload");

            open(page, PAGE);
            assertThat(page.locator("[data-draft-of]")).containsText("Your draft of");
            assertThat(page.locator("[id='statement.original']")).hasValue("");
            assertAccessible(page);
            page.locator("[data-draft-take]").click();
            assertThat(page.locator("[id='statement.original']")).hasValue("Heat plans on one page");
            assertThat(page.locator("#kind")).hasValue(chosen);

            page.locator("main form .actions button.primary").click();
            page.waitForURL(address -> address.contains("/partnerships/"));
            assertThat(warned).as("sent").hasSize(1);
            open(page, PAGE);
            assertThat(page.locator("[data-draft-of]")).hasCount(0);
        }
    }

    private void open(Page page, String address) {
        page.navigate("http://127.0.0.1:" + port + address);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    }
}
