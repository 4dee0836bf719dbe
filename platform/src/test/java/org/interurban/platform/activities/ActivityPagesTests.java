package org.interurban.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.interurban.platform.Opening.assertOpens;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ActivityPagesTests {

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
    @CsvSource({
        "'', 87",
        "programme=IURC, 13",
        "partnership=IURC-Seoul-Dublin, 3",
        "type=study-visit, 16",
        "country=KR, 19",
        "year=2023, 7",
        "city=dublin, 4",
        "status=planned, 7"
    })
    void everyoneCountsTheActivities(String filter, int total) {
        assertThat(browser.get().uri("/api/v1/activities?" + filter))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(total);
    }

    @Test
    void aDateIsWrittenAsExactlyAsItIsKnown() {
        assertThat(browser.get().uri("/api/v1/activities/SV-02"))
                .bodyText()
                .contains("\"start\":\"2023-02\"", "\"precision\":\"month\"");
        assertThat(browser.get().uri("/activities/SV-02")).bodyText().contains("Feb 2023", "the day is not known");
        assertThat(browser.get().uri("/activities/SV-02?lang=ko")).bodyText().contains("2023년 2월");
    }

    @Test
    void onlyThoseWhoWorkOnItSeeThatDocumentsDisagree() {
        assertThat(browser.get().uri("/activities/SV-02")).bodyText().doesNotContain("Documents disagree");
        assertThat(browser.get().uri("/activities/SV-02").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Documents disagree");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activities",
                "/activities?q=nothing-of-this-kind",
                "/activities/calendar",
                "/activities/calendar?month=2022-07&programme=IURC",
                "/activities/CN-01",
                "/activities/SV-01",
                "/activities/new",
                "/activities/new?partnership=IURC-Seoul-Dublin",
                "/activities/SV-01/edit",
                "/activities/EV-03/cancel"
            })
    void everyPageOpensInBothLanguages(String page) {
        assertOpens(browser, page);
    }

    @Test
    void theMonthShowsItsDaysAndNamesTheRestBesideIt() {
        assertThat(browser.get().uri("/activities/calendar?month=2022-07"))
                .bodyText()
                .contains("July 2022", "Study visit of Rotterdam in Busan", "the day is not known");
        assertThat(browser.get().uri("/activities/calendar?month=soon")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aFeedHoldsWhatHasADateAndSaysWhereTheDayIsNotKnown() {
        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin/activities.ics?vague=yes"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/calendar")
                .bodyText()
                .contains(
                        "DTSTART;VALUE=DATE:20220829",
                        "DTEND;VALUE=DATE:20220902",
                        "UID:SV-01@interurban",
                        "UID:SV-02@interurban",
                        "DTSTART;VALUE=DATE:20230201",
                        "DTEND;VALUE=DATE:20230301",
                        "Feb 2023\\, the day is not known)",
                        "TRANSP:TRANSPARENT")
                .satisfies(feed -> assertThat(Pattern.compile("TRANSP:TRANSPARENT")
                                .matcher(feed)
                                .results())
                        .hasSizeLessThan(4));
        var all = browser.get().uri("/activities.ics?vague=yes").exchange();
        assertThat(all).bodyText().satisfies(feed -> assertThat(
                        Pattern.compile("BEGIN:VEVENT").matcher(feed).results())
                .hasSize(sql.sql("""
                    select count(*) from activity a
                     where from_on is not null and published and status <> 'proposed'
                    """).query(Integer.class).single()));
        assertThat(unfolded(all)).containsPattern("X-WR-CALDESC:.*no date is known");
        assertThat(browser.get().uri("/activities.ics?type=study-visit")).hasStatusOk();
        assertThat(browser.get().uri("/programmes/IURC/activities.ics")).hasStatusOk();
        assertThat(browser.get().uri("/programmes/NOWHERE/activities.ics")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFeedFillsNoDaysWithWhatIsKnownOnlyByMonthOrYear() throws Exception {
        var feed = calendar("/activities.ics");

        assertThat(feed.<VEvent>getComponents(Component.VEVENT)).isNotEmpty().allSatisfy(event -> assertThat(
                        event.getProperty(Property.TRANSP))
                .isEmpty());
        assertThat(feed.getProperty("X-WR-CALDESC"))
                .hasValueSatisfying(said -> assertThat(said.getValue()).contains("vague=yes"));
    }

    @Test
    void aFeedIsValidAlsoWithoutAnEvent() throws Exception {
        for (var address : List.of(
                "/activities.ics",
                "/activities.ics?vague=yes",
                "/activities.ics?year=1950",
                "/programmes/IURC/activities.ics",
                "/partnerships/IURC-Seoul-Dublin/activities.ics?vague=yes")) {
            var feed = calendar(address);

            assertThat(feed.validate().getEntries()).as(address).isEmpty();
            assertThat(feed.getComponents()).as(address).isNotEmpty();
            assertThat(feed.getComponents(Component.VTIMEZONE)).as(address).isEmpty();
            assertThat(feed.getProperty("REFRESH-INTERVAL")).as(address).isPresent();
        }
    }

    @Test
    void onlyWhatWasHeldIsCertain() throws Exception {
        sql.sql("update activity set status = 'planned' where code = 'SV-01'").update();

        var events = calendar("/activities.ics").<VEvent>getComponents(Component.VEVENT);

        assertThat(events)
                .filteredOn(event ->
                        event.getRequiredProperty(Property.UID).getValue().startsWith("SV-01@"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getRequiredProperty(Property.STATUS).getValue())
                            .isEqualTo("TENTATIVE");
                    assertThat(event.getProperty(Property.LAST_MODIFIED)).isPresent();
                });
    }

    @Test
    void theFeedOfAPartnershipHoldsWhatItSignedToo() throws Exception {
        var feed = calendar("/partnerships/IURC-Seoul-Dublin/activities.ics?vague=yes");

        assertThat(feed.<VEvent>getComponents(Component.VEVENT))
                .extracting(event -> event.getRequiredProperty(Property.URL).getValue())
                .anyMatch(link -> link.contains("/agreements/"))
                .doesNotHaveDuplicates();
    }

    private Calendar calendar(String address) throws Exception {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return new CalendarBuilder()
                .build(new StringReader(answer.getResponse().getContentAsString(StandardCharsets.UTF_8)));
    }

    @Test
    void aFeedLeavesOutWhatNoCalendarCanHoldAndSaysSo() {
        keptSince("SV-01", "9999-12-30", "9999-12-31", "day");
        keptSince("SV-02", "10000-01-01", "10000-01-31", "month");
        keptSince("SV-03", "0202-01-01", "0202-12-31", "year");
        var left = sql.sql("""
            select count(*) from activity a
             where (from_on is null or to_on >= '9999-12-31') and published and status <> 'proposed'
            """).query(Integer.class).single();

        var feed = browser.get().uri("/activities.ics?vague=yes").exchange();

        assertThat(unfolded(feed))
                .contains("DTSTART;VALUE=DATE:02020101", "X-WR-CALDESC:" + left + " activities")
                .doesNotContain("UID:SV-01@", "UID:SV-02@")
                .doesNotContainPattern("(DTSTART|DTEND);VALUE=DATE:(?![0-9]{8}\\R)");
        for (var page : new String[] {"/activities", "/activities/SV-01", "/activities/SV-02", "/activities/SV-03"}) {
            assertThat(browser.get().uri(page)).as(page).hasStatusOk();
        }
    }

    private static String unfolded(MvcTestResult feed) {
        assertThat(feed).hasStatusOk();
        try {
            return feed.getResponse().getContentAsString(StandardCharsets.UTF_8).replaceAll("\\R ", "");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void keptSince(String code, String from, String to, String precision) {
        sql.sql("update activity set from_on = ?::date, to_on = ?::date, precision = ? where code = ?")
                .params(from, to, precision, code)
                .update();
    }

    @Test
    void aVisitIsProposedByMonthAndPlannedByDay() {
        var address = browser.post()
                .uri("/activities/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("partnership", "IURC-Seoul-Dublin")
                .param("type", "study-visit")
                .param("host", "dublin")
                .param("start", "2027-05")
                .param("status", "proposed")
                .param("mode", "in-person")
                .param("published", "true")
                .exchange()
                .getMvcResult()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).isEqualTo("/activities/SV-IURC-Seoul-Dublin-1");
        assertThat(browser.get().uri("/api/v1/activities/SV-IURC-Seoul-Dublin-1"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri(address).with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Study visit of Seoul in Dublin", "May 2027", "Ask the partner");

        assertThat(browser.post()
                        .uri(address + "/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("type", "study-visit")
                        .param("title.original", "Seoul visits Dublin")
                        .param("host", "dublin")
                        .param("visitor", "seoul")
                        .param("start", "2027-05-10")
                        .param("end", "2027-05-14")
                        .param("status", "planned")
                        .param("published", "true")
                        .param("version", "0"))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/api/v1/activities/SV-IURC-Seoul-Dublin-1"))
                .hasStatusOk()
                .bodyText()
                .contains("\"start\":\"2027-05-10\"", "\"end\":\"2027-05-14\"", "\"country\":\"IE\"");
        assertThat(sql.sql("select string_agg(act, ' ' order by id) from audit_act where subject_key ="
                                + " 'SV-IURC-Seoul-Dublin-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("activities.planned activities.changed");
    }

    @Test
    void aProposalIsForEveryoneOnlyWhereSomebodySaysSo() {
        assertThat(browser.get()
                        .uri("/activities/new?partnership=IURC-Seoul-Dublin")
                        .with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("name=\"published\"")
                .doesNotContainPattern("<input[^>]*name=\"published\"[^>]*checked");
    }

    @Test
    void ofAProposalThatIsCalledOffNobodyElseEverHears() {
        sql.sql("update activity set status = 'proposed' where code = 'EV-03'").update();

        assertThat(browser.post()
                        .uri("/activities/EV-03/cancel")
                        .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/api/v1/activities/EV-03")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/api/v1/activities/EV-03").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("\"status\":\"cancelled\"");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTyped() {
        assertThat(browser.post()
                        .uri("/activities/new")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("partnership", "IURC-Seoul-Dublin")
                        .param("type", "study-visit")
                        .param("start", "2027-05-14")
                        .param("end", "2027-05-10")
                        .param("status", "planned"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("href=\"#host\"", "href=\"#end\"", "value=\"2027-05-14\"");
    }

    @Test
    void callingOffKeepsTheRecord() {
        assertThat(browser.post()
                        .uri("/activities/EV-03/cancel")
                        .param("reason", "A strike")
                        .with(TestPeople.holding(sql, Role.PROGRAMME_OFFICER))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/api/v1/activities/EV-03")).bodyText().contains("\"status\":\"cancelled\"");
    }

    @Test
    void whatIsCalledOffStaysOnThePageOfThePartnershipWithItsReasonForThoseWhoWorkOnIt() {
        sql.sql("update activity set status = 'cancelled', stopped_reason = 'A strike' where code = 'SV-02'")
                .update();

        assertThat(browser.get().uri("/partnerships/IURC-Seoul-Dublin"))
                .bodyText()
                .containsPattern("(?s)/activities/SV-02\"[^>]*>.{0,900}Called off");
        assertThat(browser.get().uri("/activities/SV-02").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("A strike");
        assertThat(browser.get().uri("/activities/SV-02")).bodyText().doesNotContain("A strike");
    }

    @Test
    void allWhoHostAndAllWhoComeAreShown() {
        var page = browser.get().uri("/activities/WC-02").exchange();

        sql.sql("""
            select o.code from activity_takes_part x join activity a on a.id = x.activity
              join organisation o on o.id = x.organisation where a.code = 'WC-02'
            """).query(String.class).list().forEach(code -> assertThat(page)
                .bodyText()
                .contains("/" + code + "\""));
        assertThat(browser.get().uri("/api/v1/activities/WC-02"))
                .bodyJson()
                .extractingPath("$.activity.visitors.length()")
                .isEqualTo(4);
    }

    @Test
    void furtherHostsAndVisitorsAreNamedByAnyOfTheirNames() {
        assertThat(furtherVisitors("Busan\nRotterdam")).hasStatus3xxRedirection();

        assertThat(browser.get().uri("/api/v1/activities/SV-01").with(as(Role.PROGRAMME_OFFICER)))
                .bodyJson()
                .extractingPath("$.activity.visitors[*].code")
                .asArray()
                .containsExactly("dublin", "busan", "rotterdam");
        assertThat(browser.get().uri("/activities/SV-01/edit").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Busan, KR (busan)\nRotterdam, NL (rotterdam)");
    }

    @ParameterizedTest
    @CsvSource({"Atlantis-on-Sea, The directory has no", "Seoul, The visiting city is the host city"})
    void whoCannotTakePartIsRefusedAtTheField(String name, String words) {
        assertThat(furtherVisitors(name))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains(words);
    }

    private MvcTestResult furtherVisitors(String names) {
        return browser.post()
                .uri("/activities/SV-01/edit")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("type", "study-visit")
                .param("title.original", "Many come")
                .param("host", "seoul")
                .param("visitor", "dublin")
                .param("furtherVisitors", names)
                .param("start", "2022-08-29")
                .param("status", "held")
                .param("published", "true")
                .param("version", "0")
                .exchange();
    }

    @Test
    void anActivityIsEnteredForAWholeProgrammeWithAllThatStandsAroundIt() {
        var entered = browser.post()
                .uri("/activities/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("programme", "IURC")
                .param("type", "workshop")
                .param("title.original", "Workshop on harbours")
                .param("furtherHosts", "Busan\nSeoul")
                .param("furtherVisitors", "Rotterdam\nDublin")
                .param("start", "2027-05-10")
                .param("status", "planned")
                .param("published", "true")
                .param("place", "Old customs house")
                .param("organiser", "Port of Busan")
                .param("partners", "Seamen's club\nSchool of trades")
                .param("participants", "20 people of nine countries")
                .param("parent", title("EV-03"))
                .exchange();
        assertThat(entered).hasStatus3xxRedirection();
        var address = entered.getMvcResult().getResponse().getRedirectedUrl();

        assertThat(browser.get().uri(address))
                .bodyText()
                .contains(
                        "Busan", "Seoul", "Rotterdam", "Dublin", "Port of Busan", "School of trades", "nine countries")
                .contains("/activities/EV-03");
        assertThat(browser.get().uri(address + "/edit").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Old customs house", title("EV-03"));
        assertThat(browser.get().uri("/api/v1/activities?programme=IURC&q=harbours"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
    }

    private String title(String code) {
        return sql.sql("select title from activity where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    @Test
    void theNetworkHasActivitiesOfItsOwnWhichAreRemoved() {
        var entered = browser.post()
                .uri("/activities/new")
                .with(as(Role.PROGRAMME_OFFICER))
                .param("network", "true")
                .param("type", "congress")
                .param("title.original", "Ninth congress")
                .param("start", "2020-05")
                .param("status", "planned")
                .param("published", "true")
                .exchange();
        var address = entered.getMvcResult().getResponse().getRedirectedUrl();
        assertThat(browser.get().uri(address)).bodyText().contains("What came of it is not recorded");

        assertThat(browser.post().uri(address + "/remove").with(as(Role.PROGRAMME_OFFICER)))
                .hasStatus3xxRedirection();
        assertThat(browser.get().uri(address).with(as(Role.PROGRAMME_OFFICER))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/activities?q=Ninth")).bodyText().doesNotContain("Ninth congress");
    }

    @ParameterizedTest
    @CsvSource({"programme, IURC", "network, true"})
    void whoSpeaksForACityEntersNothingForAProgrammeOrTheNetwork(String of, String which) {
        var city = sql.sql("select id from organisation where code = 'dublin'")
                .query(UUID.class)
                .single();
        var dublin = as(AccountId.next(), Scope.city(new OrganisationId(city)), Role.FOCAL_POINT);

        assertThat(browser.get().uri("/activities/new?" + of + "=" + which).with(dublin))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.post()
                        .uri("/activities/new")
                        .with(dublin)
                        .param(of, which)
                        .param("type", "workshop")
                        .param("title.original", "Ours")
                        .param("furtherHosts", "Dublin")
                        .param("start", "2027-05-10")
                        .param("status", "proposed"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void nothingIsAPartOfItself() {
        sql.sql("update activity set parent = (select id from activity where code = 'SV-01') where code = 'SV-02'")
                .update();

        assertThat(browser.post()
                        .uri("/activities/SV-01/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("type", "study-visit")
                        .param("title.original", "Round")
                        .param("host", "seoul")
                        .param("parent", title("SV-02"))
                        .param("start", "2022-08-29")
                        .param("status", "held")
                        .param("version", "0"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("This is a part of what you are editing");
    }

    @Test
    void aChangeThatWasOvertakenIsNotLost() {
        assertThat(browser.post()
                        .uri("/activities/SV-01/edit")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("type", "study-visit")
                        .param("title.original", "Mine")
                        .param("host", "seoul")
                        .param("start", "2022")
                        .param("status", "held")
                        .param("version", "5"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("value=\"Mine\"", "Somebody else saved this meanwhile", "id=\"title.original-stands\"")
                .contains("name=\"version\" value=\"0\"");
    }
}
