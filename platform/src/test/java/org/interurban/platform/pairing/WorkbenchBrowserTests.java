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
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The workbench in a browser: by keyboard, without scripts, on a phone. */
@PlatformTest
@TestPropertySource(properties = "interurban.test.database=WorkbenchBrowserTests") // it leaves partnerships behind
class WorkbenchBrowserTests {

    private static final String COPY = "IURC-KOREA-AGAIN";
    private static final List<String> CITIES = List.of("dublin", "rotterdam", "sofia", "seoul", "busan", "sejong");

    @LocalServerPort
    int port;

    @Autowired
    WholeSample sample;

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

    /** The six cities of IURC with Korea in a programme of their own, so that the pairs on record stay as they are. */
    private void copyTheSample(Page page) {
        page.navigate(at("/programmes/IURC/copy"));
        page.locator("#name").fill("IURC with Korea, again");
        page.getByText("Choose the code yourself").click();
        page.locator("#code").fill(COPY);
        for (var choice : page.locator("input[name=organisations]").all()) {
            if (choice.isChecked() != CITIES.contains(choice.inputValue())) {
                choice.press("Space");
            }
        }
        press(page, "Make the copy");
        page.waitForURL("**/" + COPY + "/**");
    }

    /** Until the answer stands and the focus rests: a key pressed earlier may meet an element that is about to be replaced. */
    private static void waitForRun(Page page, int run) {
        page.locator(".badge:has-text('Draft run %d')".formatted(run)).waitFor();
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    private static String total(Page page) {
        return page.locator(".figures-of").first().textContent().replaceAll("[^0-9.]", "");
    }

    @Test
    void takesTheRoundOfTheSampleFromDraftToPartnershipsByKeyboardAlone() throws Exception {
        sample.load();
        try (var context = Browsers.open(1440, "en", true)) {
            var page = signedIn(context, Role.PROGRAMME_OFFICER);
            copyTheSample(page);
            page.navigate(at("/rounds/new?programme=" + COPY));
            page.locator("#name").fill("Korea once more");
            page.locator("#name").press("Enter");
            page.waitForURL("**/rounds/*-*");
            assertThat(page.locator("h1").textContent()).isEqualTo("Korea once more");
            assertThat(page.locator(".proof").textContent()).contains("Best possible for these scores");
            assertAccessible(page);
            picture(page, "platforms-6", page.url());
            var address = page.url();
            var best = total(page);

            // a possible route is looked at, then M locks it for a reason, and the answer changes in place
            page.locator("a.possible:visible").first().press("Enter");
            page.locator("#panel .label:has-text('not proposed')").waitFor();
            var wanted = page.locator("#panel h2").textContent();
            page.keyboard().press("m");
            page.keyboard().type("Their mayors have agreed");
            page.keyboard().press("Enter");
            waitForRun(page, 2);
            assertThat(page.locator("#panel h2").textContent()).isEqualTo(wanted);
            assertThat(page.locator("#panel .locked").textContent()).contains("Their mayors have agreed");
            assertThat(total(page)).isLessThan(best);

            // N rules a proposed pair out; what cannot hold together is refused with the rules that clash
            page.locator("#lift").press("Enter");
            waitForRun(page, 3);
            assertThat(total(page)).isEqualTo(best);
            page.locator("a.route:visible").first().press("Enter");
            page.locator("#panel .label:text-is('Proposed')").waitFor();
            page.keyboard().press("n");
            page.keyboard().type("They met last year");
            page.keyboard().press("Enter");
            waitForRun(page, 4);
            assertThat(page.locator("#panel .locked").textContent()).contains("Must not", "They met last year");
            var decided = total(page);
            assertThat(decided).isLessThan(best);

            page.getByText("Compare with run 3").first().press("Enter");
            page.waitForURL("**/compare?*");
            assertThat(page.locator("table").first().textContent().replaceAll("[^0-9.]", ""))
                    .contains(best + decided);
            assertAccessible(page);

            page.navigate(address);
            page.getByText("Propose to the cities").first().press("Enter");
            page.waitForURL("**/letters?*");
            assertAccessible(page);
            page.locator("form[method=post] .actions button").press("Enter");
            page.waitForLoadState();
            page.locator("text=Answers: 0 of 6").first().waitFor();
            assertAccessible(page);
            answerForEveryCity(address);
            page.navigate(address + "?view=answers");
            assertThat(page.locator("h2").first().textContent()).isEqualTo("Answers: 6 of 6");
            press(page, "Close the consultation");
            press(page, "Confirm the pairs");
            press(page, "Publish as partnerships");
            assertThat(page.locator(".notice").first().textContent()).contains("Published");
            assertThat(sql.sql("select count(*) from partnership p join programme g on g.id = p.programme where"
                                    + " g.code = ?")
                            .param(COPY)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    /** From the city's own day to its answer, on a phone; the first of them without scripts. */
    private void answerForEveryCity(String address) throws Exception {
        var round = address.substring(address.lastIndexOf('/') + 1);
        for (var city : CITIES) {
            var scripts = !city.equals(CITIES.getFirst());
            try (var context = Browsers.open(390, "en", scripts)) {
                var page = signedIn(context, Role.FOCAL_POINT, Scope.city(new Scope.Id(organisation(city))));
                page.navigate(at("/work"));
                page.locator("main a[href$='/consultations']").press("Enter");
                page.waitForURL("**/consultations");
                page.locator("main a[href$='/rounds/" + round + "/cities/" + city + "']")
                        .press("Enter");
                page.waitForURL("**/cities/" + city);
                if (scripts) {
                    assertAccessible(page);
                }
                assertFits(page);
                press(page, "Accept");
                assertThat(page.locator(".notice").first().textContent()).contains("accepted");
            }
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
