package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.interurban.platform.Browsers;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The workbench is the one page with htmx, which turns attributes into requests: text of people must never become one there. */
@PlatformTest
@TestPropertySource(properties = "interurban.test.database=WorkbenchBrowserTests")
class PeoplesTextBrowserTests {

    private static final List<String> VIEWS = List.of("platforms", "matrix", "table", "map", "equity", "answers");

    /** Every way in which htmx could be asked to send something, and what a browser would load by itself. */
    private static final List<String> ATTACKS = List.of(
            "<b hx-get=/probe hx-trigger=load>",
            "<b hx-post=/probe hx-trigger=load hx-include=[name=_csrf]>",
            "<b data-hx-put=/probe data-hx-trigger=load>",
            "<b data-hx-patch=/probe data-hx-trigger=load>",
            "<b hx-delete=/probe hx-trigger='every 50ms'>",
            "<b hx-on::load=\"fetch('/probe')\">",
            "<b data-hx-on:htmx:load=\"fetch('/probe')\">",
            "<b hx-get=/probe hx-trigger=\"load[fetch('/probe')]\">",
            "<b hx-boost=true hx-get=/probe hx-trigger=revealed hx-vals='js:{a:fetch(\"/probe\")}'>",
            "<script>fetch('/probe')</script>",
            "<script src=/probe></script>",
            "<img src=/probe onerror=\"fetch('/probe')\">",
            "<svg><image href=/probe /></svg>");

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @LocalServerPort
    int port;

    private final List<String> sent = new ArrayList<>();

    @Test
    void whatPeopleWroteIsReadAndNothingElse() {
        var attacker = TestPeople.account(sql, Role.MEMBERSHIP_OFFICER);
        var programme = ExampleProgramme.with(sql, 3);
        var texts = write(programme, attacker);
        var reader = TestPeople.account(sql, Role.ADMINISTRATOR);
        var rounds = new RoundHttp(browser, TestPeople.holding(reader));
        var cities = List.of("-a0", "-b0", "-b1").stream()
                .map(end -> programme.toLowerCase(Locale.ROOT) + end)
                .toList();
        var pair = "?a=" + cities.get(0) + "&b=" + cities.get(1);
        var draft = rounds.create(programme, "eu", "partner", "TOTAL", "name", attack(3, "ROUND"));
        rounds.post("/rounds/" + draft + "/locks" + pair, "kind", "must", "reason", attack(4, "LOCK"));
        var asked = rounds.create(programme, "eu", "partner", "TOTAL", "name", attack(3, "ROUND"));
        rounds.move(asked, "proposed");
        var first = sql.sql("select result -> 'pairs' -> 0 ->> 'a' as a, result -> 'pairs' -> 0 ->> 'b' as b"
                        + " from pairing_run where round = ?")
                .param(asked)
                .query()
                .singleRow();
        var city = "/rounds/" + asked + "/cities/" + first.get("a");
        rounds.post(city, "partner", first.get("b").toString(), "answer", "declines", "reason", attack(5, "ANSWER"));
        var wished = cities.get(1).equals(first.get("b")) ? cities.get(2) : cities.get(1);
        rounds.post(city + "/wishes", "wish", wished, "reason", attack(6, "WISH"));

        var read = new StringBuilder();
        try (var context = signedIn(reader)) {
            var page = context.newPage();
            page.onRequest(request -> sent.add(request.method() + " " + request.url()));
            for (var round : List.of(draft, asked)) {
                for (var a : List.of(cities.get(0), programme.toLowerCase(Locale.ROOT) + "-a1")) {
                    for (var view : VIEWS) {
                        page.navigate("http://127.0.0.1:%d/rounds/%s?view=%s&a=%s&b=%s"
                                .formatted(port, round, view, a, cities.get(1)));
                        page.waitForLoadState(LoadState.NETWORKIDLE);
                        read.append(page.textContent("html"));
                        assertThat(page.locator("#bench b, #bench img, #bench script")
                                        .count())
                                .as("elements that people wrote on " + page.url())
                                .isZero();
                    }
                }
            }
        }

        assertNothingLeft();
        var roles =
                sql.sql("select role from role_assignment where account = ?").param(attacker);
        assertThat(roles.query(String.class).list()).containsExactly("MEMBERSHIP_OFFICER");
        assertThat(texts).allSatisfy(text -> assertThat(read).contains(text));
    }

