package org.interurban.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class RecordPagesTests {

    private static final List<String> PAGES = List.of(
            "/cities",
            "/cities?country=KR&q=서울",
            "/cities?view=map",
            "/cities?q=nothing-like-it",
            "/organisations",
            "/organisations/icdi",
            "/organisations/yuan-ze-university",
            "/members",
            "/members?type=associate&cluster=disaster&office=yes&sort=-joined",
            "/members?view=map&region=southeast-asia",
            "/members/seoul",
            "/members/cda-islamabad",
            "/clusters",
            "/network",
            "/network/record",
            "/join",
            "/documents",
            "/topics",
            "/topics?taxonomy=sdg",
            "/topics?q=water",
            "/topics/sdg/SDG-11.2",
            "/countries",
            "/countries/KR",
            "/countries/JP",
            "/places?q=seo&country=KR",
            "/documents/citynet-eu-brochure");

    /** What an address counts, as the rows that it stands for. */
    private static final Map<String, String> TOTALS = Map.of(
            "/api/v1/members", "member",
            "/api/v1/members?type=full", "member where type = 'full'",
            "/api/v1/members?type=associate", "member where type = 'associate'",
            "/api/v1/members?region=north-america", "member where region = 'north-america'",
            "/api/v1/cities?country=KR", "organisation where local_government and country = 'KR'",
            "/api/v1/cities", "organisation where local_government",
            "/api/v1/organisations", "organisation where not local_government");

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Test
    void whatTheNetworkTellsOfItsWorkStandsOnAPageWithItsSources() {
        assertThat(browser.get().uri("/network/record"))
                .as("figures with what they count")
                .bodyText()
                .contains("percent", "billion euros");
        assertThat(browser.get().uri("/network/record"))
                .bodyText()
                .contains("Knowledge platform", "&gt;400", "RECIPRO:CITY", "Training centres", "Urban Safety")
                .contains("Reaches milestones by monitoring", "href=\"/documents/citynet-eu-brochure\"")
                .doesNotContain("350+", "other reading");
        assertThat(browser.get().uri("/network/record").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("350+", "other reading");
    }

    @Test
    void showInBothLanguagesToEveryoneAndNeedFewStatements() {
        for (var address : PAGES) {
            for (var language : List.of("en", "ko")) {
                var page = address + (address.contains("?") ? "&" : "?") + "lang=" + language;
                var statements =
                        StatementCount.of(() -> assertThat(browser.get().uri(page))
                                .as(page)
                                .hasStatusOk()
                                .bodyText()
                                .doesNotContain("??")
                                .contains("lang=\"" + language + "\""));
                assertThat(statements).as(page).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
                assertThat(browser.get().uri(page).with(Acting.as(Role.ADMINISTRATOR)))
                        .as(page)
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void sayInWhichLanguageAReaderSeesATextThatIsNotInTheirs() {
        sql.sql("""
            update cluster set name = 'Häfen', name_translations = '{"original": {"language": "de"}}'
             where position = (select min(position) from cluster)
            """).update();

        for (var language : List.of("en", "ko")) {
            assertThat(browser.get().uri("/clusters?lang=" + language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("lang=\"de\">Häfen");
        }
    }

    @Test
    void countForPrograms() {
        TOTALS.forEach((address, rows) -> assertThat(browser.get().uri(address))
                .as(address)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(sql.sql("select count(*) from " + rows)
                        .query(Integer.class)
                        .single()));
    }

    @ParameterizedTest
    @CsvSource({"서울, seoul", "almeria, almeria"})
    void findACityByItsNameInAnyScriptWithOrWithoutAccents(String words, String city) {
        assertThat(browser.get().uri("/api/v1/cities?q=" + words))
                .bodyJson()
                .extractingPath("$.items[0].code")
                .isEqualTo(city);
    }

    @Test
    void linkToTheNextPageOfAList() {
        assertThat(browser.get().uri("/api/v1/members?limit=100&sort=name"))
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items.length()").isEqualTo(100);
                    assertThat(json)
                            .extractingPath("$.next")
                            .isEqualTo("/api/v1/members?sort=name&limit=100&offset=100");
                });
    }

    @Test
    void refuseAFilterThatTheListDoesNotHave() {
        assertThat(browser.get().uri("/api/v1/members?colour=red"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("colour", "region");
    }

    @Test
    void giveMembersAsASheetWithNamesOfAllScripts() {
        assertThat(browser.get().uri("/members.csv?q=seoul"))
                .hasStatusOk()
                .bodyText()
                .contains("서울");
        assertThat(browser.get().uri("/api/v1/members.xlsx"))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void showTheChosenCountToThePublicAndEveryReadingToOfficers() {
        assertThat(browser.get().uri("/network")).bodyText().contains(">154<").doesNotContain(">173<");
        assertThat(browser.get().uri("/network").with(Acting.as(Role.MEMBERSHIP_OFFICER)))
                .bodyText()
                .contains(">154<", ">173<", "/questions/CF-01");
    }

    @Test
    void tellACitysFactsWithTheirSourcesToPrograms() {
        assertThat(browser.get().uri("/api/v1/cities/granada"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.population.low")
                .isEqualTo(253000);
        assertThat(browser.get().uri("/api/v1/cities/icdi")).hasStatus(404);
    }
}
