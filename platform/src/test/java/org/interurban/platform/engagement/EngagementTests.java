package org.interurban.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class EngagementTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    private MvcTestResult send(String address, Role role, String... fields) {
        var form = browser.post().uri(address).with(as(role));
        for (int i = 0; i < fields.length; i += 2) {
            form = form.param(fields[i], fields[i + 1]);
        }
        return form.exchange();
    }

    private String recorded(String title, String... more) {
        var fields = new LinkedHashMap<>(
                Map.of("kind", "courtesy-visit", "state", "held", "title.original", title, "initiator", "Yokohama"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        var typed = fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        assertThat(send("/engagements/new", Role.MEMBERSHIP_OFFICER, typed)).hasStatus3xxRedirection();
        return code(title);
    }

    private String code(String title) {
        return sql.sql("select code from engagement where title = ?")
                .param(title)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engagements",
                "/engagements/EN-001",
                "/engagements/EN-001/edit",
                "/engagements?q=nothing-of-this-kind",
                "/engagements/new?kind=courtesy-visit",
                "/engagements/new?kind=support-request"
            })
    void everyPageOpensInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    @Test
    void aVisitIsFoundByWhoCameAndWhatWasTalkedAbout() {
        var code = recorded("Delegates of the port", "account.original", "Harbour trucks at night", "date", "2022-10");

        assertOpens(browser, "/engagements/" + code);
        assertOpens(browser, "/engagements/" + code + "/edit");
        assertThat(browser.get().uri("/engagements?q=trucks").with(as(Role.MEMBERSHIP_OFFICER)))
                .bodyText()
                .contains("Delegates of the port");
        assertThat(browser.get().uri("/engagements?member=yokohama").with(as(Role.MEMBERSHIP_OFFICER)))
                .bodyText()
                .contains("Delegates of the port");
    }

    @Test
    void nobodyElseSeesItBeforeItCameToPassAndWasMadePublic() {
        var quiet = recorded("Quiet talks");
        var planned = recorded("Talks ahead", "state", "planned", "open", "true");
        var open = recorded("Talks in public", "open", "true");

        assertThat(browser.get().uri("/engagements/" + quiet)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/engagements/" + planned)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/engagements/" + open)).hasStatusOk();
        assertThat(browser.get().uri("/api/v1/engagements"))
                .bodyText()
                .contains("Talks in public")
                .doesNotContain("Quiet talks", "Talks ahead");
    }

    @Test
    void anOfferAnswersARequestAndWhatFollowsIsTickedOff() {
        send(
                "/engagements/new",
                Role.PROGRAMME_OFFICER,
                "kind",
                "support-request",
                "state",
                "open",
                "title.original",
                "Dengue fever response",
                "initiator",
                "Yokohama");
        var page = "/engagements/" + code("Dengue fever response");

        assertThat(send(
                        page + "/offers",
                        Role.PROGRAMME_OFFICER,
                        "organisation",
                        "Seoul",
                        "statement.original",
                        "Two experts"))
                .hasStatus3xxRedirection();
        assertThat(send(
                        page + "/follow-ups",
                        Role.PROGRAMME_OFFICER,
                        "statement.original",
                        "Book flights",
                        "due",
                        "2027-01-31"))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri(page).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Answered", "Two experts", "Book flights", "Due on 31 Jan 2027");
        var step = sql.sql("select id::text from engagement_step where statement = 'Book flights'")
                .query(String.class)
                .single();
        assertThat(send(page + "/steps/" + step + "/done", Role.PROGRAMME_OFFICER))
                .hasStatus3xxRedirection();
        assertThat(browser.get().uri(page).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Done on ");
    }

    @ParameterizedTest
    @CsvSource({
        "initiator, Nowhere at all, initiator-error",
        "addressee, Yokohama, addressee-error",
        "topics, No such topic, topics-error",
        "date, the other day, date-error",
        "date, 2199-01-01, date-error",
        "state, closed, state-error",
    })
    void whatIsWrongIsSaidAtItsField(String field, String typed, String error) {
        assertThat(send(
                        "/engagements/new",
                        Role.MEMBERSHIP_OFFICER,
                        "kind",
                        "courtesy-visit",
                        "title.original",
                        "Example",
                        "state",
                        field.equals("state") ? typed : "held",
                        "initiator",
                        field.equals("initiator") ? typed : "Yokohama",
                        field.equals("state") || field.equals("initiator") ? "note" : field,
                        typed))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"" + error + "\"");
    }

    @Test
    void whoWasFasterIsShownBesideWhatWasTyped() {
        var code = recorded("Talks on ports");
        var mine = new String[] {
            "kind",
            "courtesy-visit",
            "state",
            "held",
            "title.original",
            "My words",
            "initiator",
            "Yokohama",
            "version",
            "0"
        };
        assertThat(send("/engagements/" + code + "/edit", Role.MEMBERSHIP_OFFICER, mine))
                .hasStatus3xxRedirection();

        mine[5] = "Other words";
        assertThat(send("/engagements/" + code + "/edit", Role.MEMBERSHIP_OFFICER, mine))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Other words", "My words");
    }

    @Test
    void topicsThatTwoAddAtOnceAreBothKept() {
        var names = sql.sql(
                        "select min(label) from topic_label group by lower(label) having count(*) = 1 order by 1 limit 3")
                .query(String.class)
                .list();
        var code = recorded("Talks of three", "topics", names.get(0));
        var opened = browser.get().uri("/engagements/" + code + "/edit").with(as(Role.MEMBERSHIP_OFFICER));
        var seen = hidden("seen", opened.exchange());
        var form = new LinkedHashMap<>(Map.of(
                "kind",
                "courtesy-visit",
                "state",
                "held",
                "title.original",
                "Talks of three",
                "initiator",
                "Yokohama"));
        form.putAll(Map.of("version", "0", "seen", seen, "topics", names.get(0) + "\n" + names.get(1)));
        assertThat(send("/engagements/" + code + "/edit", Role.MEMBERSHIP_OFFICER, typed(form)))
                .hasStatus3xxRedirection();

        form.put("topics", names.get(2));
        var again = send("/engagements/" + code + "/edit", Role.MEMBERSHIP_OFFICER, typed(form));
        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        form.put("topics", names.get(2) + "\n" + names.get(1));
        form.put("seen", hidden("seen", again));
        form.put("version", hidden("version", again));
        assertThat(again).bodyText().contains(names.get(1) + "\n").doesNotContain(">" + names.get(0));
        assertThat(send("/engagements/" + code + "/edit", Role.MEMBERSHIP_OFFICER, typed(form)))
                .hasStatus3xxRedirection();

        assertThat(sql.sql("""
            select t.label from engagement_topic x join topic_label t on t.id = x.topic join engagement e on e.id = x.engagement
             where e.code = ?""").param(code).query(String.class).list())
                .containsExactlyInAnyOrder(names.get(1), names.get(2));
    }

    private static String[] typed(Map<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static String hidden(String name, MvcTestResult page) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(assertThat(page).bodyText().actual());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    @Test
    void programsAreToldTheSameOfOne() {
        var code = recorded("Talks for programs");

        assertThat(browser.get().uri("/api/v1/engagements/" + code).with(as(Role.MEMBERSHIP_OFFICER)))
                .hasStatusOk()
                .bodyText()
                .contains("Talks for programs");
        assertThat(browser.get().uri("/api/v1/engagements/" + code)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoSpeaksForACitySeesWhatConcernsIt() {
        var code = recorded("Talks of Yokohama");
        var yokohama = sql.sql("select id from organisation where code = 'yokohama'")
                .query(UUID.class)
                .single();
        var focalPoint = TestPeople.holding(sql, Role.FOCAL_POINT, Scope.city(new OrganisationId(yokohama)));

        assertThat(browser.get().uri("/engagements/" + code).with(focalPoint))
                .hasStatusOk()
                .bodyText()
                .contains("Talks of Yokohama");
    }

    @Test
    void whatIsToBeDoneIsForThoseWhoWorkOnItAlsoWhereTheVisitIsPublic() {
        var code = recorded("Talks everyone reads", "open", "true");
        send("/engagements/" + code + "/follow-ups", Role.MEMBERSHIP_OFFICER, "statement.original", "Call them");

        assertThat(browser.get().uri("/engagements/" + code))
                .bodyText()
                .contains("Talks everyone reads")
                .doesNotContain("Call them");
        assertThat(browser.get().uri("/engagements/" + code).with(as(Role.MEMBERSHIP_OFFICER)))
                .bodyText()
                .contains("Call them");
    }

    @Test
    void whatIsToBeDoneCanWait() {
        var code = recorded("Talks about later");
        send("/engagements/" + code + "/follow-ups", Role.MEMBERSHIP_OFFICER, "statement.original", "Some day");

        assertThat(browser.get().uri("/engagements/" + code).with(as(Role.MEMBERSHIP_OFFICER)))
                .bodyText()
                .contains("Some day", "To do");
    }

    @Test
    void itIsRemovedWithItsSteps() {
        var code = recorded("Talks in error");
        send("/engagements/" + code + "/follow-ups", Role.MEMBERSHIP_OFFICER, "statement.original", "Forget it");

        assertThat(send("/engagements/" + code + "/remove", Role.MEMBERSHIP_OFFICER))
                .hasRedirectedUrl("/engagements");
        assertThat(sql.sql("select count(*) from engagement_step where statement = 'Forget it'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theTableRefusesWhatTheRecordRefuses() {
        assertThatThrownBy(() -> sql.sql("""
            insert into engagement (id, code, kind, state, title)
            values (gen_random_uuid(), 'EX', 'courtesy-visit', 'held', 'Nobody visits nobody')
            """).update()).isInstanceOf(DataIntegrityViolationException.class);
    }
}