    /** The second fence: were markup of people ever written as it stands, htmx would not act on it. */
    @Test
    void markupOnThePageAsksForNothing() {
        var programme = ExampleProgramme.with(sql, 3);
        var reader = TestPeople.account(sql, Role.ADMINISTRATOR);
        var round = new RoundHttp(browser, TestPeople.holding(reader)).create(programme, "eu", "partner", "TOTAL");

        try (var context = signedIn(reader)) {
            var page = context.newPage();
            page.navigate("http://127.0.0.1:%d/rounds/%s".formatted(port, round));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.onRequest(request -> sent.add(request.method() + " " + request.url()));
            for (var attack : ATTACKS.subList(0, ATTACKS.size() - 2)) {
                page.evaluate("""
                        markup => {
                          const place = document.createElement("div");
                          document.getElementById("bench").append(place);
                          htmx.swap(place, markup, { swapStyle: "innerHTML" });
                        }""", attack);
            }
            // what the page itself may do still works, and stands behind the others in the queue
            page.locator("#choose-a + *, .switch a").first().waitFor();
            page.locator(".switch a[href*='view=table']").click();
            page.waitForURL("**view=table**");
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }

        assertThat(sent).anyMatch(request -> request.contains("view=table"));
        assertNothingLeft();
    }

    private void assertNothingLeft() {
        assertThat(sent).isNotEmpty();
        assertThat(sent)
                .filteredOn(request -> !request.startsWith("GET ") || request.contains("/probe"))
                .as("requests that nobody asked for")
                .isEmpty();
    }

    /** Fills every text of the programme that people write and the workbench shows; says which marks must be read again. */
    private TreeSet<String> write(String programme, AccountId attacker) {
        var roles = "<b hx-post=/accounts/%s/roles hx-trigger=load hx-include=[name=_csrf]".formatted(attacker)
                + " hx-vals='{\"role\":\"ADMINISTRATOR\",\"kind\":\"NETWORK\"}'></b>";
        var of = "where programme = (select id from programme where code = ?)";
        sql.sql("update programme set name = ? where code = ?")
                .params(attack(1, "PROGRAMME"), programme)
                .update();
        sql.sql("update programme_group set name = case code when 'eu' then ? else ? end " + of)
                .params(attack(1, "SIDE-A"), attack(2, "SIDE-B"), programme)
                .update();
        sql.sql("update organisation set name = right(code, 2) || ' CITY ' || ?, local_name = ?, local_language = 'ko'"
                        + " where id in (select organisation from participant " + of + ")")
                .params(roles, "L" + roles, programme)
                .update();
        sql.sql("delete from profile_line where participant in (select id from participant " + of + ")")
                .param(programme)
                .update();
        sql.sql("""
            insert into profile_line (id, participant, kind, statement, evidence, grade, position)
            select gen_random_uuid(), id, kind, 'Cycling ' || ?, ?, 2, n
              from participant, (values ('offer', 1), ('seek', 2)) as lines(kind, n)
            """ + of)
                .params(attack(7, "STATEMENT"), attack(8, "EVIDENCE"), programme)
                .update();
        sql.sql("""
            insert into partnership (id, code, programme, name, status)
            select gen_random_uuid(), code || '-known', id, ?, 'listed' from programme where code = ?
            """).params(attack(9, "PARTNERSHIP"), programme).update();
        sql.sql("""
            insert into partnership_member (id, partnership, organisation, side)
            select gen_random_uuid(), p.id, o.id, case when o.code like '%-a1' then 1 else 2 end
              from partnership p join organisation o on o.code in (lower(:code) || '-a1', lower(:code) || '-b1')
             where p.code = :code || '-known'
            """).param("code", programme).update();
        return new TreeSet<>(
                List.of("CITY", "ROUND", "LOCK", "ANSWER", "WISH", "STATEMENT", "PROGRAMME", "SIDE-A", "SIDE-B"));
    }

    /** The mark, then one of the ways, short enough for the name of a group. */
    private static String attack(int which, String mark) {
        return mark + ATTACKS.get(which % ATTACKS.size());
    }

    private BrowserContext signedIn(AccountId account) {
        var context = Browsers.open(1440, "en", true);
        context.addCookies(List.of(
                new Cookie("SESSION", TestPeople.session(account, sessions)).setUrl("http://127.0.0.1:" + port)));
        return context;
    }
}
