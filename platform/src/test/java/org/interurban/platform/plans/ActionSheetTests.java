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
    void anActionOfAProgrammeComesInWithWhoSeesToItAndGoesAgain() throws Exception {
        var row = Map.of(
                "Programme",
                "IURC",
                "Kind",
                "Pilot",
                "What is to be done",
                "Measure the noise",
                "Status",
                "Planned",
                "Who sees to it",
                "Dublin",
                "Due on",
                "30 June 2027");

        var sheet = officer.in(
                "actions",
                SheetWalk.of(row, with(row, "Who sees to it", "Atlantis"), with(row, "Programme", "None such")));
        assertThat(officer.rows(sheet, "faulty"))
                .doesNotContain("Perhaps")
                .contains("The directory has no “Atlantis”", "You work on no programme of this name.");
        officer.carryOut(sheet);

        var made = """
            select count(*) from plan_item i join organisation o on o.id = i.owner
             where i.statement = 'Measure the noise' and o.code = 'dublin' and i.partnership is null and i.due_on = '2027-06-30'
            """;
        assertThat(sql.sql(made).query(Integer.class).single()).isEqualTo(1);
        assertThat(browser.get().uri("/actions?q=noise"))
                .bodyText()
                .contains("Measure the noise", "Dublin", "30 Jun 2027");

        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(sql.sql(made).query(Integer.class).single()).isZero();
    }
}
