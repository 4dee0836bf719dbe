package org.interurban.platform.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.Opening;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.programmes.ProgrammeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class InvitationPagesTests {

    private static final String CONTACTS = "/programmes/ZZINVITE/contacts";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    private RequestPostProcessor officer = request -> request;

    @BeforeEach
    void aProgrammeOfFourCities() {
        sample.load();
        sql.sql("""
            insert into programme (id, code, name, kind, published)
            values (gen_random_uuid(), 'ZZINVITE', 'Zz Invitations', 'city-to-city-cooperation', false)
            """).update();
        sql.sql("""
            insert into participant (id, programme, organisation, cohort)
            select gen_random_uuid(), g.id, o.id, '' from programme g, organisation o
             where g.code = 'ZZINVITE' and o.code in ('dublin', 'seoul', 'rotterdam', 'sofia')
            """).update();
        sql.sql("""
            update post set to_on = '2001-01-01' where organisation in (select id from organisation
              where code in ('dublin', 'seoul', 'rotterdam', 'sofia'))
            """).update();
        contact("dublin", "Aoife Zz", "focal-point", "aoife@zz.example", null);
        contact("dublin", "Mayor Zz", "public-office", "mayor@zz.example", null);
        contact("seoul", "Minji Zz", "focal-point", "minji@zz.example", "ko");
        contact("rotterdam", "Jan Zz", "deputy", null, null);
        officer = with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER));
    }

    @Test
    void showsWhoGetsWhichLetterAndWhoCannotBeReachedBeforeAnythingLeaves() {
        assertThat(browser.get().uri(CONTACTS + "/invite").with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("Aoife Zz", "aoife@zz.example: invitation with a link to sign in, in English")
                .contains("minji@zz.example: invitation with a link to sign in, in Korean", "Minji Zz 님께")
                .contains("Rotterdam", "Jan Zz has no mail address", "Sofia", "has no contact")
                .doesNotContain("mayor@zz.example");
        assertThat(letters()).isEmpty();
    }

    @Test
    void oneInvitationIsAnAccountForTheCityAndOneLetterAndTheNextIsForNobody() {
        assertThat(invite("Aoife Zz", "Minji Zz")).hasRedirectedUrl(CONTACTS);
        assertThat(invite("Aoife Zz", "Minji Zz")).hasRedirectedUrl(CONTACTS + "/invite");

        assertThat(letters()).containsExactly("aoife@zz.example", "minji@zz.example");
        assertThat(sql.sql("""
                    select a.email || ' ' || r.role || ' ' || o.code || ' ' || coalesce(a.language, '-')
                      from account a join role_assignment r on r.account = a.id join organisation o on o.id = r.scope_id
                     where a.email like '%@zz.example' order by 1
                    """).query(String.class).list())
                .containsExactly("aoife@zz.example FOCAL_POINT dublin -", "minji@zz.example FOCAL_POINT seoul ko");
        assertThat(body("minji@zz.example")).contains("Minji Zz 님께", "Zz Invitations", "lang=ko", "한 말씀");
        assertThat(body("minji@zz.example")).contains(CONTACTS.replace("/contacts", "/participants/seoul"));
        assertThat(browser.get().uri(CONTACTS).with(officer))
                .bodyText()
                .contains("Invited, not here yet", "No mail address", "No contact");
        assertThat(browser.get().uri(CONTACTS + "/invite").with(officer))
                .bodyText()
                .contains("Everybody is invited");
    }

    @Test
    void whoHasAnAccountIsToldAndGetsTheRoleWithoutAnotherAccount() {
        var account = TestPeople.account(sql, Role.EXPERT);
        sql.sql("update account set email = 'aoife@zz.example', address_key = 'aoife@zz.example' where id = ?")
                .param(account)
                .update();

        invite("Aoife Zz");

        assertThat(body("aoife@zz.example")).contains("as before").doesNotContain("token=");
        assertThat(sql.sql("select count(*) from role_assignment where account = ? and role = 'FOCAL_POINT'")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aPersonOfTwoCitiesGetsOneLetterAndSpeaksForBoth() {
        contact("sofia", "Aoife Zz", "focal-point", "aoife@zz.example", null);

        invite("Aoife Zz");

        assertThat(letters()).containsExactly("aoife@zz.example");
        assertThat(body("aoife@zz.example")).contains("Dublin, Sofia");
        assertThat(sql.sql("select count(*) from role_assignment r join account a on a.id = r.account"
                                + " where a.email = 'aoife@zz.example'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoHasComeIsSeenToHaveCome() {
        invite("Aoife Zz");
        sql.sql("update account set seen_at = now() + interval '1 minute' where email = 'aoife@zz.example'")
                .update();

        assertThat(browser.get().uri(CONTACTS + "?state=here").with(officer))
                .bodyText()
                .contains("Aoife Zz", "Has signed in")
                .doesNotContain("Minji Zz");
    }

    @Test
    void invitesForAProgrammeOnlyWhoeverLooksAfterIt() {
        var other = new Scope(
                ProgrammeId.SCOPE,
                new Scope.Id(sql.sql("select id from programme where code = 'IURC'")
                        .query(UUID.class)
                        .single()));
        for (var stranger : List.of(
                TestPeople.holding(sql, Role.PROGRAMME_OFFICER, other),
                TestPeople.holding(sql, Role.FUNDER),
                TestPeople.holding(sql, Role.MEMBERSHIP_OFFICER))) {
            assertThat(browser.get()
                            .uri(CONTACTS)
                            .with(stranger)
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404);
            assertThat(browser.post()
                            .uri(CONTACTS + "/invite")
                            .with(with(stranger))
                            .param("post", post("Aoife Zz").toString())
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404);
        }
        assertThat(letters()).isEmpty();
    }

    @Test
    void everyPageOpensInBothLanguages() {
        for (var page : List.of("", "/invite")) {
            Opening.assertOpens(browser, CONTACTS + page);
        }
    }

    private static RequestPostProcessor with(RequestPostProcessor person) {
        return request -> "GET".equals(request.getMethod())
                ? person.postProcessRequest(request)
                : SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(person.postProcessRequest(request));
    }

    private MvcTestResult invite(String... names) {
        var request = browser.post()
                .uri(CONTACTS + "/invite")
                .with(officer)
                .param("words", "한 말씀")
                .param("language", "en");
        for (var name : names) {
            for (var post : sql.sql("select p.id from post p join person h on h.id = p.holder where h.name = ?")
                    .param(name)
                    .query(UUID.class)
                    .list()) {
                request = request.param("post", post.toString());
            }
        }
        return request.exchange();
    }

    private void contact(String city, String name, String duty, String email, String language) {
        sql.sql("""
            with someone as (
              insert into person (id, code, name, email, language)
              values (gen_random_uuid(), 'zz-' || gen_random_uuid(), :name, :email, :language) returning id)
            insert into post (id, organisation, title, duty, holder)
            select gen_random_uuid(), o.id, 'Zz director', :duty, s.id from someone s, organisation o where o.code = :city
            """)
                .param("name", name)
                .param("email", email)
                .param("language", language)
                .param("duty", duty)
                .param("city", city)
                .update();
    }

    private UUID post(String name) {
        return sql.sql("select p.id from post p join person h on h.id = p.holder where h.name = ? limit 1")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private List<String> letters() {
        return sql.sql("select recipient from mail_message where recipient like '%@zz.example' order by 1")
                .query(String.class)
                .list();
    }

    private String body(String address) {
        return sql.sql("select body from mail_message where recipient = ?")
                .param(address)
                .query(String.class)
                .single();
    }
}
