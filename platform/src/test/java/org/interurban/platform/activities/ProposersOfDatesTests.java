package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.transaction.annotation.Transactional;

/** What the proposer of a date may do and what only the others may. */
@PlatformTest
@Transactional
class ProposersOfDatesTests extends ProposedVisit {

    @Test
    void aCityDoesNotPlanADateThatTheOtherHasNotAgreedTo() {
        var meeting = proposedBy(focalPoint);

        assertThat(browser.post()
                        .uri("/activities/" + meeting + "/edit")
                        .with(TestPeople.holding(focalPoint))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("type", "bilateral-meeting")
                        .param("start", "2026-12-09")
                        .param("status", "planned")
                        .param("version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("It is planned once the cities that meet have agreed");
    }

    /** Neither by calling it off nor by saying that it was held. */
    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "postponed", "held"})
    void aCityDoesNotPlanADateByAWayRound(String by) {
        var meeting = proposedBy(focalPoint);
        sql.sql("update activity set status = ? where code = ?")
                .params(by, meeting)
                .update();

        assertThat(browser.post()
                        .uri("/activities/" + meeting + "/edit")
                        .with(TestPeople.holding(focalPoint))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("type", "bilateral-meeting")
                        .param("start", "2026-12-09")
                        .param("status", "planned")
                        .param("version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("It is planned once the cities that meet have agreed");
    }

    @Test
    void whatWaitsForAnAnswerWaitsNowForTheOneWhoseTurnItIs() {
        var proposer = focalPointOf("seoul");
        var officer = TestPeople.account(sql, Role.PROGRAMME_OFFICER);
        var meeting = proposedBy(proposer, "2099-05-05");
        ask(meeting, focalPoint);

        assertThat(thisWeek(focalPoint)).contains("your answer to the proposed date is awaited");
        assertThat(thisWeek(proposer)).doesNotContain(meeting);
        assertThat(others(proposer)).contains(meeting, "one answer is missing", "Dublin");
        assertThat(others(focalPoint)).doesNotContain(meeting);

        press(link(DateAnswer.ANOTHER_DAY), "After the elections");

        assertThat(thisWeek(proposer)).contains("one city asks for another day", "Dublin: After the elections");
        assertThat(thisWeek(focalPoint)).doesNotContain(meeting);
        assertThat(others(focalPoint)).contains(meeting, "another date is awaited", "Seoul");
        assertThat(others(officer)).contains(meeting, "another date is awaited");
        assertThat(thisWeek(officer)).doesNotContain(meeting);
    }

    @Test
    void whoeverProposedADateIsNotAskedForIt() {
        browser.post()
                .uri("/activities/new")
                .with(TestPeople.holding(focalPoint))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("partnership", "IURC-Seoul-Dublin")
                .param("type", "bilateral-meeting")
                .param("start", "2026-12-09")
                .param("status", "proposed")
                .exchange();

        assertThat(browser.get().uri("/activities/BM-IURC-Seoul-Dublin-1").with(TestPeople.holding(focalPoint)))
                .hasStatusOk()
                .bodyText()
                .contains("hours-bars")
                .doesNotContain("Can Dublin make it?");
    }

    /** What accepts a date is a person of the partner: not the proposer, in none of its roles, and no other who may edit. */
    @Test
    void whoeverProposedADateCannotAcceptIt() {
        var atSeoul = TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(city("seoul")));
        var atBoth = TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(city("seoul")), Scope.city(city("dublin")));
        for (var proposer : List.of(focalPoint, atSeoul, atBoth, TestPeople.account(sql, Role.PROGRAMME_OFFICER))) {
            var meeting = proposedBy(proposer);
            changedBy(TestPeople.account(sql, Role.PROGRAMME_OFFICER), meeting, "Another title");

            accept(meeting, proposer);
            assertThat(status(meeting)).isEqualTo("proposed");
            accept(meeting, TestPeople.account(sql, Role.ADMINISTRATOR));
            assertThat(status(meeting)).isEqualTo("proposed");
            accept(meeting, proposer.equals(focalPoint) ? atSeoul : focalPoint);
            if (status(meeting).equals("proposed")) { // for the officer, who speaks for neither, both have to agree
                accept(meeting, atSeoul);
            }
            assertThat(status(meeting)).isEqualTo("planned");
        }
    }

    @Test
    void nobodyAsksTheProposerByMail() {
        var meeting = proposedBy(focalPoint);

        browser.post()
                .uri("/activities/" + meeting + "/ask")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("account", focalPoint.toString())
                .exchange();

        assertThat(sql.sql("select count(*) from mail_message where recipient = 'dublin.test@example.org'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String thisWeek(AccountId account) {
        return partOfDay("week", account);
    }

    private String others(AccountId account) {
        return partOfDay("others", account);
    }

    private void changedBy(AccountId account, String meeting, String title) {
        assertThat(browser.post()
                        .uri("/activities/" + meeting + "/edit")
                        .with(TestPeople.holding(account))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("type", "bilateral-meeting")
                        .param("title.original", title)
                        .param("start", "2026-12-09")
                        .param("status", "proposed")
                        .param("version", "0"))
                .hasStatus3xxRedirection();
    }
}
