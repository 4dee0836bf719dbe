package org.interurban.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ProgrammeTermsTests {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    Clock clock;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void whatIsSaidOnceStandsOnThePageAndThePapersOfTheProgramme() {
        assertThat(create(
                        "callOpens", "2099-01-10",
                        "callCloses", "2099-03-01",
                        "callAt", "www.network.example/call",
                        "contractNumber", "ACT/2099/7",
                        "budget", "about 4.5 million",
                        "currency", "EUR",
                        "contactPost", "Programme officer",
                        "contactMail", "office@network.example",
                        "fundingLine.original", "Paid by the people of the river.",
                        "disclaimer.original", "Whoever writes answers for it.",
                        "initiating", "European Parliament",
                        "predecessor", "IURC"))
                .hasStatus3xxRedirection();

        assertThat(shown("/programmes/RIVERS", false))
                .contains("Cities can apply from", "1 Mar 2099", "Programme officer", "mailto:office@network.example")
                .contains("Paid by the people of the river.", "Whoever writes answers for it.")
                .containsPattern("(?s)Initiated by.*European Parliament.*Follows.*href=\"/programmes/IURC\"")
                .doesNotContain("ACT/2099/7", "4,500,000");
        assertThat(shown("/programmes/RIVERS", true)).contains("ACT/2099/7", "~4,500,000 EUR");
        assertThat(shown("/programmes/RIVERS/one-pager", false))
                .contains("Paid by the people of the river.", "Whoever writes answers for it.");
        assertThat(shown("/programmes/IURC", false)).containsPattern("(?s)Followed by.*href=\"/programmes/RIVERS\"");
        assertThat(shown("/api/v1/programmes/RIVERS", false))
                .contains("\"callCloses\":\"2099-03-01\"", "\"callAt\":\"https://www.network.example/call\"")
                .contains("\"predecessor\":\"IURC\"")
                .doesNotContain("ACT/2099/7");
        assertThat(shown("/programmes/RIVERS/edit", true))
                .contains("value=\"ACT/2099/7\"", "value=\"~4500000\"", "Paid by the people of the river.");
    }

    @Test
    void whileItIsOpenTheCallLeadsToWhereCitiesApply() {
        create("callOpens", "2020", "callCloses", "2099");
        assertThat(shown("/programmes/RIVERS", false)).contains("Cities can apply until 2099", "href=\"/start\"");

        sql.sql("update programme set call_closes_on = '2021-12-31' where code = 'RIVERS'")
                .update();
        assertThat(shown("/programmes/RIVERS", false))
                .contains("Applications closed on 2021")
                .doesNotContain("href=\"/start\" class=\"button\"", "class=\"button\" href=\"/start\"");
    }

    @Test
    void aCallThatOpensTodayIsOpen() {
        create(
                "callOpens",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                "callCloses",
                "2099-03-01");

        assertThat(shown("/programmes/RIVERS", false))
                .contains("Applications are open", "Cities can apply until 1 Mar 2099")
                .doesNotContain("Cities can apply<");
    }

    @Test
    void themesAndObjectivesKeepTheOrderInWhichTheyWerePut() {
        create("themes", "Water\nAir\nSoil", "objectives", "Second\nThird");

        edit("themes", "Soil\nWater\nAir", "objectives", "First\nSecond\nThird");

        assertThat(lists("select label from programme_theme_shown where programme = ? order by position"))
                .containsExactly("Soil", "Water", "Air");
        assertThat(shown("/programmes/RIVERS", false))
                .containsPattern("(?s)Themes.*Soil.*; Water.*; Air")
                .containsPattern("(?s)First.*Second.*Third");
        assertThat(shown("/api/v1/programmes/RIVERS", false)).contains("[\"First\",\"Second\",\"Third\"]");
    }

    @Test
    void themesOfOneGroupAreReadTogetherBehindItsName() {
        create("themes", "Water > River cleaning\nSoil\nWater > Rain gardens");

        for (var page : List.of("/programmes/RIVERS", "/programmes/RIVERS/one-pager", "/programmes?q=RIVERS")) {
            assertThat(shown(page, true))
                    .as(page)
                    .containsPattern("(?s)Water: River cleaning, Rain gardens.*Soil")
                    .doesNotContain("Water &gt; ");
        }
        assertThat(shown("/programmes/RIVERS/edit", true)).contains("Water &gt; River cleaning");
    }

    @Test
    void aBodyThatIsNearlyKnownIsAskedAboutOnce() {
        var asked = create("funders", "European Comission\nSomebody of whom nobody knows");
        assertThat(asked).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(asked)
                .bodyText()
                .contains("href=\"#funders\"", "Who is meant by", "value=\"European Comission\"", "European Commission")
                .doesNotContain("Who is meant by “Somebody");
        var known =
                Pattern.compile("name=\"meant\\[0]\"[^>]*value=\"([^\"]+)\"").matcher(text(asked));
        assertThat(known.find()).isTrue();

        assertThat(create(
                        "funders", "European Comission\nSomebody of whom nobody knows",
                        "doubted[0]", "European Comission",
                        "meant[0]", known.group(1)))
                .hasStatus3xxRedirection();

        assertThat(lists("select name from programme_body where programme = ? order by position"))
                .containsExactly("European Commission", "Somebody of whom nobody knows");
        assertThat(lists("""
            select o.code from programme_body b join organisation o on o.id = b.organisation where b.programme = ?
            """)).containsExactly("european-commission");
    }

    @Test
    void aBodyThatIsSomebodyElseStaysAsItIsWritten() {
        assertThat(create(
                        "funders", "European Comission",
                        "doubted[0]", "European Comission",
                        "meant[0]", "European Comission"))
                .hasStatus3xxRedirection();

        assertThat(lists("select name from programme_body where programme = ?")).containsExactly("European Comission");
        edit("funders", "European Comission");
        assertThat(lists("select name from programme_body where programme = ?"))
                .as("what stands already is not asked about again")
                .containsExactly("European Comission");
    }

    @Test
    void namesAreReadWithCommasAndSemicolonsBetweenThem() {
        create(
                "funders", "European Union; Ramboll",
                "implementing", "European Union, Ramboll, Somebody of whom nobody knows",
                "supporting", "Ministry of Rivers, Seoul",
                "scope", "ASEAN, Viet Nam; Thailand");

        assertThat(lists("select name from programme_body where role = 'funder' and programme = ? order by position"))
                .containsExactly("European Union", "Ramboll");
        assertThat(lists("select name from programme_body where role = 'implementing' and programme = ? order"
                        + " by position"))
                .containsExactly("European Union", "Ramboll", "Somebody of whom nobody knows");
        assertThat(lists("select name from programme_body where role = 'supporting' and programme = ?"))
                .containsExactly("Ministry of Rivers, Seoul");
        assertThat(lists("select unnest(scope) from programme where id = ?"))
                .containsExactly("ASEAN", "Viet Nam", "Thailand");
    }

    @Test
    void whatCannotBeReadIsSaidAtItsField() {
        assertThat(create(
                        "callOpens", "2099-05",
                        "callCloses", "2099-03",
                        "callAt", "javascript:alert(1)",
                        "budget", "much",
                        "contactMail", "nobody"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "href=\"#callCloses\"",
                        "href=\"#callAt\"",
                        "href=\"#budget\"",
                        "href=\"#currency\"",
                        "href=\"#contactMail\"",
                        "value=\"much\"");
    }

    @Test
    void theEmblemStandsBesideTheFundingLineUntilItIsTakenAway() {
        create("fundingLine.original", "Paid by the people of the river.");

        assertThat(emblem("RIVERS", SVG)).hasRedirectedUrl("/programmes/RIVERS/edit");
        var picture = Pattern.compile("class=\"emblem\"\\s+src=\"([^\"]+)\"");
        var shown = picture.matcher(shown("/programmes/RIVERS", false));
        assertThat(shown.find()).isTrue();
        assertThat(browser.get().uri(URI.create(shown.group(1)))).hasStatusOk().hasBodyTextEqualTo(SVG);
        assertThat(shown("/programmes/RIVERS/one-pager", false)).containsPattern(picture);

        assertThat(emblem("RIVERS", "no picture").getMvcResult().getFlashMap().get("notice"))
                .isEqualTo("programmes.emblem.no-picture");
        assertThat(shown("/programmes/RIVERS", false)).contains(shown.group(1));

        assertThat(browser.post()
                        .uri("/programmes/RIVERS/emblem")
                        .multipart()
                        .param("remove", "true")
                        .with(as(Role.PROGRAMME_OFFICER)))
                .hasStatus3xxRedirection();
        assertThat(shown("/programmes/RIVERS", false)).doesNotContainPattern(picture);
        browser.post()
                .uri("/programmes/RIVERS/emblem")
                .multipart()
                .file(file(SVG))
                .with(as(Role.VOTER))
                .exchange();
        assertThat(shown("/programmes/RIVERS", false))
                .as("it is not for everyone to give it one")
                .doesNotContainPattern(picture);
    }

    @Test
    void whatFollowsBeginsWithTheSameFunderAndPeopleAndAnotherCall() {
        create(
                "callCloses", "2099-03-01",
                "contractNumber", "ACT/2099/7",
                "contactPost", "Programme officer",
                "fundingLine.original", "Paid by the people of the river.");
        emblem("RIVERS", SVG);

        browser.post()
                .uri("/programmes/RIVERS/copy")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("code", "RIVERS-2")
                .param("name", "Rivers, second part")
                .exchange();

        assertThat(shown("/programmes/RIVERS-2", true))
                .contains("Programme officer", "Paid by the people of the river.", "class=\"emblem\"", "Follows")
                .doesNotContain("ACT/2099/7", "2099");
    }

    @Test
    void theListSaysHowManyOfTheCitiesAreNamed() {
        assertThat(shown("/programmes?q=AGIR", false)).contains("9 named").doesNotContain("named of 27");
        assertThat(shown("/programmes?q=IUC", false)).contains("21 named").doesNotContain("20 stated");
        assertThat(shown("/programmes?q=IURC", false)).contains("named of 138");
        assertThat(shown("/programmes/YSAP", false)).contains(">Timetable</h2>").doesNotContain("Who takes part");
        assertThat(shown("/api/v1/programmes/ICP-AGIR", false))
                .contains("\"citiesTotal\":null", "\"cities\":9")
                .contains("\"themes\":[\"Urban regeneration\",\"Green innovation\",\"Circular economy\",\"Air"
                        + " quality\"]");
        assertThat(shown("/programmes/IURC", false)).doesNotContain("Cross-cutting challenges");
        assertThat(shown("/programmes/IURC/record", false)).contains("What cuts across all themes");
    }

    private MvcTestResult emblem(String programme, String content) {
        return browser.post()
                .uri("/programmes/" + programme + "/emblem")
                .multipart()
                .file(file(content))
                .with(as(Role.PROGRAMME_OFFICER))
                .exchange();
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "emblem.svg", "image/png", content.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult create(String... fields) {
        return sent("/programmes/new", fields);
    }

    /** With what is not named left as it stands in lists that were seen. */
    private void edit(String... fields) {
        assertThat(sent("/programmes/RIVERS/edit", fields)).hasRedirectedUrl("/programmes/RIVERS");
    }

    private MvcTestResult sent(String address, String... fields) {
        var request = browser.post()
                .uri(address)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("code", "RIVERS")
                .param("name.original", "Rivers")
                .param("name.language", "en")
                .param("kind", "city-to-city-cooperation")
                .param("published", "true")
                .param("version", "0");
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private List<String> lists(String select) {
        var programme = sql.sql("select id from programme where code = 'RIVERS'")
                .query(UUID.class)
                .single();
        return sql.sql(select).param(programme).query(String.class).list();
    }

    private String shown(String address, boolean atWork) {
        var request = browser.get().uri(address);
        return text(atWork ? request.with(as(Role.PROGRAMME_OFFICER)).exchange() : request.exchange());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
