package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.LostRight;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Identifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class AnswerDateTests {

    private static final String VISIT = "SV-IURC-Seoul-Dublin-1";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    private AccountId focalPoint;

    @BeforeEach
    void proposeAVisit() {
        sample.load();
        focalPoint = AccountId.next();
        sql.sql("insert into account (id, email, name, language, invited_at) values (?,"
                        + " 'dublin.test@example.org', 'Focal point', 'en', now())")
                .param(focalPoint)
                .update();
        sql.sql("insert into role_assignment (id, account, role, scope_kind, scope_id, granted_at)"
                        + " select ?, ?, 'FOCAL_POINT', 'CITY', id, now() from organisation where code = 'dublin'")
                .params(Identifier.next(), focalPoint)
                .update();
        browser.post()
                .uri("/activities/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("partnership", "IURC-Seoul-Dublin")
                .param("type", "study-visit")
                .param("host", "dublin")
                .param("start", "2027-05-10")
                .param("end", "2027-05-14")
                .param("status", "proposed")
                .param("published", "true")
                .exchange();
    }

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

    private String thisWeek(AccountId account) {
        return partOfDay("week", account);
    }

    private String others(AccountId account) {
        return partOfDay("others", account);
    }

    private String partOfDay(String part, AccountId account) {
        var page = text(
                browser.get().uri("/work").with(TestPeople.holding(account)).exchange());
        var head = page.indexOf("id=\"" + part + "\"");
        return head < 0 ? "" : page.substring(head, page.indexOf("</ul>", head));
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

    private AccountId focalPointOf(String city) {
        return TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(city(city)));
    }

    private void ask(AccountId... accounts) {
        ask(VISIT, accounts);
    }

    private void ask(String activity, AccountId... accounts) {
        assertThat(browser.post()
                        .uri("/activities/" + activity + "/ask")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param(
                                "account",
                                Arrays.stream(accounts).map(AccountId::toString).toArray(String[]::new)))
                .hasStatus3xxRedirection();
    }

    private void edit(String activity, String start, String status, String reason, int version) {
        assertThat(browser.post()
                        .uri("/activities/" + activity + "/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("type", "study-visit")
                        .param("title.original", "Study visit of Seoul in Dublin")
                        .param("host", "dublin")
                        .param("visitor", "seoul")
                        .param("start", start)
                        .param("status", status)
                        .param("mode", "in-person")
                        .param("published", "true")
                        .param("reason", reason)
                        .param("version", String.valueOf(version)))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult cancel(String reason) {
        return browser.post()
                .uri("/activities/" + VISIT + "/cancel")
                .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                .with(csrf())
                .param("reason", reason)
                .exchange();
    }

    private List<String> subjects(AccountId account) {
        return letters("subject", account);
    }

    private List<String> bodies(AccountId account) {
        return letters("body", account);
    }

    private List<String> letters(String part, AccountId account) {
        return sql.sql("select " + part + " from mail_message m join account a on a.email = m.recipient where a.id = ?"
                        + " order by m.id")
                .param(account)
                .query(String.class)
                .list();
    }

    private String link(DateAnswer answer, AccountId account) {
        return letters("body", account)
                .getFirst()
                .lines()
                .filter(line -> line.contains("/answer/"))
                .map(line -> line.substring(line.indexOf("/answer/")))
                .toList()
                .get(answer.ordinal());
    }

    private String press(String page, String words) {
        return text(browser.post()
                .uri(page)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("words", words)
                .exchange());
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String link() {
        return link(DateAnswer.YES);
    }

    private String link(DateAnswer answer) {
        return link(answer, focalPoint);
    }

    private String press(String page) {
        return press(page, "");
    }

    private String status() {
        return sql.sql("select status from activity where code = ?")
                .param(VISIT)
                .query(String.class)
                .single();
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

    private OrganisationId city(String code) {
        return new OrganisationId(sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .single());
    }

    private String proposedBy(AccountId account) {
        return proposedBy(account, "2026-12-09");
    }

    private String proposedBy(AccountId account, String day) {
        browser.post()
                .uri("/activities/new")
                .with(TestPeople.holding(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("partnership", "IURC-Seoul-Dublin")
                .param("type", "bilateral-meeting")
                .param("start", day)
                .param("status", "proposed")
                .exchange();
        return sql.sql("select code from activity where from_on = cast(? as date) order by id desc limit 1")
                .param(day)
                .query(String.class)
                .single();
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

    private void accept(String meeting, AccountId account) {
        assertThat(browser.post()
                        .uri("/activities/" + meeting + "/accept")
                        .with(TestPeople.holding(account))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("date", "2026-12-09"))
                .hasStatus3xxRedirection();
    }

    private String status(String activity) {
        return sql.sql("select status from activity where code = ?")
                .param(activity)
                .query(String.class)
                .single();
    }

    private void answer(String date) {
        assertThat(browser.post()
                        .uri("/activities/" + VISIT + "/accept")
                        .with(TestPeople.holding(focalPoint))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("date", date))
                .hasRedirectedUrl("/partnerships/IURC-Seoul-Dublin");
    }
}
