package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class AcceptDateTests {

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

    private String link() {
        var body = sql.sql("select body from mail_message where recipient = 'dublin.test@example.org'")
                .query(String.class)
                .single();
        return body.substring(body.indexOf("/answer/")).strip();
    }

    private String press(String page) {
        try {
            return browser.post()
                    .uri(page)
                    .with(SecurityMockMvcRequestPostProcessors.csrf())
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        browser.post()
                .uri("/activities/new")
                .with(TestPeople.holding(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("partnership", "IURC-Seoul-Dublin")
                .param("type", "bilateral-meeting")
                .param("start", "2026-12-09")
                .param("status", "proposed")
                .exchange();
        return sql.sql("select code from activity where from_on = '2026-12-09' order by id desc limit 1")
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
