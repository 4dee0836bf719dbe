package org.interurban.platform.pairing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.interurban.platform.participants.Setting;
import org.interurban.platform.programmes.ProgrammeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class RoundTests {

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

    RoundHttp http;
    String programme;

    @BeforeEach
    void example() {
        programme = ExampleProgramme.with(sql, 6);
        http = new RoundHttp(browser, TestPeople.holding(sql, Role.PROGRAMME_OFFICER));
    }

    private Run newest(UUID round) {
        return runs.newest(new RoundId(round)).orElseThrow();
    }

    private String city(String side, int number) {
        return programme.toLowerCase(Locale.ROOT) + "-" + side + number;
    }

    @Test
    void knowsACityByItsNameInWhateverLanguage() {
        sql.sql("""
            update organisation set name_translations = name_translations || '{"fr": {"text": "Sans-Souci", "origin": "person"}}'
             where code = ?
            """).param(city("a", 0)).update();

        var run = newest(http.create(programme, "eu", "partner", "TOTAL"));

        var scoring = runs.scoring(run.scoring());
        var city = scoring.city(scoring.position(city("a", 0)));
        assertThat(city.name(Locale.FRENCH)).isEqualTo("Sans-Souci");
        assertThat(city.name(Locale.ITALIAN)).isEqualTo(city.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOTAL", "FAIR", "STABLE_A", "STABLE_B"})
    void keepsEachRunSoThatRunningItAgainGivesTheSameBytes(String aim) {
        var round = http.create(programme, "eu", "partner", aim);
        http.post(
                "/rounds/" + round + "/locks?a=" + city("a", 0) + "&b=" + city("b", 1),
                "kind",
                "prefer",
                "reason",
                "near");
        var run = newest(round);

        var again = new Solving(runs.scoring(run.scoring()), run.rules(), run.locks()).found();

        assertThat(again).isInstanceOfSatisfying(Solving.Found.Solved.class, solved -> {
            assertThat(solved.certificate()).isEqualTo(runs.certificate(run));
            assertThat(solved.result()).isEqualTo(run.result());
            assertThat(solved.objective()).isEqualTo(run.objective());
        });
    }

    @Test
    void keepsTheRulesThatSomebodyTypedWhileSomebodyElseSavedOthers() {
        var round = http.create(programme, "eu", "partner", "TOTAL");
        var address = "/rounds/" + round + "/rules";
        var mine = RoundHttp.fields("eu", "partner", "TOTAL");
        mine.putAll(Map.of("name", "Mine", "weights[language]", "0.75", "version", "0"));
        var theirs = RoundHttp.fields("eu", "partner", "FAIR");
        theirs.putAll(Map.of("name", "Theirs", "version", "0"));
        http.post(address, theirs);

        var overtaken = http.post(address, mine);

        assertThat(overtaken)
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Mine\"", "value=\"0.75\"", "name=\"version\" value=\"1\"")
                .containsPattern("id=\"name-stands\"[^§]*Theirs")
                .contains("id=\"weights[language]-stands\"");
        assertThat(newest(round).number()).isEqualTo(2);
        mine.put("version", "1");
        assertThat(http.post(address, mine)).hasRedirectedUrl("/rounds/" + round);
        assertThat(rounds.find(new RoundId(round), Locale.ENGLISH).orElseThrow().name())
                .isEqualTo("Mine");
    }

    @Test
    void makesANewRunOfEveryLockAndNoneOfALockThatCannotHold() {
        var round = http.create(programme, "eu", "partner", "TOTAL");
        var a = city("a", 0);

        http.post(
                "/rounds/" + round + "/locks?a=" + a + "&b=" + city("b", 0), "kind", "must", "reason", "Agreed before");
        assertThat(newest(round).number()).isEqualTo(2);
        assertThat(newest(round).result().pairs())
                .anyMatch(pair -> pair.a().equals(a) && pair.b().equals(city("b", 0)));

        var refused =
                http.post("/rounds/" + round + "/locks?a=" + a + "&b=" + city("b", 1), "kind", "must", "reason", "Too");
        assertThat(newest(round).number()).as("one partner each").isEqualTo(2);
        assertThat(refused.getMvcResult().getFlashMap().get("noticeDetail"))
                .asString()
                .contains(" must be paired");
        assertThat(rounds.locks(new RoundId(round))).hasSize(1);

        http.post("/rounds/" + round + "/locks/lift?a=" + a + "&b=" + city("b", 0));
        assertThat(newest(round).number()).isEqualTo(3);
        assertThat(rounds.locks(new RoundId(round))).isEmpty();
    }

    @Test
    void solvesAgainWithFewStatements() {
        var round = http.create(programme, "eu", "partner", "TOTAL");
        http.get("/rounds/" + round); // signs the test's officer in

        var statements = StatementCount.of(() -> http.post(
                "/rounds/" + round + "/locks?a=" + city("a", 0) + "&b=" + city("b", 0),
                "kind",
                "must",
                "reason",
                "Agreed before"));

        assertThat(statements).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
        assertThat(newest(round).number()).isEqualTo(2);
    }

    @Test
    void namesTheLinesThatMatchInMeaning() {
        says(city("a", 0), "seek", "protected lanes for two-wheelers on school routes");
        says(city("b", 0), "offer", "safe infrastructure for riding a bike to class");
        var round = http.create(programme, "eu", "partner", "TOTAL");
        var pair = "/rounds/" + round + "?a=" + city("a", 0) + "&b=" + city("b", 0);

        assertThat(http.get(pair))
                .bodyText()
                .containsPattern(
                        " seeks protected lanes for two-wheelers on school routes; [^;]* offers safe infrastructure"
                                + " for riding a bike to class: (related|much in common)\\.");
        var run = newest(round);
        var kept = runs.scoring(run.scoring());
        var scorer = kept.scorer(run.rules());
        for (var one : kept.rows()) {
            for (var other : kept.columns()) {
                assertThat(scorer.marks(one, other).joint()).isEqualTo(kept.score(one, other));
            }
        }
    }

    @Test
    void offersEachAnswerOnceWhereTheProgrammeHasNoGroups() throws UnsupportedEncodingException {
        sql.sql("update participant set programme_group = null where programme = (select id from programme"
                        + " where code = ?)")
                .param(programme)
                .update();

        var page = http.get("/rounds/new?programme=" + programme).getResponse().getContentAsString(UTF_8);

        for (var side : List.of("sideA", "sideB")) {
            var select = page.replaceAll("(?s).*<select[^>]*id=\"" + side + "\"[^>]*>(.*?)</select>.*", "$1");
            assertThat(select).as(side).containsOnlyOnce("value=\"\"").contains("<option");
        }
    }

    @Test
    void asksBeforeItSolvesARoundInWhichNoProfileSaysAnything() {
        sql.sql("delete from profile_line where participant in (select a.id from participant a join programme g"
                        + " on g.id = a.programme where g.code = ?)")
                .param(programme)
                .update();
        var fields = RoundHttp.fields("eu", "partner", "TOTAL");

        assertThat(http.post("/rounds/new?programme=" + programme, fields))
                .hasStatus(422)
                .bodyText()
                .contains("profiles say nothing yet", "no pair would mean anything", "Solve all the same");

        fields.put("emptyToo", "true");
        assertThat(http.post("/rounds/new?programme=" + programme, fields)).hasStatus3xxRedirection();
    }

    @Test
    void saysBothWaysInWhichTwoCitiesHelpAndFirstWhatTheReadersOwnGains() {
        says(city("a", 0), "offer", "River flood walls");
        says(city("b", 0), "offer", "District heating");
        sql.sql("""
            insert into profile_line (id, participant, kind, statement, grade, position)
            select gen_random_uuid(), p.id, 'seek', l.statement, 1, 2
              from (values (?, 'District heating'), (?, 'River flood walls')) as l (city, statement)
              join organisation o on o.code = l.city join participant p on p.organisation = o.id
            """).params(city("a", 0), city("b", 0)).update();
        var bench = benches.of(newest(http.create(programme, "eu", "partner", "TOTAL")));
        var a = bench.scoring().position(city("a", 0));
        var b = bench.scoring().position(city("b", 0));
        var reasons = new Reasons(bench, messages, Locale.ENGLISH);

        assertThat(reasons.explain(a, b, a).lead()).containsSubsequence("District heating", "River flood walls");
        assertThat(reasons.explain(a, b, b).lead()).containsSubsequence("River flood walls", "District heating");
    }

    /** Whatever speaks for them beside: the word is about what the one has for the other. */
    @Test
    void callsNoPairAGoodFitOfWhichNeitherOffersWhatTheOtherSeeks() {
        says(city("a", 0), "seek", "River flood walls");
        says(city("b", 0), "seek", "River flood walls");
        says(city("a", 1), "offer", "River flood walls");
        var bench = benches.of(newest(http.create(programme, "eu", "partner", "TOTAL")));
        var a = bench.scoring().position(city("a", 0));
        var b = bench.scoring().position(city("b", 0));
        var offers = bench.scoring().position(city("a", 1));
        var reasons = new Reasons(bench, messages, Locale.ENGLISH);

        assertThat(bench.fit(a, b)).isIn(Fit.STRONG, Fit.GOOD);
        assertThat(reasons.explain(a, b).fit()).isEqualTo(Fit.POSSIBLE);
        assertThat(reasons.explain(offers, b).fit()).isIn(Fit.STRONG, Fit.GOOD);
    }

    private void says(String city, String kind, String statement) {
        sql.sql("delete from profile_line where participant in (select p.id from participant p join organisation o"
                        + " on o.id = p.organisation where o.code = ?)")
                .param(city)
                .update();
        sql.sql("""
            insert into profile_line (id, participant, kind, statement, grade, position)
            select gen_random_uuid(), p.id, ?, ?, 3, 1
              from participant p join organisation o on o.id = p.organisation where o.code = ?
            """).params(kind, statement, city).update();
    }

    @Test
    void wantsAReasonForALock() {
        var round = http.create(programme, "eu", "partner", "TOTAL");

        http.post(
                "/rounds/" + round + "/locks?a=" + city("a", 0) + "&b=" + city("b", 0), "kind", "must", "reason", " ");

        assertThat(newest(round).number()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?view=matrix",
                "?view=matrix&show=cost&order=country",
                "?view=table",
                "?view=map",
                "?view=equity",
                "?lang=ko",
                "?view=matrix&lang=ko",
                "/compare?a=1&b=2",
                "/sheet",
                "/rules",
                "/pairs.csv",
                "/scores.csv",
                "/scores.xlsx",
                "/sheet.xlsx",
                "/certificate.json"
            })
    void showsARoundWithFewStatements(String page) {
        var round = http.create(programme, "eu", "partner", "TOTAL");
        http.post("/rounds/" + round + "/runs");
        http.get("/rounds/" + round); // signs the test's officer in

        var statements = StatementCount.of(
                () -> assertThat(http.get("/rounds/" + round + page)).hasStatusOk());

        assertThat(statements).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
    }

    @Test
    void answersPrograms() {
        var round = http.create(programme, "eu", "partner", "TOTAL");

        assertThat(http.get("/api/v1/programmes/" + programme + "/rounds"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo(round.toString());
        assertThat(http.get("/api/v1/rounds/" + round))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.result.pairs.length()")
                .isEqualTo(6);
    }

    @Test
    void pairsWithinOnePoolToo() {
        var round = http.create(programme, "eu", "", "TOTAL", "form", "pool");

        assertThat(http.get("/rounds/" + round)).hasStatusOk();
    }

    @Test
    void countsLimitsByCountry() {
        var round = http.create(programme, "eu", "partner", "TOTAL", "pairsPerCountry", "1");

        var run = newest(round);
        var countries = runs.scoring(run.scoring()).cities().stream()
                .collect(java.util.stream.Collectors.toMap(RoundCity::id, RoundCity::country));
        assertThat(run.result().pairs()).map(pair -> countries.get(pair.b())).doesNotHaveDuplicates();
    }

    @Test
    void leavesARoundToItsProgrammesOfficers() {
        var round = http.create(programme, "eu", "partner", "TOTAL");
        var elsewhere = TestPeople.holding(sql, Role.PROGRAMME_OFFICER, new ProgrammeId(UUID.randomUUID()).scope());

        assertThat(browser.get().uri("/rounds/" + round).with(elsewhere)).hasStatus(404);
        assertThat(browser.get().uri("/rounds/" + round)).hasStatus3xxRedirection();
    }

    @Test
    void tellsWhatIsWrongWithAFormAndKeepsWhatWasTyped() {
        var answer = http.post(
                "/rounds/new?programme=" + programme,
                "name",
                "",
                "form",
                "sides",
                "sideA",
                "eu",
                "sideB",
                "eu",
                "seed",
                "x");

        assertThat(answer).hasStatus(422).bodyText().contains("Give the round a name", "Choose two different groups");
    }

    @Test
    void namesEveryWrongWeightAndKeepsNoRoundOfOneThatIsNoNumber() {
        var before = rounds();

        var answer = http.post(
                "/rounds/new?programme=" + programme,
                "name",
                "A round",
                "form",
                "sides",
                "sideA",
                "eu",
                "sideB",
                "partner",
                "aim",
                "TOTAL",
                "seed",
                "7",
                "weights[complementarity]",
                "NaN",
                "weights[language]",
                "-1");

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("One offers what the other seeks: a number from 0 to 1,000", "Language: a number");
        assertThat(rounds()).isEqualTo(before);
    }

    private int rounds() {
        return sql.sql("select count(*) from pairing_round")
                .query(Integer.class)
                .single();
    }

    @Test
    void refusesALockOnCitiesThatDoNotFaceEachOther() {
        var round = http.create(programme, "eu", "partner", "TOTAL");

        for (var b : new String[] {"nowhere", city("a", 1)}) {
            var refused = http.post(
                    "/rounds/" + round + "/locks?a=" + city("a", 0) + "&b=" + b, "kind", "must", "reason", "x");
            assertThat(refused.getMvcResult().getFlashMap().get("notice")).isEqualTo("pairing.notice.not-facing");
        }

        assertThat(newest(round).number()).isEqualTo(1);
        assertThat(rounds.locks(new RoundId(round))).isEmpty();
    }

    @Test
    void saysWhichLockNoLongerAppliesBecauseItsCityHasLeft() {
        var round = http.create(programme, "eu", "partner", "TOTAL");
        var pair = "?a=" + city("a", 0) + "&b=" + city("b", 0);
        http.post("/rounds/" + round + "/locks" + pair, "kind", "must", "reason", "Agreed before");
        sql.sql("update participant set left_on = current_date where organisation = (select id from organisation where"
                        + " code = ?)")
                .param(city("b", 0))
                .update();

        http.post("/rounds/" + round + "/runs");

        assertThat(newest(round).number()).isEqualTo(3);
        assertThat(http.get("/rounds/" + round))
                .hasStatusOk()
                .bodyText()
                .contains("No longer applies: ", " does not take part.");
        http.post("/rounds/" + round + "/locks/lift" + pair);
        assertThat(rounds.locks(new RoundId(round))).isEmpty();
    }

    @Test
    void saysWhyAPairThatIsNotAllowedCannotBeLocked() {
        var round = http.create(programme, "eu", "partner", "TOTAL");
        sql.sql("""
            insert into pairing_answer (id, round, organisation, partner, answer, at)
            select gen_random_uuid(), ?, a.id, b.id, 'declines', now() from organisation a, organisation b
             where a.code = ? and b.code = ?
            """).params(round, city("a", 0), city("b", 0)).update();
        http.post("/rounds/" + round + "/runs");

        var refused = http.post(
                "/rounds/" + round + "/locks?a=" + city("a", 0) + "&b=" + city("b", 0), "kind", "must", "reason", "x");

        assertThat(refused.getMvcResult().getFlashMap().get("noticeDetail"))
                .asString()
                .contains(" must be paired", " has declined ");
    }

    @Test
    void readsInProfilesWhomACityWishesForAndWhomItRulesOut() {
        profile("a", 0, "wishes", told("b", 1), "excluded", told("b", 0), "setting", "port");
        profile("b", 1, "setting", "port");
        var round = http.create(programme, "eu", "partner", "TOTAL");

        var scoring = runs.scoring(newest(round).scoring());
        var city = scoring.city(scoring.position(city("a", 0)));
        assertThat(city.wishes()).containsExactly(city("b", 1));
        assertThat(city.setting()).containsExactly(Setting.PORT);
        var refused = http.post(
                "/rounds/" + round + "/locks?a=" + city("a", 0) + "&b=" + city("b", 0), "kind", "must", "reason", "x");
        assertThat(refused.getMvcResult().getFlashMap().get("noticeDetail"))
                .asString()
                .contains(" will not be paired with ");
    }

    private String told(String side, int number) {
        return "Its name (" + city(side, number) + ")";
    }

    private void profile(String side, int number, String... fields) {
        var frame = new String[] {
            "version", "0", "group", side.equals("a") ? "eu" : "partner", "capacityMin", "0", "capacityMax", "1"
        };
        assertThat(http.post(
                        "/programmes/" + programme + "/participants/" + city(side, number),
                        Stream.of(frame, fields).flatMap(Stream::of).toArray(String[]::new)))
                .hasStatus3xxRedirection();
    }

    @Test
    void answersAReadersWrongAddressWithAPage() {
        var round = http.create(programme, "eu", "partner", "TOTAL");

        assertThat(http.get("/rounds/" + round + "?run=x"))
                .hasStatus(400)
                .hasContentTypeCompatibleWith("text/html")
                .bodyText()
                .contains("<main");
    }

    @Test
    void tellsWhatACityCouldAddToGetAPartnerItWasNotGiven() {
        says(city("a", 0), "seek", "Urban mobility");
        says(city("b", 0), "seek", "Climate adaptation");
        var round = http.create(programme, "eu", "partner", "TOTAL", "weights[language]", "0");
        var pairs = newest(round).result().pairs();
        var one = pairs.getFirst().a();
        var other = pairs.getLast().b();
        var address = "/rounds/" + round + "/advice?city=" + one + "&partner=" + other;

        assertThat(http.get("/rounds/" + round + "?a=" + one + "&b=" + other))
                .bodyText()
                .contains("could offer or seek to get", "/advice?city=" + one);
        assertThat(http.get(address))
                .hasStatusOk()
                .bodyText()
                .contains("Score of the pair now")
                .containsAnyOf("With any one of these additions", "Neither one line nor two")
                .doesNotContain("??");
        assertThat(http.get(address + "&lang=ko")).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(http.get("/rounds/" + round + "/advice?city=" + one + "&partner="
                        + pairs.getFirst().b() + "&lang=en"))
                .bodyText()
                .contains("partners in the best answer already");
        assertThat(http.get("/rounds/" + round + "/advice?city=" + one + "&partner=nowhere"))
                .hasStatus(404);
    }
}
