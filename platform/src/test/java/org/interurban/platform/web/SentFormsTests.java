package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.FormHttp.leads;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.FormHttp;
import org.interurban.platform.FormHttp.Form;
import org.interurban.platform.LeavesRecords;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Forms that were sent more than once, over the network and against a database of their own. */
@PlatformTest
@LeavesRecords
class SentFormsTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @Autowired
    SentForms forms;

    @Autowired
    TransactionTemplate deed;

    FormHttp officer;

    @BeforeEach
    void signIn() {
        sample.load();
        officer = somebody(Role.ADMINISTRATOR);
    }

    private FormHttp somebody(Role role) {
        return new FormHttp(port, TestPeople.session(TestPeople.account(sql, role), sessions));
    }

    private FormHttp partner(String city) {
        var scope = Scope.city(new OrganisationId(sql.sql("select id from organisation where code = ?")
                .param(city)
                .query(UUID.class)
                .single()));
        return new FormHttp(port, TestPeople.session(TestPeople.account(sql, Role.FOCAL_POINT, scope), sessions));
    }

    /** @param found how many there are of what it makes, by the word that was typed */
    record Case(String page, String action, String word, Map<String, String> typed, String found) {

        @Override
        public String toString() {
            return action;
        }
    }

    static Stream<Case> forms() {
        return Stream.of(
                new Case(
                        "/actions/new?partnership=IURC-Busan-Rotterdam",
                        "/actions/new",
                        "statement.original",
                        Map.of(),
                        """
                        select count(*) from plan_item where statement = ?\
                        """),
                new Case(
                        "/activities/new?partnership=IURC-Busan-Rotterdam",
                        "/activities/new",
                        "title.original",
                        Map.of("type", "workshop"),
                        """
                        select count(*) from activity where title = ?\
                        """),
                new Case(
                        "/agreements/new?partnership=IURC-Busan-Rotterdam",
                        "/agreements/new",
                        "title.original",
                        Map.of(),
                        """
                        select count(*) from agreement where title = ?\
                        """),
                new Case("/cities/new", "/cities/new", "name", Map.of("kind", "city", "another", "true"), """
                    select count(*) from organisation where name = ?\
                    """),
                new Case(
                        "/organisations/new",
                        "/organisations/new",
                        "name",
                        Map.of("kind", "university", "another", "true"),
                        "select count(*) from organisation where name = ?"),
                new Case(
                        "/programmes/new",
                        "/programmes/new",
                        "name.original",
                        Map.of("code", "", "kind", "youth-project"),
                        """
                        select count(*) from programme where name = ?\
                        """),
                new Case("/programmes/IURC/copy", "/programmes/IURC/copy", "name", Map.of("code", ""), """
                    select count(*) from programme where name = ?\
                    """),
                new Case(
                        "/rounds/new?programme=IURC",
                        "/rounds/new?programme=IURC",
                        "name",
                        Map.of("sideA", "eu", "sideB", "non-eu"),
                        """
                        select count(*) from pairing_round where name = ?\
                        """),
                new Case("/accounts/new", "/accounts", "name", Map.of("email", ""), """
                    select count(*) from account where name = ?\
                    """));
    }

    private Form filled(Case form, String word) {
        var opened = officer.open(form.page(), form.action());
        var typed = opened.with(form.word(), word).with(form.typed());
        if (form.typed().containsKey("code")) {
            typed = typed.with("code", "EX-" + UUID.randomUUID().toString().substring(0, 8));
        }
        return form.typed().containsKey("email") ? typed.with("email", UUID.randomUUID() + "@example.org") : typed;
    }

    private long count(Case form, String word) {
        return sql.sql(form.found()).param(word).query(Long.class).single();
    }

    private static String word() {
        return "Example " + UUID.randomUUID();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void makesOneRecordOfAFormThatIsSentTwiceOneAfterTheOther(Case form) {
        var word = word();
        var filled = filled(form, word);

        var first = officer.post(filled);
        officer.get(leads(first));
        var again = officer.post(filled);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(302);
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(leads(again)).isEqualTo(leads(first));
        assertThat(count(form, word)).isEqualTo(1);
        assertThat(officer.get(leads(again)).body()).contains("You had sent this already, and it counts once");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void makesOneRecordOfAFormThatIsSentTwiceWithinTwoTenthsOfASecond(Case form) {
        for (var pause : List.of(0, 50, 200)) {
            var word = word();
            var filled = filled(form, word);

            var answers = Stream.of(0, pause)
                    .map(wait -> CompletableFuture.supplyAsync(
                                    later(filled), CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS))
                            .thenCompose(answer -> answer))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
            assertThat(answers).extracting(FormHttp::leads).containsOnly(leads(answers.getFirst()));
            assertThat(count(form, word)).as("after %d ms", pause).isEqualTo(1);
        }
    }

    private Supplier<CompletableFuture<HttpResponse<String>>> later(Form form) {
        return () -> officer.postLater(form);
    }

    @Test
    void leadsToTheMemberAndThePartnershipThatTheFirstMade() {
        var member = officer.open("/members/new", "/members/new")
                .with(Map.of(
                        "organisation",
                        "Dublin",
                        "type",
                        "full",
                        "region",
                        "east-northeast-asia",
                        "exception",
                        "Example"));
        var partnership = officer.open("/partnerships/new?programme=IURC", "/partnerships/new")
                .with("others", "Dublin\nYokohama");

        for (var form : List.of(member, partnership)) {
            var answers = Stream.of(1, 2).map(time -> officer.postLater(form)).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .as(form.action())
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(302);
            assertThat(answers).extracting(FormHttp::leads).containsOnly(leads(answers.getFirst()));
        }
    }

    @Test
    void sendsOneInvitationThatIsAskedForTwice() {
        var account = TestPeople.account(sql, Role.EDITOR);
        var form = officer.open("/accounts/" + account, "/accounts/" + account + "/invite");

        officer.post(form);
        officer.post(form);

        assertThat(sql.sql("select count(*) from mail_message where recipient = ?")
                        .param(account + "@example.org")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** A form for the address with a number of its own, whatever its page shows. */
    private Form form(String action, Map<String, String> typed) {
        var opened = officer.open("/actions/new?partnership=IURC-Busan-Rotterdam", "/actions/new");
        var own = opened.fields().stream()
                .filter(field -> List.of("_csrf", "once").contains(field.name()))
                .toList();
        return new Form(action, own, opened.cookie()).with(typed);
    }

    private void answersTwiceTheSame(Form form) {
        var first = officer.post(form);
        assertThat(first.statusCode()).as(form.action()).isEqualTo(302);
        officer.get(leads(first));
        var again = officer.post(form);

        assertThat(again.statusCode()).as(form.action()).isEqualTo(302);
        assertThat(leads(again)).isEqualTo(leads(first));
        assertThat(officer.get(leads(again)).body())
                .as(form.action())
                .containsPattern("class=\"notice warn\"[^§]*You had sent this already, and it counts once");
    }

    @Test
    void keepsWhatAHandlerDidThatLeadsBackToItsOwnAddress() {
        var question = sql.sql("select code from question order by code limit 1")
                .query(String.class)
                .single();
        var form = officer.open("/questions/" + question, "/questions/" + question)
                .with("reading", "a")
                .with("reason", "Example");

        answersTwiceTheSame(form);

        assertThat(officer.get("/questions/" + question).body()).contains("Example");
    }

    @Test
    void aRefusalThatLeadsElsewhereIsNoReasonNotToCarryTheFormOutLater() {
        var account = TestPeople.account(sql, Role.EDITOR);
        var form = form("/accounts/" + account + "/invite", Map.of());
        var closed = "update account set disabled_at = %s where id = ?";
        sql.sql(closed.formatted("now()")).param(account).update();

        var refused = officer.post(form);
        var said = officer.get(leads(refused)).body();
        sql.sql(closed.formatted("null")).param(account).update();
        var later = officer.post(form);

        assertThat(said).contains("Not invited").doesNotContain("The invitation is on its way");
        assertThat(officer.get(leads(later)).body()).contains("The invitation is on its way");
        assertThat(sql.sql("select count(*) from mail_message where recipient = ?")
                        .param(account + "@example.org")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRoundThatCouldNotMoveMovesWithTheSameFormOnceItCan() {
        var opened = officer.open("/rounds/new?programme=IURC", "/rounds/new?programme=IURC")
                .with("name", word())
                .with("sideA", "eu")
                .with("sideB", "non-eu");
        var round = leads(officer.post(opened));
        var confirm =
                form(round + "/state", Map.of("to", "confirmed", "sure", "true", "reason", "Agreed by telephone"));

        var refused = officer.post(confirm);
        for (var step : List.of("proposed", "consulted")) {
            assertThat(officer.post(form(round + "/state", Map.of("to", step, "sure", "true")))
                            .statusCode())
                    .isEqualTo(302);
        }
        var later = officer.post(confirm);

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(officer.get(leads(later)).body()).doesNotContain("You had sent this already");
        assertThat(sql.sql("select state from pairing_round where id = ?::uuid")
                        .param(round.substring("/rounds/".length()))
                        .query(String.class)
                        .single())
                .isEqualTo("confirmed");
    }

    @Test
    void aDateThatWasAcceptedAndAPersonWhoWasErasedAreNoComplaintsToWhoeverPressesTwice() {
        officer.post(officer.open("/activities/new?partnership=IURC-Seoul-Dublin", "/activities/new")
                .with(Map.of("type", "study-visit", "host", "dublin", "start", "2027-06-14", "status", "proposed")));
        var visit = sql.sql("select code from activity where from_on = '2027-06-14'")
                .query(String.class)
                .single();
        var person = sql.sql("select id from person where name is not null order by id desc limit 1")
                .query(UUID.class)
                .single();

        var administrator = officer;
        officer = partner("dublin");
        answersTwiceTheSame(officer.open("/activities/" + visit, "/activities/" + visit + "/accept"));
        officer = administrator;
        answersTwiceTheSame(form("/people/" + person + "/erase", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1"})
    void carriesNothingOutWithoutANumber(String number) {
        var form = forms().findFirst().orElseThrow();
        var word = word();

        var answer = officer.post(filled(form, word).with("once", number));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("without the number that keeps it from being carried out twice");
        assertThat(count(form, word)).isZero();
    }

    @Test
    void forgetsNumbersAfterAMonth() {
        var account = UUID.randomUUID();
        sql.sql("insert into form_sent (account, number, form, made, at) values (?, ?, '/', '/', now() -"
                        + " interval '31 days'), (?, ?, '/', '/', now() - interval '29 days')")
                .params(account, UUID.randomUUID(), account, UUID.randomUUID())
                .update();

        forms.forgetOld();

        assertThat(sql.sql("select count(*) from form_sent where account = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void answersThreeAtOneMomentWithTheSameActivity() {
        var form = forms().filter(one -> one.action().equals("/activities/new"))
                .findFirst()
                .orElseThrow();
        for (var round = 0; round < 5; round++) {
            var word = word();
            var filled = filled(form, word);

            var answers = Stream.generate(() -> filled).limit(3).map(officer::postLater).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
            assertThat(answers).extracting(FormHttp::leads).containsOnly(leads(answers.getFirst()));
            assertThat(count(form, word)).isEqualTo(1);
        }
    }

    @Test
    void keepsTheNumberGoodWhileTheFormComesBackWithErrors() {
        var form = forms().findFirst().orElseThrow();
        var word = word();
        var opened = officer.open(form.page(), form.action());

        var refused = officer.post(opened.with("statement.original", ""));
        var back = FormHttp.form(refused.body(), form.action(), opened.cookie());
        var kept = officer.post(back.with("statement.original", word));
        var fromTheFirstPage = officer.post(opened.with("statement.original", word));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(back.value("once")).isEqualTo(opened.value("once"));
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(leads(fromTheFirstPage)).isEqualTo(leads(kept));
        assertThat(count(form, word)).isEqualTo(1);
    }

    @Test
    void takesAnotherPersonsNumberForNoneOfItsOwn() {
        var form = forms().findFirst().orElseThrow();
        var mine = word();
        var theirs = word();
        var filled = filled(form, mine);
        var other = somebody(Role.PROGRAMME_OFFICER);

        officer.post(filled);
        other.post(other.open(form.page(), form.action())
                .with("once", filled.value("once"))
                .with("statement.original", theirs));

        assertThat(count(form, mine)).isEqualTo(1);
        assertThat(count(form, theirs)).isEqualTo(1);
    }

    @Test
    void bringsInASheetOnceThatIsUploadedTwice() {
        var name = UUID.randomUUID() + ".csv";
        var form = officer.open("/sheets", "/sheets").with("target", "cities");

        var answers = Stream.of(1, 2)
                .map(time -> officer.postFile(form, "file", name, "name,country\nExample,KR\n"))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(answers).extracting(FormHttp::leads).containsOnly(leads(answers.getFirst()));
        assertThat(sql.sql("select count(*) from sheet_import where file_name = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** As if the database broke: where, and by what. */
    private HttpResponse<String> broken(String table, String when, String code, Supplier<HttpResponse<String>> act) {
        sql.sql("""
            create function break_down() returns trigger language plpgsql as
              'begin raise exception ''broken for a test'' using errcode = ''%s''; end'
            """.formatted(code)).update();
        sql.sql(
                        "create constraint trigger break_down after insert or delete on %s deferrable initially %s for each row execute function break_down()"
                                .formatted(table, when))
                .update();
        try {
            return act.get();
        } finally {
            sql.sql("drop function break_down cascade").update();
        }
    }

    @Test
    void saysThatNothingWasStoredOnlyWhereThatIsKnown() {
        var form = forms().findFirst().orElseThrow();
        var filled = filled(form, word());

        var inside = broken("plan_item", "immediate", "XX000", () -> officer.post(filled));
        assertThat(inside.statusCode()).isEqualTo(500);
        assertThat(inside.body()).contains("this last step was not carried out").doesNotContain("is not certain");

        var atTheEnd = broken("plan_item", "deferred", "XX000", () -> officer.post(filled));
        assertThat(atTheEnd.statusCode()).isEqualTo(500);
        assertThat(atTheEnd.body()).contains("is not certain", "Look first whether it is there");

        var account = TestPeople.account(sql, Role.EDITOR);
        var withdraw = officer.open(
                "/accounts/" + account,
                "/accounts/" + account + "/roles/"
                        + sql.sql("select id from role_assignment where account = ?")
                                .param(account)
                                .query(UUID.class)
                                .single()
                        + "/withdraw");
        var without = broken("role_assignment", "immediate", "XX000", () -> officer.post(withdraw));
        assertThat(without.statusCode()).isEqualTo(500);
        assertThat(without.body()).contains("is not certain");

        assertThat(officer.post(filled).statusCode())
                .as("the number is still good")
                .isEqualTo(302);
    }

    @Test
    void aUniqueViolationThatNobodyForesawIsAConflictWithASentence() {
        var form = forms().findFirst().orElseThrow();

        var answer = broken("plan_item", "immediate", "23505", () -> officer.post(filled(form, word())));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("somebody else saved a record that must be the only one of its kind");
    }

    @Test
    void savesAChangeOnceThatIsSentTwice() {
        var form = officer.open("/actions/IURC-Seoul-Dublin-01/edit", "/actions/IURC-Seoul-Dublin-01/edit");

        var answers =
                Stream.of(1, 2)
                        .map(time -> officer.postLater(form.with("statement.original", "Example")))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .as("no conflict with oneself")
                .extracting(HttpResponse::statusCode)
                .containsOnly(302);
    }

    /** Two people have the same form open; whoever sends second sees both and decides. */
    @ParameterizedTest
    @CsvSource({
        "/actions/IURC-Seoul-Dublin-01/edit, statement.original",
        "/activities/EV-03/edit, title.original",
        "/agreements/AG-01/edit, place",
        "/members/busan/edit, note",
        "/partnerships/IURC-Seoul-Dublin/edit, coordinator",
        "/programmes/IURC/edit, abbreviation",
        "/programmes/IURC/participants/busan, languages",
        "/cities/busan/edit, note",
        "/questions/CF-13, reason"
    })
    void showsWhatWasTypedBesideWhatSomebodyElseSaved(String address, String field) {
        var isTag = field.equals("languages");
        var their = isTag ? "Thai" : "Theirs";
        var own = isTag ? "Māori" : "Mine";
        var theirs = officer.open(address, address).with(field, their);
        var other = somebody(Role.ADMINISTRATOR);
        var mine = other.open(address, address).with(field, own);
        if (address.startsWith("/questions/")) {
            theirs = theirs.with("reading", "a");
            mine = mine.with("reading", "b");
        }
        assertThat(officer.post(theirs).statusCode()).isEqualTo(302);

        var overtaken = other.post(mine);

        assertThat(overtaken.statusCode()).isEqualTo(409);
        var again = FormHttp.form(overtaken.body(), address, mine.cookie());
        assertThat(again.value(field)).isEqualTo(own);
        assertThat(overtaken.body())
                .contains("Somebody else saved this meanwhile")
                .containsPattern("id=\"" + Pattern.quote(field) + "-stands\"[^§]*?" + their);
        assertThat(other.post(again).statusCode()).as("sent once more").isEqualTo(302);
        assertThat(officer.open(address, address).value(field)).isEqualTo(address.startsWith("/questions/") ? "" : own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actions/IURC-Seoul-Dublin-01/edit",
                "/agreements/AG-01/edit",
                "/partnerships/IURC-Seoul-Dublin/edit",
                "/programmes/IURC/edit",
                "/programmes/IURC/participants/busan",
                "/cities/busan/edit"
            })
    void savesNothingWhereTheVersionIsMissingOrNone(String address) {
        var form = officer.open(address, address);

        assertThat(officer.post(form.with("version", "")).statusCode())
                .as("missing")
                .isEqualTo(409);
        for (var version : List.of("x", "999999999999")) {
            var answer = officer.post(form.with("version", version));

            assertThat(answer.statusCode()).as("version “%s”", version).isEqualTo(422);
            assertThat(answer.body()).contains("The form does not say from which state of the record it was filled in");
        }
    }

    @Test
    void whatADeedMarkedToBeRolledBackIsNotCarriedOutThoughItsHandlerLeadsOn() {
        var account = TestPeople.account(sql, Role.ADMINISTRATOR);
        var request = new MockHttpServletRequest("POST", "/example");
        request.setParameter("once", UUID.randomUUID().toString());
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of()));

        try {
            assertThat(forms.carryOut(request, () -> {
                        deed.executeWithoutResult(TransactionStatus::setRollbackOnly);
                        return "redirect:/elsewhere";
                    }))
                    .isEqualTo("redirect:/elsewhere");
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(sql.sql("select count(*) from form_sent where account = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
