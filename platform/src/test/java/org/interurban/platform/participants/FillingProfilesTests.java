package org.interurban.platform.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class FillingProfilesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    OrganisationCells organisations;

    @BeforeEach
    void load() {
        sample.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Portuguese, English  | pt en
        Thai; Lao            | th lo
        Deutsch und Englisch | de en
        en, ko, pt-BR        | en ko pt-BR
        en ko                | en ko
        한국어, 영어               | ko en
        """)
    void readsLanguagesByTheirNamesOrTags(String written, String tags) {
        assertThat(String.join(" ", LanguageNames.tags(written.replace(" und ", ", "), new ArrayList<>())))
                .isEqualTo(tags);
    }

    @Test
    void namesWhatIsTheNameOfNoLanguage() {
        var unknown = new ArrayList<String>();

        assertThat(LanguageNames.tags("English, Klingonese", unknown)).containsExactly("en");
        assertThat(unknown).containsExactly("Klingonese");
    }

    @Test
    void writesLanguagesInTheWordsOfTheReader() {
        assertThat(LanguageNames.names(List.of("pt", "en"), Locale.KOREAN)).isEqualTo("포르투갈어, 영어");
    }

    @Test
    void givesEachNameThatIsPastedALine() {
        assertThat(browser.get()
                        .uri("/programmes/IURC/participants/add")
                        .queryParam("q", "Seoul\nZzborough, Gwangju")
                        .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains(">Seoul</legend>", ">Zzborough</legend>", ">Gwangju</legend>")
                .containsOnlyOnce("Not in the directory")
                .contains("/cities/new?name=Zzborough");
    }

    @Test
    void opensTheFormOfANewCityWithTheNameThatWasNotFound() {
        assertThat(browser.get()
                        .uri("/cities/new?name=Zzborough")
                        .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Zzborough\"");
    }

    @Test
    void leavesACityWhereItStandsWhenItsOwnPeopleSaveItsProfile() {
        var before = place();

        assertThat(save(focalPoint(), "group", "", "capacityMin", "3", "capacityMax", "9"))
                .hasStatus3xxRedirection();

        assertThat(place()).isEqualTo(before);
        assertThat(browser.get()
                        .uri("/programmes/IURC/participants/busan")
                        .with(focalPoint())
                        .exchange())
                .bodyText()
                .doesNotContain("name=\"capacityMax\"", "name=\"group\"");
    }

    /** Its label would stand in a public profile. */
    @Test
    void takesNoTopicOfAListThatThePersonDoesNotSeeFromAFormOrASheet() {
        var theme = sql.sql("""
            select t.written, t.label from topic_label t join taxonomy x on x.code = t.taxonomy where x.programme = 'ICP-AGIR'
               and not exists (select from topic_label other where other.label = t.label and other.id <> t.id)
             order by t.position limit 1
            """)
                .query((rs, row) -> List.of(rs.getString("written"), rs.getString("label")))
                .single();
        sql.sql("update programme set published = false where code = 'ICP-AGIR'")
                .update();

        assertThat(fromSheet(theme.getLast())).isInstanceOf(SheetTarget.Reading.Unfit.class);
        assertThat(fromSheet(theme.getFirst())).isInstanceOf(SheetTarget.Reading.Unfit.class);
        assertThat(fromForm(theme.getFirst())).isEqualTo("none");

        sql.sql("update programme set published = true where code = 'ICP-AGIR'").update();

        assertThat(fromSheet(theme.getLast())).isEqualTo(new SheetTarget.Reading.Value(theme.getFirst()));
        assertThat(fromForm(theme.getFirst())).isEqualTo(theme.getFirst());
    }

    /** Lines of a sheet have none. */
    @Test
    void keepsALineOfWhichNobodySaidTheLevelOrPriority() {
        assertThat(save(
                        focalPoint(),
                        "lines[0].kind",
                        "offer",
                        "lines[0].statement",
                        "Zz trams",
                        "lines[0].grade",
                        "",
                        "lines[1].kind",
                        "seek",
                        "lines[1].statement",
                        "Zz ferries",
                        "lines[1].grade",
                        "3"))
                .hasStatus3xxRedirection();

        assertThat(sql.sql("""
            select kind || ' ' || coalesce(grade::text, 'none') from profile_line where statement like 'Zz %' order by 1
            """).query(String.class).list()).containsExactly("offer none", "seek 3");
        assertThat(save(
                        focalPoint(),
                        "lines[0].kind",
                        "offer",
                        "lines[0].statement",
                        "Zz trams",
                        "lines[0].grade",
                        "4"))
                .hasStatus(422);
    }

    /** Also where the programme is not over and only a part is missing. */
    @Test
    void leadsThePeopleOfACityToItsProfileFromWhereTheyLook() {
        sql.sql("update programme set to_on = current_date + 300 where code = 'IURC'")
                .update();
        sql.sql("delete from profile_line where participant in (select a.id from participant a join programme g"
                        + " on g.id = a.programme where a.organisation = ? and g.code = 'IURC')")
                .param(busan().id().value())
                .update();
        save(focalPoint(), "lines[0].kind", "offer", "lines[0].statement", "Zz trams", "lines[0].grade", "2");

        assertThat(text("/work", focalPoint())).contains("href=\"/programmes/IURC/participants/busan\"");
        assertThat(text("/cities/busan", focalPoint()))
                .contains("href=\"/programmes/IURC/participants/busan\"", "Missing: needs");
        assertThat(text("/programmes/IURC", focalPoint())).contains("href=\"/programmes/IURC/participants/busan\"");
        for (var other : List.of("/cities/sofia", "/programmes/IURC")) {
            assertThat(text(other, focalPoint())).doesNotContain("participants/sofia\"");
        }

        save(
                focalPoint(),
                "lines[0].kind",
                "offer",
                "lines[0].statement",
                "Zz trams",
                "lines[1].kind",
                "seek",
                "lines[1].statement",
                "Zz ferries");

        assertThat(text("/work", focalPoint())).doesNotContain("href=\"/programmes/IURC/participants/busan\"");
        assertThat(text("/cities/busan", focalPoint()))
                .contains("href=\"/programmes/IURC/participants/busan\"", "Complete");
    }

    private String text(String address, RequestPostProcessor person) {
        var answer = browser.get().uri(address).with(person).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private SheetTarget.Reading fromSheet(String topic) {
        var busan = new Person(AccountId.next(), "Somebody", List.of(new Person.Assignment(Role.FOCAL_POINT, busan())));
        return InterestRecords.read(sql, organisations.known(), busan).read(SheetField.text("topic", 300), topic);
    }

    /** What the profile names after the form was sent. */
    private String fromForm(String topic) {
        assertThat(save(
                        focalPoint(),
                        "lines[0].kind",
                        "interest",
                        "lines[0].topic",
                        topic,
                        "lines[0].statement",
                        "Zz line of " + topic))
                .hasStatus3xxRedirection();
        return sql.sql("""
            select coalesce(t.written, 'none') from profile_line l left join topic_label t on t.id = l.topic
             where l.statement = :statement order by l.id desc limit 1
            """)
                .param("statement", "Zz line of " + topic)
                .query(String.class)
                .single();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult save(
            RequestPostProcessor person, String... fields) {
        var version = sql.sql("""
            select max(a.version) from participant a join programme g on g.id = a.programme
              join organisation o on o.id = a.organisation
             where g.code = 'IURC' and o.code = 'busan' and a.left_on is null
            """).query(String.class).single();
        var request = browser.post()
                .uri("/programmes/IURC/participants/busan")
                .with(person)
                .with(csrf())
                .param("version", version)
                .param("languages", "Korean, English");
        for (var i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String place() {
        return sql.sql("""
            select string_agg(concat_ws(' ', a.programme_group, a.capacity_min, a.capacity_max), ';' order by a.id)
              from participant a join programme g on g.id = a.programme join organisation o on o.id = a.organisation
             where g.code = 'IURC' and o.code = 'busan'
            """).query(String.class).single();
    }

    private RequestPostProcessor focalPoint() {
        return TestPeople.holding(sql, Role.FOCAL_POINT, busan());
    }

    private Scope busan() {
        return Scope.city(new Scope.Id(sql.sql("select id from organisation where code = 'busan'")
                .query(UUID.class)
                .single()));
    }
}
