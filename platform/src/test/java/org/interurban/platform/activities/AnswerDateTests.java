package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.interurban.platform.LostRight;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.annotation.Transactional;

/** What those who are asked for a date answer, by mail and on pages. */
@PlatformTest
@Transactional
class AnswerDateTests extends ProposedVisit {

    @Test
    void thePartnerAcceptsFromTheMailWithoutAnAccountAndTheVisitIsPlanned() {
        assertThat(browser.get().uri("/activities/" + VISIT + "/ask").with(as(Role.PROGRAMME_OFFICER)))
                .hasStatusOk()
                .bodyText()
                .contains("Focal point");
        assertThat(browser.post()
                        .uri("/activities/" + VISIT + "/ask")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("account", focalPoint.toString()))
                .hasStatus3xxRedirection();
        var page = link();

        assertThat(browser.get().uri(page)).hasStatusOk().bodyText().contains("Accept 10–14 May 2027");
        assertThat(status()).isEqualTo("proposed");

        assertThat(press(page)).contains("Thank you");
        assertThat(press(page)).contains("Thank you");

        assertThat(status()).isEqualTo("planned");
        assertThat(sql.sql("select count(*) from audit_act where act = 'activities.date-accepted' and actor = ?")
                        .param(focalPoint)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.get().uri("/api/v1/activities/" + VISIT)).hasStatusOk();
    }

    @Test
    void aLinkForAnotherDateNoLongerAsks() {
        browser.post()
                .uri("/activities/" + VISIT + "/ask")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("account", focalPoint.toString())
                .exchange();
        sql.sql("update activity set from_on = '2027-05-11' where code = ?")
                .param(VISIT)
                .update();

        assertThat(press(link())).doesNotContain("Thank you");

        assertThat(status()).isEqualTo("proposed");
    }

    @ParameterizedTest
    @EnumSource
    void aLinkEndsWithTheRightOfWhomItAsks(LostRight lost) {
        browser.post()
                .uri("/activities/" + VISIT + "/ask")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("account", focalPoint.toString())
                .exchange();
        var page = link();
        assertThat(sql.sql("select secret from mail_message where recipient = 'dublin.test@example.org'")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        lost.happensTo(focalPoint, sql);

        assertThat(browser.get().uri(page)).hasStatus(410).bodyText().doesNotContain("Accept 10–14 May 2027");
        assertThat(press(page)).doesNotContain("Thank you");
        assertThat(status()).isEqualTo("proposed");
    }

    @Test
    void isPlannedOnlyOnceHostAndVisitorHaveAgreed() {
        var seoul = focalPointOf("seoul");
        ask(focalPoint, seoul);

        assertThat(press(link(DateAnswer.YES, seoul))).contains("your yes is kept");
        assertThat(status()).isEqualTo("proposed");
        assertThat(browser.get().uri("/activities/" + VISIT).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Seoul", "agrees", "Dublin", "has not answered yet");
        assertThat(press(link(DateAnswer.YES, focalPoint))).contains("is planned");

        assertThat(status()).isEqualTo("planned");
        assertThat(subjects(seoul)).contains("Planned: Study visit of Seoul in Dublin, 10–14 May 2027");
        assertThat(sql.sql("select calendar from mail_message where recipient = ? and subject like 'Planned%'")
                        .param(seoul + "@example.org")
                        .query(String.class)
                        .single())
                .contains("METHOD:PUBLISH", "UID:" + VISIT + "@interurban", "DTSTART;VALUE=DATE:20270510");
    }

    @Test
    void aNoAndAnotherDayReachWhoProposedWithTheirWords() {
        var proposer = focalPointOf("seoul");
        var meeting = proposedBy(proposer);
        ask(meeting, focalPoint);

        assertThat(text(browser.get().uri(link(DateAnswer.NO)).exchange()))
                .doesNotContain("takes the place of that one");
        assertThat(press(link(DateAnswer.ANOTHER_DAY), "After the elections")).contains("suggestion is kept");
        assertThat(text(browser.get().uri(link(DateAnswer.NO)).exchange()))
                .contains("has asked for another day", "takes the place of that one");
        assertThat(press(link(DateAnswer.NO), "No budget")).contains("answer is kept", "href=\"/work\"");

        assertThat(status(meeting)).isEqualTo("proposed");
        assertThat(bodies(proposer)).anyMatch(body -> body.contains("After the elections"));
        assertThat(letters("reply_to", proposer))
                .as("whose answer by a link it is")
                .contains("dublin.test@example.org");
        assertThat(bodies(focalPoint)).allMatch(body -> body.contains("City Network"));
        assertThat(bodies(proposer)).anyMatch(body -> body.contains("does not suit") && body.contains("No budget"));
        assertThat(browser.get().uri("/activities/" + meeting).with(TestPeople.holding(proposer)))
                .bodyText()
                .contains("it does not suit", "No budget", "Who was told", "told of another day", ": Dublin");
    }

    @Test
    void thePartnerAcceptsOnThePageOfThePartnershipTheDateThatWasShown() {
        var atDublin = TestPeople.holding(focalPoint);

        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin").with(atDublin))
                .bodyText()
                .contains("Next stop", "Can Dublin make it?", "value=\"2027-05-10/2027-05-14\"");
        answer("2027-06-10/2027-06-14");
        assertThat(status()).isEqualTo("proposed");
        answer("2027-05-10/2027-05-14");
        assertThat(status()).isEqualTo("planned");
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin").with(atDublin))
                .bodyText()
                .contains("Next stop")
                .doesNotContain("Can Dublin make it?");
    }

    @Test
    void theOtherDayThatACityAsksForIsProposedByOnePress() {
        var proposer = focalPointOf("seoul");
        var meeting = proposedBy(proposer);
        ask(meeting, focalPoint);
        press(link(DateAnswer.ANOTHER_DAY), "24 May 2027.");

        assertThat(browser.get().uri("/activities/" + meeting).with(TestPeople.holding(proposer)))
                .bodyText()
                .contains("value=\"2027-05-24\"", "Propose 24 May 2027 to all");
        assertThat(browser.post()
                        .uri("/activities/" + meeting + "/other-day")
                        .with(TestPeople.holding(proposer))
                        .with(csrf())
                        .param("day", "2027-05-24")
                        .param(
                                "version",
                                sql.sql("select version::text from activity where code = ?")
                                        .param(meeting)
                                        .query(String.class)
                                        .single()))
                .hasRedirectedUrl("/activities/" + meeting);

        assertThat(sql.sql("select from_on::text from activity where code = ?")
                        .param(meeting)
                        .query(String.class)
                        .single())
                .isEqualTo("2027-05-24");
        assertThat(status(meeting)).isEqualTo("proposed");
        assertThat(bodies(focalPoint)).hasSize(2).anyMatch(body -> body.contains("24 May 2027"));
    }
}
