package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Browsers.assertAccessible;
import static org.interurban.platform.Browsers.assertFits;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.interurban.platform.Browsers;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workbench in a browser: by keyboard, without scripts, on a phone. */
@PlatformTest
class WorkbenchBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private String at(String address) {
        return "http://localhost:" + port + address;
    }

    private Page signedIn(BrowserContext context, Role role, Scope... scopes) throws Exception {
        var account = TestPeople.account(sql, role, scopes);
        var token = UUID.randomUUID().toString();
        sql.sql("insert into sign_in_link (digest, account, expires_at) values (?, ?, now() + interval '1 hour')")
                .params(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)), account)
                .update();
        var page = context.newPage();
        page.navigate(at("/sign-in/link?token=" + token));
        page.locator("main button").first().click();
        return page;
    }

    private UUID organisation(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private void create(Page page, String programme) {
        page.navigate(at("/rounds/new?programme=" + programme));
        page.locator("#name").fill("Example round");
        page.locator("#name").press("Enter");
        page.waitForURL("**/rounds/*-*");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .press("Enter");
        page.waitForLoadState();
    }

    @Test
    void takesARoundFromDraftToPartnershipsByKeyboardAlone() throws Exception {
        var programme = ExampleProgramme.with(sql, 3);
        try (var context = Browsers.open(1440, "en", true)) {
            var page = signedIn(context, Role.PROGRAMME_OFFICER);
            create(page, programme);
            assertThat(page.locator("h1").textContent()).isEqualTo("Example round");
            assertAccessible(page);
            var address = page.url();

            // N rules the selected pair out, for a reason; the answer changes in place
            page.keyboard().press("n");
            page.keyboard().type("They met last year");
            page.keyboard().press("Enter");
            page.locator(".badge:has-text('Draft run 2')").waitFor();
            page.keyboard().press("m");
            page.keyboard().type("Asked for by both");
            page.keyboard().press("Enter");
            page.locator(".badge:has-text('Draft run')").waitFor();

            page.getByText("Compare with run").first().press("Enter");
            page.waitForURL("**/compare?*");
            assertAccessible(page);

            page.navigate(address);
            press(page, "Propose to the cities");
            page.locator("text=Answers: 0 of").first().waitFor();
            assertAccessible(page);
            answerForEveryCity(address);
            page.navigate(address + "?view=answers");
            press(page, "Close the consultation");
            press(page, "Confirm the pairs");
            press(page, "Publish as partnerships");
            assertThat(page.locator(".notice").first().textContent()).contains("Published");
            assertThat(sql.sql("select count(*) from partnership p join programme g on g.id = p.programme where"
                                    + " g.code = ?")
                            .param(programme)
                            .query(Integer.class)
                            .single())
                    .isPositive();
        }
    }

    private void answerForEveryCity(String address) throws Exception {
        var round = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        var cities = sql.sql("""
            select distinct unnest(array[pair ->> 'a', pair ->> 'b'])
              from pairing_round r join pairing_run n on n.id = r.run,
                   jsonb_array_elements(n.result -> 'pairs') as pair
             where r.id = ?
            """).param(round).query(String.class).list();
        var first = true;
        for (var city : cities) {
            try (var context = Browsers.open(390, "en", !first)) {
                var page = signedIn(context, Role.FOCAL_POINT, Scope.city(organisation(city)));
                page.navigate(at("/rounds/" + round + "/cities/" + city));
                if (first) {
                    assertFits(page);
                }
                press(page, "Accept");
                assertThat(page.locator(".notice").first().textContent()).contains("accepted");
            }
            first = false;
        }
    }

    @Test
    void worksWithoutScripts() throws Exception {
        var programme = ExampleProgramme.with(sql, 3);
        try (var context = Browsers.open(1440, "en", false)) {
            var page = signedIn(context, Role.PROGRAMME_OFFICER);
            create(page, programme);
            page.locator("#choose-a").selectOption(programme.toLowerCase(Locale.ROOT) + "-a0");
            page.locator("#choose-b").selectOption(programme.toLowerCase(Locale.ROOT) + "-b1");
            press(page, "Look at this pair");
            if (page.locator("#reason").count() == 1) {
                page.locator("#reason").fill("Because");
                page.locator("#lock-must").press("Enter");
                page.waitForLoadState();
            }
            assertThat(page.locator(".badge").first().textContent()).contains("Draft run 2");
            assertThat(page.locator(".locked").textContent()).contains("Because");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, en", "390, ko", "820, en", "1440, ko"})
    void fitsEveryScreenInBothLanguages(int width, String language) throws Exception {
        var programme = ExampleProgramme.with(sql, 7);
        try (var context = Browsers.open(width, language, true)) {
            var page = signedIn(context, Role.PROGRAMME_OFFICER);
            create(page, programme);
            var address = page.url();
            for (var view :
                    List.of("", "?view=matrix", "?view=table", "?view=map", "?view=equity", "/sheet", "/rules")) {
                page.navigate(address + view);
                assertFits(page);
                assertAccessible(page);
            }
            page.navigate(at("/programmes/" + programme + "/rounds"));
            assertFits(page);
            assertAccessible(page);
        }
    }

    @Test
    void movesThroughTheMatrixByArrowKeys() throws Exception {
        var programme = ExampleProgramme.with(sql, 100);
        try (var context = Browsers.open(1440, "en", true)) {
            var page = signedIn(context, Role.PROGRAMME_OFFICER);
            create(page, programme);
            assertThat(page.locator("#matrix").count()).isOne();
            var before = page.locator("#panel h2").textContent();
            page.locator("#matrix").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            page.waitForFunction("before => document.querySelector('#panel h2').textContent !== before", before);
            assertAccessible(page);
            picture(page, "matrix-200", page.url());
        }
    }

    /** Pictures are taken where a folder for them is named. */
    private static void picture(Page page, String name, String address) {
        var folder = System.getProperty("interurban.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        for (var width : List.of(390, 820, 1440)) {
            page.setViewportSize(width, 1100);
            page.navigate(address);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + "-" + width + ".png"))
                    .setFullPage(width < 1000));
        }
    }
}
