package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.LostRight;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.search.SearchSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** IURC with Korea once more: the six cities from their stated interests, beside the three pairs that are on record. */
@PlatformTest
@Transactional
class KoreaRoundTests {

    private static final String COPY = "IURC-KOREA-AGAIN";
    private static final List<String> CITIES = List.of("dublin", "rotterdam", "sofia", "seoul", "busan", "sejong");

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Rounds rounds;

    @Autowired
    Runs runs;

    @Autowired
    Benches benches;

    @Autowired
    MessageSource messages;

    @Autowired
    List<RecordTable> files;

    @Autowired
    List<SearchSource> sources;

    RequestPostProcessor officer;
    RoundHttp http;

    @BeforeEach
    void copyTheProgramme() throws Exception {
        officer = TestPeople.holding(sql, Role.PROGRAMME_OFFICER);
        http = new RoundHttp(browser, officer);
        var copy = browser.post()
                .uri("/programmes/IURC/copy")
                .with(officer)
                .with(csrf())
                .param("code", COPY)
                .param("name", "IURC with Korea, again");
        CITIES.forEach(city -> copy.param("organisations", city));
        assertThat(copy.exchange()).hasStatus3xxRedirection();
    }

    private UUID organisation(String city) {
        return sql.sql("select id from organisation where code = ?")
                .param(city)
                .query(UUID.class)
                .single();
    }

