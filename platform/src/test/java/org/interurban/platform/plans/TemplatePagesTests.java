package org.interurban.platform.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
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
class TemplatePagesTests {

    private static final String LIST = "/plan-templates";

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
    @ValueSource(
            strings = {
                LIST,
                LIST + "/ucap",
                LIST + "/new",
                LIST + "/ucap/edit",
                LIST + "/ucap/remove",
                LIST + "/ucap/steps/new"
            })
    void everyPageOpensInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    @Test
    void aNetworkAddsItsOwnTemplateWithStepsAndGuidanceInItsLanguages() {
        assertThat(sent(LIST + "/new", "name.original", "River plan", "name.in[ko]", "강 계획", "abbreviation", "RP"))
                .hasRedirectedUrl(LIST + "/river-plan");
        step("Walk the river", "step.in[ko]", "강을 걷기", "guidance.original", "With those who live there.");
        step("Draw the map", "after", "");

        assertThat(steps()).containsExactly("Draw the map", "Walk the river");
        assertThat(page(LIST + "/river-plan")).contains("River plan (RP)", "With those who live there.");
        assertThat(page(LIST + "/river-plan?lang=ko")).contains("강 계획", "강을 걷기");
        assertThat(page("/actions/new?partnership=IURC-Seoul-Dublin")).contains("River plan (RP)");
    }

    @Test
    void aStepThatMovesTakesItsPassagesAlong() {
        var step = sql.sql("select s.id::text from plan_template_step s join plan_template t on t.id = s.template"
                        + " where t.code = 'ucap' and s.position = 2")
                .query(String.class)
                .single();
        assertThat(sent(
                        LIST + "/ucap/steps/" + step + "/edit",
                        "step.original",
                        "Match and coach well",
                        "after",
                        "",
                        "version",
                        sql.sql("select version::text from plan_template_step where id::text = ?")
                                .param(step)
                                .query(String.class)
                                .single()))
                .hasRedirectedUrl(LIST + "/ucap");

        assertThat(page(LIST + "/ucap"))
                .containsSubsequence("Match and coach well", "line 240", "Find the stakeholders", "line 239");
    }

    @Test
    void anActionBeginsInThePlanThatItsProgrammeMakes() {
        assertThat(page("/actions/new?partnership=IURC-Seoul-Dublin"))
                .contains("<option value=\"ucap\" selected=\"selected\">")
                .doesNotContain("value=\"cap\"");

        sent(
                LIST + "/ucap/edit",
                "name.original",
                "Urban Cooperation Action Plan",
                "retired",
                "true",
                "programme",
                "IURC");

        assertThat(page("/actions/new?partnership=IURC-Seoul-Dublin")).doesNotContain("value=\"ucap\"");
        assertThat(page("/actions/IURC-Seoul-Dublin-01/edit"))
                .contains("<option value=\"ucap\" selected=\"selected\">");
    }

    @Test
    void whoeverRemovesATemplateSeesTheActionsThatStandInIt() {
        assertThat(page(LIST + "/ucap/remove")).contains("Seoul – Dublin: 4 entries here belong to it");

        assertThat(sent(LIST + "/ucap/remove")).hasRedirectedUrl(LIST);

        assertThat(sql.sql("select template is null from plan_item where code = 'IURC-Seoul-Dublin-01'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql("select act from audit_act order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("plans.template-removed");
    }

    @Test
    void stepsAreChangedAndRemovedOneByOne() {
        var first = sql.sql("""
            select s.id from plan_template_step s join plan_template t on t.id = s.template
             where t.code = 'lap' order by s.position limit 1
            """).query(String.class).single();

        assertThat(sent(LIST + "/lap/steps/" + first + "/edit", "step.original", "Find what matters", "after", ""))
                .hasRedirectedUrl(LIST + "/lap");
        assertThat(page(LIST + "/lap")).contains("Find what matters");

        assertThat(sent(LIST + "/lap/steps/" + first + "/edit", "step.original", "Later", "after", ""))
                .as("of a version that is gone")
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(sent(LIST + "/lap/steps/" + first + "/remove")).hasRedirectedUrl(LIST + "/lap");
        assertThat(page(LIST + "/lap")).doesNotContain("Find what matters");
    }

    @Test
    void onlyWhoOrdersPlansForTheNetworkChangesThem() {
        assertThat(browser.get().uri(LIST + "/ucap")).hasStatusOk();
        assertThat(browser.get().uri(LIST + "/new").with(as(Role.EDITOR))).hasStatus(HttpStatus.FORBIDDEN);
    }

    private void step(String words, String... more) {
        var fields = new ArrayList<>(List.of("step.original", words));
        fields.addAll(List.of(more));
        assertThat(sent(LIST + "/river-plan/steps/new", fields.toArray(String[]::new)))
                .hasRedirectedUrl(LIST + "/river-plan");
    }

    private List<String> steps() {
        return sql.sql("""
            select s.step from plan_template_step s join plan_template t on t.id = s.template
             where t.code = 'river-plan' order by s.position
            """).query(String.class).list();
    }

    private MvcTestResult sent(String address, String... fields) {
        var request = browser.post()
                .uri(address)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("version", "0")
                .param("name.language", "en")
                .param("step.language", "en");
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(String address) {
        return new String(
                browser.get()
                        .uri(address)
                        .with(as(Role.PROGRAMME_OFFICER))
                        .exchange()
                        .getMvcResult()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
