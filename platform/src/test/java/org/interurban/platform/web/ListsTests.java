package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ListsTests {

    @Autowired
    MockMvcTester programs;

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
                "programmes?",
                "partnerships?",
                "activities?",
                "agreements?",
                "members?",
                "cities?",
                "organisations?",
                "countries?",
                "topics?",
                "taxonomies?",
                "documents?",
                "questions?",
                "places?country=KR&",
                "search?q=seoul&"
            })
    void everyListIsASheetAndHonoursOrRefusesWhatIsAsked(String list) {
        var name = list.substring(0, list.indexOf('?'));
        var query = list.substring(name.length());
        for (var ending : new String[] {".csv", ".xlsx"}) {
            assertThat(programs.get().uri("/api/v1/" + name + ending + query).with(Acting.as(Role.PROGRAMME_OFFICER)))
                    .hasStatusOk()
                    .hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ending + "\"");
        }
        assertThat(programs.get().uri("/api/v1/" + list + "limit=1").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .asNumber()
                .satisfies(rows -> assertThat(rows.intValue()).isLessThanOrEqualTo(1));
        for (var unknown : new String[] {"colour=red", "sort=colour", "limit=many"}) {
            assertThat(programs.get().uri("/api/v1/" + list + unknown).with(Acting.as(Role.PROGRAMME_OFFICER)))
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "documents?q=brochure&kind=brochure, citynet-eu-brochure",
        "taxonomies?q=sustainable, sdg",
        "programmes?country=ie, IURC",
        "cities?programme=IURC&country=KR, seoul",
        "members?programme=IURC, seoul"
    })
    void aFilterFindsWhatItNames(String list, String code) {
        assertThat(programs.get().uri("/api/v1/" + list))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .contains(code);
    }

    @Test
    void citiesOfAProgrammeAreItsParticipants() {
        var participants = sql.sql("""
            select count(distinct o.id) from participant a join organisation o on o.id = a.organisation
              join programme p on p.id = a.programme
             where p.code = 'IURC' and o.local_government and a.left_on is null
            """).query(Integer.class).single();

        assertThat(participants).isPositive();
        assertThat(programs.get().uri("/api/v1/cities?programme=IURC"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(participants);
    }

    @Test
    void whoTakesPartInAProgrammeThatIsNotOpenStaysUnknown() {
        sql.sql("update programme set published = false where code = 'IURC'").update();

        assertThat(programs.get().uri("/api/v1/cities?programme=IURC"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(programs.get().uri("/api/v1/members?programme=IURC").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .bodyJson()
                .extractingPath("$.total")
                .isNotEqualTo(0);
    }

    @Test
    void aSheetOfAllPlacesIsRefused() {
        assertThat(programs.get().uri("/api/v1/places.csv"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("/api/v1/places.csv?country=KR");
    }

    @Autowired
    List<Listing<?>> listings;

    @Autowired
    Labels labels;

    @Autowired
    WebSettings settings;

    @Test
    void everyColumnHasItsWordInEveryLanguage() {
        var missing = new TreeSet<String>();
        for (var listing : listings) {
            for (var language : settings.languages()) {
                var words = labels.ofColumns(listing.sheet(), Locale.of(language));
                listing.sheet().columns().stream()
                        .map(Sheet.Column::name)
                        .filter(column -> words.apply(column).equals(column))
                        .forEach(column -> missing.add(language + " " + listing.addresses() + " " + column));
            }
        }
        assertThat(listings).isNotEmpty();
        assertThat(missing).isEmpty();
    }
}
