package org.interurban.platform.partnerships;

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
class PartnershipSheetTests {

    private static final Map<String, String> NEW = Map.of(
            "Programme", "IURC", "Members", "Busan; Dublin", "Status", "On a list", "Coordinator", "The secretariat");

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

    private String members(String code) {
        return sql.sql("""
            select string_agg(o.code, ' ' order by m.side, o.code) from partnership_member m
              join partnership p on p.id = m.partnership join organisation o on o.id = m.organisation
             where p.code = ? and m.left_on is null
            """).param(code).query(String.class).single();
    }

    private int count(String code) {
        return sql.sql("select count(*) from partnership where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatLeavesAsASheetComesBackUnchanged() throws Exception {
        var sheet = officer.in("partnerships", officer.file("partnerships.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }

    @Test
    void aThemeOfAListOfItsOwnComesBackAlthoughTheUsualListHasOneOfThatName() throws Exception {
        sql.sql("""
            with list as (
              insert into taxonomy (id, code, name, position)
              select gen_random_uuid(), 'own-list', 'Own list', max(position) + 1 from taxonomy returning id),
            own as (
              insert into topic (id, taxonomy, code, label, position)
              select gen_random_uuid(), list.id, t.code, t.label, 1
                from list, topic_label t where t.usual and t.label = 'Air Quality' returning id)
            update partnership set topic = (select id from own), theme = 'Air Quality' where code = 'IURC-Seoul-Dublin'
            """).update();

        var row = officer.out("partnerships.xlsx").stream()
                .filter(one -> "IURC-Seoul-Dublin".equals(one.get("code")))
                .findFirst()
                .orElseThrow();
        assertThat(row).containsEntry("topic", "Air Quality (Own list)");
        assertThat(officer.states(officer.in("partnerships", SheetWalk.of(row))))
                .containsOnlyKeys("same");
    }

    @Test
    void aRowOfMembersWhoAreNotBoundYetIsANewPartnership() throws Exception {
        var sheet = officer.in("partnerships", SheetWalk.of(NEW));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("new", 1));
        assertThat(officer.carryOut(sheet)).hasStatus3xxRedirection();

        assertThat(members("IURC-Busan-Dublin")).isEqualTo("busan dublin");
        assertThat(sql.sql("select status || ' ' || coordinator from partnership where code = 'IURC-Busan-Dublin'")
                        .query(String.class)
                        .single())
                .isEqualTo("listed The secretariat");

        var again = officer.in("partnerships", SheetWalk.of(NEW));
        assertThat(officer.states(again)).isEqualTo(Map.of("same", 1));
        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(count("IURC-Busan-Dublin")).isZero();
    }

    @Test
    void membersWhomARowAddsOrLeavesOutJoinAndLeave() throws Exception {
        var row = officer.out("partnerships.xlsx").stream()
                .filter(one -> "IURC-Seoul-Dublin".equals(one.get("code")))
                .findFirst()
                .orElseThrow();

        var sheet = officer.in("partnerships", SheetWalk.of(with(row, "members", "Seoul, KR\nSofia, BG")));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("changed", 1));
        officer.carryOut(sheet);
        assertThat(members("IURC-Seoul-Dublin")).isEqualTo("seoul sofia");

        officer.takeBack(sheet);
        assertThat(members("IURC-Seoul-Dublin")).isEqualTo("seoul dublin");
    }

    @Test
    void theFormSaysAtTheCellWhatIsWrong() throws Exception {
        var sheet = officer.in(
                "partnerships",
                SheetWalk.of(
                        with(NEW, "Members", "Busan"),
                        with(NEW, "Members", "Busan; Nowhere at all"),
                        with(NEW, "Programme", "Nobody knows it")));

        assertThat(officer.states(sheet)).isEqualTo(Map.of("faulty", 3));
        assertThat(officer.rows(sheet, "faulty"))
                .contains("A partnership has two or more members")
                .contains("The directory has no “Nowhere at all”.")
                .contains("You work on no programme of this name.");
    }

    @Test
    void thoseWhoMayNotMakePartnershipsChangeNone() throws Exception {
        var sheet = new SheetWalk(browser, as(Role.MEMBERSHIP_OFFICER));

        assertThat(sheet.states(sheet.in("partnerships", SheetWalk.of(NEW)))).isEqualTo(Map.of("faulty", 1));
    }
}
