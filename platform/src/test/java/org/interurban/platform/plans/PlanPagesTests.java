package org.interurban.platform.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class PlanPagesTests {

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

    @Test
    void everyoneSeesWhatIsSignedAndOfficersTheRest() {
        var signed = agreements("public");

        assertThat(browser.get().uri("/api/v1/agreements?limit=200"))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .containsExactlyInAnyOrderElementsOf(signed);
        assertThat(browser.get().uri("/api/v1/agreements?limit=200").with(as(Role.PROGRAMME_OFFICER)))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .hasSizeGreaterThan(signed.size())
                .containsExactlyInAnyOrderElementsOf(agreements("true"));
        assertThat(browser.get().uri("/api/v1/agreements?city=dublin"))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .isNotEmpty()
                .isSubsetOf(signed);
    }

    private List<String> agreements(String which) {
        return sql.sql("select code from agreement where " + which)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements",
                "/agreements?q=nothing-of-this-kind",
                "/agreements/AG-01",
                "/agreements/AG-01/edit",
                "/agreements/new?partnership=IURC-Seoul-Dublin",
                "/actions",
                "/actions?q=nothing-of-this-kind",
                "/actions/new?partnership=IURC-Seoul-Dublin",
                "/actions/new?programme=IURC",
                "/agreements/new?programme=IURC",
                "/actions/IURC-Seoul-Dublin-01/edit"
            })
    void everyPageOpensInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activities/new", "/actions/new"})
    void aStepIsOfferedToWhomItIsOpen(String page) {
        var address = page + "?partnership=IURC-Busan-Rotterdam";
        var busan = sql.sql("select id from organisation where code = 'busan'")
                .query(UUID.class)
                .single();
        var cityItself = TestPeople.holding(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(busan)));

        assertThat(browser.get().uri(address).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("/agreements/new?partnership=");
        assertThat(browser.get().uri(address).with(cityItself))
                .hasStatusOk()
                .bodyText()
                .contains("/activities/new?partnership=", "/actions/new?partnership=")
                .doesNotContain("/agreements/new?partnership=");
    }

    @Test
    void anAgreementAppearsOnceItIsSigned() {
        browser.post()
                .uri("/agreements/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("partnership", "IURC-Busan-Rotterdam")
                .param("type", "memorandum-of-understanding")
                .param("title.original", "Memorandum on harbours")
                .param("status", "under-discussion")
                .param("parties", "Busan\nRotterdam\nSomebody else")
                .exchange();
        assertThat(browser.get().uri("/api/v1/agreements/AG-IURC-Busan-Rotterdam-01"))
                .hasStatus(HttpStatus.NOT_FOUND);

        var form = browser.get()
                .uri("/agreements/AG-IURC-Busan-Rotterdam-01/edit")
                .with(as(Role.PROGRAMME_OFFICER))
                .exchange();
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"")
                .matcher(text(form))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(browser.post()
                        .uri("/agreements/AG-IURC-Busan-Rotterdam-01/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("type", "memorandum-of-understanding")
                        .param("title.original", "Memorandum on harbours")
                        .param("status", "signed")
                        .param("date", "2026-11")
                        .param("parties", "Busan\nRotterdam")
                        .param("seen", seen)
                        .param("version", "0"))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/api/v1/agreements/AG-IURC-Busan-Rotterdam-01"))
                .hasStatusOk()
                .bodyText()
                .contains("\"date\":\"2026-11\"", "\"parties\":[\"Busan\",\"Rotterdam\"]");
    }

    @Test
    void anAgreementSaysInWhichLanguageItsTitleIsShown() {
        assertThat(browser.post()
                        .uri("/agreements/new")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("partnership", "IURC-Busan-Rotterdam")
                        .param("type", "letter-of-intent")
                        .param("title.original", "노면전차 의향서")
                        .param("title.language", "ko")
                        .param("title.in[en]", "Letter on trams")
                        .param("status", "signed")
                        .param("parties", "Busan"))
                .hasStatus3xxRedirection();
        var address = "/agreements/"
                + sql.sql("select code from agreement where title = '노면전차 의향서'")
                        .query(String.class)
                        .single();

        assertThat(browser.get().uri(address)).bodyText().contains("<h1 lang=\"en\">Letter on trams</h1>");
        assertThat(browser.get().uri(address + "?lang=ko")).bodyText().contains("<h1 lang=\"ko\">노면전차 의향서</h1>");
        assertThat(browser.get().uri(address + "/edit").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("value=\"노면전차 의향서\"", "value=\"ko\" selected=\"selected\"", "value=\"Letter on trams\"");
    }

    @Test
    void anActionIsRecordedAndComesFurther() {
        browser.post()
                .uri("/actions/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("partnership", "IURC-Busan-Rotterdam")
                .param("kind", "pilot-action")
                .param("statement.original", "Count trucks at the gate")
                .param("status", "planned")
                .param("due", "2027-01-31")
                .exchange();
        var code = sql.sql("select code from plan_item where statement = 'Count trucks at the gate'")
                .query(String.class)
                .single();

        assertThat(browser.post()
                        .uri("/actions/" + code + "/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("kind", "pilot-action")
                        .param("statement.original", "Count trucks at the gate")
                        .param("status", "under-way")
                        .param("version", "0"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/partnerships/IURC-Busan-Rotterdam");
        assertThat(browser.post()
                        .uri("/actions/" + code + "/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("kind", "pilot-action")
                        .param("statement.original", "Something else")
                        .param("status", "carried-out")
                        .param("version", "0"))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void theCitiesAreToldWhoseAnActionIsThatItIsDoneAndThatItIsRemoved() {
        focalPointOf("rotterdam");
        browser.post()
                .uri("/actions/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("partnership", "IURC-Busan-Rotterdam")
                .param("kind", "pilot-action")
                .param("statement.original", "Count trucks")
                .param("status", "planned")
                .param("owner", "busan")
                .param("due", "2027-01-31")
                .exchange();
        var action = "/actions/"
                + sql.sql("select code from plan_item where statement = 'Count trucks'")
                        .query(String.class)
                        .single();
        assertThat(browser.get().uri("/partnerships/IURC-Busan-Rotterdam").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("31 Jan 2027", action + "/done\"", action + "/edit\"");

        assertThat(browser.get().uri(action + "/edit").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("told whose it is", "Remove this action");
        press(action + "/done");
        press(action + "/remove");
        assertThat(browser.get().uri("/partnerships/IURC-Busan-Rotterdam").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .doesNotContain("Count trucks");
        assertThat(subjects())
                .containsExactly("Busan sees to it: Count trucks", "Done: Count trucks", "Removed: Count trucks");
    }

    @Test
    void theCitiesAreToldWhatIsSignedAndNothingIsSignedAhead() {
        focalPointOf("rotterdam");

        assertThat(agreement("2099-06-10", "signed"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("does not lie ahead");
        assertThat(agreement("2026-06-10", "signed")).hasStatus3xxRedirection();
        press("/agreements/AG-IURC-Busan-Rotterdam-01/remove");

        assertThat(subjects()).containsExactly("Signed: Quays", "Removed: Quays");
        assertThat(browser.get().uri("/api/v1/agreements/AG-IURC-Busan-Rotterdam-01"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aProgrammeHasAgreementsOfItsOwn() {
        var entered = browser.post()
                .uri("/agreements/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("programme", "IURC")
                .param("type", "joint-declaration")
                .param("title.original", "Words of all cities")
                .param("status", "declared")
                .param("date", "2024-05")
                .param("parties", "Busan\nSeoul\nDublin")
                .exchange();

        assertThat(entered).hasStatus3xxRedirection();
        assertThat(browser.get().uri(entered.getMvcResult().getResponse().getRedirectedUrl()))
                .bodyText()
                .contains("Words of all cities", "Dublin", "IURC");
        assertThat(browser.get().uri("/agreements/new").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("/agreements/new?programme=IURC", "/agreements/new?network=true");
    }

    @Test
    void anAgreementSaysWhereItWasSignedAndHowLongItHolds() {
        assertThat(holding("SV-05", "2023-01-31")).hasStatus3xxRedirection();

        assertThat(browser.get().uri("/agreements/AG-IURC-Sejong-Sofia-01"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/activities/SV-05\"", "31 Jan 2023", "Ended");
        assertThat(browser.get().uri("/api/v1/agreements/AG-IURC-Sejong-Sofia-01"))
                .bodyText()
                .contains("\"occasion\":\"SV-05\"", "\"expires\":\"2023-01-31\"");
        assertThat(holding("SV-01", "2021-01-31"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose one of the visits and events", "It ends before the date on which it was made");
    }

    @Test
    void nobodyReadsOfTheEventOfASigningThatIsNotForThem() {
        sql.sql("update activity set published = false where code = 'SV-05'").update();

        assertThat(browser.get().uri("/agreements/AG-02"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("SV-05");
        assertThat(browser.get().uri("/agreements.csv")).bodyText().doesNotContain("SV-05");
        assertThat(browser.get().uri("/agreements/AG-02").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("SV-05");
    }

    private MvcTestResult holding(String occasion, String expires) {
        return browser.post()
                .uri("/agreements/new")
                .param("partnership", "IURC-Sejong-Sofia")
                .param("type", "memorandum-of-understanding")
                .param("title.original", "An example that holds for a while")
                .param("status", "signed")
                .param("date", "2022-06")
                .param("parties", "Sejong\nSofia")
                .param("occasion", occasion)
                .param("expires", expires)
                .with(as(Role.PROGRAMME_OFFICER))
                .exchange();
    }

    private MvcTestResult agreement(String date, String status) {
        return browser.post()
                .uri("/agreements/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("partnership", "IURC-Busan-Rotterdam")
                .param("type", "memorandum-of-understanding")
                .param("title.original", "Quays")
                .param("status", status)
                .param("date", date)
                .param("parties", "Busan\nRotterdam")
                .exchange();
    }

    private void press(String address) {
        assertThat(browser.post().uri(address).with(as(Role.PROGRAMME_OFFICER))).hasStatus3xxRedirection();
    }

    private void focalPointOf(String city) {
        var account = AccountId.next();
        sql.sql("insert into account (id, email, name, invited_at) values (?, 'city.test@example.org', 'City', now())")
                .param(account)
                .update();
        sql.sql("insert into role_assignment (id, account, role, scope_kind, scope_id, granted_at) select"
                        + " gen_random_uuid(), ?, 'FOCAL_POINT', 'CITY', id, now() from organisation where code ="
                        + " ?")
                .params(account, city)
                .update();
    }

    private List<String> subjects() {
        return sql.sql("select subject from mail_message where recipient = 'city.test@example.org' order by id")
                .query(String.class)
                .list();
    }

    @Test
    void aWrongFormComesBackWithTheWayToItsFaults() {
        assertThat(browser.post()
                        .uri("/agreements/new")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("partnership", "IURC-Busan-Rotterdam")
                        .param("type", "memorandum-of-understanding")
                        .param("title.original", "")
                        .param("status", "signed")
                        .param("date", "yesterday"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("href=\"#title.original\"", "href=\"#date\"", "href=\"#parties\"", "yesterday");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
