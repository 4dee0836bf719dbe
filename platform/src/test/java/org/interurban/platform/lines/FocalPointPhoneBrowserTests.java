package org.interurban.platform.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Browsers.assertAccessible;
import static org.interurban.platform.Browsers.assertFits;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.interurban.platform.Browsers;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A focal point's partnership on a phone, without scripts: what is next, and the answer in reach of the thumb. */
@PlatformTest
@LeavesRecords
@ActiveProfiles("demo")
class FocalPointPhoneBrowserTests {

    @LocalServerPort
    int port;

    @Test
    void showsWhatIsNextInBothTimesAndTakesTheAnswer() {
        try (var rotterdam = Browsers.open(390, "en", false)) {
            propose(signedIn(rotterdam, "rotterdam"));
        }

        try (var withScripts = Browsers.open(390, "en", true)) {
            var page = signedIn(withScripts, "busan");
            open(page, "/partnerships/IURC-Busan-Rotterdam");
            assertAccessible(page);
        }

        try (var busan = Browsers.open(390, "en", false)) {
            var page = signedIn(busan, "busan");
            open(page, "/partnerships/IURC-Busan-Rotterdam");
            assertFits(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Busan – Rotterdam");
            assertThat(page.locator(".card.next").textContent())
                    .contains("Next stop", "Talk about tunnels", "your time, Busan", "Rotterdam");
            assertThat(page.locator(".upright-today").count()).isOne();
            var answer = page.locator(".thumb:visible");
            assertThat(answer.textContent()).contains("Can Busan make it?");
            var box = answer.boundingBox();
            assertThat(box.y + box.height)
                    .as("its lower edge, fixed at the bottom")
                    .isBetween(890.0, 901.0);
            answer.locator("button.primary").press("Enter");
            assertThat(page.locator(".notice").textContent()).contains("the date is accepted");
            assertThat(page.locator(".thumb").count()).isZero();
        }
    }

    private void propose(Page page) {
        open(page, "/activities/new?partnership=IURC-Busan-Rotterdam");
        page.selectOption("#type", "bilateral-meeting");
        page.selectOption("#status", "proposed");
        var day = LocalDate.now().plusDays(20).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        page.fill("#start", day.toString());
        page.fill("[id='title.original']", "Talk about tunnels");
        page.locator("main form button.primary").press("Enter");
        assertThat(page.locator("h1").textContent()).isEqualTo("Talk about tunnels");
        assertFits(page);
    }

    private Page signedIn(BrowserContext context, String city) {
        var page = context.newPage();
        open(page, "/sign-in");
        page.locator("form[action='/sign-in/demo/focal-point-" + city + "'] button")
                .press("Enter");
        return page;
    }

    private void open(Page page, String address) {
        page.navigate("http://127.0.0.1:" + port + address);
    }
}
