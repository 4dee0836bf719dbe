package org.interurban.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.sheets.SheetTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class PlaceCitiesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    CitySheet sheet;

    @BeforeEach
    void knowSomePlaces() {
        sample.load();
        place(9900000001L, "Zzbexholm", "SE", 120_000L, 59.5, 17.5, "Europe/Stockholm");
        place(9900000002L, "Zztwinton", "SE", 80_000L, 57.7, 12, "Europe/Stockholm");
        place(9900000003L, "Zztwinton", "SE", null, 63, 20, "Europe/Stockholm");
        place(9900000004L, "Zzfarborg", "DK", 5_000L, 55.5, 10, "Europe/Copenhagen");
    }

    @Test
    void aCityTakesTheOnlyPlaceOfItsNameInItsCountry() {
        assertThat(add("Zzbexholm City", "SE")).hasRedirectedUrl("/cities/zzbexholm-city");

        assertThat(city("zzbexholm-city"))
                .containsEntry("place", 9900000001L)
                .containsEntry("latitude", 59.5)
                .containsEntry("time_zone", "Europe/Stockholm");
        assertThat(browser.get().uri("/api/v1/cities?q=Zzbexholm")).bodyText().contains("120000", "geonames");
    }

    @Test
    void ofSeveralPlacesSomebodySaysWhichItIs() {
        assertThat(add("Zztwinton", "SE")).hasRedirectedUrl("/cities/places#zztwinton");
        assertThat(city("zztwinton")).containsEntry("latitude", null);
        assertThat(page("/cities/places")).bodyText().contains("Zztwinton", "80,000 people");

        choose("zztwinton 9900000003");

        assertThat(city("zztwinton")).containsEntry("latitude", 63.0);
    }

    @Test
    void withoutACountryAPlaceIsOfferedAndGivesTheCountry() {
        assertThat(add("Zzfarborg", "")).hasRedirectedUrl("/cities/places#zzfarborg");

        choose("zzfarborg 9900000004");

        assertThat(city("zzfarborg")).containsEntry("country", "DK");
    }

    @Test
    void citiesOfASheetTakeThePlacesThatAreCertainAndTheOthersAreListed() {
        sheet.create(
                List.of(Map.of("name", "Zzbexholm", "country", "SE"), Map.of("name", "Zztwinton", "country", "SE")));

        assertThat(city("zzbexholm")).containsEntry("place", 9900000001L);
        assertThat(city("zztwinton")).containsEntry("place", null);
        assertThat(page("/cities")).bodyText().contains("/cities/places");
    }

    @Test
    void aCityThatHasAPlaceKeepsIt() {
        add("Zzbexholm", "SE");

        choose("zzbexholm 9900000004");

        assertThat(city("zzbexholm")).containsEntry("place", 9900000001L);
    }

    @Test
    void nobodyElsePlacesCities() {
        assertThat(browser.get().uri("/cities/places")).hasStatus(302);
        assertThat(browser.get().uri("/cities/places").with(as(Role.FOCAL_POINT)))
                .hasStatus(403);
    }

    private void place(
            long id, String name, String country, Long population, double latitude, double longitude, String zone) {
        sql.sql("""
            insert into place (id, name, plain_name, country, population, latitude, longitude, time_zone)
            values (:id, :name, :name, :country, :population, :latitude, :longitude, :zone)
            """)
                .param("id", id)
                .param("name", name)
                .param("country", country)
                .param("population", population)
                .param("latitude", latitude)
                .param("longitude", longitude)
                .param("zone", zone)
                .update();
    }

    private MvcTestResult add(String name, String country) {
        return browser.post()
                .uri("/cities/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .with(csrf())
                .param("name", name)
                .param("kind", "city")
                .param("country", country)
                .exchange();
    }

    private void choose(String place) {
        assertThat(browser.post()
                        .uri("/cities/places")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .with(csrf())
                        .param("place", place))
                .hasRedirectedUrl("/cities/places");
    }

    private MvcTestResult page(String address) {
        return browser.get().uri(address).with(as(Role.PROGRAMME_OFFICER)).exchange();
    }

    private Map<String, Object> city(String code) {
        return sql.sql("select country, place, latitude, time_zone from organisation where code = ?")
                .param(code)
                .query()
                .singleRow();
    }

    /** Zz places of Sweden lie around 60 and 15 degrees. */
    @Test
    void aPointOutsideTheCountryIsAskedAboutInTheFormAndInASheet() {
        for (int i = 0; i < 5; i++) {
            place(9900000010L + i, "Zzplace" + i, "SE", 1_000L, 56 + i, 12 + i, "Europe/Stockholm");
        }
        var records = sheet.records();
        var unknown = new SheetTarget.Match.Unknown();
        var swapped = records.check(unknown, point("12.5", "57.5"));
        assertThat(swapped).containsOnlyKeys("latitude", "longitude");
        assertThat(swapped.get("latitude").suggestions()).containsExactly("57.5");
        assertThat(swapped.get("longitude").suggestions()).containsExactly("12.5");
        assertThat(records.check(unknown, point("0", "0")).get("latitude").suggestions())
                .isEmpty();
        assertThat(records.check(unknown, point("57.5", "12.5"))).isEmpty();

        var form = browser.post()
                .uri("/cities/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("name", "Zzswapped")
                .param("kind", "city")
                .param("country", "SE")
                .param("latitude", "12.5")
                .param("longitude", "57.5");
        assertThat(form).hasStatus(422).bodyText().contains("the other way round it does");
    }

    private static Map<String, String> point(String latitude, String longitude) {
        return Map.of("name", "Zzpoint", "country", "SE", "latitude", latitude, "longitude", longitude);
    }

    /** Twinton of 80,000 and Twinton of nobody knows how many. */
    @Test
    void thePopulationTellsWhichOfSeveralPlacesIsMeantAndWithoutItTheSheetLeadsToTheQuestion() {
        var told = sheet.create(List.of(Map.of("name", "Zztwinton", "country", "SE", "population", "90000")));
        assertThat(city("zztwinton")).containsEntry("place", 9900000002L);
        assertThat(sheet.open(told)).isNull();
        sheet.remove(told);

        var open = sheet.create(List.of(Map.of("name", "Zztwinton", "country", "SE")));
        assertThat(sheet.open(open)).isEqualTo(new SheetTarget.Open("/cities/places", "directory.places.open", 1));
    }
}
