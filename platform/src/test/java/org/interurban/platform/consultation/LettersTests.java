package org.interurban.platform.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.FormHttp;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.pairing.Proposals;
import org.interurban.platform.pairing.RoundHttp;
import org.interurban.platform.pairing.RoundId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class LettersTests {

    private static final String COPY = "ZZLETTERS";
    private static final List<String> CITIES = List.of("seoul", "busan", "sejong", "dublin", "rotterdam", "sofia");

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    SendLetters letters;

    @Autowired
    AnswerProposal answer;

    @Autowired
    Proposals proposals;

    private RequestPostProcessor officer = request -> request;
    private UUID round = new UUID(0, 0);

    @BeforeEach
    void aDraftOfSixCitiesOfWhichTwoHaveContacts() {
        sample.load();
        officer = TestPeople.holding(sql, Role.PROGRAMME_OFFICER);
        var copy = browser.post()
                .uri("/programmes/IURC/copy")
                .with(officer)
                .with(csrf())
                .param("code", COPY)
                .param("name", "Zz Letters");
        CITIES.forEach(city -> copy.param("organisations", city));
        assertThat(copy.exchange()).hasStatus3xxRedirection();
        sql.sql("update post set to_on = '2001-01-01' where organisation in (select id from organisation where"
                        + " code = any(?))")
                .param(CITIES.toArray(String[]::new))
                .update();
        sql.sql("delete from role_assignment where scope_kind = 'CITY'").update();
        contact("dublin", "Aoife Zz", "Lord Mayor", "aoife@zz.example", null);
        contact("seoul", "Minji Zz", "Director", "minji@zz.example", "ko");
        round = new RoundHttp(browser, officer).create(COPY, "eu", "non-eu", "TOTAL");
    }

    private void contact(String city, String name, String title, String email, String language) {
        var person = UUID.randomUUID();
        sql.sql("insert into person (id, code, name, email, language) values (?, ?, ?, ?, ?)")
                .params(person, "zz-" + person, name, email, language)
                .update();
        sql.sql("""
            insert into post (id, organisation, title, duty, holder)
            select gen_random_uuid(), o.id, ?, 'focal-point', ? from organisation o where o.code = ?
            """).params(title, person, city).update();
    }

    private MvcTestResult get(String address) {
        return browser.get().uri("/rounds/" + round + address).with(officer).exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request =
                browser.post().uri("/rounds/" + round + address).with(officer).with(csrf());
        for (var i = 0; i + 1 < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private List<String> written() {
        return sql.sql("select recipient from mail_message where recipient like '%@zz.example' order by 1")
                .query(String.class)
                .list();
    }

    private String body(String recipient) {
        return sql.sql("select body from mail_message where recipient = ? order by id desc limit 1")
                .param(recipient)
                .query(String.class)
                .single();
    }

    private String day() {
        return sql.sql("select answers_by::text from pairing_round where id = ?")
                .param(round)
                .query(String.class)
                .single();
    }

    @Test
    void areReadBeforeTheyLeaveWithRankAndReasonAndWhomNoneReaches() {
        assertThat(get("/letters"))
                .hasStatusOk()
                .bodyText()
                .contains("Aoife Zz, Lord Mayor, Dublin", "Dear Aoife Zz,", "Minji Zz 님께")
                .contains("As a partner for Dublin we propose", "Please say by")
                .contains("Rotterdam", "has no contact")
                .doesNotContainPattern("0[.][0-9]{3}");
        assertThat(written()).isEmpty();
    }

    @Test
    void goOnceToEachContactInItsLanguageWithAnAccountToAnswerFrom() {
        var until = LocalDate.now().plusDays(40).toString();

        assertThat(post(
                        "/letters",
                        "until",
                        until,
                        "written",
                        until,
                        "body-dublin aoife@zz.example",
                        "In words of our own."))
                .hasStatus3xxRedirection();

        assertThat(written()).containsExactly("aoife@zz.example", "minji@zz.example");
        assertThat(body("aoife@zz.example"))
                .contains("Aoife Zz, Lord Mayor, Dublin", "In words of our own.", "/answer/", "Test PROGRAMME_OFFICER")
                .doesNotContain("As a partner for Dublin")
                .doesNotContain("score");
        assertThat(body("minji@zz.example")).contains("Minji Zz 님께", "/answer/");
        assertThat(day()).isEqualTo(until);
        assertThat(sql.sql("select count(*) from role_assignment r join account a on a.id = r.account"
                                + " where a.email like '%@zz.example' and r.role = 'FOCAL_POINT'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(get("?view=answers"))
                .bodyText()
                .contains("Who was told (2)", "was asked about a partner", "Rotterdam", "has no contact");
    }

    @Test
    void areShownOnceMoreWhereAnotherDayWasChosenThanTheyName() {
        assertThat(post("/letters", "until", LocalDate.now().plusDays(40).toString(), "written", "2027-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("You chose another day");
        assertThat(written()).isEmpty();
    }

    @Test
    void remindOnceWhenTheDayComesNearAndOnlyThoseWhoHaveNotAnswered() {
        var until = LocalDate.now().plusDays(SendLetters.DAYS_BEFORE).toString();
        post("/letters", "until", until, "written", until);
        accept("dublin");
        assertThat(get("?view=answers")).bodyText().contains("was told of an answer", ": Dublin accepts ");
        sql.sql("delete from mail_message").update();

        letters.remindOfTheDay();
        letters.remindOfTheDay();

        assertThat(written()).containsExactly("minji@zz.example");
        assertThat(sql.sql("select writer from mail_message")
                        .query(String.class)
                        .single())
                .as("a reminder that leaves by itself is answered to whoever asked")
                .isEqualTo("Test PROGRAMME_OFFICER");
    }

    @Test
    void remindOnceMoreAfterARoundWasTakenBackAndWhereSomebodyRemindedLongBefore() {
        var until = LocalDate.now().plusDays(SendLetters.DAYS_BEFORE).toString();
        post("/letters", "until", until, "written", until);
        letters.remindOfTheDay();
        post("/state", "to", "draft");
        sql.sql("update notice set told_at = told_at - interval '1 minute'").update();
        post("/letters", "until", until, "written", until);
        sql.sql("delete from mail_message").update();

        letters.remindOfTheDay();

        assertThat(written()).containsExactly("aoife@zz.example", "minji@zz.example");
        sql.sql("update notice set told_at = told_at - interval '30 days'").update();
        sql.sql("delete from mail_message").update();
        letters.remindOfTheDay();
        assertThat(written()).containsExactly("aoife@zz.example", "minji@zz.example");
    }

    @Test
    void areNotSentInWordsForSomebodyElse() {
        var form = FormHttp.form(text(get("/letters")), "/rounds/" + round + "/letters", "");
        contact("dublin", "Aine Zz", "Deputy Mayor", "aine@zz.example", null);
        var worded = form.with("body-dublin aoife@zz.example", "Dear Aoife, in words of our own.");
        var fields = worded.fields().stream()
                .flatMap(field -> Stream.of(field.name(), field.value()))
                .toArray(String[]::new);

        assertThat(post("/letters", fields)).hasStatus3xxRedirection();

        assertThat(body("aoife@zz.example")).contains("Dear Aoife, in words");
        assertThat(body("aine@zz.example")).doesNotContain("Dear Aoife");
    }

    @Test
    void areShownOnceMoreWhereSomebodyIsGoneWhoseLetterWasWorded() {
        assertThat(post("/letters", "body-dublin gone@zz.example", "In words of our own."))
                .hasStatusOk()
                .bodyText()
                .contains("Read the letters once more");
        assertThat(written()).isEmpty();
    }

    /** Else letters that name the partners of one run leave with the links of another. */
    @Test
    void sendWhatTheRunProposesOfWhichTheyWereRead() {
        var form = FormHttp.form(text(get("/letters")), "/rounds/" + round + "/letters", "");

        assertThat(form.value("run")).isEqualTo("1");
    }

    @Test
    void takeNoAnswerOfACityOnceTheRoundWasClosedThoughItsPageWasOpenedBefore() {
        post("/letters");
        var opened = proposals.find(new RoundId(round), Locale.ENGLISH).orElseThrow();
        var partner = partner("dublin");
        post("/state", "to", "consulted", "sure", "true");

        assertThat(answer.answer(opened, "dublin", partner, true, null, null))
                .isEqualTo(AnswerProposal.Outcome.TOO_LATE);
        assertThat(answer.wish(opened, "dublin", List.of(), null, null)).isEqualTo(AnswerProposal.Outcome.TOO_LATE);
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void accept(String city) {
        say(city, "accepts");
    }

    private void say(String city, String answer) {
        var partner = partner(city);
        var id = sql.sql("select id from organisation where code = ?")
                .param(city)
                .query(UUID.class)
                .single();
        assertThat(browser.post()
                        .uri("/rounds/" + round + "/cities/" + city)
                        .with(TestPeople.holding(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(id))))
                        .with(csrf())
                        .param("partner", partner)
                        .param("answer", answer)
                        .exchange())
                .hasStatus3xxRedirection();
    }

    @Test
    void tellWhoAskedOfAnAnswer() {
        post("/letters");
        accept("dublin");

        assertThat(sql.sql("""
            select m.subject from mail_message m join account a on a.email = m.recipient
              join pairing_round r on r.asked_by = a.id where r.id = ?
            """).param(round).query(String.class).list())
                .singleElement()
                .asString()
                .startsWith("Dublin accepts ");
    }

    @Test
    void areAskedForBeforeAConsultationWithOpenAnswersIsClosed() {
        post("/letters");
        accept("dublin");

        assertThat(post("/state", "to", "consulted"))
                .hasStatus(422)
                .bodyText()
                .contains("Seoul", "has not answered about");
        assertThat(state()).isEqualTo("proposed");
        assertThat(post("/state", "to", "consulted", "sure", "true")).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo("consulted");
        assertThat(get("?view=answers")).bodyText().contains("was told that the consultation is closed");
    }

    @Test
    void mustBeMissedForAStatedReasonBeforePairsAreConfirmed() {
        post("/letters");
        post("/state", "to", "consulted", "sure", "true");

        assertThat(post("/state", "to", "confirmed", "sure", "true")).hasStatus(422);
        assertThat(state()).isEqualTo("consulted");
        assertThat(post("/state", "to", "confirmed", "sure", "true", "reason", "Agreed by telephone"))
                .hasStatus3xxRedirection();
        sql.sql("delete from mail_message").update();
        assertThat(post("/state", "to", "published")).hasStatus3xxRedirection();
        assertThat(written()).as("once").containsExactly("aoife@zz.example", "minji@zz.example");
        assertThat(get("?view=answers")).bodyText().contains("Agreed by telephone", "was told of the partnership");
        assertThat(body("aoife@zz.example"))
                .contains("are partners in")
                .containsPattern("/partnerships/" + COPY + "-\\w+")
                .doesNotContain("/rounds/");
    }

    @Test
    void sayThatAPairIsLeftOutThatWasDeclinedWhileTheOthersBecomePartners() {
        post("/letters");
        say("dublin", "declines");
        post("/state", "to", "consulted", "sure", "true");
        assertThat(post("/state", "to", "confirmed", "sure", "true", "reason", "Agreed by telephone"))
                .hasStatus3xxRedirection();

        assertThat(post("/state", "to", "published"))
                .hasStatus(422)
                .bodyText()
                .contains("Dublin", "declines", "Publish without those that were declined");
        assertThat(state()).isEqualTo("confirmed");
        assertThat(post("/state", "to", "published", "sure", "true", "without", "true"))
                .hasStatus3xxRedirection();

        assertThat(sql.sql("select code from partnership_brief where code like ?")
                        .param(COPY + "-%")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(code -> code.contains("Dublin"));
        assertThat(body("aoife@zz.example")).contains("do not become partners").doesNotContain("are partners in");
        assertThat(get("?view=answers")).bodyText().contains("was told that the pair was declined");
    }

    /** As sheets bring it in: a post whose duty nobody knows. */
    @Test
    void nameToEachCityWhomToWriteToInTheOtherWhoStandsOnThePageOfThePartnership() {
        var http = new RoundHttp(browser, officer);
        http.move(round, "proposed");
        contact(partner("dublin"), "Zoran Zz", "International desk", "zoran@zz.example", null);
        sql.sql("update post set duty = 'other' where title = 'International desk'")
                .update();
        sql.sql("update post set to_on = '2001-01-01' where title = 'Director'").update();
        List.of("consulted", "confirmed", "published").forEach(state -> http.move(round, state));

        assertThat(body("aoife@zz.example")).contains("Zoran Zz, International desk", "zoran@zz.example");
        var code = sql.sql("select code from partnership_brief where code like ?")
                .param(COPY + "-%Dublin%")
                .query(String.class)
                .single();
        assertThat(browser.get().uri("/partnerships/" + code).with(officer))
                .bodyText()
                .contains("Zoran Zz");
        assertThat(browser.get().uri("/partnerships/" + code + "/members").with(officer))
                .bodyText()
                .contains("Zoran Zz", "zoran@zz.example")
                .doesNotContain("Vacant");
    }

    private String partner(String city) {
        return sql.sql("""
            select w.code from pairing_paired p join organisation o on o.id = p.organisation
              join organisation w on w.id = p.partner where p.round = ? and o.code = ?
            """).params(round, city).query(String.class).single();
    }

    private String state() {
        return sql.sql("select state from pairing_round where id = ?")
                .param(round)
                .query(String.class)
                .single();
    }
}
