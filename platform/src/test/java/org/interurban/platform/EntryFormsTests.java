package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.Objects;
import java.util.regex.Pattern;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What the documents of a network say can be entered by a person and read again where everyone reads it. */
@PlatformTest
@Transactional
class EntryFormsTests {

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
                "joint-initiative",
                "pilot-action",
                "technical-exchange",
                "knowledge-sharing",
                "joint-event",
                "joint-policy-study",
                "joint-presentation",
                "global-showcase",
                "cross-participation",
                "university-cooperation",
                "educational-exchange",
                "business-collaboration",
                "joint-business-venture",
                "joint-funding-application",
                "cooperation-expansion"
            })
    void anActionOfEveryKindStandsOnThePageOfItsPartnership(String kind) {
        action(kind, "planned");

        assertThat(browser.get().uri("/partnerships/IURC-Busan-Rotterdam"))
                .bodyText()
                .contains("An example of an action");
        assertThat(form()).containsPattern("value=\"" + kind + "\" selected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"listed", "discussed", "intended", "pledged", "planned", "decided", "under-way", "carried-out"})
    void anActionSaysHowFarItHasCome(String stage) {
        action("joint-initiative", stage);

        assertThat(form()).containsPattern("value=\"" + stage + "\" selected");
    }

    private void action(String kind, String status) {
        kept(post(
                Role.PROGRAMME_OFFICER,
                "/actions/new",
                "partnership",
                "IURC-Busan-Rotterdam",
                "kind",
                kind,
                "statement.original",
                "An example of an action",
                "status",
                status));
    }

    private String form() {
        return read("/actions/"
                + sql.sql("select code from plan_item where statement = 'An example of an action'")
                        .query(String.class)
                        .single()
                + "/edit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memorandum-of-understanding", "letter-of-intent", "joint-declaration"})
    void anAgreementOfEveryTypeNamesItsPartiesAndItsPlace(String type) {
        kept(post(
                Role.PROGRAMME_OFFICER,
                "/agreements/new",
                "partnership",
                "IURC-Busan-Rotterdam",
                "type",
                type,
                "title.original",
                "An example of an agreement",
                "status",
                "signed",
                "date",
                "2026-11",
                "place",
                "Busan",
                "parties",
                "Example University\nExample Institute"));

        assertThat(browser.get().uri("/api/v1/agreements/AG-IURC-Busan-Rotterdam-01"))
                .bodyText()
                .contains(
                        "\"type\":\"" + type + "\"",
                        "\"place\":\"Busan\"",
                        "\"parties\":[\"Example University\",\"Example Institute\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "study-visit,       2027,       '',         2027,       '',         in-person",
        "study-visit,       2027-02,    '',         2027-02,    '',         in-person",
        "study-visit,       2026-08-29, 2026-09-01, 2026-08-29, 2026-09-01, in-person",
        "bilateral-meeting, 2026,       '',         2026,       '',         online",
        "working-meeting,   2026-10-05, 2026-10-09, 2026-10-05, 2026-10-09, hybrid",
        "signing-ceremony,  2026-11-03, '',         2026-11-03, '',         in-person"
    })
    void anActivityKeepsItsTypeItsModeAndItsDateAsExactlyAsItIsKnown(
            String type, String start, String end, String startKept, String endKept, String mode) {
        var address = kept(post(
                Role.PROGRAMME_OFFICER,
                "/activities/new",
                "partnership",
                "IURC-Seoul-Dublin",
                "type",
                type,
                "host",
                "dublin",
                "start",
                start,
                "end",
                end,
                "mode",
                mode,
                "status",
                "planned",
                "published",
                "true"));

        assertThat(browser.get().uri("/api/v1" + address))
                .bodyText()
                .contains(
                        "\"type\":\"" + type + "\"",
                        "\"start\":\"" + startKept + "\"",
                        endKept.isEmpty() ? "" : "\"end\":\"" + endKept + "\"",
                        "\"mode\":\"" + mode + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count | many of them | Write one number or a range",
                "undated | true | A date stands above",
                "country | ZZ | Choose one of the countries",
                "parent | Study visit | goes by the title",
                "parent | An example twice | write the code of the one you mean, AN-1"
            })
    void whatCannotBeIsSaidAtTheFieldOfAnActivity(String field, String typed, String said) {
        sql.sql("""
            insert into activity (id, code, type, title, status)
            select gen_random_uuid(), 'AN-' || n, 'conference', 'An example twice', 'planned' from generate_series(1, 2) n
            """).update();

        assertThat(post(
                        Role.PROGRAMME_OFFICER,
                        "/activities/new",
                        "network",
                        "true",
                        "type",
                        "conference",
                        "start",
                        "2020-05",
                        "status",
                        "held",
                        field,
                        typed))
                .hasStatus(422)
                .bodyText()
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource({"congress, in-person", "legislative-meeting, online", "seminar, hybrid", "fair, in-person"})
    void theNetworkHasActivitiesOfItsOwnHereAndFromAfar(String type, String mode) {
        var address = kept(post(
                Role.PROGRAMME_OFFICER,
                "/activities/new",
                "network",
                "true",
                "type",
                type,
                "title.original",
                "An example in its ninth edition",
                "start",
                "2020-05",
                "mode",
                mode,
                "status",
                "planned",
                "published",
                "true"));

        assertThat(browser.get().uri("/api/v1" + address))
                .bodyText()
                .contains(
                        "\"type\":\"" + type + "\"",
                        "\"mode\":\"" + mode + "\"",
                        "ninth edition",
                        "\"programme\":null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "alliance", "authority"})
    void aCityCanBeARegionAnAllianceOrAnAuthority(String kind) {
        var address = kept(
                post(Role.PROGRAMME_OFFICER, "/cities/new", "name", "Example of one", "kind", kind, "country", "KR"));

        assertThat(browser.get().uri("/api/v1" + address)).bodyText().contains("\"kind\":\"" + kind + "\"");
    }

    @Test
    void anyBodyCanBeAnOrganisation() {
        var address = kept(
                post(Role.PROGRAMME_OFFICER, "/organisations/new", "name", "Example carmakers", "kind", "company"));

        assertThat(browser.get().uri("/api/v1" + address)).bodyText().contains("\"kind\":\"company\"");
    }

    @Test
    void onlyACompanyIsACorporateMemberWithoutAQuestion() {
        kept(post(Role.PROGRAMME_OFFICER, "/organisations/new", "name", "Example carmakers", "kind", "company"));

        assertThat(corporate("Dublin")).hasStatus(422).bodyText().contains("href=\"#exception\"");
        assertThat(corporate("Example carmakers")).hasStatus3xxRedirection();
    }

    private MvcTestResult corporate(String organisation) {
        return post(
                Role.MEMBERSHIP_OFFICER,
                "/members/new",
                "organisation",
                organisation,
                "type",
                "corporate",
                "region",
                "east-northeast-asia");
    }

    @Test
    void aRegionMayHaveMembersOfOneTypeOnly() {
        assertThat(browser.get().uri("/api/v1/members?region=north-america"))
                .bodyText()
                .contains("\"type\":\"associate\"")
                .doesNotContain("\"type\":\"full\"", "\"type\":\"corporate\"");
    }

    @Test
    void aProgrammeNamesWhoSupportsItAndWhereItTakesPlace() {
        kept(post(
                Role.PROGRAMME_OFFICER,
                "/programmes/new",
                "code",
                "EXAMPLE",
                "name.original",
                "Example programme",
                "kind",
                "city-to-city-cooperation",
                "scope",
                "South Korea\nLatin America",
                "supporting",
                "European Union",
                "published",
                "true",
                "version",
                "0"));

        assertThat(browser.get().uri("/api/v1/programmes/EXAMPLE"))
                .bodyText()
                .contains("\"scope\":[\"South Korea\",\"Latin America\"]");
        assertThat(read("/programmes/EXAMPLE/edit")).containsPattern("(?s)name=\"supporting\".*European Union");
    }

    @Test
    void theNumberOfSignedAgreementsIsCountedFromTheirRecords() {
        var before = signed();

        kept(post(
                Role.PROGRAMME_OFFICER,
                "/agreements/new",
                "partnership",
                "IURC-Busan-Rotterdam",
                "type",
                "letter-of-intent",
                "title.original",
                "An example of an agreement",
                "status",
                "signed",
                "date",
                "2024-05",
                "parties",
                "Example University\nExample Institute"));

        assertThat(signed()).isEqualTo(before + 1);
    }

    private int signed() {
        var number = Pattern.compile(
                        "class=\"value\"[^>]*>(\\d+)</span>\\s*<span class=\"unit\"[^>]*>agreements signed or declared")
                .matcher(read("/programmes/IURC"));
        assertThat(number.find()).as("the number of agreements").isTrue();
        return Integer.parseInt(number.group(1));
    }

    private MvcTestResult post(Role role, String address, String... fields) {
        var request = browser.post().uri(address).with(as(role));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String kept(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String read(String address) {
        var found = new String[1];
        assertThat(browser.get().uri(address).with(as(Role.PROGRAMME_OFFICER)))
                .hasStatusOk()
                .bodyText()
                .satisfies(text -> found[0] = text);
        return found[0];
    }

    @ParameterizedTest
    @CsvSource({
        "/activities/new, start, 0202-03-05",
        "/activities/new, start, 9999",
        "/activities/new, start, +10000-01-01",
        "/activities/new, start, 0000-01-01/2026-01-01",
        "/activities/new, end, 2201",
        "/agreements/new, date, 1799-12",
        "/agreements/new, date, +10000-01-01",
        "/actions/new, due, 0202-03-05",
        "/partnerships/new, start, 0202",
        "/partnerships/new, end, 9999-12-31",
        "/programmes/new, start, 0027-03-05",
        "/programmes/new, end, +10000-01-01"
    })
    void aYearThatNobodyMeansIsSaidAtItsField(String page, String field, String date) {
        var form = browser.post()
                .uri(page)
                .with(as(Role.ADMINISTRATOR))
                .param("partnership", "IURC-Busan-Rotterdam")
                .param("programme", "IURC")
                .param(field, date);
        if (field.equals("end")) {
            form.param("start", "2026");
        }

        assertThat(form)
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#%s\">“%s”: a year lies between 1800 and 2200".formatted(field, date));
    }

    @Test
    void aTitleHasOneLineHoweverItCameIn() {
        kept(post(
                Role.PROGRAMME_OFFICER,
                "/agreements/new",
                "partnership",
                "IURC-Busan-Rotterdam",
                "type",
                "letter-of-intent",
                "status",
                "under-discussion",
                "title.original",
                "A letter\r\nof intent\u2028for all",
                "subject.original",
                "One\ntwo",
                "parties",
                "Busan\nRotterdam"));

        assertThat(sql.sql("select title || ' / ' || subject from agreement where title like 'A letter%all'")
                        .query(String.class)
                        .single())
                .isEqualTo("A letter of intent for all / One\ntwo");
    }
}
