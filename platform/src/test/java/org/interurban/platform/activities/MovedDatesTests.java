package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What is told of dates that move, are postponed or called off. */
@PlatformTest
@Transactional
class MovedDatesTests extends ProposedVisit {

    @Test
    void whoeverWasAskedIsAskedAgainForTheDateToWhichItMoves() {
        ask(focalPoint);
        var first = link();

        edit(VISIT, "2027-06-07", "proposed", "The mayor travels in May", 0);

        assertThat(press(first)).doesNotContain("Thank you");
        assertThat(bodies(focalPoint)).hasSize(2).anyMatch(body -> body.contains("The mayor travels in May"));
    }

    @Test
    void aPlannedVisitIsMovedAndCalledOffWithNoticeAndReason() {
        ask(focalPoint);
        press(link());
        edit(VISIT, "2027-06-07", "planned", "The mayor travels in May", 1);

        assertThat(status()).isEqualTo("planned");
        assertThat(subjects(focalPoint)).contains("Moved to 7 Jun 2027: Study visit of Seoul in Dublin");
        assertThat(bodies(focalPoint)).anyMatch(body -> body.contains("The mayor travels in May"));
        assertThat(browser.get().uri("/activities/" + VISIT + "/cancel").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Focal point");
        assertThat(cancel("")).hasStatus(422).bodyText().contains("Say why");
        assertThat(status()).isEqualTo("planned");
        assertThat(cancel("A strike")).hasStatus3xxRedirection();

        assertThat(subjects(focalPoint)).contains("Called off: Study visit of Seoul in Dublin, 7 Jun 2027");
        assertThat(sql.sql("select calendar from mail_message where subject like 'Called off%' and body like '%A"
                                + " strike%'")
                        .query(String.class)
                        .single())
                .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3");
        assertThat(browser.get().uri("/activities/" + VISIT).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("told that it was called off");
    }

    @Test
    void whatIsPostponedIsToldWithItsReasonAndSaysWhoPostponedIt() {
        ask(focalPoint);
        press(link());
        assertThat(postpone("")).hasStatus(422).bodyText().contains("Say why");
        assertThat(postpone("A flood")).hasStatus3xxRedirection();

        assertThat(subjects(focalPoint)).contains("Postponed: Study visit of Seoul in Dublin, 10 May 2027");
        assertThat(bodies(focalPoint)).anyMatch(body -> body.contains("A flood"));
        assertThat(browser.get().uri("/activities/" + VISIT).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Postponed", "A flood", "told that it was postponed");
    }

    @Test
    void whoChoseNoLanguageIsWrittenToInTheFirstOfTheNetwork() {
        sql.sql("update account set language = null where id = ?")
                .param(focalPoint)
                .update();
        ask(focalPoint);
        press(link());
        cancel("A strike");

        assertThat(subjects(focalPoint)).isNotEmpty().noneMatch(subject -> subject.contains("null"));
    }

    @Test
    void ofAProposalOfWhichNobodyWasAskedNobodyIsTold() {
        edit(VISIT, "2027-06-07", "proposed", "", 0);
        assertThat(cancel("")).hasStatus3xxRedirection();

        assertThat(bodies(focalPoint)).isEmpty();
    }

    /** Neither side moves alone what both agreed to; and whoever gives the last yes has the date in the calendar as well. */
    @Test
    void aDateThatACityMovesIsPlannedOnceTheOtherHasAgreedAgain() {
        var proposer = focalPointOf("seoul");
        var meeting = proposedBy(proposer);
        ask(meeting, focalPoint);
        press(link());
        assertThat(status(meeting)).isEqualTo("planned");
        assertThat(sql.sql("select calendar from mail_message where recipient = 'dublin.test@example.org'"
                                + " and subject like 'Planned%'")
                        .query(String.class)
                        .single())
                .contains("METHOD:PUBLISH", "DTSTART;VALUE=DATE:20261209");

        assertThat(moved(meeting, proposer, "")).hasStatus(422).bodyText().contains("Say why it moves");
        assertThat(moved(meeting, proposer, "Elections")).hasStatus3xxRedirection();

        assertThat(status(meeting)).isEqualTo("proposed");
        assertThat(bodies(focalPoint).getLast())
                .contains("would like to move", "9 Dec 2026", "5 May 2099", "Why: Elections")
                .contains("No, it does not:", "Another day would suit:");
        assertThat(browser.get().uri("/activities/" + meeting).with(TestPeople.holding(focalPoint)))
                .bodyText()
                .contains("Can Dublin make it?");
        press(answerLink(bodies(focalPoint).getLast()));
        assertThat(status(meeting)).isEqualTo("planned");
    }

    private MvcTestResult postpone(String reason) {
        return browser.post()
                .uri("/activities/" + VISIT + "/edit")
                .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                .with(csrf())
                .param("type", "study-visit")
                .param("title.original", "Study visit of Seoul in Dublin")
                .param("host", "dublin")
                .param("visitor", "seoul")
                .param("start", "2027-05-10")
                .param("status", "postponed")
                .param("reason", reason)
                .param("version", "1")
                .exchange();
    }

    private MvcTestResult moved(String meeting, AccountId by, String reason) {
        return browser.post()
                .uri("/activities/" + meeting + "/edit")
                .with(TestPeople.holding(by))
                .with(csrf())
                .param("type", "bilateral-meeting")
                .param("start", "2099-05-05")
                .param("status", "planned")
                .param("reason", reason)
                .param("version", "1")
                .exchange();
    }

    private static String answerLink(String letter) {
        return letter.lines()
                .filter(line -> line.contains("/answer/"))
                .map(line -> line.substring(line.indexOf("/answer/")))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult cancel(String reason) {
        return browser.post()
                .uri("/activities/" + VISIT + "/cancel")
                .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                .with(csrf())
                .param("reason", reason)
                .exchange();
    }
}
