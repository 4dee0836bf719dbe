package org.interurban.platform.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class PortraitPagesTests {

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?as=list",
                "/components",
                "/programmes/IURC",
                "/programmes/ICP-AGIR",
                "/programmes/IUC",
                "/programmes/CLP",
                "/partnerships/IURC-Seoul-Dublin",
                "/partnerships/IURC-Seoul-Dublin?reading=SV-02",
                "/partnerships/AGIR-Taichung-Prato",
                "/partnerships/IUC-Rome-Yantai",
                "/cities/seoul",
                "/cities/barnsley",
                "/cities/dobong-gu"
            })
    void showInBothLanguagesToEveryoneAndNeedFewStatements(String address) {
        for (var language : new String[] {"en", "ko"}) {
            var page = address + (address.contains("?") ? "&" : "?") + "lang=" + language;
            var statements = StatementCount.of(() -> assertThat(browser.get().uri(page))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??")
                    .contains("lang=\"" + language + "\"")
                    .contains("<main id=\"main\""));
            assertThat(statements).as(page).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
            var atWork = StatementCount.of(() -> assertThat(browser.get()
                            .uri(page)
                            .with(Acting.as(Role.PROGRAMME_OFFICER))
                            .with(csrf().asHeader())) // their session has the token of its forms already
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??"));
            assertThat(atWork).as(page + " at work").isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
        }
    }

    @Test
    void aProgrammeShowsItsPairsWithTheirVisits() {
        assertThat(browser.get().uri("/programmes/IURC"))
                .bodyText()
                .contains("Seoul – Dublin", "Busan – Rotterdam", "Sejong – Sofia")
                .contains("Dublin visits Seoul, 29 Aug – 1 Sep")
                .contains("Seoul visits Dublin, Feb 2023")
                .contains("138");
    }

    @Test
    void thePublicSeesTheChosenReadingOnly() {
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin?reading=SV-02"))
                .bodyText()
                .contains("Feb 2023")
                .doesNotContain("2 readings", "Still to come", "id=\"readings\"");
    }

    @Test
    void aStationUnfoldsWhatIsKnownOfItWithoutAScript() {
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin"))
                .bodyText()
                .contains("href=\"/partnerships/IURC-Seoul-Dublin?step=SV-01#step\"")
                .doesNotContain("id=\"step\"");
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin?step=SV-01"))
                .bodyText()
                .contains("id=\"step\"", "Dublin visits Seoul", "href=\"/activities/SV-01\"", "Source:");
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin?step=nothing"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("id=\"step\"");
    }

    @Test
    void whoWorksOnItSeesTwoRingsAndOpensBothReadingsWithoutAScript() {
        var officer = Acting.as(Role.PROGRAMME_OFFICER);

        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin").with(officer))
                .bodyText()
                .contains("Seoul visits Dublin, Feb 2023, 2 readings", "?reading=SV-02#readings")
                .doesNotContain("id=\"readings\"");
        assertThat(browser.get()
                        .uri("/partnerships/IURC-Seoul-Dublin?reading=SV-02")
                        .with(officer))
                .bodyText()
                .contains("id=\"readings\"", "In February 2023.", "Still to come, in 2023.", "ring chosen");
        assertThat(browser.get()
                        .uri("/partnerships/IURC-Seoul-Dublin?view=public")
                        .with(officer))
                .bodyText()
                .doesNotContain("2 readings");
    }

    @Test
    void agreementsUnderDiscussionAreForThoseWhoWorkOnThem() {
        assertThat(browser.get().uri("/partnerships/AGIR-Taichung-Prato"))
                .bodyText()
                .doesNotContain("under discussion");
        assertThat(browser.get().uri("/partnerships/AGIR-Taichung-Prato").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("under discussion");
    }

    @Test
    void whatIsOnlyProposedIsDrawnForThoseWhoWorkOnItAndNeverAsPlanned() {
        sql.sql("update activity set status = 'proposed' where code = 'SV-02'").update();

        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin"))
                .bodyText()
                .doesNotContain("Seoul visits Dublin");
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin").with(Acting.as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Seoul visits Dublin, Feb 2023, Under discussion")
                .doesNotContain("Seoul visits Dublin, Feb 2023, Planned");
    }

    @Test
    void aCityShowsItsLocalNameItsLinesAndItsInterests() {
        assertThat(browser.get().uri("/cities/busan"))
                .bodyText()
                .contains("부산", "Busan – Rotterdam", "Busan – Barcelona", "Smart Mobility")
                .contains("Busan Traffic Information Service Center");
    }

    @Test
    void aFactOfACityStandsWithItsScopeItsSourceAndTheYearOfThat() {
        assertThat(browser.get().uri("/cities/barnsley?lang=en"))
                .bodyText()
                .contains("Digital campus with the Digital Media Centre on a site in the town centre", "(4 hectares)")
                .contains("~250,000 inhabitants", ", city", "/documents/iuc-presentation-2018", ", 2018");
        assertThat(browser.get().uri("/cities/nice?lang=en"))
                .bodyText()
                .contains("500,000 inhabitants", ", metropolitan area");
    }

    @Test
    void aCityShowsWhatItIsInTheNetworkAndWhatWasHeldThere() {
        assertThat(browser.get().uri("/cities/kuala-lumpur?lang=en"))
                .bodyText()
                .contains("id=\"membership\"", "Vice President City", "9th CityNet Congress", "Held in the city");
        assertThat(browser.get().uri("/cities/sejong?lang=en"))
                .bodyText()
                .doesNotContain("id=\"membership\"", "Member of the network");
    }

    @Test
    void aMapSaysHowManyPartnershipsItLeavesOut() {
        assertThat(browser.get().uri("/programmes/IURC?lang=en")).bodyText().doesNotContain("not on the map");

        sql.sql("update organisation set latitude = null, longitude = null where code in ('dublin', 'rotterdam')")
                .update();

        assertThat(browser.get().uri("/programmes/IURC?lang=en"))
                .bodyText()
                .contains("2 of 3 are not on the map, since fewer than two of the cities have a known place");
    }

    @Test
    void aPartnershipWithNothingAheadSaysWhenItsLastStepWas() {
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin?lang=en"))
                .bodyText()
                .contains("Nothing is planned on record; the last step is of 2023.");

        sql.sql("update activity set status = 'planned', from_on = '2999-02-01', to_on = '2999-02-28' where"
                        + " code = 'SV-02'")
                .update();

        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin?lang=en"))
                .bodyText()
                .doesNotContain("Nothing is planned on record");
    }

    @Test
    void theLaunchOfAProgrammeHasItsDateInEveryRowOfTheTable() {
        assertThat(browser.get().uri("/programmes/ICP-AGIR?lang=en").exchange())
                .bodyText()
                .satisfies(page ->
                        assertThat(page.split("ICP-AGIR Project Launch").length).isGreaterThan(5))
                .doesNotContainPattern("ICP-AGIR Project Launch</(a|span)>\\s*</th>\\s*<td[^>]*>Not recorded");
    }

    @Test
    void aFigureOfAProgrammeSaysWhenItWasSoAndWhoStatesIt() {
        assertThat(browser.get().uri("/programmes/CETREGIO-WC?lang=en"))
                .bodyText()
                .contains("Chinese cities paired", "European cities paired", "2014", "More figures")
                .contains("/documents/iuc-presentation-2018");
    }

    @Test
    void aCityThatOnlyMayTakePartStandsInNoGroup() throws Exception {
        var page = browser.get()
                .uri("/programmes/ICP-AGIR?lang=en")
                .exchange()
                .getResponse()
                .getContentAsString();
        var others = page.substring(page.lastIndexOf("Other cities"));

        assertThat(others).contains("Grenoble-Alpes-Métropole", "named as possible");
        assertThat(page.substring(0, page.lastIndexOf("Other cities")))
                .doesNotContain("/cities/grenoble-alpes-metropole");
    }

    @Test
    void whatIsNotThereIsAnsweredWithThePageNotFound() {
        assertThat(browser.get().uri("/partnerships/none")).hasStatus(404);
        assertThat(browser.get().uri("/programmes/none")).hasStatus(404);
        assertThat(browser.get().uri("/cities/none")).hasStatus(404);
    }

    @Test
    void theStartPageCountsItsCitiesInWords() {
        assertThat(browser.get().uri("/"))
                .bodyText()
                .contains("40 cities, 22 partnerships", "151", "Braga visits Taoyuan")
                .contains("Counted from 151 membership records")
                .contains("Stated: 154.", "2022 Annual Report: Accelerating Climate Actions for 2030");
        assertThat(browser.get().uri("/?lang=ko")).bodyText().contains("도시 40곳, 협력 22건");
    }

    @ParameterizedTest
    @CsvSource({
        "WC-Seoul-Eindhoven, WC-02, WC-01",
        "WC-Suwon-Scottish-Cities-Alliance, WC-02, WC-01",
        "IURC-Sejong-Sofia, EV-02, EV-06",
        "IURC-Seoul-Dublin, EV-01, EV-02",
        "AGIR-Incheon-Berlin, EV-04, EV-06"
    })
    void whatBothCitiesTookPartInIsAStepOfThePairAndWhatOneOfThemHostedIsNot(String pair, String both, String one) {
        assertThat(browser.get().uri("/partnerships/" + pair))
                .bodyText()
                .contains("?step=" + both)
                .doesNotContain("?step=" + one)
                .doesNotContain("Nothing dated is on record", "No action, agreement or visit of this partnership");
        assertThat(browser.get().uri("/partnerships/%s/line.json".formatted(pair)))
                .bodyText()
                .contains("\"%s\"".formatted(both))
                .doesNotContain("\"%s\"".formatted(one));
    }

    @Test
    void aLaunchIsJoinedToTheLinesOfThoseWhoWereThere() {
        assertThat(browser.get().uri("/programmes/ICP-AGIR/line.svg"))
                .bodyText()
                .contains("ICP-AGIR Project Launch");
        assertThat(browser.get().uri("/partnerships/AGIR-Taoyuan-Braga"))
                .bodyText()
                .contains("With others of the programme", "ICP-AGIR Project Launch");
    }
}
