package org.interurban.platform.partnerships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class PartnershipPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Partnerships partnerships;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 22",
        "programme=IURC, 3",
        "country=KR, 10",
        "city=incheon, 2",
        "theme=new-and-renewable-energy, 2",
        "status=listed, 14",
        "q=서울, 2",
        "theme=dark, 22"
    })
    void everyoneCountsThePartnerships(String filter, int total) {
        assertThat(browser.get().uri("/api/v1/partnerships?" + filter))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(total);
    }

    @Test
    void onePartnershipHasASourceAndAnEntityTag() {
        var answer = browser.get().uri("/api/v1/partnerships/IURC-Seoul-Dublin").exchange();

        assertThat(answer).hasStatusOk().bodyText().contains("\"line\":\"A\"", "Walkable", "citynet-eu-brochure");
        assertThat(answer).headers().containsHeader("ETag");
    }

    @Test
    void anUnknownFilterIsNamed() {
        assertThat(browser.get().uri("/api/v1/partnerships?colour=red"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("colour", "programme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/partnerships",
                "/partnerships?q=nothing-of-this-kind",
                "/partnerships/IURC-Seoul-Dublin/edit",
                "/partnerships/IURC-Seoul-Dublin/members?q=Busan"
            })
    void everyPageOpensInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    /** Its label would stand on a public page. */
    @Test
    void aTopicOfAListThatThePersonDoesNotSeeIsNoneOfItsTopics() {
        var theme = sql.sql("""
            select t.written from topic_label t join taxonomy x on x.code = t.taxonomy where x.programme = 'ICP-AGIR'
             order by t.position limit 1
            """).query(String.class).single();
        sql.sql("update programme set published = false where code = 'ICP-AGIR'")
                .update();

        assertThat(retheme(theme)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(retheme("nothing:there")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        sql.sql("update programme set published = true where code = 'ICP-AGIR'").update();

        assertThat(retheme(theme)).hasStatus3xxRedirection();

        sql.sql("update programme set published = false where code = 'ICP-AGIR'")
                .update();

        assertThat(retheme(theme)).as("what stands stays").hasStatus3xxRedirection();
    }

    private MvcTestResult retheme(String topic) {
        var seoul = sql.sql("select id from organisation where code = 'seoul'")
                .query(UUID.class)
                .single();
        return browser.post()
                .uri("/partnerships/IURC-Seoul-Dublin/edit")
                .with(TestPeople.holding(sql, Role.FOCAL_POINT, Scope.city(new OrganisationId(seoul))))
                .with(csrf())
                .param("name.original", "Seoul – Dublin")
                .param("topic", topic)
                .param("status", "active")
                .param("version", version())
                .exchange();
    }

    @Test
    void anotherThemeGivesAnotherLine() {
        assertThat(browser.post()
                        .uri("/partnerships/IURC-Seoul-Dublin/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("name.original", "Seoul – Dublin")
                        .param("topic", "cooperation-topics:data-driven-mobility")
                        .param("status", "closed")
                        .param("published", "true")
                        .param("version", version()))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/api/v1/partnerships/IURC-Seoul-Dublin"))
                .bodyText()
                .contains("\"line\":\"B\"", "\"status\":\"closed\"");
    }

    @Test
    void theCitiesAreToldThatTheirPartnershipEndedAndWhy() {
        var account = AccountId.next();
        sql.sql("insert into account (id, email, name, invited_at) values (?, 'city.test@example.org', 'City', now())")
                .param(account)
                .update();
        sql.sql("insert into role_assignment (id, account, role, scope_kind, scope_id, granted_at) select"
                        + " gen_random_uuid(), ?, 'FOCAL_POINT', 'CITY', id, now() from organisation where code ="
                        + " 'dublin'")
                .param(account)
                .update();

        assertThat(browser.post()
                        .uri("/partnerships/IURC-Seoul-Dublin/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("name.original", "Seoul – Dublin")
                        .param("status", "closed")
                        .param("published", "true")
                        .param("reason", "The programme is over")
                        .param("version", version()))
                .hasStatus3xxRedirection();

        assertThat(sql.sql("select subject || body from mail_message where recipient = 'city.test@example.org'")
                        .query(String.class)
                        .single())
                .startsWith("Ended: Seoul – Dublin")
                .contains("The programme is over");
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/members").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("told that it ended");
    }

    @Test
    void aChangeThatWasOvertakenIsShownBesideWhatStands() {
        assertThat(browser.post()
                        .uri("/partnerships/IURC-Seoul-Dublin/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("name.original", "Mine")
                        .param("status", "active")
                        .param("version", "70"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(
                        "value=\"Mine\"",
                        "id=\"name.original-stands\"",
                        "name=\"version\" value=\"" + version() + "\"");
    }

    @Test
    void membersLeaveStayAndJoin() {
        var address = "/partnerships/IURC-Seoul-Dublin/members";
        browser.post()
                .uri(address)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("organisation", "dublin")
                .param("act", "leave")
                .exchange();
        assertThat(browser.get().uri("/api/v1/partnerships?city=dublin&programme=IURC"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);

        browser.post()
                .uri(address)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("organisation", "dublin")
                .param("act", "stay")
                .exchange();
        browser.post()
                .uri(address)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("organisation", "busan")
                .param("act", "join")
                .exchange();

        assertThat(browser.get().uri("/api/v1/partnerships/IURC-Seoul-Dublin"))
                .bodyText()
                .contains("\"busan\"", "\"dublin\"");
    }

    @Test
    void whoBelongsAndWhomItConcernsAreToldOnceThatSomebodyLeavesStaysOrJoins() {
        var officer = as(Role.PROGRAMME_OFFICER);
        focalPoint("seoul");
        focalPoint("dublin");
        focalPoint("busan");

        members(officer, "dublin", "leave");
        members(officer, "dublin", "leave");
        members(officer, "dublin", "stay");
        members(officer, "busan", "join");
        members(officer, "rotterdam", "leave");

        assertThat(subjects("seoul"))
                .hasSize(3)
                .satisfiesExactly(
                        left -> assertThat(left).startsWith("Dublin has left: "),
                        stays -> assertThat(stays).startsWith("Dublin stays: "),
                        joins -> assertThat(joins).startsWith("Busan joins: "));
        assertThat(subjects("dublin")).hasSize(3);
        assertThat(subjects("busan")).singleElement().asString().startsWith("Busan joins: ");
        assertThat(sql.sql("select count(*) from audit_act where act = 'partnerships.member-left'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/members").with(officer))
                .bodyText()
                .contains("told who left", "told who stays", "told who joins");
    }

    private void focalPoint(String city) {
        var account = TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(city(city))));
        sql.sql("update account set email = ?, language = 'en' where id = ?")
                .params(city + "@zz.example", account)
                .update();
    }

    private List<String> subjects(String city) {
        return sql.sql("select subject from mail_message where recipient = ? order by id")
                .param(city + "@zz.example")
                .query(String.class)
                .list();
    }

    @Test
    void aCityLeavesByItselfAndNobodyElseIsForItToMove() {
        var dublin = as(AccountId.next(), Scope.city(new Scope.Id(city("dublin"))), Role.FOCAL_POINT);

        assertThat(members(dublin, "seoul", "leave")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(members(dublin, "busan", "join")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.get()
                        .uri("/partnerships/IURC-Seoul-Dublin/members?q=Busan")
                        .with(dublin))
                .bodyText()
                .contains("Dublin leaves")
                .doesNotContain("Seoul leaves", "value=\"join\"");

        assertThat(members(dublin, "dublin", "leave")).hasStatus3xxRedirection();
        assertThat(browser.get().uri("/api/v1/partnerships?city=dublin&programme=IURC"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(members(dublin, "dublin", "stay")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoSeesAPartnershipAndWhetherItIsOverIsForItsProgramme() {
        var dublin = as(AccountId.next(), Scope.city(new Scope.Id(city("dublin"))), Role.FOCAL_POINT);
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/edit").with(dublin))
                .bodyText()
                .doesNotContain("name=\"published\"", "value=\"closed\"");

        assertThat(edit(dublin, "active")).hasStatus3xxRedirection();
        assertThat(browser.get().uri("/api/v1/partnerships/IURC-Seoul-Dublin"))
                .hasStatusOk()
                .bodyText()
                .contains("\"name\":\"Ours\"");
        assertThat(edit(dublin, "closed")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private String version() {
        return sql.sql("select version::text from partnership where code = 'IURC-Seoul-Dublin'")
                .query(String.class)
                .single();
    }

    private MvcTestResult edit(RequestPostProcessor who, String status) {
        return browser.post()
                .uri("/partnerships/IURC-Seoul-Dublin/edit")
                .with(who)
                .param("name.original", "Ours")
                .param("status", status)
                .param("version", version())
                .exchange();
    }

    private MvcTestResult members(RequestPostProcessor who, String organisation, String act) {
        return browser.post()
                .uri("/partnerships/IURC-Seoul-Dublin/members")
                .with(who)
                .param("organisation", organisation)
                .param("act", act)
                .exchange();
    }

    private UUID city(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    @Test
    void aVacantPostSaysSo() {
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/members").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Focal point", "Vacant");
    }

    @Test
    void whoeverDoesNotWorkOnAPartnershipCannotChangeIt() {
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/edit").with(as(Role.FUNDER)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void namesOfCitiesStandInTheReadersLanguage() {
        var id = partnerships.idOf("IURC-Seoul-Dublin").orElseThrow();

        assertThat(partnerships.members(id, Locale.KOREAN).stream().map(Partnerships.Member::name))
                .containsExactly("서울", "더블린");
        assertThat(partnerships.members(id, Locale.ENGLISH).stream().map(Partnerships.Member::name))
                .containsExactly("Seoul", "Dublin");
    }
}
