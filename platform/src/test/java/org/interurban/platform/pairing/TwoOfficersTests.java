package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two officers at the workbench of one round. */
@PlatformTest
@LeavesRecords
class TwoOfficersTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Rounds rounds;

    @Autowired
    Runs runs;

    String programme;
    RoundHttp one;
    RoundHttp other;
    UUID round;

    @BeforeEach
    void example() {
        programme = ExampleProgramme.with(sql, 6);
        one = new RoundHttp(browser, TestPeople.holding(sql, Role.PROGRAMME_OFFICER));
        other = new RoundHttp(browser, TestPeople.holding(sql, Role.PROGRAMME_OFFICER));
        round = one.create(programme, "eu", "partner", "TOTAL");
    }

    private String pair(int number) {
        var city = programme.toLowerCase(Locale.ROOT);
        return "?a=" + city + "-a" + number + "&b=" + city + "-b" + number;
    }

    @Test
    void eachLocksPairsAndNoLockIsLost() {
        var locking = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> (i % 2 == 0 ? one : other)
                        .post("/rounds/" + round + "/locks" + pair(i), "kind", "prefer", "reason", "For example")))
                .toList();

        assertThat(locking).allSatisfy(answer -> assertThat(answer.join()).hasStatus3xxRedirection());
        assertThat(rounds.locks(new RoundId(round))).hasSize(6);
        var newest = runs.newest(new RoundId(round)).orElseThrow();
        assertThat(newest.number()).isEqualTo(7);
        assertThat(newest.locks()).as("the run knows all of them").hasSize(6);
    }

    @Test
    void aLockThatIsSentTwiceMakesOneRun() {
        Stream.of(1, 2)
                .map(time -> CompletableFuture.supplyAsync(() ->
                        one.post("/rounds/" + round + "/locks" + pair(1), "kind", "prefer", "reason", "For example")))
                .toList()
                .forEach(answer -> assertThat(answer.join()).hasStatus3xxRedirection());

        assertThat(runs.newest(new RoundId(round)).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void oneOfTwoTakesTheRoundFurther() {
        var moving = Stream.of(one, other)
                .map(officer -> CompletableFuture.supplyAsync(
                        () -> officer.post("/rounds/" + round + "/state", "to", "proposed")))
                .toList();

        assertThat(moving).allSatisfy(answer -> assertThat(answer.join()).hasStatus3xxRedirection());
        assertThat(moving.stream()
                        .map(answer ->
                                answer.join().getMvcResult().getFlashMap().get("notice")))
                .containsExactlyInAnyOrder("pairing.notice.proposed", "pairing.notice.not-a-draft");
    }
}
