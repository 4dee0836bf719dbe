package org.interurban.platform.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.Browsers;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PlatformTest
@ActiveProfiles("demo")
class SignInBrowserTests {

    private static final int PORT = freePort();
    private static final String ADDRESS = "http://localhost:" + PORT;

    /** Passkeys belong to one origin, so the port is known before the server starts. */
    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("interurban.address", () -> ADDRESS);
    }

    @Autowired
    JdbcClient sql;

    @Test
    void signsInByTheLinkInTheOutboxWithTheKeyboardAlone() {
        try (var context = Browsers.open(1280, "en", true)) {
            var page = context.newPage();
            page.navigate(ADDRESS + "/account");
            assertThat(page).hasURL(ADDRESS + "/sign-in?back=%2Faccount");
            page.getByLabel("Your mail address").focus();
            page.keyboard().type("programme-officer@example.org");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Look in your mail");

            page.navigate(ADDRESS + "/outbox");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Your link to sign in to ")))
                    .first()
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("token=")))
                    .click();
            var button = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Sign in").setExact(true));
            button.focus();
            page.keyboard().press("Enter");

            assertThat(page).hasURL(ADDRESS + "/account");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Your account");
            assertThat(context.cookies().stream()
                            .filter(cookie -> cookie.name.equals("SESSION"))
                            .allMatch(cookie -> cookie.httpOnly))
                    .isTrue();
        }
    }

    @Test
    void addsAPasskeyUsesItAndRemovesIt() {
        try (var context = Browsers.open(1280, "en", true)) {
            var page = withAuthenticator(context);
            signInAs(page, "Editor");
            page.navigate(ADDRESS + "/account");
            page.getByLabel("Name of the passkey").last().fill("Work laptop");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a passkey"))
                    .click();
            assertThat(page.getByText("The passkey is added")).isVisible();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                    .click();

            page.navigate(ADDRESS + "/sign-in?back=/account");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use a passkey"))
                    .click();
            assertThat(page).hasURL(ADDRESS + "/account");
            assertThat(page.getByText("editor@example.org")).isVisible();
            assertThat(page.locator("input[name=label]").first()).hasValue("Work laptop");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove"))
                    .click();
            assertThat(page.getByText("The passkey is removed")).isVisible();
        }
    }

    @Test
    void letsNobodyInByThePasskeyOfAnAccountThatWasDisabled() {
        try (var context = Browsers.open(1280, "en", true)) {
            var page = withAuthenticator(context);
            signInAs(page, "Expert");
            page.navigate(ADDRESS + "/account");
            page.getByLabel("Name of the passkey").last().fill("Own phone");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a passkey"))
                    .click();
            assertThat(page.getByText("The passkey is added")).isVisible();
            context.clearCookies();
            sql.sql("update account set disabled_at = now() where email = 'expert@example.org'")
                    .update();

            page.navigate(ADDRESS + "/sign-in?back=/account");
            var answer = page.waitForResponse("**/login/webauthn", () -> page.getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use a passkey"))
                    .click());

            assertThat(answer.status()).isEqualTo(401);
            page.navigate(ADDRESS + "/account");
            assertThat(page).hasURL(ADDRESS + "/sign-in?back=%2Faccount");
        } finally {
            sql.sql("update account set disabled_at = null where email = 'expert@example.org'")
                    .update();
        }
    }

    @Test
    void signsOutEverywhere() {
        try (var one = Browsers.open(1280, "en", true);
                var two = Browsers.open(1280, "en", true)) {
            var laptop = one.newPage();
            var phone = two.newPage();
            signInAs(laptop, "Funder");
            signInAs(phone, "Funder");
            laptop.navigate(ADDRESS + "/account");
            assertThat(laptop.getByText("Sign out there").first()).isVisible();

            laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out everywhere"))
                    .click();

            phone.navigate(ADDRESS + "/account");
            assertThat(phone).hasURL(ADDRESS + "/sign-in?back=%2Faccount");
        }
    }

    @Test
    void worksWithoutScriptsAndSaysThatPasskeysDoNot() {
        try (var context = Browsers.open(390, "en", false)) {
            var page = context.newPage();
            signInAs(page, "Focal point of Busan");
            page.navigate(ADDRESS + "/account");

            assertThat(page.getByText("Passkeys need scripts")).isVisible();
            assertThat(page.locator("main").getByText("Focal point").first()).isVisible();
        }
    }

    @Test
    void hasPagesThatEveryoneCanUse() {
        try (var context = Browsers.open(390, "en", true)) {
            var page = context.newPage();
            signInAs(page, "Administrator");
            var account = sql.sql("select id from account where email = 'editor@example.org'")
                    .query(UUID.class)
                    .single();

            for (var path : List.of(
                    "/account",
                    "/accounts",
                    "/accounts/new",
                    "/accounts/" + account,
                    "/accounts/" + account + "/erase",
                    "/audit",
                    "/audit/verify",
                    "/outbox",
                    "/jobs",
                    "/nowhere")) {
                assertIsUsable(page, path);
            }
            context.clearCookies();
            for (var path : List.of("/sign-in", "/sign-in/sent", "/sign-in/link?token=old")) {
                assertIsUsable(page, path);
            }
        }
    }

    @Test
    void keepsWhatWasTypedWhenTheSessionHadEnded() {
        try (var context = Browsers.open(1280, "en", true)) {
            var page = context.newPage();
            signInAs(page, "Administrator");
            page.navigate(ADDRESS + "/accounts/new");
            var email = UUID.randomUUID() + "@example.org";
            page.getByLabel("Name").fill("Delegate of \"Busan\"");
            page.getByLabel("Mail address").fill(email);
            sql.sql("delete from spring_session").update();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the invitation"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("You were signed out meanwhile");

            signInAs(context.newPage(), "Administrator");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it again"))
                    .click();

            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Delegate of \"Busan\"");
            assertThat(page.getByText(email)).isVisible();
        }
    }

    @Test
    void givesEveryRoleOfTheDemonstrationItsPlace() {
        var held = sql.sql("""
            select a.email || ' ' || r.role || ' ' || coalesce(o.code, r.scope_kind)
              from account a join role_assignment r on r.account = a.id
                   left join organisation o on o.id = r.scope_id
            """).query(String.class).list();

        assertThat(held)
                .contains(
                        "focal-point-busan@example.org FOCAL_POINT busan",
                        "focal-point-dublin@example.org FOCAL_POINT dublin",
                        "regional-team-korea@example.org REGIONAL_TEAM seoul",
                        "programme-officer@example.org PROGRAMME_OFFICER NETWORK");
        assertThat(held.stream().filter(one -> one.startsWith("focal-point-"))).hasSize(6);
    }

    @Test
    void explainsWhatIsForbiddenOnAPage() {
        try (var context = Browsers.open(1280, "en", true)) {
            var page = context.newPage();
            signInAs(page, "Trainee");

            var answer = page.navigate(ADDRESS + "/accounts");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("You do not have the right to see or do this");
            assertThat(answer.headerValue("x-request-id")).isNotBlank();
        }
    }

    private static void assertIsUsable(Page page, String path) {
        for (var language : List.of("en", "ko")) {
            page.navigate(ADDRESS + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.locator("html").getAttribute("lang"))
                    .describedAs(path)
                    .isEqualTo(language);
            Browsers.assertAccessible(page);
            Browsers.assertFits(page);
        }
        page.navigate(ADDRESS + "/sign-in/sent?lang=en");
    }

    private static void signInAs(Page page, String persona) {
        page.navigate(ADDRESS + "/sign-in");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(persona).setExact(true))
                .click();
        page.waitForURL(ADDRESS + "/work");
    }

    private static Page withAuthenticator(BrowserContext context) {
        var page = context.newPage();
        var devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var add = new JsonObject();
        add.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", add);
        return page;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
