package org.interurban.platform.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
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
class TopicListPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    List<RestsOnTopics> resting;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topics",
                "/topics?taxonomy=cooperation-topics",
                "/topic-lists/new",
                "/topic-lists/cooperation-topics/edit",
                "/topic-lists/cooperation-topics/paste",
                "/topic-lists/cooperation-topics/remove",
                "/topic-lists/cooperation-topics/topics/new"
            })
    void everyPageOpensInBothLanguages(String page) {
        sample.load();

        assertOpens(browser, page);
    }

    @Test
    void anEmptyNetworkMakesItsUsualListByPastingIt() {
        keep(
                "/topic-lists/new",
                "name.original",
                "Our topics",
                "usual",
                "true",
                "topics",
                "Water > Floods\nWaste = refuse");

        assertThat(labels("our-topics")).containsExactly("Water", "Floods", "Waste");
        assertThat(sql.sql("select p.label from topic t join topic p on p.id = t.parent where t.label = 'Floods'")
                        .query(String.class)
                        .single())
                .isEqualTo("Water");
        assertThat(page("/topics")).contains("Our topics", "The usual list of the network", "3 topics");
        assertThat(page("/topics/our-topics/waste")).contains("refuse");
    }

    @Test
    void asksOnceAboutWhatIsMuchLikeATopicThatIsThere() {
        keep("/topic-lists/new", "name.original", "Rivers", "topics", "Flood risk");

        var asked = send("/topic-lists/rivers/paste", "topics", "Flood risks\nflood RISK\nPorts");

        assertThat(asked)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("“Flood risks” is much like “Flood risk”");
        assertThat(labels("rivers")).containsExactly("Flood risk");

        keep("/topic-lists/rivers/paste", "topics", "Flood risks\nflood RISK\nPorts", "asked", "true");

        assertThat(labels("rivers")).containsExactly("Flood risk", "Ports");

        keep("/topic-lists/rivers/paste", "topics", "Flood risks", "asked", "true", "sure", "Flood risks");

        assertThat(labels("rivers")).containsExactly("Flood risk", "Ports", "Flood risks");
    }

    /** What waits for the next page waits in the session, which the database keeps. */
    @Test
    void asksAboutLinesOfANewListThatAreMuchLikeEachOther() {
        var made = send("/topic-lists/new", "name.original", "Rivers", "topics", "Water supply\nWater supplies\nPorts");

        assertThat(made).hasRedirectedUrl("/topic-lists/rivers/paste");
        assertThat(labels("rivers")).containsExactly("Water supply", "Ports");
        assertThat(made.getMvcResult().getFlashMap().get("doubts"))
                .asString()
                .contains("written=Water supplies", "known=Water supply");
    }

    @Test
    void marksThatNobodySeesAreLeftOutOfWhatIsSent() {
        keep("/topic-lists/new", "name.original", "Ri\u202Eve\u0007rs", "topics", "Wa\u2067ter");

        assertThat(labels("rivers")).containsExactly("Water");
        assertThat(page("/topics")).contains("Rivers");
    }

    /** Else it would become the one in which all others speak, and stand on the public form for cities. */
    @Test
    void theListOfOneProgrammeNeverBecomesTheUsualOneOfAll() {
        sample.load();
        var list = sql.sql("select code from taxonomy where programme is not null order by code limit 1")
                .query(String.class)
                .single();
        var usual = sql.sql("select code from taxonomy where usual")
                .query(String.class)
                .single();

        assertThat(page("/topic-lists/" + list + "/edit")).doesNotContain("name=\"usual\"");
        assertThat(page("/topic-lists/" + usual + "/edit")).contains("name=\"usual\"");
        keep(
                "/topic-lists/" + list + "/edit",
                "name.original",
                "Renamed",
                "usual",
                "true",
                "version",
                sql.sql("select version::text from taxonomy where code = ?")
                        .param(list)
                        .query(String.class)
                        .single());

        assertThat(sql.sql("select code from taxonomy where usual")
                        .query(String.class)
                        .list())
                .containsExactly(usual);
        assertThat(sql.sql("select name from taxonomy where code = ?")
                        .param(list)
                        .query(String.class)
                        .single())
                .isEqualTo("Renamed");
    }

    @Test
    void aTopicStandsWhereItIsPlacedAndNeverBelowItself() {
        keep("/topic-lists/new", "name.original", "Rivers", "topics", "Water > Floods\nPorts");

        keep("/topic-lists/rivers/topics/ports/edit", "label.original", "Ports", "after", "", "version", "0");

        assertThat(labels("rivers")).containsExactly("Ports", "Water", "Floods");
        assertThat(send(
                        "/topic-lists/rivers/topics/water/edit",
                        "label.original",
                        "Water",
                        "parent",
                        "floods",
                        "version",
                        "0"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("A topic cannot stand below itself.");
    }

    @Test
    void whatNamesATopicIsShownBeforeItGoesAndNamesTheOtherOnceTheyAreOne() {
        sample.load();
        var codes = sql.sql("""
            select t.code from topic_label t where t.taxonomy = 'cooperation-topics'
               and exists (select from partnership p where p.topic = t.id) order by t.position limit 2
            """).query(String.class).list();
        var page = page("/topic-lists/cooperation-topics/topics/" + codes.getFirst() + "/remove");
        assertThat(page).contains("The theme of 1 partnership");
        var both = named(codes.getFirst()) + named(codes.getLast());

        keep("/topic-lists/cooperation-topics/topics/" + codes.getFirst() + "/remove", "into", codes.getLast());

        assertThat(named(codes.getLast())).isEqualTo(both);
        assertThat(named(codes.getFirst())).isZero();
    }

    @Test
    void everyColumnThatNamesATopicIsMovedWithIt() {
        var columns = sql.sql("""
            select conrelid::regclass::text from pg_constraint
             where contype = 'f' and confrelid = 'topic'::regclass and conrelid not in ('topic'::regclass, 'crosswalk'::regclass)
            """).query(String.class).list();

        assertThat(columns).isNotEmpty();
        assertThat(columns).allSatisfy(column -> assertThat(resting)
                .anyMatch(those -> those.counted().contains(" from " + column + " where topic")));
    }

    @Test
    void aListGoesWithItsTopicsAndWhatNamedThemKeepsItsWords() {
        sample.load();
        var statements =
                sql.sql("select count(*) from profile_line").query(Long.class).single();

        keep("/topic-lists/cooperation-topics/remove");

        assertThat(sql.sql("select count(*) from taxonomy where code = 'cooperation-topics'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select count(*) from profile_line")
                        .query(Long.class)
                        .single())
                .isEqualTo(statements);
    }

    @Test
    void theThemesOfANewProgrammeAreTopicsThatItsCitiesCanChoose() {
        keep(
                "/programmes/new",
                "name.original",
                "Green Cities",
                "kind",
                "city-to-city-cooperation",
                "taxonomy",
                "*",
                "themes",
                "Water and floods\nPorts > Shore power");

        assertThat(labels("green-cities")).containsExactly("Water and floods", "Ports", "Shore power");
        assertThat(sql.sql("""
            select count(*) from programme_theme h join programme p on p.id = h.programme
             where p.code = 'green-cities' and h.topic is not null
            """).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void whoeverKeepsNoListsIsRefused() {
        keep("/topic-lists/new", "name.original", "Rivers", "topics", "Ports");

        assertThat(browser.get().uri("/topic-lists/rivers/edit").with(as(Role.FUNDER)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.get().uri("/topic-lists/nowhere/edit").with(as(Role.PROGRAMME_OFFICER)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private List<String> labels(String list) {
        return sql.sql("select label from topic_label where taxonomy = ? order by position")
                .param(list)
                .query(String.class)
                .list();
    }

    private long named(String code) {
        return sql.sql("""
            select (select count(*) from partnership p join topic_label t on t.id = p.topic where t.code = :code)
                 + (select count(*) from profile_line l join topic_label t on t.id = l.topic where t.code = :code)
            """).param("code", code).query(Long.class).single();
    }

    private String page(String address) {
        var result = browser.get().uri(address).with(as(Role.PROGRAMME_OFFICER)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void keep(String address, String... fields) {
        assertThat(send(address, fields)).hasStatus(HttpStatus.FOUND);
    }

    private MvcTestResult send(String address, String... fields) {
        var request = browser.post()
                .uri(address)
                .with(as(Role.PROGRAMME_OFFICER))
                .param("name.language", "en")
                .param("label.language", "en");
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
