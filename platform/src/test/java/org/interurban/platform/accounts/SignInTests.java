package org.interurban.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.LostRight;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

@PlatformTest
class SignInTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    AskForLink askForLink;

    @Test
    void sendsALinkWhoseButtonSignsInAndLeadsBack() {
        var account = TestPeople.account(sql, Role.ADMINISTRATOR);

        assertThat(ask(email(account), "/audit?act=accounts.signed-in")).hasStatus3xxRedirection();
        var link = linkTo(account);
        assertThat(browser.get().uri(URI.create(link)))
                .hasStatusOk()
                .bodyText()
                .contains("_csrf", "token", "/audit?act=accounts.signed-in");
        var signedIn = press(link);

        assertThat(signedIn).hasStatus3xxRedirection().hasRedirectedUrl("/audit?act=accounts.signed-in");
        assertThat(browser.get().uri("/audit").cookie(session(signedIn))).hasStatusOk();
    }

    @Test
    void changesNothingWhenALinkIsOnlyOpenedAsScannersOfMailDo() {
        var account = TestPeople.account(sql, Role.EDITOR);
        ask(email(account), "/");
        var link = linkTo(account);

        for (int i = 0; i < 5; i++) {
            assertThat(browser.get().uri(URI.create(link))).hasStatusOk();
        }

        assertThat(press(link)).hasRedirectedUrl("/work");
    }

    @Test
    void aSessionEndsTwoWeeksAfterItBeganHoweverOftenItIsUsed() {
        var account = TestPeople.account(sql, Role.ADMINISTRATOR);
        ask(email(account), "/");
        var session = session(press(linkTo(account)));
        assertThat(browser.get().uri("/audit").cookie(session)).hasStatusOk();

        sql.sql("update spring_session set creation_time = creation_time - :more where principal_name = :account")
                .param("more", OldSessions.LONGEST.plusHours(1).toMillis())
                .param("account", account.toString())
                .update();

        assertThat(browser.get().uri("/audit").cookie(session)).hasRedirectedUrl("/sign-in?back=%2Faudit");
    }

    @Test
    void usesALinkUpAtTheFirstPress() {
        var account = TestPeople.account(sql, Role.EDITOR);
        ask(email(account), "/");
        var link = linkTo(account);
        press(link);

        assertThat(press(link)).hasRedirectedUrl("/sign-in?old");
        assertThat(browser.get().uri(URI.create(link)))
                .hasStatus(410)
                .bodyText()
                .contains("used already");
    }

    @Test
    void doesNotTellWhoHasAnAccount() {
        var known = ask(email(TestPeople.account(sql, Role.EDITOR)), "/");
        var unknown = ask("nobody-" + UUID.randomUUID() + "@example.org", "/");

        assertThat(unknown.getResponse().getStatus())
                .isEqualTo(known.getResponse().getStatus());
        assertThat(unknown.getResponse().getRedirectedUrl())
                .isEqualTo(known.getResponse().getRedirectedUrl());
        assertThat(unknown).hasRedirectedUrl("/sign-in/sent");
        assertThat(browser.get().uri("/sign-in/sent")).bodyText().contains("If there is an account");
    }

    @Test
    void keepsWhatWasTypedWhenItIsNotAnAddress() {
        assertThat(ask("busan", "/"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"busan\"", "aria-invalid=\"true\"", "This is not a mail address");
    }

    @Test
    void sendsNoMoreThanFiveLinksToOneAddressInAWhileAndDoesNotSaySo() {
        var account = TestPeople.account(sql, Role.EDITOR);

        for (int i = 0; i < 7; i++) {
            assertThat(from("198.51.100." + i, email(account))).hasRedirectedUrl("/sign-in/sent");
        }

        assertThat(sql.sql("select count(*) from mail_message where recipient = :email")
                        .param("email", email(account))
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void makesOneComputerWaitThatAsksForManyPeople() {
        MvcTestResult last = null;
        for (int i = 0; i < 31; i++) {
            last = from("203.0.113.9", "person" + i + "@example.org");
        }

        assertThat(last).hasStatus(429).bodyText().contains("Too many links");
        assertThat(last).headers().containsHeader("Retry-After");
    }

    @Test
    void letsNobodyInWhoseAccountWasDisabledMeanwhile() {
        var account = TestPeople.account(sql, Role.EDITOR);
        ask(email(account), "/");
        var link = linkTo(account);
        var before = press(link);
        ask(email(account), "/");
        sql.sql("update account set disabled_at = now() where id = :id")
                .param("id", account)
                .update();

        assertThat(press(linkTo(account))).hasRedirectedUrl("/sign-in?old");
        assertThat(browser.get().uri("/jobs").cookie(session(before))).hasRedirectedUrl("/sign-in?back=%2Fjobs");
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_DISABLED", "PERSON_ERASED"})
    void letsNobodyInByAnInvitationOfAnAccountThatWasClosed(LostRight lost) {
        var account = TestPeople.account(sql, Role.EDITOR);
        var invitation = askForLink.first(account, Locale.ENGLISH);

        lost.happensTo(account, sql);

        assertThat(press(invitation)).hasRedirectedUrl("/sign-in?old");
    }

    @Test
    void sendsTheLinkToTheAddressOnRecordHoweverItWasTyped() {
        var account = TestPeople.account(sql, Role.FUNDER);
        var onRecord = "stakeholder-" + account + "@example.org";
        sql.sql("update account set email = :email, address_key = :email where id = :id")
                .param("email", onRecord)
                .param("id", account)
                .update();

        for (var typed : List.of(
                onRecord.replace("sta", "STA"),
                onRecord.replace('k', '\u212a'), // the Kelvin sign
                "\u2003\u2003" + onRecord,
                onRecord.replace('@', '\uff20'), // full width
                "\u200e" + onRecord + "\u200b")) {
            assertThat(ask(typed, "/")).as(typed).hasRedirectedUrl("/sign-in/sent");
        }

        assertThat(sql.sql("select recipient from mail_message where lower(recipient) like :like")
                        .param("like", "%" + account + "%")
                        .query(String.class)
                        .list())
                .hasSize(5)
                .containsOnly(onRecord);
    }

    @Test
    void countsAllSpellingsOfAnAddressAsOne() {
        var account = TestPeople.account(sql, Role.EDITOR);

        for (int spaces = 0; spaces < 20; spaces++) {
            from("198.51.100." + spaces, "\u2003".repeat(spaces) + email(account));
        }

        assertThat(sql.sql("select count(*) from mail_message where recipient like :like")
                        .param("like", "%" + account + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void countsTheNetworkThatOneConnectionIsGivenAsOneComputer() {
        MvcTestResult last = null;
        for (int i = 0; i < 31; i++) {
            last = from("2001:db8:1:2::" + Integer.toHexString(i), "person" + i + "@example.org");
        }

        assertThat(last).hasStatus(429);
        assertThat(from("2001:db8:1:3::1", "person@example.org")).hasRedirectedUrl("/sign-in/sent");
    }

    @Test
    void voidsALinkByANewerOneAndAllBySigningIn() {
        var account = TestPeople.account(sql, Role.EDITOR);
        ask(email(account), "/");
        var older = linkTo(account);
        ask(email(account), "/");
        var newer = linkTo(account);

        assertThat(browser.get().uri(URI.create(older))).hasStatus(410);
        assertThat(press(older)).hasRedirectedUrl("/sign-in?old");
        assertThat(browser.get().uri(URI.create(newer))).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
        assertThat(press(newer)).hasRedirectedUrl("/work");
        assertThat(sql.sql("select count(*) from sign_in_link where account = :account")
                        .param("account", account)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void goesBackToPagesOfOurOwnOnly() {
        assertThat(List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/sign-out"))
                .allSatisfy(path -> assertThat(Back.to(path)).isEqualTo("/work"));
        assertThat(Back.to("/programmes?q=x")).isEqualTo("/programmes?q=x");
    }

    @Test
    void leadsToSignInFromAPageThatNeedsIt() {
        assertThat(browser.get().uri("/audit?act=x.y")).hasRedirectedUrl("/sign-in?back=%2Faudit%3Fact%3Dx.y");
    }

    @Test
    void showsTheSameWordsInKorean() {
        assertThat(browser.get().uri("/sign-in").locale(Locale.KOREAN))
                .hasStatusOk()
                .bodyText()
                .contains("로그인", "링크 보내기");
    }

    @Test
    void hasNoDoorForPersonasOutsideOfADemonstration() {
        assertThat(browser.post().uri("/sign-in/demo/administrator").with(csrf()))
                .hasStatus(404);
        assertThat(browser.get().uri("/sign-in")).bodyText().doesNotContain("/sign-in/demo/");
        assertThat(sql.sql("select count(*) from account where email = 'administrator@example.org'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void sendsTheHeadersThatBrowsersGuardBy() {
        var page = browser.get().uri("/sign-in").secure(true).exchange();

        assertThat(page)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Referrer-Policy", "same-origin")
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                .containsHeaders("Strict-Transport-Security", "Permissions-Policy", "X-Request-Id");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
    }

    private MvcTestResult ask(String email, String back) {
        return browser.post()
                .uri("/sign-in")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("192.0.2." + (int) (Math.random() * 255));
                    return request;
                })
                .param("email", email)
                .param("back", back)
                .exchange();
    }

    private MvcTestResult from(String address, String email) {
        return browser.post()
                .uri("/sign-in")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .param("email", email)
                .exchange();
    }

    private String linkTo(AccountId account) {
        var body = sql.sql("select body from mail_message where recipient = :email order by written_at desc, id desc"
                        + " limit 1")
                .param("email", email(account))
                .query(String.class)
                .single();
        var link = Pattern.compile("http://\\S+").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group().substring(link.group().indexOf("/sign-in/"));
    }

    private MvcTestResult press(String link) {
        var parameters = UriComponentsBuilder.fromUriString(link).build().getQueryParams();
        var press = browser.post().uri("/sign-in/link").with(csrf()).param("token", parameters.getFirst("token"));
        var back = parameters.getFirst("back");
        return (back == null ? press : press.param("back", URLDecoder.decode(back, StandardCharsets.UTF_8))).exchange();
    }

    private static Cookie session(MvcTestResult signedIn) {
        return signedIn.getResponse().getCookie("SESSION");
    }

    private static String email(AccountId account) {
        return account + "@example.org";
    }
}