    private RequestPostProcessor focalPoint(String city) {
        return TestPeople.holding(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(organisation(city))));
    }

    private Run proposed(UUID round) {
        var run = rounds.find(new RoundId(round), Locale.ENGLISH)
                .orElseThrow()
                .run()
                .orElse(null);
        return run == null
                ? runs.newest(new RoundId(round)).orElseThrow()
                : runs.find(run).orElseThrow();
    }

    @Test
    void proposesThreePairsFromStatedInterestsBesideThoseOnRecord() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");

        assertThat(http.get("/rounds/" + round))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Best possible for these scores",
                        "6 of 6 cities",
                        "Interests that a city has not yet turned",
                        "Beside the pairs on record",
                        "/partnerships/IURC-Seoul-Dublin");
        assertThat(proposed(round).result().pairs()).hasSize(3);
        assertThat(sql.sql("select count(*) from partnership p join programme g on g.id = p.programme where g.code = ?")
                        .param(COPY)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void quotesWhatEachOfTheTwoCitiesAsksFor() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var bench = benches.of(proposed(round));
        var reasons = new Reasons(bench, messages, Locale.ENGLISH);

        assertThat(lead(bench, reasons, "rotterdam", "busan"))
                .startsWith("Rotterdam is interested in ")
                .contains("; Busan is interested in ")
                .doesNotContain("%", "offers", "seeks");
        assertThat(lead(bench, reasons, "dublin", "busan")).isEqualTo("No line of their profiles matches.");
        for (var pair : bench.pairs()) {
            var lead = HtmlUtils.htmlEscape(reasons.explain(pair[0], pair[1]).lead());
            var panel = "?a=" + bench.city(pair[0]).id() + "&b="
                    + bench.city(pair[1]).id();
            assertThat(http.get("/rounds/" + round + panel)).bodyText().contains(lead);
            assertThat(http.get("/rounds/" + round + "/sheet")).bodyText().contains(lead);
        }
    }

    @Test
    void addsUpToTheScoreWhatThePartsAdd() {
        var bench = benches.of(proposed(http.create(COPY, "eu", "non-eu", "TOTAL")));
        var reasons = new Reasons(bench, messages, Locale.ENGLISH);

        for (var pair : bench.pairs()) {
            var parts = reasons.explain(pair[0], pair[1]).parts();
            assertThat(parts.stream()
                            .mapToDouble(part -> Double.parseDouble(part.adds()))
                            .sum())
                    .isCloseTo(bench.scoring().score(pair[0], pair[1]) / 1e6, within(0.006));
            assertThat(parts).extracting(Reasons.PartLine::reason).noneMatch(reason -> reason.contains("%"));
        }
    }

    @Test
    void saysToACityInWordsHowWellAPartnerFitsAndNothingInNumbers() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var city = proposed(round).result().pairs().getFirst().a();
        http.move(round, "proposed");

        assertThat(browser.get()
                        .uri("/rounds/" + round + "/cities/" + city)
                        .with(focalPoint(city))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .containsPattern("Strong fit|Good fit|Possible")
                .doesNotContainPattern("0[.][0-9]{2,3}")
                .doesNotContain(" %");
    }

    private static String lead(Bench bench, Reasons reasons, String a, String b) {
        var scoring = bench.scoring();
        return reasons.explain(scoring.position(a), scoring.position(b)).lead();
    }

    @Test
    void goesFromADraftToPartnershipsWithTheCitiesConsent() {
        var recorded = partnerships("IURC");
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var pairs = proposed(round).result().pairs();
        assertThat(browser.get()
                        .uri("/rounds/" + round + "/cities/" + pairs.getFirst().a())
                        .with(focalPoint(pairs.getFirst().a())))
                .as("nothing of a draft")
                .hasStatus(404);

        http.move(round, "proposed");
        for (var pair : pairs) {
            answer(round, pair.a(), pair.b(), "accepts");
            answer(round, pair.b(), pair.a(), "accepts");
        }
        assertThat(http.get("/rounds/" + round + "?view=answers"))
                .hasStatusOk()
                .bodyText()
                .contains("Answers: 6 of 6");
        http.move(round, "consulted");
        http.move(round, "confirmed");
        http.move(round, "published");

        assertThat(partnerships(COPY)).hasSize(3);
        assertThat(partnerships("IURC")).isEqualTo(recorded);
        assertThat(http.get("/rounds/" + round)).bodyText().containsPattern("Published on [^<]+ by [^<]+");
        assertThat(rounds.find(new RoundId(round), Locale.ENGLISH).orElseThrow().state())
                .isInstanceOfSatisfying(RoundState.Published.class, state -> {
                    assertThat(state.run()).isNotNull();
                    assertThat(state.by()).isNotNull();
                });
        assertThat(sql.sql("select act from audit_act where subject_key = ? order by id")
                        .param(round.toString())
                        .query(String.class)
                        .list())
                .contains(
                        "pairing.round-created",
                        "pairing.run",
                        "pairing.moved",
                        "pairing.answered",
                        "pairing.published");
    }

    @Test
    void keepsInThePartnershipWhatTheRoundKnewOfIt() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var bench = benches.of(proposed(round));
        var pair = proposed(round).result().pairs().getFirst();
        var best = bench.matches(bench.explained(
                        bench.scoring().position(pair.a()), bench.scoring().position(pair.b())))
                .getFirst()
                .evidence();
        var ofA = bench.city(bench.scoring().position(pair.a())).line(best.a().line());
        http.move(round, "proposed");
        answer(round, pair.a(), pair.b(), "accepts");
        http.move(round, "consulted");
        http.move(round, "confirmed");
        http.move(round, "published");

        var code =
                sql.sql("""
                    select p.code from partnership p join partnership_member m on m.partnership = p.id
                     where p.round = 'A round' and m.organisation = ?
                    """).param(organisation(pair.a())).query(String.class).single();

        assertThat(http.get("/partnerships/" + code))
                .hasStatusOk()
                .bodyText()
                .contains("Why these cities", HtmlUtils.htmlEscape(ofA.statement()), "From the round A round")
                .contains("Accepted by: "
                        + bench.city(bench.scoring().position(pair.a())).name());
        assertThat(browser.get()
                        .uri("/partnerships/" + code + "?lang=ko")
                        .with(officer)
                        .exchange())
                .bodyText()
                .contains("이 도시들이 맺어진 까닭");
        assertThat(stored("partnership_matches", "partnership", code))
                .extracting(row -> row.get("one_says"), row -> row.get("other_says"))
                .anySatisfy(says -> assertThat(says.toList()).contains(ofA.statement()));
        assertThat(stored("partnerships", "code", code).getFirst())
                .containsEntry("round", "A round")
                .containsEntry("run", 1);
        assertThat(found("partnership", code)).contains("A round", ofA.statement());
    }

    @Test
    void takesTheTopicOfTheBestMatchForTheTheme() {
        sql.sql("""
            update profile_line set topic = (select id from topic_label where taxonomy = 'cooperation-topics'
                                              order by position limit 1)
             where participant in (select a.id from participant a join programme g on g.id = a.programme where g.code = ?)
            """).param(COPY).update();
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        http.move(round, "proposed");
        http.move(round, "consulted");
        http.move(round, "confirmed");
        http.move(round, "published");

        assertThat(sql.sql("""
            select distinct theme from partnership p join programme g on g.id = p.programme where g.code = ?
            """).param(COPY).query(String.class).list())
                .isEqualTo(sql.sql("""
                    select label from topic_label where taxonomy = 'cooperation-topics' order by position limit 1
                    """).query(String.class).list());
    }

    @Test
    void takesAcceptingForNoWish() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var pair = proposed(round).result().pairs().getFirst();
        http.move(round, "proposed");
        answer(round, pair.a(), pair.b(), "accepts");

        http.move(round, "draft");
        http.post("/rounds/" + round + "/runs");

        assertThat(benches.of(proposed(round)).city(0).wishes()).isEmpty();
        assertThat(http.get("/rounds/" + round + "?a=" + pair.a() + "&b=" + pair.b()))
                .bodyText()
                .doesNotContain("has wished for");
    }

    private List<Map<String, Object>> stored(String file, String key, String value) {
        var select = files.stream()
                .filter(one -> one.name().equals(file))
                .findFirst()
                .flatMap(RecordTable::stored)
                .orElseThrow();
        return sql.sql("select * from (" + select + ") f where " + key + " = ?")
                .param(value)
                .query()
                .listOfRows();
    }

    private String found(String kind, String code) {
        var source = sources.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return sql.sql("select row::text from (%s where b.code = ?) as row(code, link, title, text, codes, names)"
                        .formatted(source.sql()))
                .param(code)
                .query(String.class)
                .single();
    }

    private List<String> partnerships(String programme) {
        return sql.sql("select p.code from partnership p join programme g on g.id = p.programme where g.code = ?"
                        + " order by 1")
                .param(programme)
                .query(String.class)
                .list();
    }

    private void answer(UUID round, String city, String partner, String answer) {
        assertThat(browser.get().uri("/rounds/" + round + "/cities/" + city).with(focalPoint(city)))
                .hasStatusOk()
                .bodyText()
                .contains("Accept", "Decline");
        assertThat(browser.post()
                        .uri("/rounds/" + round + "/cities/" + city)
                        .with(focalPoint(city))
                        .with(csrf())
                        .param("partner", partner)
                        .param("answer", answer)
                        .param("reason", "As our council wishes"))
                .hasStatus3xxRedirection();
    }

    @Test
    void asksByMailAndTakesTheAnswerFromItsLink() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var pair = proposed(round).result().pairs().getFirst();
        var account = TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(organisation(pair.a()))));

        http.move(round, "proposed");

        var body = sql.sql("select body from mail_message where recipient = ?")
                .param(account + "@example.org")
                .query(String.class)
                .single();
        var link = Pattern.compile("http\\S+(/answer/\\S+)").matcher(body);
        assertThat(link.find()).isTrue();
        assertThat(browser.get().uri(URI.create(link.group(1))))
                .hasStatusOk()
                .bodyText()
                .contains("Accept");
        assertThat(sql.sql("select count(*) from pairing_answer where round = ?")
                        .param(round)
                        .query(Integer.class)
                        .single())
                .as("opening a link answers nothing")
                .isZero();
        assertThat(browser.post()
                        .uri(URI.create(link.group(1).replaceAll("\\?.*", "")))
                        .with(csrf()))
                .satisfies(answered -> assertThat(
                                answered.getMvcResult().getResponse().getStatus())
                        .isLessThan(400));
        assertThat(sql.sql("select answer from pairing_answer where round = ?")
                        .param(round)
                        .query(String.class)
                        .list())
                .containsExactly("accepts");
    }

    @ParameterizedTest
    @EnumSource
    void takesNoAnswerByALinkOfWhoLostTheRight(LostRight lost) {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var pair = proposed(round).result().pairs().getFirst();
        var account = TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(organisation(pair.a()))));
        http.move(round, "proposed");
        var letter = sql.sql("select body, secret from mail_message where recipient = ?")
                .param(account + "@example.org")
                .query()
                .singleRow();
        var link = Pattern.compile("/answer/[^?\\s]+").matcher((String) letter.get("body"));
        assertThat(link.find()).isTrue();
        assertThat(letter.get("secret")).isEqualTo(true);

        lost.happensTo(account, sql);

        assertThat(browser.get().uri(link.group())).hasStatus(410).bodyText().doesNotContain("Accept");
        assertThat(browser.post().uri(link.group()).with(csrf())).hasStatus(410);
        assertThat(sql.sql("select count(*) from pairing_answer where round = ?")
                        .param(round)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void letsADeclineAndAWishCountInTheNextDraft() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        var pair = proposed(round).result().pairs().getFirst();
        var other = proposed(round).result().pairs().getLast();
        http.move(round, "proposed");
        answer(round, pair.a(), pair.b(), "declines");
        assertThat(browser.post()
                        .uri("/rounds/" + round + "/cities/" + pair.a() + "/wishes")
                        .with(focalPoint(pair.a()))
                        .with(csrf())
                        .param("wish", other.b(), "", ""))
                .hasStatus3xxRedirection();

        http.move(round, "draft");
        http.post("/rounds/" + round + "/runs");

        var again = proposed(round);
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.result().pairs())
                .noneMatch(one -> one.a().equals(pair.a()) && one.b().equals(pair.b()));
        assertThat(http.get("/rounds/" + round + "?a=" + pair.a() + "&b=" + other.b()))
                .bodyText()
                .contains("has wished for");
    }

    @Test
    void keepsAFocalPointToItsOwnCity() {
        var round = http.create(COPY, "eu", "non-eu", "TOTAL");
        http.move(round, "proposed");

        assertThat(browser.get().uri("/rounds/" + round + "/cities/busan").with(focalPoint("seoul")))
                .hasStatus(404);
        assertThat(browser.get().uri("/rounds/" + round).with(focalPoint("seoul")))
                .hasStatus(403);
        assertThat(browser.get().uri("/consultations").with(focalPoint("seoul")))
                .hasStatusOk()
                .bodyText()
                .contains("/rounds/" + round + "/cities/seoul")
                .doesNotContain("/cities/busan");
    }
}
