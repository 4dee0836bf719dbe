package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.sheets.SheetWalk.with;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.sheets.SheetWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ActivitySheetTests {

    private static final String CODE = "SV-01";

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
        return officer.out("activities.xlsx").stream()
                .filter(row -> CODE.equals(row.get("code")))
                .findFirst()
                .orElseThrow();
    }

    private int count(String condition) {
        return sql.sql("select count(*) from activity a join partnership p on p.id = a.partnership where " + condition)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatLeavesAsASheetComesBackUnchanged() throws Exception {
        var sheet = officer.in("activities", officer.file("activities.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }

    @Test
    void theSheetHoldsWhatTheListWasAskedFor() throws Exception {
        var all = officer.out("activities.xlsx");
        var some = officer.out("activities.xlsx?programme=IURC&type=study-visit");

        assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(some).extracting(row -> row.get("type")).containsOnly("Study visit");
    }

    @Test
    void aChangeComesInByTheDeedOfThePageAndCanBeTakenBack() throws Exception {
        var before = row();

        var sheet = officer.in(
                "activities",
                SheetWalk.of(with(before, "title_ko", "항만 방문", "description", "Cranes.\n\nAnd ships.", "mode", "온라인")));
        assertThat(officer.states(sheet)).containsOnlyKeys("changed");
        assertThat(officer.carryOut(sheet)).hasStatus3xxRedirection();

        assertThat(row()).containsEntry("title_ko", "항만 방문").containsEntry("description", "Cranes.\n\nAnd ships.");
        assertThat(sql.sql("select count(*) from audit_act where act = 'activities.changed' and subject_key = ?")
                        .param(CODE)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(row()).containsAllEntriesOf(before);
    }

    @Test
    void aNewVisitOfAPairGoesToTheOtherCityUnderATitleMadeOfBoth() throws Exception {
        var sheet = officer.in(
                "activities",
                SheetWalk.of(Map.of(
                        "Partnership code", "IURC-Seoul-Dublin",
                        "유형", "연수 방문",
                        "Hosted by", "Seoul",
                        "Date", "10 June 2031",
                        "Status", "Planned",
                        "Public", "✓")));
        assertThat(officer.states(sheet)).containsOnlyKeys("new");
        officer.carryOut(sheet);

        var made =
                "p.code = 'IURC-Seoul-Dublin' and a.from_on = '2031-06-10' and a.published and a.type = 'study-visit'"
                        + " and a.title like '%Dublin%' and a.visitor <> a.host";
        assertThat(count(made)).isEqualTo(1);

        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(count(made)).isZero();
    }

    @Test
    void aSignThatIsYesToSomeAndNoToOthersIsAsked() throws Exception {
        var row = Map.of(
                "Partnership code",
                "IURC-Seoul-Dublin",
                "유형",
                "연수 방문",
                "Hosted by",
                "Seoul",
                "Date",
                "10 June 2031",
                "Status",
                "Planned",
                "Public",
                "✗");

        var sheet = officer.in("activities", SheetWalk.of(row, with(row, "Public", "x"), with(row, "Public", "○")));

        assertThat(officer.states(sheet)).isEqualTo(Map.of("new", 1, "faulty", 2));
    }

    @Test
    void aRowOfAProgrammeBelongsToItAsAWhole() throws Exception {
        var row = Map.of(
                "Programme",
                "IURC",
                "Kind",
                "Workshop",
                "What",
                "On harbours",
                "Hosts",
                "Busan;Seoul",
                "Status",
                "Planned",
                "Participants",
                "20 people");

        var sheet = officer.in("activities", SheetWalk.of(row, with(row, "Programme", "Nobody knows it")));

        assertThat(officer.states(sheet)).isEqualTo(Map.of("new", 1, "faulty", 1));
        assertThat(officer.rows(sheet, "faulty")).contains("You work on no programme of this name.");
    }

    @Test
    void theFormSaysAtTheCellWhatIsWrong() throws Exception {
        var sheet = officer.in(
                "activities",
                SheetWalk.of(
                        Map.of(
                                "Partnership",
                                "IURC-Seoul-Dublin",
                                "Kind",
                                "Study visit",
                                "Status",
                                "Held",
                                "Host",
                                "Seoul"),
                        Map.of("Partnership", "IURC-Seoul-Dublin", "Kind", "Study visit", "Host", "Tampere"),
                        Map.of("Partnership", "IURC-Seoul-Dublin", "Kind", "Balloon ride", "Host", "Seoul"),
                        Map.of("Partnership", "IURC-Seoul-Dublin", "Kind", "Webinar", "First day", "01/03/2031"),
                        Map.of("Partnership", "IURC-Seoul-Dublin", "Kind", "Webinar", "Last day", "2031-03-01")));

        assertThat(officer.states(sheet)).containsOnlyKeys("faulty");
        assertThat(officer.rows(sheet, "faulty"))
                .contains("What was held has a date: at least the year, or the tick that nobody knows it.")
                .contains("No member of the partnership is called “Tampere”.")
                .contains("“Balloon ride” is none of")
                .contains("“01/03/2031” can be read in more than one way")
                .contains("There is a last day but no first day.");
    }

    @Test
    void aFocalPointBringsInWhatLiesInItsCityOnly() throws Exception {
        var dublin = sql.sql("select id from organisation where code = 'dublin'")
                .query(UUID.class)
                .single();
        var focalPoint =
                new SheetWalk(browser, as(AccountId.next(), Scope.city(new OrganisationId(dublin)), Role.FOCAL_POINT));

        var sheet = focalPoint.in(
                "activities",
                SheetWalk.of(
                        Map.of("Partnership", "IURC-Seoul-Dublin", "Kind", "Webinar", "What", "On bridges"),
                        Map.of("Partnership", "IURC-Busan-Rotterdam", "Kind", "Webinar", "What", "On ports")));

        assertThat(focalPoint.states(sheet)).isEqualTo(Map.of("new", 1, "faulty", 1));
        assertThat(focalPoint.rows(sheet, "faulty")).contains("You work on no partnership that is called");
    }

    @Test
    void aCityPlansNoVisitInASheetThatTheOthersHaveNotAgreedTo() throws Exception {
        var dublin = sql.sql("select id from organisation where code = 'dublin'")
                .query(UUID.class)
                .single();
        var focalPoint =
                new SheetWalk(browser, as(AccountId.next(), Scope.city(new OrganisationId(dublin)), Role.FOCAL_POINT));
        var row = Map.of("Partnership", "IURC-Seoul-Dublin", "Kind", "Webinar", "What", "On bridges");

        var planned = focalPoint.in("activities", SheetWalk.of(with(row, "Status", "planned")));
        var proposed = focalPoint.in("activities", SheetWalk.of(with(row, "Status", "proposed")));

        assertThat(focalPoint.rows(planned, "faulty")).contains("It is planned once the cities that meet have agreed");
        assertThat(focalPoint.states(proposed)).containsOnlyKeys("new");
    }

    /** Days beyond the twelfth tell the order of their column; without any, the first answer does. */
    @Test
    void theOrderOfDayAndMonthIsThatOfTheColumn() throws Exception {
        var row = Map.of(
                "Programme",
                "IURC",
                "Kind",
                "Workshop",
                "What",
                "On days",
                "Hosts",
                "Busan;Seoul",
                "Status",
                "Planned",
                "Date",
                "25/04/2031");
        var told = officer.in("activities", SheetWalk.of(row, with(row, "What", "On more", "Date", "03/04/2031")));
        assertThat(officer.states(told)).isEqualTo(Map.of("new", 2));
        assertThat(officer.rows(told, "new")).contains("2031-04-03");

        var asked = officer.in(
                "activities",
                SheetWalk.of(
                        with(row, "Date", "03/04/2031"),
                        with(row, "What", "On more", "Date", "07/08/2031"),
                        with(row, "What", "On most", "Date", "01/02/2031 – 03/02/2031")));
        assertThat(officer.states(asked)).isEqualTo(Map.of("faulty", 3));
        assertThat(browser.post()
                        .uri(asked + "/rows")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("all", "yes")
                        .param("cell-2-start", "2031-03-04"))
                .hasStatus3xxRedirection();
        assertThat(officer.states(asked)).isEqualTo(Map.of("new", 3));
        assertThat(officer.rows(asked, "new")).contains("2031-07-08");
    }

    /** A body that has another name there is the same, also where a form would ask for more by now. */
    @Test
    void aRecordOfBeforeARuleComesBackUnchangedInTheLanguageOfAnotherReader() throws Exception {
        var korean = new SheetWalk(browser, request -> {
            request.addPreferredLocale(Locale.KOREAN);
            return as(Role.PROGRAMME_OFFICER).postProcessRequest(request);
        });

        var sheet = officer.in("activities", korean.file("activities.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }
}
