package org.interurban.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interurban.platform.Acting.as;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.engagement.Engagement.Kind;
import org.interurban.platform.engagement.Engagement.State;
import org.interurban.platform.engagement.KeepEngagement.Outcome;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** Who may offer support, say what follows and tick it off, and who is told. */
@PlatformTest
@Transactional
class EngagementStepsTests {

    private static final RequestPostProcessor OFFICER = as(Role.PROGRAMME_OFFICER);

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    KeepEngagement keep;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private MvcTestResult send(String address, RequestPostProcessor who, String... fields) {
        var form = browser.post().uri(address).with(who);
        for (int i = 0; i < fields.length; i += 2) {
            form = form.param(fields[i], fields[i + 1]);
        }
        return form.exchange();
    }

    /** A request of Yokohama's to every member, unless more is said; its page. */
    private String recorded(String title, String... more) {
        var fields = new LinkedHashMap<>(
                Map.of("kind", "support-request", "state", "open", "title.original", title, "initiator", "Yokohama"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        var typed = fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        assertThat(send("/engagements/new", OFFICER, typed)).hasStatus3xxRedirection();
        return "/engagements/"
                + sql.sql("select code from engagement where title = ?")
                        .param(title)
                        .query(String.class)
                        .single();
    }

    private MvcTestResult offer(String page, RequestPostProcessor who, String city, String what) {
        return send(page + "/offers", who, "organisation", city, "statement.original", what);
    }

    private String followUp(String page, String what, String whoseTurn) {
        assertThat(send(page + "/follow-ups", OFFICER, "statement.original", what, "organisation", whoseTurn))
                .hasStatus3xxRedirection();
        return page + "/steps/"
                + sql.sql("select id::text from engagement_step where statement = ?")
                        .param(what)
                        .query(String.class)
                        .single();
    }

    private Scope city(String code) {
        return Scope.city(new OrganisationId(sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .single()));
    }

    private AccountId account(String city) {
        return TestPeople.account(sql, Role.FOCAL_POINT, city(city));
    }

    private RequestPostProcessor speaker(String city) {
        return as(account(city), city(city), Role.FOCAL_POINT);
    }

    private List<String> mailTo(AccountId account) {
        return sql.sql("select subject || ' ' || body from mail_message where recipient = ?")
                .param(account + "@example.org")
                .query(String.class)
                .list();
    }

    @Test
    void aMemberAsksAnotherOffersAndWhatFollowsIsTickedOff() {
        var yokohama = speaker("yokohama");
        var seoul = speaker("seoul");
        assertThat(send(
                        "/engagements/new",
                        yokohama,
                        "kind",
                        "support-request",
                        "state",
                        "open",
                        "title.original",
                        "Fever in the harbour",
                        "initiator",
                        "Yokohama"))
                .hasStatus3xxRedirection();
        var page = "/engagements/"
                + sql.sql("select code from engagement where title = 'Fever in the harbour'")
                        .query(String.class)
                        .single();

        assertThat(offer(page, seoul, "Seoul", "Two experts")).hasStatus3xxRedirection();
        assertThat(send(page + "/follow-ups", yokohama, "statement.original", "Book flights", "organisation", "Seoul"))
                .hasStatus3xxRedirection();
        var done = page + "/steps/"
                + sql.sql("select id::text from engagement_step where statement = 'Book flights'")
                        .query(String.class)
                        .single()
                + "/done";
        assertThat(send(done, seoul)).hasStatus3xxRedirection();

        assertThat(browser.get().uri(page).with(yokohama))
                .bodyText()
                .contains("Answered", "Two experts", "Book flights", "Done on");
    }

    @Test
    void aVisitHasTopicsAndWhatFollowsFromIt() {
        var topic = sql.sql("select min(label) from topic_label where label ~ '^[A-Za-z ]+$'")
                .query(String.class)
                .single();
        var page = recorded(
                "Mayors at table", "kind", "courtesy-visit", "state", "held", "topics", topic, "addressee", "Seoul");
        var step = followUp(page, "Send the minutes", "Yokohama");
        var yokohama = speaker("yokohama");

        assertThat(browser.get().uri(page).with(yokohama))
                .bodyText()
                .contains(topic, "Send the minutes", step + "/done");
    }

    @ParameterizedTest
    @CsvSource({
        "a visit,           courtesy-visit,  held,     '',    seoul,    false",
        "an open one,       support-request, open,     '',    seoul,    true",
        "an answered one,   support-request, answered, '',    seoul,    true",
        "a closed one,      support-request, closed,   '',    seoul,    false",
        "one of its own,    support-request, open,     '',    yokohama, false",
        "one to it,         support-request, open,     Seoul, seoul,    true",
        "one to another,    support-request, open,     Busan, seoul,    false",
    })
    void whoeverIsAskedOffersUntilARequestIsClosedAndThePageSaysSo(
            String title, String kind, String state, String asked, String city, boolean taken) {
        var page = recorded(title, "kind", kind, "state", state, "addressee", asked, "open", "true");

        var shown = browser.get().uri(page).with(speaker(city)).exchange();
        var offered = offer(page, speaker(city), city, "Two experts");

        assertThat(shown).hasStatusOk();
        if (taken) {
            assertThat(shown).bodyText().contains(page + "/offers");
            assertThat(offered).hasStatus3xxRedirection();
        } else {
            assertThat(shown).bodyText().doesNotContain(page + "/offers");
            assertThat(offered).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @Test
    void nobodyOffersForAnotherCity() {
        var page = recorded("Fever");

        assertThat(offer(page, speaker("busan"), "Seoul", "Two experts")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(sql.sql("select count(*) from engagement_step where statement = 'Two experts'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsOnlyAskedChangesNothingElse() {
        var page = recorded("Fever");
        var step = followUp(page, "Book flights", "Seoul");
        var asked = speaker("busan");

        assertThat(send(page + "/follow-ups", asked, "statement.original", "Pay us"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(page + "/edit", asked, "kind", "support-request")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(page + "/remove", asked)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(step + "/done", asked)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(step + "/remove", asked)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(
                        "/engagements/new",
                        asked,
                        "kind",
                        "support-request",
                        "state",
                        "open",
                        "title.original",
                        "In the name of another",
                        "initiator",
                        "Seoul"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoseTurnItIsSeesThatAloneIsToldAndTicksItOff() {
        var page = recorded("Fever");
        var busan = account("busan");
        var speaker = as(busan, city("busan"), Role.FOCAL_POINT);
        followUp(page, "Book flights", "Seoul");
        var step = followUp(page, "Send the report", "Busan");

        assertThat(browser.get().uri(page).with(speaker))
                .bodyText()
                .contains("Send the report", step + "/done")
                .doesNotContain("Book flights");
        assertThat(mailTo(busan)).singleElement().asString().contains("Send the report", page);
        assertThat(send(step + "/done", speaker)).hasStatus3xxRedirection();
        assertThat(send(step + "/done", speaker)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoseTurnItIsSeesAlsoWhatConcernsNobodyElse() {
        var page = recorded("Talks", "kind", "courtesy-visit", "state", "held");

        assertThat(browser.get().uri(page).with(speaker("seoul"))).hasStatus(HttpStatus.NOT_FOUND);
        followUp(page, "Send the report", "Seoul");
        assertThat(browser.get().uri(page).with(speaker("seoul"))).hasStatusOk();
    }

    @Test
    void whoIsAskedIsToldOnceInTheirLanguageAndWhoAsksIsNot() {
        var seoul = account("seoul");
        sql.sql("update account set language = 'ko' where id = ?").param(seoul).update();
        var yokohama = account("yokohama");

        var page = recorded("Fever", "title.in[ko]", "뎅기열", "account.original", "Since May");

        assertThat(mailTo(seoul))
                .singleElement()
                .asString()
                .startsWith("지원 요청: 뎅기열")
                .contains(page);
        assertThat(mailTo(yokohama)).isEmpty();

        offer(page, as(seoul, city("seoul"), Role.FOCAL_POINT), "Seoul", "Two experts");
        assertThat(mailTo(yokohama)).singleElement().asString().contains("Two experts");
        assertThat(mailTo(seoul)).hasSize(1);
    }

    @Test
    void whoExpectsAVisitIsToldThatItIsMovedAndThatItIsCalledOff() {
        var seoul = account("seoul");
        var page = recorded(
                "Talks", "kind", "courtesy-visit", "state", "planned", "addressee", "Seoul", "date.text", "2031-05-01");
        assertThat(mailTo(seoul)).isEmpty();

        edit(page, "planned", "2031-06-01");
        edit(page, "called-off", "2031-06-01");

        assertThat(mailTo(seoul))
                .satisfiesExactly(
                        moved -> assertThat(moved).startsWith("Moved: Talks").contains("1 Jun 2031"),
                        calledOff -> assertThat(calledOff).startsWith("Called off: Talks"));
        assertThat(browser.get().uri(page).with(OFFICER))
                .bodyText()
                .contains("told that it was moved", "told that it was called off");
    }

    private void edit(String page, String state, String date) {
        assertThat(send(
                        page + "/edit",
                        OFFICER,
                        "kind",
                        "courtesy-visit",
                        "state",
                        state,
                        "title.original",
                        "Talks",
                        "initiator",
                        "Yokohama",
                        "addressee",
                        "Seoul",
                        "date.text",
                        date,
                        "version",
                        sql.sql("select version::text from engagement where title = 'Talks'")
                                .query(String.class)
                                .single()))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoIsAskedIsToldThatSupportIsNotAskedForAnyMore() {
        var seoul = account("seoul");
        var page = recorded("Fever");

        send(page + "/remove", OFFICER);

        assertThat(mailTo(seoul)).hasSize(2).last().asString().startsWith("No longer needed: Fever");
    }

    @ParameterizedTest
    @CsvSource({"support-request, closed", "support-request, answered", "courtesy-visit, held"})
    void nobodyIsToldOfWhatIsOverOrAsksNothing(String kind, String state) {
        var seoul = account("seoul");

        recorded("Of old", "kind", kind, "state", state);

        assertThat(mailTo(seoul)).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatIsBroughtIn() {
        var seoul = account("seoul");
        var officer = TestPeople.account(sql, Role.PROGRAMME_OFFICER);
        signIn(officer);

        assertThat(keep.add(request(State.OPEN))).isInstanceOf(Outcome.Kept.class);

        assertThat(mailTo(seoul)).isEmpty();
    }

    @Test
    void whatWasRemovedMeanwhileIsGone() {
        signIn(TestPeople.account(sql, Role.PROGRAMME_OFFICER));
        var request = request(State.OPEN);
        keep.add(request);
        var seoul = new OrganisationId(city("seoul").id().value());
        var offer = new Step.Offer(Step.Id.next(), seoul, LocalizedText.of("Two experts"));

        assertThat(keep.remove(request)).isInstanceOf(Outcome.Kept.class);
        assertThat(keep.remove(request)).isInstanceOf(Outcome.Gone.class);
        assertThat(keep.add(request, offer)).isInstanceOf(Outcome.Gone.class);
        assertThat(keep.change(request, true)).isInstanceOf(Outcome.Gone.class);
        assertThat(keep.done(request, offer.id())).isInstanceOf(Outcome.Gone.class);
        assertThat(keep.remove(request, offer.id())).isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void anOfferIsTakenAsTheRequestStandsNow() {
        signIn(TestPeople.account(sql, Role.PROGRAMME_OFFICER));
        var opened = request(State.OPEN);
        keep.add(opened);
        sql.sql("update engagement set state = 'closed' where id = ?")
                .param(opened.id())
                .update();
        var seoul = new OrganisationId(city("seoul").id().value());

        assertThat(keep.add(opened, new Step.Offer(Step.Id.next(), seoul, LocalizedText.of("Two experts"))))
                .isInstanceOf(Outcome.NotAsked.class);
    }

    @Test
    void noDeedKeepsAVisitHeldAhead() {
        signIn(TestPeople.account(sql, Role.PROGRAMME_OFFICER));
        var ahead = new Engagement(
                Engagement.Id.next(),
                "ZZ-1",
                Kind.COURTESY_VISIT,
                State.HELD,
                LocalizedText.of("Ahead"),
                null,
                new OrganisationId(city("yokohama").id().value()),
                null,
                PartialPeriod.day(LocalDate.of(2099, 1, 1)),
                List.of(),
                false,
                0);

        assertThat(keep.add(ahead)).isEqualTo(new Outcome.Refused(Engagement.Refusal.NOT_YET));
    }

    @Test
    void whatIsWrongWithAnOfferStandsInItsOwnForm() {
        var page = recorded("Fever");

        assertThat(offer(page, OFFICER, "Nowhere at all", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "href=\"#offer-organisation\"",
                        "id=\"offer-organisation-error\"",
                        "href=\"#offer-statement.original\"",
                        "id=\"offer-statement.original-error\"",
                        "id=\"follow-up-organisation\"")
                .doesNotContain("id=\"follow-up-organisation-error\"", "id=\"follow-up-statement.original-error\"");
        assertThat(offer(page, OFFICER, "Seoul", "x".repeat(Step.STATEMENT_LENGTH + 1)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void anOfferIsReadInTheReadersLanguage() {
        var page = recorded("Fever");
        send(
                page + "/offers",
                OFFICER,
                "organisation",
                "Seoul",
                "statement.original",
                "Two experts",
                "statement.in[ko]",
                "전문가 두 명");

        assertThat(browser.get().uri(page + "?lang=ko").with(OFFICER))
                .bodyText()
                .contains("전문가 두 명")
                .doesNotContain("Two experts");
    }

    @Test
    void everyDeedAsksTheRightOnItsObject() {
        signIn(TestPeople.account(sql, Role.PROGRAMME_OFFICER));
        var request = request(State.OPEN);
        keep.add(request);
        var seoul = new OrganisationId(city("seoul").id().value());
        var next = new Step.FollowUp(Step.Id.next(), seoul, LocalizedText.of("Book flights"), null);
        keep.add(request, next);
        var offer = new Step.Offer(Step.Id.next(), seoul, LocalizedText.of("Two experts"));

        signIn(account("busan"));
        Stream.<ThrowingCallable>of(
                        () -> keep.add(request),
                        () -> keep.announce(request),
                        () -> keep.change(request, true),
                        () -> keep.remove(request),
                        () -> keep.add(request, offer),
                        () -> keep.add(request, next),
                        () -> keep.done(request, next.id()),
                        () -> keep.remove(request, next.id()))
                .forEach(deed -> assertThatThrownBy(deed).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void aRequestDoesNotBecomeAVisit() {
        signIn(TestPeople.account(sql, Role.PROGRAMME_OFFICER));
        var request = request(State.OPEN);
        keep.add(request);

        assertThat(keep.change(
                        new Engagement(
                                request.id(),
                                request.code(),
                                Kind.COURTESY_VISIT,
                                State.PLANNED,
                                request.title(),
                                null,
                                request.initiator(),
                                null,
                                request.when(),
                                List.of(),
                                false,
                                0),
                        true))
                .isEqualTo(new Outcome.Refused(Engagement.Refusal.OTHER_KIND));
    }

    private static void signIn(AccountId account) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of()));
    }

    private Engagement request(State state) {
        return new Engagement(
                Engagement.Id.next(),
                "ZZ-2",
                Kind.SUPPORT_REQUEST,
                state,
                LocalizedText.of("Fever"),
                null,
                new OrganisationId(city("yokohama").id().value()),
                null,
                PartialPeriod.UNKNOWN,
                List.of(),
                false,
                0);
    }
}
