package org.interurban.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.FormHttp;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Histories of records, as those read them who may change the records; and removals that are undone. */
@PlatformTest
@LeavesRecords
class RecordHistoryTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvcTester browser;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void load() {
        sample.load();
    }

    private FormHttp holding(Role role, Scope... scopes) {
        return new FormHttp(port, TestPeople.session(TestPeople.account(sql, role, scopes), sessions));
    }

    private Scope city(String code) {
        return Scope.city(new OrganisationId(sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .single()));
    }

    @ParameterizedTest
    @CsvSource({
        "programme,/programmes/,IURC",
        "partnership,/partnerships/,IURC-Busan-Rotterdam",
        "activity,/activities/,SV-01",
        "agreement,/agreements/,AG-01",
        "plan-template,/plan-templates/,ucap",
        "engagement,/engagements/,EN-001",
        "organisation,/cities/,busan",
        "organisation,/organisations/,european-union",
        "member,/members/,busan"
    })
    void isLinkedFromTheRecordForWhoeverMayChangeIt(String kind, String page, String code) {
        var history = "/history/of/" + kind + "/" + code;
        var officer = holding(kind.equals("member") ? Role.MEMBERSHIP_OFFICER : Role.PROGRAMME_OFFICER);

        assertThat(officer.get(page + code).body()).contains(history);
        var answer = officer.get(history);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>History of a record</h1>", "/" + code + "\"");

        var funder = holding(Role.FUNDER);
        assertThat(funder.get(page + code).body()).doesNotContain("/history/of/");
        assertThat(funder.get(history).statusCode()).isEqualTo(404);
        assertThat(new FormHttp(port, "none").get(history).body()).doesNotContain("History of a record");
    }

    @ParameterizedTest
    @CsvSource({"programme,IURC", "partnership,IURC-Busan-Rotterdam", "activity,SV-01", "organisation,busan"})
    void needsFewStatementsHoweverManyPartsChanged(String kind, String code) {
        var officer = TestPeople.holding(sql, Role.PROGRAMME_OFFICER);
        sql.sql("update partnership_member set role = role || ' ' where partnership ="
                        + " (select id from partnership where code = 'IURC-Busan-Rotterdam')")
                .update();

        assertThat(StatementCount.of(() -> assertThat(browser.get()
                                .uri("/history/of/" + kind + "/" + code)
                                .with(officer))
                        .hasStatusOk()))
                .isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
    }

    /** What is gone is found by what it belonged to, together with all that was changed of it before. */
    @Test
    void tellsOfAPartThatIsGoneAllThatBecameOfIt() {
        sql.sql("""
            with made as (
              insert into organisation (id, code, kind, local_government, name)
              values (gen_random_uuid(), 'zz-gone', 'city', true, 'Zz Gone') returning id)
            insert into site (id, code, organisation, name, kind)
            select gen_random_uuid(), 'zz-gone', id, 'Zz Harbour', 'site' from made
            """).update();
        sql.sql("update site set name = 'Zz Old harbour' where code = 'zz-gone'")
                .update();
        sql.sql("delete from site where code = 'zz-gone'").update();

        assertThat(holding(Role.PROGRAMME_OFFICER)
                        .get("/history/of/organisation/zz-gone")
                        .body())
                .contains("Zz Harbour", "Zz Old harbour");
        sql.sql("delete from organisation where code = 'zz-gone'").update();
    }

    @Test
    void aFocalPointReadsThatOfItsOwnPartnershipOnly() {
        var busan = holding(Role.FOCAL_POINT, city("busan"));

        assertThat(busan.get("/history/of/partnership/IURC-Busan-Rotterdam").statusCode())
                .isEqualTo(200);
        assertThat(busan.get("/history/of/partnership/IURC-Seoul-Dublin").statusCode())
                .isEqualTo(404);
        assertThat(busan.get("/history/of/partnership/none").statusCode()).isEqualTo(404);
        assertThat(busan.get("/history/of/account/none").statusCode()).isEqualTo(404);
        assertThat(busan.get("/history/partnership/" + UUID.randomUUID()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysInWordsWhatWasChangedByWhom() {
        var officer = holding(Role.PROGRAMME_OFFICER);
        var form = officer.open("/partnerships/IURC-Busan-Rotterdam/edit", "/partnerships/IURC-Busan-Rotterdam/edit");
        officer.post(form.with("coordinator", "Port authority of the example"));

        var history =
                officer.get("/history/of/partnership/IURC-Busan-Rotterdam").body();

        assertThat(history).contains("Changed", "Port authority of the example", "Test PROGRAMME_OFFICER");
        assertThat(history).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</td>");
    }

    @Test
    void aRemovedGroupComesBackByTheButtonInTheMessage() {
        var officer = holding(Role.PROGRAMME_OFFICER);
        var code = "zz" + Long.toString(System.nanoTime(), 36);
        sql.sql("""
            insert into programme_group (id, programme, code, name, position, colour)
            select gen_random_uuid(), id, ?, 'Islands of the example', 9, 'blue' from programme where code = 'IUC'
            """).param(code).update();
        var remove = "/programmes/IUC/groups/" + code + "/remove";
        officer.post(officer.open(remove, remove));
        assertThat(groups(code)).isZero();

        var page = officer.get("/programmes/IUC/groups");
        var undo = undo(page.body());
        var answer = officer.post(officer.open("/programmes/IUC/groups/new", "/programmes/IUC/groups/new")
                .to(undo));

        assertThat(FormHttp.leads(answer)).isEqualTo("/programmes/IUC/groups");
        assertThat(officer.get("/programmes/IUC/groups").body()).contains("It is back as it was.");
        assertThat(groups(code)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"activities, activity", "agreements, agreement", "actions, plan_item"})
    void whatIsOutOfEverythingComesBackByTheSameButton(String list, String table) {
        var officer = holding(Role.PROGRAMME_OFFICER);
        var page = "/" + list + "/"
                + sql.sql(
                                "select code from %s where partnership is not null and removed_at is null order by code limit 1"
                                        .formatted(table))
                        .query(String.class)
                        .single();

        var removed = officer.post(officer.open(page + "/edit", page + "/remove"));
        assertThat(officer.get(page + "/edit").statusCode()).isEqualTo(404);
        var undo = undo(officer.get(FormHttp.leads(removed)).body());
        officer.post(officer.open("/programmes/IUC/groups/new", "/programmes/IUC/groups/new")
                .to(undo));

        assertThat(officer.get(page + "/edit").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverWasToldThatSomethingIsGoneHearsThatItIsBack() {
        var told = TestPeople.account(sql, Role.FOCAL_POINT, city("rotterdam"));
        var officer = holding(Role.PROGRAMME_OFFICER);
        var code = "zz" + Long.toString(System.nanoTime(), 36);
        sql.sql("""
            insert into plan_item (id, code, partnership, kind, statement, status, position)
            select gen_random_uuid(), ?, id, 'pilot-action', 'Count the barges', 'planned', 999 from partnership
             where code = 'IURC-Busan-Rotterdam'
            """).param(code).update();

        removeAndUndo(officer, "/actions/" + code);

        assertThat(sql.sql("select subject from mail_message where recipient = ? order by id")
                        .param(told + "@example.org")
                        .query(String.class)
                        .list())
                .containsExactly("Removed: Count the barges", "Back: Count the barges");
    }

    @Test
    void aVisitThatComesBackReplacesItsRemovalInCalendars() {
        var told = TestPeople.account(sql, Role.FOCAL_POINT, city("rotterdam"));
        var code = "zz" + Long.toString(System.nanoTime(), 36);
        sql.sql("""
            insert into activity (id, code, programme, partnership, type, title, host, from_on, to_on, precision, status,
                   published)
            select gen_random_uuid(), ?, p.programme, p.id, 'webinar', 'Look at barges', h.id, date '2031-03-03',
                   date '2031-03-03', 'day', 'planned', true
              from partnership p, organisation h where p.code = 'IURC-Busan-Rotterdam' and h.code = 'rotterdam'
            """).param(code).update();

        removeAndUndo(holding(Role.PROGRAMME_OFFICER), "/activities/" + code);

        assertThat(sql.sql("""
            select concat_ws(' ', subject, body, calendar) from mail_message where recipient = ? order by id
            """).param(told + "@example.org").query(String.class).list())
                .satisfiesExactly(
                        removed -> assertThat(removed)
                                .startsWith("Removed: Look at barges")
                                .doesNotContain("called off", "/activities/" + code + "\n\n")
                                .contains("METHOD:CANCEL", "SEQUENCE:1"),
                        back -> assertThat(back)
                                .startsWith("Back: Look at barges")
                                .contains("/activities/" + code, "METHOD:PUBLISH", "SEQUENCE:2"));
    }

    private void removeAndUndo(FormHttp officer, String page) {
        var removed = officer.post(officer.open(page + "/edit", page + "/remove"));
        var undo = undo(officer.get(FormHttp.leads(removed)).body());
        officer.post(officer.open("/programmes/IUC/groups/new", "/programmes/IUC/groups/new")
                .to(undo));
    }

    @Test
    void nobodyElseUndoesARemovalAndNobodyAfterAnHour() {
        var officer = holding(Role.PROGRAMME_OFFICER);
        var code = "zz" + Long.toString(System.nanoTime(), 36);
        sql.sql("insert into plan_template (id, code, name, position) values (gen_random_uuid(), ?, 'A plan of"
                        + " the example', 99)")
                .param(code)
                .update();
        var remove = "/plan-templates/" + code + "/remove";
        officer.post(officer.open(remove, remove));
        var undo = undo(officer.get("/plan-templates").body());

        var colleague = holding(Role.ADMINISTRATOR);
        var page = "/programmes/IUC/groups/new";
        assertThat(colleague.post(colleague.open(page, page).to(undo)).statusCode())
                .isEqualTo(404);

        sql.sql("update removal set at = at - interval '61 minutes' where id::text = ?")
                .param(undo.split("/")[2])
                .update();
        assertThat(FormHttp.leads(officer.post(officer.open(page, page).to(undo))))
                .isEqualTo("/work");
        assertThat(sql.sql("select count(*) from plan_template where code = ?")
                        .param(code)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long groups(String code) {
        return sql.sql("select count(*) from programme_group where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private static String undo(String page) {
        var found = Pattern.compile("action=\"(/removals/[0-9a-f-]+/undo)\"").matcher(page);
        assertThat(found.find()).as("a button to undo").isTrue();
        return found.group(1);
    }
}
