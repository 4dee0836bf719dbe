package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class KindPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activities/kinds", "/activities/kinds/new", "/activities/kinds/webinar/edit"})
    void everyPageOpensInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    @Test
    void whatIsAddedCanBeChosenAtOnceAndIsCalledByItsNameInEachLanguage() {
        assertThat(keep("/activities/kinds/new", "Job shadowing", "other", "in[ko]", "업무 동행"))
                .hasRedirectedUrl("/activities/kinds");

        assertThat(planning("")).contains("value=\"job-shadowing\"", "Job shadowing");
        assertThat(planning("&lang=ko")).contains("업무 동행");
        assertThat(sql.sql("select act from audit_act order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("activities.kind-added");
    }

    @Test
    void whatConcernsAllIsAStepOfAPairWhereBothTookPartWhateverItsKindIsCalled() {
        keep("/activities/kinds/new", "Launch lunch meeting series", "training");
        keep("/activities/kinds/new", "Opening night", "conference", "launch", "true");
        concerningAll("KP-LUNCH", "launch-lunch-meeting-series", "Lunch with a talk");
        concerningAll("KP-NIGHT", "opening-night", "Night of stars");
        concerningAll("KP-AWAY", "opening-night", "Night without them");
        sql.sql("update activity set host = (select id from organisation where code = 'dublin') where code like 'KP-%'")
                .update();
        sql.sql("update activity set visitor = (select id from organisation where code = 'seoul') where code in (?, ?)")
                .params("KP-LUNCH", "KP-NIGHT")
                .update();

        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Lunch with a talk", "Night of stars")
                .doesNotContain("Night without them");
    }

    @Test
    void aVisitByAnyNameIsCountedAsOne() {
        keep("/activities/kinds/new", "Learning journey", "visit", "hosted", "true");
        var before = visits();
        sql.sql("update activity set type = 'learning-journey' where code = 'EV-03'")
                .update();

        assertThat(visits()).isEqualTo(before + 1);
    }

    @Test
    void whatIsRetiredStaysWhereItIsAndIsOfferedNoMore() {
        assertThat(keep(
                        "/activities/kinds/study-visit/edit",
                        "Study visit",
                        "visit",
                        "hosted",
                        "true",
                        "retired",
                        "true"))
                .hasRedirectedUrl("/activities/kinds");

        assertThat(planning("")).doesNotContain("value=\"study-visit\"");
        assertThat(browser.get().uri("/activities/SV-01/edit").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("value=\"study-visit\"");
        assertThat(browser.get().uri("/activities/SV-01")).bodyText().contains("Study visit");
        assertThat(browser.post()
                        .uri("/activities/new")
                        .param("partnership", "IURC-Seoul-Dublin")
                        .param("type", "study-visit")
                        .param("host", "dublin")
                        .param("status", "planned")
                        .with(as(Role.PROGRAMME_OFFICER)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void standsWhereItIsPut() {
        keep("/activities/kinds/new", "First things", "other", "after", "");
        keep("/activities/kinds/new", "Second things", "other", "after", "first-things");
        assertThat(order()).startsWith("first-things second-things ");

        keep("/activities/kinds/first-things/edit", "First things", "other", "after", "second-things");

        assertThat(order()).startsWith("second-things first-things ");
        assertThat(sql.sql("select max(position) = count(*) from activity_kind")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void tellsWhoIsLateThatSomebodyElseChangedIt() {
        sql.sql("update activity_kind set name = 'Talk at noon', version = version + 1 where code = 'talk'")
                .update();

        assertThat(keep("/activities/kinds/talk/edit", "Talk at night", "conference"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Talk at noon", "Talk at night");
    }

    @Test
    void aNameAndWhatPeopleDoAreNeeded() {
        assertThat(keep("/activities/kinds/new", " ", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(keep("/activities/kinds/new", "A name", "dancing")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void isForThoseWhoWorkForTheWholeNetwork() {
        var city = Scope.city(sql.sql("select id from organisation where code = 'dublin'")
                .query((rs, row) -> new OrganisationId(rs.getObject(1, java.util.UUID.class)))
                .single());
        var focalPoint = as(AccountId.of("00000000-0000-7000-8000-000000000001"), city, Role.FOCAL_POINT);

        assertThat(browser.get().uri("/activities/kinds/new").with(focalPoint)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.get().uri("/activities/kinds").with(focalPoint))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/activities/kinds/new");
    }

    @Test
    void programsAreToldTheNatureOfEachKind() {
        assertThat(browser.get().uri("/api/v1/activity-kinds?nature=visit"))
                .hasStatusOk()
                .bodyText()
                .contains("\"code\":\"study-visit\"", "\"hosted\":true");
        assertThat(browser.get().uri("/activities/kinds.csv"))
                .bodyText()
                .contains("code,name,nature,hosted,contact,online,launch,retired,activities");
    }

    private MvcTestResult keep(String address, String name, String nature, String... more) {
        var request = browser.post()
                .uri(address)
                .param("name.original", name)
                .param("name.language", "en")
                .param("nature", nature)
                .param("version", "0");
        for (int i = 0; i < more.length; i += 2) {
            request = request.param(more[i].startsWith("in[") ? "name." + more[i] : more[i], more[i + 1]);
        }
        return request.with(as(Role.PROGRAMME_OFFICER)).exchange();
    }

    private String planning(String more) {
        return new String(
                browser.get()
                        .uri("/activities/new?partnership=IURC-Seoul-Dublin" + more)
                        .with(as(Role.PROGRAMME_OFFICER))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private void concerningAll(String code, String type, String title) {
        sql.sql("""
            insert into activity (id, code, programme, type, title, from_on, to_on, precision, status)
            select gen_random_uuid(), ?, id, ?, ?, '2023-01-05', '2023-01-05', 'day', 'held' from programme where code = 'IURC'
            """).params(code, type, title).update();
    }

    private long visits() {
        return sql.sql("select count(*) from activity_brief a join activity_kind_brief k on k.code = a.type where"
                        + " k.visit")
                .query(Long.class)
                .single();
    }

    private String order() {
        return sql.sql("select string_agg(code, ' ' order by position) from activity_kind")
                .query(String.class)
                .single();
    }
}
