package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.interurban.platform.LostRight;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.delivery.AnswerLinks.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Import(TestKinds.class)
class AnswerLinksTests {

    static final AtomicInteger ANSWERS = new AtomicInteger();

    @Autowired
    AnswerLinks links;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester browser;

    @Test
    void asksWithOneButtonAndChangesNothingUntilItIsPressed() {
        var before = ANSWERS.get();
        var path = path("14 May", Duration.ofDays(7));

        var page = browser.get().uri(path).exchange();

        assertThat(page).hasStatusOk().bodyText().contains("Do you come on 14 May?", "I come", "_csrf");
        assertThat(ANSWERS).hasValue(before);
    }

    @Test
    void takesTheAnswerWhenTheButtonIsPressed() {
        var before = ANSWERS.get();

        var page = browser.post()
                .uri(path("14 May", Duration.ofDays(7)))
                .with(csrf())
                .exchange();

        assertThat(page).hasStatusOk().bodyText().contains("We expect you on 14 May");
        assertThat(ANSWERS).hasValue(before + 1);
    }

    @Test
    void refusesAPressThatComesFromAnotherSite() {
        assertThat(browser.post().uri(path("14 May", Duration.ofDays(7)))).hasStatus(403);
    }

    @Test
    void doesNotKnowALinkThatWasChanged() {
        var path = path("14 May", Duration.ofDays(7));
        var token = path.substring("/answer/".length(), path.indexOf('?'));
        var at = token.length() / 2;
        var forged = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);

        assertThat(links.open(token)).isPresent();
        assertThat(links.open(forged)).isEmpty();
        assertThat(links.open("")).isEmpty();
        assertThat(links.open("not base64!")).isEmpty();
    }

    @Test
    void saysSoWhenALinkIsTooOldOrTheQuestionNoLongerStands() {
        assertThat(browser.get().uri(path("14 May", Duration.ofSeconds(-5)))).hasStatus(410);
        assertThat(browser.post().uri(path("14 May", Duration.ofSeconds(-5))).with(csrf()))
                .hasStatus(410);
        assertThat(browser.get().uri(path("over", Duration.ofDays(7)))).hasStatus(410);
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheRightItRestsOn(LostRight lost) {
        var before = ANSWERS.get();
        var respondent = TestPeople.account(sql, Role.EXPERT);
        var path = path(respondent, "14 May", Duration.ofDays(7));
        assertThat(browser.get().uri(path)).hasStatusOk();

        lost.happensTo(respondent, sql);

        assertThat(browser.get().uri(path)).hasStatus(410).bodyText().doesNotContain("Do you come");
        assertThat(browser.post().uri(path).with(csrf())).hasStatus(410);
        assertThat(ANSWERS).hasValue(before);
    }

    @Test
    void isKeptByNoBrowserAndStandsInSecretLettersOnly() {
        var path = path("14 May", Duration.ofDays(7));

        assertThat(browser.get().uri(path)).headers().hasValue("Cache-Control", "no-store");
        assertThat(browser.post().uri(path).with(csrf())).headers().hasValue("Cache-Control", "no-store");
        assertThat(browser.get().uri("/answer/unknown"))
                .hasStatus(404)
                .headers()
                .hasValue("Cache-Control", "no-store");
        assertThatThrownBy(() -> new Mail.Message("busan@example.org", "A date", "Press http://localhost" + path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String path(String subject, Duration validFor) {
        return path(TestPeople.account(sql, Role.EXPERT), subject, validFor);
    }

    private String path(AccountId respondent, String subject, Duration validFor) {
        var link = transaction.execute(
                status -> links.link(new Question("delivery.dinner", subject, respondent), validFor, Locale.ENGLISH));
        return link.substring(link.indexOf("/answer/"));
    }
}
