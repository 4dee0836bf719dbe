package org.interurban.platform.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ProfileGridTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void load() {
        sample.load();
        sql.sql("delete from profile_line where participant in (" + PART + ")")
                .param("city", "busan")
                .update();
        sql.sql("update participant set languages = '{ko,en}' where id in (" + PART + ")")
                .param("city", "busan")
                .update();
        says("busan", "offer", "Harbour trams");
        says("busan", "seek", "Flood warnings");
    }

    private static final String PART = """
        select a.id from participant a join programme g on g.id = a.programme join organisation o on o.id = a.organisation
         where g.code = 'IURC' and o.code = :city and a.left_on is null\
        """;

    private void says(String city, String kind, String statement) {
        sql.sql(
                        "insert into profile_line (id, participant, kind, statement, grade, position) select gen_random_uuid(), p.id, :kind,"
                                + " :said, 2, 9 from (" + PART + ") p")
                .param("city", city)
                .param("kind", kind)
                .param("said", statement)
                .update();
    }

    private String text(String address) {
        var answer = browser.get()
                .uri(address)
                .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatEachCitySaysAndLeadsToItsPlaceInTheProfile() {
        assertThat(text("/programmes/IURC/profiles"))
                .contains("Harbour trams", "Flood warnings", "Korean", "Complete")
                .contains("href=\"/programmes/IURC/participants/busan#lines\"");
    }

    @Test
    void namesTheProgrammeAsPeopleCallItAndNotByItsCode() {
        sql.sql("update programme set abbreviation = 'Zz-Abbr' where code = 'IURC'")
                .update();

        for (var page : List.of(
                "/profiles",
                "/participants",
                "/participants/add",
                "/participants/busan",
                "/contacts",
                "/contacts/invite")) {
            assertThat(text("/programmes/IURC" + page))
                    .as(page)
                    .containsPattern("<h1[^>]*>[^<]*Zz-Abbr")
                    .doesNotContain(">IURC<");
        }
    }

    @Test
    void asksTheDatabaseFewQuestions() {
        var officer = TestPeople.holding(sql, Role.PROGRAMME_OFFICER);
        assertThat(StatementCount.of(() -> assertThat(browser.get()
                                .uri("/programmes/IURC/profiles")
                                .with(officer)
                                .exchange())
                        .hasStatusOk()))
                .isLessThanOrEqualTo(12);
    }

    @Test
    void findsTheCitiesWhoseProfilesLackSomething() {
        assertThat(text("/programmes/IURC/profiles?missing=nothing"))
                .contains("Busan")
                .doesNotContain(">Sofia<");
        assertThat(text("/programmes/IURC/profiles?missing=languages"))
                .contains("Sofia")
                .doesNotContain(">Busan<");
        assertThat(text("/programmes/IURC/profiles?q=Harbour"))
                .contains("Busan")
                .doesNotContain(">Sofia<");
    }

    @Test
    void givesTheSameRowsAsASheetForPrograms() {
        assertThat(text("/programmes/IURC/profiles.csv?missing=nothing"))
                .contains("Harbour trams", "Flood warnings")
                .doesNotContain("sofia");
    }

    @Test
    void showsTheLetterBeforeItGoesToThoseWhoSpeakForTheCities() {
        var busan = sql.sql("select id from organisation where code = 'busan'")
                .query(UUID.class)
                .single();
        TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(busan)));

        var speakers = sql.sql(
                        "select count(distinct account) from role_assignment where role = 'FOCAL_POINT' and scope_id = ?")
                .param(busan)
                .query(Integer.class)
                .single();
        assertThat(text("/programmes/IURC/profiles/ask?organisation=busan&organisation=sofia"))
                .contains(
                        "The profile of Busan in ",
                        "Send " + speakers + " letter",
                        "Nobody signs in for these cities yet",
                        "Sofia");
        assertThat(letters()).isZero();

        assertThat(browser.post()
                        .uri("/programmes/IURC/profiles/ask")
                        .param("organisation", "busan")
                        .param("words", "Until the first of June, please.")
                        .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl("/programmes/IURC/profiles");
        assertThat(letters()).isEqualTo(speakers);
        assertThat(text("/programmes/IURC/profiles")).contains("asked on ");
    }

    private int letters() {
        return sql.sql("select count(*) from mail_message where body like '%Until the first of June%'"
                        + " and body like '%/programmes/IURC/participants/busan%'")
                .query(Integer.class)
                .single();
    }

    @Test
    void isForThoseWhoWorkOnTheProgramme() {
        assertThat(browser.get()
                        .uri("/programmes/IURC/profiles")
                        .with(TestPeople.holding(sql, Role.MEMBERSHIP_OFFICER))
                        .exchange())
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/programmes/IURC/profiles/ask")
                        .param("organisation", "busan")
                        .with(TestPeople.holding(sql, Role.EXPERT))
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
    }
}
