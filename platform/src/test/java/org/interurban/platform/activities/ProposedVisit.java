package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Identifier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A visit that is proposed for a date, and what people say of it. */
abstract class ProposedVisit {

    static final String VISIT = "SV-IURC-Seoul-Dublin-1";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    AccountId focalPoint;

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

    String partOfDay(String part, AccountId account) {
        var page = text(
                browser.get().uri("/work").with(TestPeople.holding(account)).exchange());
        var head = page.indexOf("id=\"" + part + "\"");
        return head < 0 ? "" : page.substring(head, page.indexOf("</ul>", head));
    }

    AccountId focalPointOf(String city) {
        return TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(city(city)));
    }

    void ask(AccountId... accounts) {
        ask(VISIT, accounts);
    }

    void ask(String activity, AccountId... accounts) {
        assertThat(browser.post()
                        .uri("/activities/" + activity + "/ask")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param(
                                "account",
                                Arrays.stream(accounts).map(AccountId::toString).toArray(String[]::new)))
                .hasStatus3xxRedirection();
    }

    void edit(String activity, String start, String status, String reason, int version) {
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

    List<String> subjects(AccountId account) {
        return letters("subject", account);
    }

    List<String> bodies(AccountId account) {
        return letters("body", account);
    }

    List<String> letters(String part, AccountId account) {
        return sql.sql("select " + part + " from mail_message m join account a on a.email = m.recipient where a.id = ?"
                        + " order by m.id")
                .param(account)
                .query(String.class)
                .list();
    }

    String link(DateAnswer answer, AccountId account) {
        return letters("body", account)
                .getFirst()
                .lines()
                .filter(line -> line.contains("/answer/"))
                .map(line -> line.substring(line.indexOf("/answer/")))
                .toList()
                .get(answer.ordinal());
    }

    String link() {
        return link(DateAnswer.YES);
    }

    String link(DateAnswer answer) {
        return link(answer, focalPoint);
    }

    String press(String page, String words) {
        return text(browser.post()
                .uri(page)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("words", words)
                .exchange());
    }

    String press(String page) {
        return press(page, "");
    }

    static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String status() {
        return sql.sql("select status from activity where code = ?")
                .param(VISIT)
                .query(String.class)
                .single();
    }

    String status(String activity) {
        return sql.sql("select status from activity where code = ?")
                .param(activity)
                .query(String.class)
                .single();
    }

    OrganisationId city(String code) {
        return new OrganisationId(sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .single());
    }

    String proposedBy(AccountId account) {
        return proposedBy(account, "2026-12-09");
    }

    String proposedBy(AccountId account, String day) {
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

    void accept(String meeting, AccountId account) {
        assertThat(browser.post()
                        .uri("/activities/" + meeting + "/accept")
                        .with(TestPeople.holding(account))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("date", "2026-12-09"))
                .hasStatus3xxRedirection();
    }

    void answer(String date) {
        assertThat(browser.post()
                        .uri("/activities/" + VISIT + "/accept")
                        .with(TestPeople.holding(focalPoint))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("date", date))
                .hasRedirectedUrl("/partnerships/IURC-Seoul-Dublin");
    }
}
