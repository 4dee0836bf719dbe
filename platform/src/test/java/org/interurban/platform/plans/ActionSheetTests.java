package org.interurban.platform.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.sheets.SheetWalk.with;

import java.util.Map;
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
class ActionSheetTests {

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

    @Test
    void whatLeavesAsASheetComesBackUnchanged() throws Exception {
        var sheet = officer.in("actions", officer.file("actions.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }

    @Test
    void aRowWithoutACodeIsANewActionOfTheProgrammeThatItNames() throws Exception {
        var sheet = officer.in(
                "actions",
                SheetWalk.of(
                        Map.of("Programme", "IURC", "Action", "Hold a joint school of heat officers"),
                        Map.of(
                                "Programme", "IURC",
                                "Action", "Print the atlas of shade",
                                "Owner", "busan",
                                "Due", "2027-03-01")));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("new", 2));
        assertThat(officer.carryOut(sheet)).hasStatus3xxRedirection();

        assertThat(count("a.statement like '%heat officers'", "g.code = 'IURC' and a.partnership is null"))
                .isEqualTo(1);
        assertThat(count("a.statement like '%of shade'", "o.code = 'busan' and a.due_on = '2027-03-01'"))
                .isEqualTo(1);
    }

    @Test
    void aRowMayNameThePartnershipAndItsProgramme() throws Exception {
        var row = Map.of(
                "Programme",
                "IURC",
                "Partnership",
                "IURC-Seoul-Dublin",
                "Action",
                "Plant a lime tree",
                "Owner",
                "seoul");
        var other = officer.in("actions", SheetWalk.of(with(row, "Programme", "ICP-AGIR")));
        assertThat(officer.states(other)).isEqualTo(Map.of("faulty", 1));
        assertThat(officer.rows(other, "faulty")).contains("The partnership lies in another programme.");

        var sheet = officer.in("actions", SheetWalk.of(row));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("new", 1));
        officer.carryOut(sheet);
        assertThat(count("a.statement = 'Plant a lime tree'", "a.partnership is not null"))
                .isEqualTo(1);
    }

    @Test
    void anotherBodyThatSeesToAnActionIsAChange() throws Exception {
        officer.carryOut(officer.in(
                "actions",
                SheetWalk.of(Map.of("Programme", "IURC", "Action", "Print the atlas of shade", "Owner", "busan"))));
        var row = officer.out("actions.xlsx").stream()
                .filter(one -> "Print the atlas of shade".equals(one.get("statement")))
                .findFirst()
                .orElseThrow();

        var sheet = officer.in("actions", SheetWalk.of(with(row, "owner", "rotterdam")));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("changed", 1));
        officer.carryOut(sheet);

        assertThat(count("a.statement = 'Print the atlas of shade'", "o.code = 'rotterdam'"))
                .isEqualTo(1);
    }

    private int count(String which, String condition) {
        return sql.sql("select count(*) from plan_item a left join organisation o on o.id = a.owner"
                        + " left join programme g on g.id = a.programme where " + which + " and " + condition)
                .query(Integer.class)
                .single();
    }
}
