package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.delivery.AnswerLinks.Question;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Import(TestKinds.class)
class AnswerLinksTests {

    static final AtomicInteger ANSWERS = new AtomicInteger();

    @Autowired
    AnswerLinks links;

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

    private String path(String subject, Duration validFor) {
        var link = transaction.execute(status ->
                links.link(new Question("delivery.dinner", subject, UUID.randomUUID()), validFor, Locale.ENGLISH));
        return link.substring(link.indexOf("/answer/"));
    }
}
