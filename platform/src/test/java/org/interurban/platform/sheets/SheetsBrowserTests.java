package org.interurban.platform.sheets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import org.interurban.platform.Browsers;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@PlatformTest
@ActiveProfiles("demo")
class SheetsBrowserTests {

    @LocalServerPort
    int port;

    /** Korean headings under two title lines; a doubtful spelling of Suwon, a misspelt country, a population that changes. */
    private static final byte[] MESSY = Sheets.xlsx(
            new Object[] {null, "2026년 국제도시협력 참여 희망 도시"},
            new Object[] {null, "작성: 국제협력과"},
            new Object[] {},
            new Object[] {null, "연번", "도시명", "국가", "인구수", "홈페이지"},
            new Object[] {null, 1, "청주시", "대한민국", 850000, "https://www.cheongju.example"},
            new Object[] {null, 2, "수원시", "한국", "1,190,000", null},
            new Object[] {},
            new Object[] {null, 3, "포항시", "대한민구", 490000, null},
            new Object[] {null, 4, "세종", "KR", 390000, null});

    @Test
    void bringsAMessySheetInAndTakesItBackByTheKeyboardAlone() {
        try (var context = Browsers.open(1440, "en", true)) {
            var page = signedIn(context.newPage());
            page.navigate(address("/sheets?target=cities"));
            check(page, "upload");
            page.getByLabel("Sheet", new Page.GetByLabelOptions().setExact(true))
                    .setInputFiles(new FilePayload("참여 희망 도시.xlsx", "application/octet-stream", MESSY));
            press(page, "Upload");

            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Which column holds what");
            assertThat(page.locator("#column-2")).hasValue("name");
            assertThat(page.locator("#column-3")).hasValue("country");
            assertThat(page.locator("#column-4")).hasValue("population");
            assertThat(page.locator("#column-5")).hasValue("website");
            check(page, "columns");
            press(page, "Review the rows");

            assertThat(page.getByText("Question 2 of 2")).isVisible();
            assertThat(page.locator("#wrong")).containsText("대한민구");
            check(page, "faulty");
            page.locator("#answer").focus();
            page.keyboard().press("Control+A");
            page.keyboard().type("대한민국");
            page.keyboard().press("Enter");

            assertThat(page.getByText("A record with a similar name exists")).isVisible();
            check(page, "doubtful");
            press(page, "Suwon, 수원, KR");

            assertThat(page.getByText("New records: 2. Records that change: 2."))
                    .isVisible();
            check(page, "ready");
            press(page, "Import");

            assertThat(page.getByText("The sheet was imported.")).isVisible();
            check(page, "imported");
            press(page, "Take the whole import back");
            assertThat(page.getByText("The whole import was taken back.")).isVisible();
        }
    }

    @Test
    void worksOnAPhoneWithoutScriptsInKorean() {
        try (var context = Browsers.open(390, "ko", false)) {
            var page = signedIn(context.newPage());
            page.navigate(address("/sheets?lang=ko"));
            Browsers.assertFits(page);
            page.locator("#file").setInputFiles(new FilePayload("도시.xlsx", "application/octet-stream", MESSY));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("올리기"))
                    .click();
            Browsers.assertFits(page);
            picture(page, "phone-columns");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("행 검토하기"))
                    .click();
            Browsers.assertFits(page);
            picture(page, "phone-rows");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("이 표 버리기"))
                    .click();
            assertThat(page.getByText("표를 버렸습니다")).isVisible();
        }
    }

    @Test
    void findsACityByItsNameInAnyScript() {
        try (var context = Browsers.open(820, "en", true)) {
            var page = context.newPage();
            page.navigate(address("/search"));
            check(page, "search-empty");
            page.getByLabel("Words or names, in any language").focus();
            page.keyboard().type("首尔");
            page.keyboard().press("Enter");
            assertThat(page.locator("ol.news li a").first()).hasText("Seoul");
            check(page, "search");
            page.navigate(address("/search?q=Rotterdm"));
            assertThat(page.getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions()
                                            .setName("Rotterdam")
                                            .setExact(true))
                            .first())
                    .isVisible();
            check(page, "search-similar");
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Page signedIn(Page page) {
        page.navigate(address("/sign-in?lang=en"));
        press(page, "Programme officer");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Reaches the button by the keyboard and presses it. */
    private static void press(Page page, String name) {
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        button.focus();
        page.keyboard().press("Enter");
    }

    private static void check(Page page, String name) {
        Browsers.assertFits(page);
        Browsers.assertAccessible(page);
        picture(page, name);
    }

    /** Kept only when asked for, to look at. */
    private static void picture(Page page, String name) {
        var folder = System.getProperty("interurban.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder).resolve(name + ".png")));
            assertThat(Files.exists(Path.of(folder))).isTrue();
        }
    }
}
