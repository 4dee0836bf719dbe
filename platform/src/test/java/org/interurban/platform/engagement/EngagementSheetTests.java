package org.interurban.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.sheets.SheetWalk.with;

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
class EngagementSheetTests {

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
        assertThat(browser.post()
                        .uri("/engagements/new")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("kind", "courtesy-visit")
                        .param("state", "held")
                        .param("title.original", "Harbour talks")
                        .param("title.language", "en")
                        .param("title.in[ko]", "항만 회담")
                        .param("account.original", "Trucks at night.\n\nCranes by day; and more.")
                        .param("initiator", "Yokohama")
                        .param("date", "2022-10")
                        .param("topics", topic())
                        .param("open", "true")
                        .exchange())
                .hasStatus3xxRedirection();
    }

    private String topic() {
        return sql.sql("select label from topic_label order by position, label limit 1")
                .query(String.class)
                .single();
    }

    private Map<String, String> harbour() throws Exception {
        return officer.out("engagements.xlsx").stream()
                .filter(row -> "Harbour talks".equals(row.get("title")))
                .findFirst()
                .orElseThrow();
    }

    private int count(String condition) {
        return sql.sql("select count(*) from engagement where " + condition)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatLeavesAsASheetComesBackUnchanged() throws Exception {
        var sheet = officer.in("engagements", officer.file("engagements.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }

    @Test
    void theSheetHasEveryFieldAndEveryLanguageInUse() throws Exception {
        assertThat(harbour())
                .containsEntry("kind", "Courtesy visit")
                .containsEntry("state", "Held")
                .containsEntry("title_language", "English")
                .containsEntry("title_ko", "항만 회담")
                .containsEntry("initiator", "Yokohama, JP (yokohama)")
                .containsEntry("date", "2022-10")
                .containsEntry("topics", topic())
                .containsEntry("account", "Trucks at night.\n\nCranes by day; and more.")
                .containsEntry("open", "yes");
        assertThat(officer.lines("engagements.xlsx").getFirst())
                .contains("Title", "Title (Korean)", "Who visits or asks");
    }

    @Test
    void aChangeComesInByTheDeedOfThePageAndCanBeTakenBack() throws Exception {
        var row = with(harbour(), "title", "Harbour and airport talks", "title_ko", "항만과 공항 회담", "date", "Dec 2022");

        var sheet = officer.in("engagements", SheetWalk.of(row));
        assertThat(officer.states(sheet)).containsOnlyKeys("changed");
        assertThat(officer.carryOut(sheet)).hasStatus3xxRedirection();

        assertThat(count("title = 'Harbour and airport talks' and title_translations #>> '{ko,text}' = '항만과 공항 회담'"
                        + " and from_on = '2022-12-01' and public"))
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from audit_act where act = 'engagement.changed' and subject_key = ?")
                        .param(row.get("code"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        assertThat(officer.takeBack(sheet)).hasStatus3xxRedirection();
        assertThat(count("title = 'Harbour talks' and from_on = '2022-10-01'")).isEqualTo(1);
    }

    @Test
    void aSheetOfTwoColumnsLeavesTheRestOfTheRecord() throws Exception {
        var sheet = officer.in(
                "engagements", SheetWalk.of(Map.of("코드", harbour().getOrDefault("code", ""), "Status", "called off")));
        assertThat(officer.states(sheet)).containsOnlyKeys("changed");
        officer.carryOut(sheet);

        assertThat(count("title = 'Harbour talks' and state = 'called-off' and account like 'Trucks%' and public"))
                .isEqualTo(1);
    }

    @Test
    void theFormSaysAtTheCellWhatIsWrong() throws Exception {
        var sheet = officer.in(
                "engagements",
                SheetWalk.of(
                        Map.of("Kind", "예방", "Subject", "A visit to itself", "Who", "Yokohama", "Whom", "요코하마"),
                        Map.of("Kind", "예방", "Subject", "A visit by nobody", "Who", "Nowhere at all", "Status", "진행됨"),
                        Map.of("Kind", "예방", "Who", "Yokohama"),
                        Map.of(
                                "Kind",
                                "예방",
                                "Subject",
                                "Tomorrow",
                                "Who",
                                "Yokohama",
                                "Status",
                                "held",
                                "When",
                                "2099"),
                        Map.of("Kind", "예방", "Subject", "x".repeat(201), "Who", "Yokohama")));

        assertThat(officer.states(sheet)).containsOnlyKeys("faulty");
        assertThat(officer.rows(sheet, "faulty"))
                .contains("Name two different bodies.")
                .contains("The directory has nothing of this name.")
                .contains("Give it a title.")
                .contains("A visit that was held does not lie ahead.")
                .contains("is longer than 200 characters");
    }

    @Test
    void aNewRowIsRecordedAndTakenBack() throws Exception {
        var sheet = officer.in(
                "engagements",
                SheetWalk.of(Map.of(
                        "Kind",
                        "Courtesy visit",
                        "Title",
                        "Mayors meet",
                        "Who",
                        "Yokohama",
                        "Topics",
                        topic(),
                        "For everyone",
                        "예")));
        assertThat(officer.states(sheet)).containsOnlyKeys("new");
        officer.carryOut(sheet);
        assertThat(count("title = 'Mayors meet' and state = 'planned' and public"))
                .isEqualTo(1);
        assertThat(sql.sql(
                                "select count(*) from engagement_topic x join engagement e on e.id = x.engagement where e.title = 'Mayors meet'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        officer.takeBack(sheet);
        assertThat(count("title = 'Mayors meet'")).isZero();
    }

    @Test
    void whatSomebodyWroteSinceKeepsARowFromBeingTakenBack() throws Exception {
        var sheet = officer.in(
                "engagements",
                SheetWalk.of(Map.of("Kind", "Courtesy visit", "Title", "Mayors meet", "Who", "Yokohama")));
        officer.carryOut(sheet);
        sql.sql("""
            insert into engagement_step (id, engagement, kind, statement, position)
            select gen_random_uuid(), id, 'follow-up', 'Send the minutes', 1 from engagement where title = 'Mayors meet'
            """).update();

        officer.takeBack(sheet);

        assertThat(count("title = 'Mayors meet'")).isEqualTo(1);
        assertThat(sql.sql("select count(*) from engagement_step where statement = 'Send the minutes'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRowWithoutACodeIsDoubtfulWhereItOnlySharesATitle() throws Exception {
        var sheet = officer.in(
                "engagements",
                SheetWalk.of(
                        Map.of("Kind", "Courtesy visit", "Title", "Harbour talks", "Who", "Yokohama", "When", "2024"),
                        Map.of("Kind", "Courtesy visit", "Title", "항만 회담", "Who", "Yokohama", "When", "2025")));

        assertThat(officer.states(sheet)).containsOnlyKeys("doubtful");
    }

    @Test
    void whoMayNotChangeARecordIsToldAtItsRow() throws Exception {
        var row = with(harbour(), "title", "Taken over");
        var busan = sql.sql("select id from organisation where code = 'busan'")
                .query(UUID.class)
                .single();
        var other =
                new SheetWalk(browser, as(AccountId.next(), Scope.city(new OrganisationId(busan)), Role.FOCAL_POINT));

        var sheet = other.in("engagements", SheetWalk.of(row));

        assertThat(other.rows(sheet, "faulty")).contains("You may not change this record");
    }
}
