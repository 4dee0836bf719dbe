package org.interurban.platform.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.archive.Fault;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** An organisation says the same of itself whichever way it comes in. */
@PlatformTest
@Transactional
class OrganisationTests {

    private static final String TOGETHER = "Latitude and longitude go together.";

    @Autowired
    MockMvcTester browser;

    @Autowired
    RecordImport records;

    @Autowired
    Directory directory;

    @Autowired
    CitySheet cities;

    @Autowired
    JdbcClient sql;

    private MvcTestResult post(String uri, Map<String, String> parameters) {
        var request = browser.post().uri(uri).with(Acting.as(Role.PROGRAMME_OFFICER));
        parameters.forEach(request::param);
        return request.exchange();
    }

    @Test
    void aFormIsToldOfHalfAPositionAtItsField() {
        assertThat(post("/cities/new", Map.of("name", "Zzhalf", "kind", "city", "latitude", "37.5")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#longitude\"", TOGETHER);
    }

    @Test
    void aFileIsToldOfHalfAPositionAtItsLineAndColumn() {
        assertThat(load("code,name,latitude,longitude\nzz-half,Zzhalf,37.5,\n"))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::file, Fault::line, Fault::column, Fault::message)
                        .containsExactly(tuple("cities.csv", 2L, "longitude", TOGETHER)));
    }

    @Test
    void aSheetIsToldOfHalfAPositionAtItsRowAndColumn() {
        assertThat(rows(
                        "name,country,latitude,longitude\nZzhalf,KR,37.5,\n",
                        "name",
                        "country",
                        "latitude",
                        "longitude"))
                .bodyText()
                .contains("row 2, column D", TOGETHER);
    }

    /** Each way in has the column under its own name, and none says twice what it has said. */
    @Test
    void aFileIsToldAtTheColumnsThatAreCalledOtherwise() {
        assertThat(load("code,name,name_local,name_local_language,alternative_names\nzz-long,,%s,,en:%s\n"
                        .formatted("x".repeat(201), "y".repeat(201))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::column)
                        .containsExactlyInAnyOrder("name", "name_local", "name_local_language", "alternative_names"));
    }

    private RecordImport.Outcome load(String content) {
        return records.load(List.of(new ByteArrayResource(content.getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return "cities.csv";
            }
        }));
    }

    private MvcTestResult rows(String csv, String... columns) {
        var sheet = String.valueOf(browser.post()
                        .uri("/sheets")
                        .multipart()
                        .file(new MockMultipartFile("file", "cities.csv", "text/csv", csv.getBytes(UTF_8)))
                        .param("target", "cities")
                        .with(Acting.as(Role.PROGRAMME_OFFICER))
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .replace("/columns", "");
        var request =
                browser.post().uri(sheet + "/columns").param("sure", "yes").with(Acting.as(Role.PROGRAMME_OFFICER));
        for (int i = 0; i < columns.length; i++) {
            request.param("column-" + i, columns[i]);
        }
        assertThat(request.exchange()).hasRedirectedUrl(sheet + "/rows");
        return browser.get()
                .uri(sheet + "/rows?state=faulty")
                .with(Acting.as(Role.PROGRAMME_OFFICER))
                .exchange();
    }

    /** Such as one from before there was the rule; it is put right in its form, where everything of it can be seen. */
    @Test
    void aSheetDoesNotChangeACityThatCannotBeAsItStands() {
        sql.sql("update organisation set website = 'javascript:1' where code = 'seoul'")
                .update();

        assertThat(rows("name,country,population\nSeoul,KR,9123456\n", "name", "country", "population"))
                .bodyText()
                .contains("Write an address of the web");
    }

    @Test
    void aFormKeepsHowAPopulationWasStatedWhereTheNumberStays() {
        sql.sql("update organisation set population = 9500000, population_qualifier = 'about' where code = 'seoul'")
                .update();

        assertThat(qualifierAfter("9500000")).isEqualTo("about");
        assertThat(qualifierAfter("9500001")).isEqualTo("exact");
    }

    @Test
    void aSheetSaysWhatAPopulationCountsAndOfWhichYearItIs() {
        cities.update(Map.of(
                one("id::text"),
                Map.of("population", "9500000", "population_scope", "metropolitan-area", "population_year", "2024")));
        assertThat(one("population_scope || ' ' || population_year")).isEqualTo("metropolitan-area 2024");

        cities.update(Map.of(one("id::text"), Map.of("note", "The same number")));
        assertThat(one("population_year::text")).isEqualTo("2024");

        cities.update(Map.of(one("id::text"), Map.of("population", "9400000")));
        assertThat(one("coalesce(population_scope, 'none') || coalesce(population_year::text, 'none')"))
                .isEqualTo("nonenone");
    }

    @Test
    void aYearWithoutAPopulationIsRefusedAtThePopulation() {
        assertThat(post(
                        "/cities/seoul/edit",
                        Map.of(
                                "name",
                                "Seoul",
                                "kind",
                                "city",
                                "populationYear",
                                "2024",
                                "version",
                                one("version::text"))))
                .hasStatus(422)
                .bodyText()
                .contains("Say how many people, too");
    }

    private String qualifierAfter(String population) {
        assertThat(post(
                        "/cities/seoul/edit",
                        Map.of(
                                "name",
                                "Seoul",
                                "kind",
                                "city",
                                "population",
                                population,
                                "version",
                                one("version::text"))))
                .hasRedirectedUrl("/cities/seoul");
        return one("population_qualifier");
    }

    private String one(String column) {
        return sql.sql("select " + column + " from organisation where code = 'seoul'")
                .query(String.class)
                .single();
    }

    @Test
    void aChangeKeepsTranslationsAndTheNamesFollowItAlsoWhenItIsTakenBack() {
        var translations = one("name_translations::text");
        assertThat(post(
                        "/cities/seoul/edit",
                        Map.of("name", "Zzhanyang", "kind", "city", "version", one("version::text"))))
                .hasRedirectedUrl("/cities/seoul");
        assertThat(one("name_translations::text")).isEqualTo(translations);
        assertThat(directory.findByName("Zzhanyang", Locale.ENGLISH)).isInstanceOf(Directory.Match.Known.class);

        assertThat(post("/cities/seoul/take-back", Map.of("version", one("version::text"))))
                .hasRedirectedUrl("/cities/seoul");

        assertThat(one("name")).isEqualTo("Seoul");
        assertThat(one("name_translations::text")).isEqualTo(translations);
        assertThat(directory.findByName("Seoul", Locale.ENGLISH)).isInstanceOf(Directory.Match.Known.class);
        assertThat(directory.findByName("Zzhanyang", Locale.ENGLISH)).isInstanceOf(Directory.Match.None.class);
    }
}
