package org.interurban.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import java.nio.charset.StandardCharsets;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class GroupPagesTests {

    private static final String GROUPS = "/programmes/IURC/groups";

    @Autowired
    MockMvcTester browser;

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
                GROUPS,
                GROUPS + "/new",
                GROUPS + "/eu/edit",
                GROUPS + "/eu/remove",
                "/programmes/IURC",
                "/rounds/new?programme=IURC"
            })
    void everyPageOpensInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    @Test
    void aProgrammeHasAsManyGroupsAsItLikesAndCallsThemAsItLikes() {
        keep(GROUPS + "/new", "name.original", "Cities of the river", "name.in[ko]", "강 도시", "colour", "gold");
        put("busan", "cities-of-the-river");

        assertThat(page("/programmes/IURC/participants")).contains("Cities of the river");
        assertThat(page("/programmes/IURC?lang=ko")).contains("강 도시");
        assertThat(page("/rounds/new?programme=IURC")).contains("Cities of the river: 1 city");
    }

    @Test
    void aRoundBeginsWithTheGroupsThatArePairedWithEachOther() {
        keep(GROUPS + "/new", "name.original", "North", "colour", "gold");
        keep(GROUPS + "/new", "name.original", "South", "colour", "pink", "counterpart", "north");
        keep(GROUPS + "/eu/edit", "name.original", "European Union", "colour", "blue", "counterpart", "");
        keep(GROUPS + "/non-eu/edit", "name.original", "Others", "colour", "blue", "counterpart", "", "after", "eu");
        put("busan", "north");
        put("rotterdam", "south");

        assertThat(page("/rounds/new?programme=IURC"))
                .contains(
                        "<option value=\"north\" selected=\"selected\">",
                        "<option value=\"south\" selected=\"selected\">");
    }

    @Test
    void whatTheFirstGroupHostsIsDrawnAboveTheLine() {
        var before = above("busan");

        keep(
                GROUPS + "/non-eu/edit",
                "name.original",
                "Outside the EU",
                "colour",
                "orange",
                "counterpart",
                "eu",
                "after",
                "");

        assertThat(before).isFalse();
        assertThat(above("busan")).isTrue();
        assertThat(above("rotterdam")).isFalse();
        assertThat(page("/programmes/IURC")).contains("hosted by a city of “Outside the EU”");
    }

    @Test
    void whoeverRemovesAGroupSeesWhatStandsInItAndItStandsInNoneAfterwards() {
        assertThat(page(GROUPS + "/eu/remove"))
                .contains("3 cities take part in it", "3 partnerships have members out of it");

        keep(GROUPS + "/eu/remove");

        assertThat(sql.sql("""
                select group_code from participant_brief a join organisation o on o.id = a.organisation
                 where o.code = 'dublin' and a.programme = (select id from programme where code = 'IURC')
                """).query(String.class).single()).isEmpty();
        assertThat(page("/programmes/IURC")).contains("Other cities", "Dublin");
        assertThat(sql.sql("select act from audit_act order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("programmes.group-removed");
    }

    @Test
    void aGroupIsChosenAndNeverTyped() {
        assertThat(sent("/programmes/IURC/participants", "act", "group", "organisation", "busan", "group", "EU"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(sent(GROUPS + "/new", "name.original", "North", "colour", "gold", "counterpart", "nobody"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sent(GROUPS + "/new", "name.original", "North", "colour", "mud"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sent(GROUPS + "/new", "name.original", "North", "colour", "gold", "cities", "-3"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean above(String city) {
        return sql.sql("""
                select m.above from partnership_member_view m join organisation o on o.id = m.organisation
                  join partnership p on p.id = m.partnership
                 where p.code = 'IURC-Busan-Rotterdam' and o.code = ?
                """).param(city).query(Boolean.class).single();
    }

    private void put(String city, String group) {
        assertThat(sent("/programmes/IURC/participants", "act", "group", "organisation", city, "group", group))
                .hasStatus3xxRedirection();
    }

    private void keep(String address, String... fields) {
        assertThat(sent(address, fields)).hasRedirectedUrl(GROUPS);
    }

    private MvcTestResult sent(String address, String... fields) {
        var request = browser.post()
                .uri(address)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("version", "0")
                .param("name.language", "en");
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(String address) {
        return new String(
                browser.get()
                        .uri(address)
                        .with(as(Role.PROGRAMME_OFFICER))
                        .exchange()
                        .getMvcResult()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
