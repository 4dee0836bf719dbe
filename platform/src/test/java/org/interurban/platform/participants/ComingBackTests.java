package org.interurban.platform.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.programmes.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;

/** Cities that are taken out of a programme and come back. */
@PlatformTest
@Transactional
class ComingBackTests {

    private static final String PROGRAMME = "IURC";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Programmes programmes;

    @Autowired
    Participants participants;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void load() {
        sample.load();
    }

    private Participants.Profile profile(String city) {
        return participants.profiles(programmes.idOf(PROGRAMME).orElseThrow(), Locale.ENGLISH).stream()
                .filter(profile -> profile.participant().organisationCode().equals(city))
                .findFirst()
                .orElseThrow();
    }

    private void post(String address, String... parameters) {
        var request = browser.post().uri("/programmes/" + PROGRAMME + address).with(as(Role.PROGRAMME_OFFICER));
        for (var i = 0; i + 1 < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        assertThat(request.exchange()).hasStatus3xxRedirection();
    }

    /** How often the public page says something of the profile. */
    private int shown(Participants.Profile profile) throws UnsupportedEncodingException {
        var page = browser.get()
                .uri("/cities/busan")
                .exchange()
                .getMvcResult()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return profile.lines().stream()
                .mapToInt(kept -> StringUtils.countOccurrencesOf(
                        page, HtmlUtils.htmlEscape(kept.line().statement())))
                .sum();
    }

    private void takeOut(String city) {
        post("/participants", "act", "remove", "organisation", city, "sure", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2031"})
    void aCityThatIsAddedAgainBringsItsProfile(String cohort) throws UnsupportedEncodingException {
        var before = profile("busan");
        assertThat(before.lines()).isNotEmpty();
        var shown = shown(before);

        takeOut("busan");
        assertThat(shown(before)).isLessThan(shown);
        post("/participants/add", "organisation", "busan", "group", "", "cohort", cohort);

        var now = profile("busan");
        assertThat(now.lines())
                .extracting(kept -> kept.line().statement())
                .containsExactlyElementsOf(before.lines().stream()
                        .map(kept -> kept.line().statement())
                        .toList());
        assertThat(now.participant().group()).isEqualTo(before.participant().group());
        assertThat(now.participant().languages()).isEqualTo(before.participant().languages());
        assertThat(participants.find(before.participant().programme(), "busan", Locale.ENGLISH))
                .as("the form shows the part that pairing reads")
                .hasValueSatisfying(part ->
                        assertThat(part.id()).isEqualTo(now.participant().id()));
        var interests = before.lines().stream()
                .filter(kept -> kept.line() instanceof ProfileLine.Interest)
                .count();
        assertThat(browser.get()
                        .uri("/programmes/" + PROGRAMME + "/participants.csv?q=busan")
                        .with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("," + interests + ",");
        assertThat(shown(before)).isEqualTo(shown);
    }

    @Test
    void whoTakesACityOutIsToldFirstWhatRestsOnIt() {
        var asked = browser.post()
                .uri("/programmes/" + PROGRAMME + "/participants")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("act", "remove")
                .param("organisation", "busan")
                .exchange();

        assertThat(asked)
                .hasStatusOk()
                .bodyText()
                .contains("/partnerships/IURC-Busan-Rotterdam", "Take them out all the same");
        assertThat(profile("busan").lines()).isNotEmpty();

        takeOut("busan");

        assertThat(participants.profiles(programmes.idOf(PROGRAMME).orElseThrow(), Locale.ENGLISH))
                .noneMatch(profile -> profile.participant().organisationCode().equals("busan"));
    }

    @Test
    void takingALeavingBackWakesNoEarlierPart() {
        sql.sql("""
            insert into participant (id, programme, organisation, cohort, left_on)
            select gen_random_uuid(), programme, organisation, '1999', date '1999-12-31' from participant
             where organisation = (select id from organisation where code = 'busan')
               and programme = (select id from programme where code = ?)
            """).param(PROGRAMME).update();

        takeOut("busan");
        post("/participants", "act", "return", "organisation", "busan");

        assertThat(sql.sql("select left_on::text from participant where cohort = '1999'")
                        .query(String.class)
                        .list())
                .containsExactly("1999-12-31");
        assertThat(profile("busan").lines()).isNotEmpty();
    }

    @Test
    void whoWasOnlyPossibleTakesPartOnceItIsAdded() {
        sql.sql("""
            update participant set status = 'possible'
             where organisation = (select id from organisation where code = 'busan')
            """).update();

        post("/participants/add", "organisation", "busan", "group", "", "cohort", "");

        assertThat(profile("busan").lines()).isNotEmpty();
    }

    @Test
    void whoComesBackIntoAnEarlierCohortTakesPartInTheGroupThatWasSaid() {
        sql.sql("""
            insert into participant (id, programme, organisation, programme_group, cohort, status, left_on)
            select gen_random_uuid(), programme, organisation, null, '1999', 'possible', date '1999-12-31' from participant
             where organisation = (select id from organisation where code = 'busan')
               and programme = (select id from programme where code = ?)
            """).param(PROGRAMME).update();
        takeOut("busan");

        post("/participants/add", "organisation", "busan", "group", "eu", "cohort", "1999");

        assertThat(profile("busan").participant().cohort()).isEqualTo("1999");
        assertThat(profile("busan").participant().group()).isEqualTo("eu");
    }
}
