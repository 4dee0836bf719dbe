package org.interurban.platform.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.sheets.SheetWalk.with;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.sheets.SheetWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class AgreementSheetTests {

    private static final String CODE = "AG-01";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    private SheetWalk officer;

    @BeforeEach
    void loadSample() {
        sample.load();
        officer = new SheetWalk(browser, as(Role.PROGRAMME_OFFICER));
    }

    private Map<String, String> row() throws Exception {
        return officer.out("agreements.xlsx").stream()
                .filter(row -> CODE.equals(row.get("code")))
                .findFirst()
                .orElseThrow();
    }

    private int count(String condition) {
        return sql.sql("select count(*) from agreement where " + condition)
                .query(Integer.class)
                .single();
    }

    private int acts(String act, String code) {
        return sql.sql("select count(*) from audit_act where act = ? and subject_key = ?")
                .params(act, code)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatLeavesAsASheetComesBackUnchanged() throws Exception {
        var sheet = officer.in("agreements", officer.file("agreements.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }

    @Test
    void aPartyThatTheSheetAddsJoinsTheOthersAndGoesAgain() throws Exception {
        var before = row();
        var parties = before.getOrDefault("parties", "") + "\nHarbour Institute";

        var sheet = officer.in("agreements", SheetWalk.of(with(before, "parties", parties, "place", "Dublin Castle")));
        assertThat(officer.states(sheet)).containsOnlyKeys("changed");
        assertThat(officer.carryOut(sheet)).hasStatus3xxRedirection();

        assertThat(row()).containsEntry("parties", parties).containsEntry("place", "Dublin Castle");
        assertThat(acts("plans.agreement-changed", CODE)).isEqualTo(1);

        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aNewAgreementLiesInThePartnershipThatItsRowNames() throws Exception {
        var sheet = officer.in(
                "agreements",
                SheetWalk.of(Map.of(
                        "Partnership", "IURC-Seoul-Dublin",
                        "Kind", "양해각서",
                        "Title", "Of bridges",
                        "제목 (영어)", "Of bridges and tunnels",
                        "Status", "Signed",
                        "Date", "June 2024",
                        "Parties", "Seoul; Dublin; Harbour Institute")));
        assertThat(officer.states(sheet)).containsOnlyKeys("new");
        officer.carryOut(sheet);

        assertThat(count("title = 'Of bridges' and type = 'memorandum-of-understanding' and from_on = '2024-06-01'"
                        + " and code like 'AG-IURC-Seoul-Dublin-%'"))
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from agreement_party y join agreement a on a.id = y.agreement where"
                                + " a.title = 'Of bridges' and (y.organisation is null) = (y.name = 'Harbour"
                                + " Institute')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);

        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(count("title = 'Of bridges'")).isZero();
    }

    @Test
    void theFormSaysAtTheCellWhatIsWrong() throws Exception {
        var sheet = officer.in(
                "agreements",
                SheetWalk.of(
                        Map.of("Partnership", "Nowhere", "Title", "Of nothing", "Parties", "Seoul"),
                        Map.of("Partnership", "IURC-Seoul-Dublin", "Title", "Of nobody"),
                        Map.of("Code", CODE, "Partnership", "IURC-Busan-Rotterdam"),
                        Map.of("Code", "AG-none", "Title", "Of no record", "Parties", "Seoul")));

        assertThat(officer.states(sheet)).containsEntry("faulty", 4);
        assertThat(officer.rows(sheet, "faulty"))
                .contains("You work on no partnership that is called “Nowhere”.")
                .contains("Name the parties, one on a line.")
                .contains("This lies in another partnership")
                .contains("You see no record with the code “AG-none”.");
    }

    @Test
    void anAgreementThatWasSignedAtSomethingThatIsGoneComesBackUnchanged() throws Exception {
        sql.sql("update activity set removed_at = now() where code in (select signed_at from agreement)")
                .update();

        var sheet = officer.in("agreements", officer.file("agreements.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }

    @Test
    void whatSomebodyChangedMeanwhileIsReviewedAgain() throws Exception {
        var sheet = officer.in("agreements", SheetWalk.of(with(row(), "place", "Dublin Castle")));
        sql.sql("update agreement set place = 'Seoul', version = version + 1 where code = ?")
                .param(CODE)
                .update();

        officer.carryOut(sheet);

        assertThat(count("place = 'Dublin Castle'")).isZero();
        assertThat(officer.rows(sheet, "changed")).contains("<del>Seoul</del>");
    }

    /** By the time of the processor, since others work on the same machine: ten times as many rows take some ten times as long. */
    @Test
    void fiveThousandRowsAreReviewedInProportion() {
        reviewed(500); // what is slow the first time only

        var some = reviewed(500);
        var many = reviewed(5_000);

        assertThat(many).isLessThan(some.multipliedBy(20));
    }

    private Duration reviewed(int count) {
        @SuppressWarnings("unchecked")
        Map<String, String>[] rows = IntStream.range(0, count)
                .mapToObj(n -> Map.of(
                        "Partnership", "IURC-Seoul-Dublin",
                        "Kind", "Letter of intent",
                        "Title", "Letter " + n,
                        "Status", "Signed",
                        "Date", "2024-06",
                        "Parties", "Seoul; Dublin"))
                .toArray(Map[]::new);
        var file = SheetWalk.of(rows);
        var thread = ManagementFactory.getThreadMXBean();
        var begin = thread.getCurrentThreadCpuTime();

        var sheet = officer.in("agreements", file);

        var taken = Duration.ofNanos(thread.getCurrentThreadCpuTime() - begin);
        assertThat(officer.states(sheet)).isEqualTo(Map.of("new", count));
        return taken;
    }
}
