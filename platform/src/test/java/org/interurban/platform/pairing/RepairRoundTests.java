package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.interurban.platform.programmes.ProgrammeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class RepairRoundTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Rounds rounds;

    @Autowired
    Runs runs;

    RoundHttp http;
    String programme;

    @BeforeEach
    void example() {
        programme = ExampleProgramme.with(sql, 6);
        http = new RoundHttp(browser, TestPeople.holding(sql, Role.PROGRAMME_OFFICER));
    }

    private UUID agreed(String... states) {
        var round = http.create(programme, "eu", "partner", "FAIR");
        for (var state : states) {
            http.move(round, state);
        }
        return round;
    }

    private UUID confirmed() {
        return agreed("proposed", "consulted", "confirmed");
    }

    private Run newest(UUID round) {
        return runs.newest(new RoundId(round)).orElseThrow();
    }

    private RoundStage state(UUID round) {
        return rounds.find(new RoundId(round), Locale.ENGLISH)
                .orElseThrow()
                .state()
                .stage();
    }

    private String city(String side, int number) {
        return programme.toLowerCase(Locale.ROOT) + "-" + side + number;
    }

    private static List<Set<String>> pairs(Run run) {
        return run.result().pairs().stream()
                .map(pair -> Set.of(pair.a(), pair.b()))
                .toList();
    }

    private String total(UUID round, String change) {
        var page = http.get("/rounds/" + round + "/repair?" + change);
        assertThat(page).hasStatusOk();
        var found = Pattern.compile("name=\"total\" value=\"(\\d+)\"").matcher(text(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void showsWhatAWithdrawalChangesBeforeAnythingIsChanged() {
        var round = confirmed();

        var page = http.get("/rounds/" + round + "/repair?leaves=" + city("b", 0));

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("withdraws", "Pairs kept", "Cost of keeping what was agreed", ">dropped<", ">kept<");
        assertThat(newest(round).number()).isEqualTo(1);
        assertThat(state(round)).isEqualTo(RoundStage.CONFIRMED);
    }

    @Test
    void makesTheRepairedAnswerTheNextRunWithEveryPairThatCanStay() {
        var round = confirmed();
        var before = newest(round);
        var gone = city("b", 0);

        http.post("/rounds/" + round + "/repair", "leaves", gone, "total", total(round, "leaves=" + gone));

        var after = newest(round);
        assertThat(after.number()).isEqualTo(2);
        assertThat(state(round)).isEqualTo(RoundStage.PROPOSED);
        assertThat(pairs(after))
                .containsAll(pairs(before).stream()
                        .filter(pair -> !pair.contains(gone))
                        .toList())
                .noneMatch(pair -> pair.contains(gone));
        assertThat(new Solving(runs.scoring(after.scoring()), after.rules(), after.locks()).found())
                .isInstanceOfSatisfying(Solving.Found.Solved.class, again -> assertThat(again.certificate())
                        .isEqualTo(runs.certificate(after)));
        assertThat(rounds.locks(new RoundId(round))).hasSize(5).allMatch(lock -> lock.reason()
                .equals("Agreed in run 1"));
        assertThat(sql.sql("select count(*) from audit_act where act = 'pairing.repaired' and subject_key = ?")
                        .param(round.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesALateCityInAndPublishesOnlyWhatIsNew() {
        var round = confirmed();
        http.post(
                "/rounds/" + round + "/repair",
                "leaves",
                city("b", 0),
                "total",
                total(round, "leaves=" + city("b", 0)));
        for (var state : List.of("consulted", "confirmed", "published")) {
            http.move(round, state);
        }
        assertThat(partnerships()).isEqualTo(5);
        var back = "joins=" + city("b", 0);

        http.post("/rounds/" + round + "/repair", "joins", city("b", 0), "total", total(round, back));

        assertThat(newest(round).result().pairs()).hasSize(6);
        for (var state : List.of("consulted", "confirmed", "published")) {
            http.move(round, state);
        }
        assertThat(partnerships()).isEqualTo(6);
    }

    private int partnerships() {
        return sql.sql("select count(*) from partnership p join programme g on g.id = p.programme where g.code = ?")
                .param(programme)
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsNothingOfAnAnswerThatNobodyLookedAt() {
        var round = confirmed();

        assertThat(http.post("/rounds/" + round + "/repair", "leaves", city("b", 0), "total", "1"))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "has changed since you looked",
                        "name=\"total\" value=\"" + total(round, "leaves=" + city("b", 0)));

        assertThat(state(round)).isEqualTo(RoundStage.CONFIRMED);
    }

    @Test
    void leadsToTheRoundWhereSomebodyElseHasRepairedItMeanwhile() {
        var round = confirmed();
        var total = total(round, "leaves=" + city("b", 0));
        http.post("/rounds/" + round + "/repair", "leaves", city("b", 0), "total", total);

        var second = http.post("/rounds/" + round + "/repair", "leaves", city("b", 0), "total", total);

        assertThat(second).hasRedirectedUrl("/rounds/" + round);
        assertThat(second.getMvcResult().getFlashMap().get("notice")).isEqualTo("pairing.notice.not-agreed");
        assertThat(newest(round).number()).isEqualTo(2);
    }

    @Test
    void saysThatASideWouldHaveNoCitiesInsteadOfBlamingRules() {
        programme = ExampleProgramme.with(sql, 1);
        var round = confirmed();

        assertThat(http.get("/rounds/" + round + "/repair?leaves=" + city("b", 0)))
                .hasStatusOk()
                .bodyText()
                .contains("a side of the round would have no cities")
                .doesNotContain("No answer keeps these rules together");
    }

    @Test
    void repairsOnlyWhatIsAgreedAndOnlyForThoseWhoMayRunTheRound() {
        assertThat(http.get("/rounds/" + agreed("proposed") + "/repair")).hasStatus(404);
        var round = confirmed();
        assertThat(http.get("/rounds/" + round + "/repair?leaves=nowhere")).hasStatus(404);
        var elsewhere = TestPeople.holding(sql, Role.PROGRAMME_OFFICER, new ProgrammeId(UUID.randomUUID()).scope());
        assertThat(browser.get().uri("/rounds/" + round + "/repair").with(elsewhere))
                .hasStatus(404);
    }

    @Test
    void showsTheRepairWithFewStatements() {
        var round = confirmed();
        http.get("/rounds/" + round);

        var statements = StatementCount.of(
                () -> assertThat(http.get("/rounds/" + round + "/repair?lang=ko&leaves=" + city("a", 0)))
                        .hasStatusOk());

        assertThat(statements).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
    }
}
