package org.interurban.platform.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class EnquiryTests {

    /** Another one for each test: how often one may write is counted beside its transaction. */
    private final String mona = UUID.randomUUID() + "@riverton.example";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    Enquiries enquiries;

    @Autowired
    AskToComeIn ask;

    @BeforeEach
    void load() {
        sample.load();
    }

    @Test
    void aCityIsFoundInTheGazetteerWithItsCountryAndItsPartOfTheWorld() {
        var place = sql.sql("select id, name from place order by population desc nulls last limit 1")
                .query((rs, row) -> new String[] {rs.getString(1), rs.getString(2)})
                .single();

        assertThat(page("/start?city=" + place[1])).contains("/start?place=" + place[0]);
        assertThat(page("/start?place=" + place[0])).contains(place[1], "What your city can offer");
        assertThat(page("/start?city=부산")).contains(">Busan</a>");
        assertThat(page("/start?city=Nowhereton")).contains("We do not know a place called “Nowhereton”");
    }

    @ParameterizedTest
    @CsvSource({"부산, Busan", "Köln, Köln", "서울, Seoul", "Wien, Vienna"})
    void aCityIsFoundByItsOwnName(String written, String known) {
        var first = Pattern.compile("/start\\?place=\\d+\">([^<]*)<").matcher(page("/start?city=" + written));

        assertThat(first.find()).isTrue();
        assertThat(first.group(1)).isEqualTo(known);
    }

    @Test
    void nothingWaitsForAnybodyUntilTheAddressWasConfirmed() {
        ask(mona);
        var link = link();

        assertThat(listed()).doesNotContain("Riverton");
        assertThat(page(link)).contains("Riverton", "Flood walls", "Yes, send it to the secretariat");
        assertThat(listed()).doesNotContain("Riverton");

        assertThat(confirm(link)).hasRedirectedUrl("/start/confirmed");

        assertThat(listed()).contains("Riverton", "Mona Writer");
        assertThat(confirm(link)).hasRedirectedUrl("/start/confirmed");
        assertThat(sql.sql("select count(*) from audit_act where act = 'enquiries.confirmed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.get().uri(link)).hasStatus(HttpStatus.GONE);
    }

    @Test
    void theAnswerIsTheSameWhetherAnAddressIsKnownOrNot() {
        TestPeople.account(sql, Role.EDITOR);
        var known = sql.sql("select email from account where email is not null limit 1")
                .query(String.class)
                .single();

        assertThat(ask(known)).hasRedirectedUrl("/start/sent");
        assertThat(ask("nobody@riverton.example")).hasRedirectedUrl("/start/sent");
    }

    @Test
    void aLinkIsGoodForTwoDaysAndWhatNobodyConfirmsIsErased() {
        ask(mona);
        var link = link();
        sql.sql("update enquiry set asked_at = asked_at - interval '3 days'").update();

        assertThat(browser.get().uri(link)).hasStatus(HttpStatus.GONE);

        enquiries.forgetUnconfirmed(OffsetDateTime.now().minus(Duration.ofDays(1)));

        assertThat(count("enquiry")).isZero();
        assertThat(count("enquiry_line")).isZero();
        assertThat(sql.sql("select count(*) from row_history where table_name = 'enquiry'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anOfficerTakesTheCityInWithOnePressAndItsListsArriveInItsProfile() {
        ask(mona);
        confirm(link());

        assertThat(post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/accept", "programme", "IURC"))
                .hasRedirectedUrl("/enquiries/riverton");

        assertThat(sql.sql("""
            select l.statement from profile_line l join participant a on a.id = l.participant
              join organisation o on o.id = a.organisation where o.code = 'riverton' order by l.position
            """).query(String.class).list()).containsExactly("Flood walls", "Sorting of waste");
        assertThat(sql.sql("""
            select h.email from person h join post t on t.holder = h.id join organisation o on o.id = t.organisation
             where o.code = 'riverton' and t.duty = 'focal-point'
            """).query(String.class).single()).isEqualTo(mona);
        assertThat(sql.sql("select count(*) from account where email = '" + mona + "'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql("select country from organisation where code = 'riverton'")
                        .query(String.class)
                        .single())
                .isEqualTo("KR");
        assertThat(post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/accept", "programme", "IURC"))
                .hasRedirectedUrl("/enquiries/riverton");
        assertThat(sql.sql("select count(*) from organisation where name = 'Riverton'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMemberIsPreparedForWhoeverKeepsMembersOnly() {
        ask(mona);
        confirm(link());

        assertThat(post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/member")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(Role.MEMBERSHIP_OFFICER, "/enquiries/riverton/member"))
                .hasRedirectedUrl("/members/new?organisation=riverton");
    }

    @Test
    void aReasonIsMailedToWhoeverIsDeclined() {
        ask(mona);
        confirm(link());

        assertThat(post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/decline", "reason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/decline", "reason", "The programme is full.");

        assertThat(sql.sql("select body from mail_message where recipient = '" + mona + "' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("The programme is full.");
        assertThat(sql.sql("select act from audit_act order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("enquiries.declined");
    }

    @Test
    void whoeverIsErasedStandsInNoEnquiryAndInNoLetterEither() {
        ask(mona);
        confirm(link());
        post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/accept", "programme", "IURC");
        var account = one("select id::text from account where email = '" + mona + "'");

        assertThat(post(Role.ADMINISTRATOR, "/accounts/" + account + "/erase")).hasStatus3xxRedirection();

        assertThat(traces()).isZero();
    }

    @Test
    void aContactWithoutAnAccountIsErasedFromEnquiriesAndLettersToo() {
        ask(mona);
        confirm(link());
        post(Role.MEMBERSHIP_OFFICER, "/enquiries/riverton/member");
        var person = one("select id::text from person where email = '" + mona + "'");
        assertThat(traces()).isPositive();

        assertThat(post(Role.PROGRAMME_OFFICER, "/people/" + person + "/erase")).hasStatus3xxRedirection();

        assertThat(traces()).isZero();
    }

    @Test
    void whatWasAnsweredAYearAgoIsErased() {
        ask(mona);
        confirm(link());
        post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/decline", "reason", "The programme is full.");
        ask.forget();
        assertThat(count("enquiry")).isEqualTo(1);
        sql.sql("update enquiry set decided_at = decided_at - interval '366 days'")
                .update();

        ask.forget();

        assertThat(count("enquiry")).isZero();
    }

    /** Rows that name her address, or did so before. */
    private long traces() {
        return sql.sql("""
            select (select count(*) from enquiry where email = :address)
                 + (select count(*) from mail_message where recipient = :address)
                 + (select count(*) from row_history where before::text like '%' || :address || '%')
            """).param("address", mona).query(Long.class).single();
    }

    private String one(String query) {
        return sql.sql(query).query(String.class).single();
    }

    @Test
    void ofSeveralCitiesOfOneNameTheOfficerSaysWhichIsMeant() {
        for (var country : List.of("KR", "US")) {
            sql.sql("""
                insert into organisation (id, code, kind, local_government, name, country)
                values (gen_random_uuid(), 'riverton-' || lower(:country), 'city', true, 'Riverton', :country)
                """).param("country", country).update();
        }
        sql.sql("""
            insert into organisation_name (id, organisation, name, kind, folded)
            select gen_random_uuid(), id, name, 'name', lower(name) from organisation where code like 'riverton-%'
            """).update();
        send(mona, "country", "");
        confirm(link());

        assertThat(post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/accept", "programme", "IURC"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say which city it is.", "riverton-us");
        assertThat(post(
                        Role.PROGRAMME_OFFICER,
                        "/enquiries/riverton/accept",
                        "programme",
                        "IURC",
                        "city",
                        "riverton-us"))
                .hasRedirectedUrl("/enquiries/riverton");

        assertThat(one("""
            select o.code from post t join person h on h.id = t.holder join organisation o on o.id = t.organisation
             where h.email = '%s'\
            """.formatted(mona))).isEqualTo("riverton-us");
    }

    @Test
    void aPlaceThatWasChosenForACityOfAnotherNameDoesNotCount() {
        var place = one("select id::text from place order by population desc nulls last limit 1");

        send(mona, "place", place);

        assertThat(sql.sql("select place from enquiry where city = 'Riverton'")
                        .query((rs, row) -> rs.getString("place") == null)
                        .single())
                .isTrue();
    }

    @Test
    void whatAProgramFillsInIsNotKept() {
        assertThat(send(mona, "homepage", "http://spam.example")).hasRedirectedUrl("/start/sent");

        assertThat(count("enquiry")).isZero();
    }

    @Test
    void aFourthFormOfOneAddressSendsNoFurtherMail() {
        for (var time = 0; time < 4; time++) {
            assertThat(ask("often-" + mona)).hasRedirectedUrl("/start/sent");
        }

        assertThat(sql.sql("select count(*) from mail_message where recipient = 'often-" + mona + "'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(count("enquiry")).isEqualTo(3);
    }

    /** Else anybody could have the network write whatever they like to anybody. */
    @Test
    void theLetterToAnAddressThatNobodyHasConfirmedHoldsNoWordsOfTheWriter() {
        send(mona, "writer", "Your account was suspended\n\nhttps://evil.example/login\n\nThe real letter");

        var letter = one("select subject || body from mail_message order by id desc limit 1");
        assertThat(letter).contains("/start/confirm").doesNotContain("suspended", "evil.example", "Riverton", "Head");
        assertThat(one("select writer from enquiry"))
                .isEqualTo("Your account was suspended https://evil.example/login The real letter");
    }

    @Test
    void whatSomebodyElseWritesWithAnAddressTakesNothingFromWhoeverHasIt() {
        ask(mona);
        var own = link();
        send(mona, "city", "Elsewhere");
        var other = link();

        assertThat(page(own)).contains("Riverton");
        assertThat(confirm(own)).hasRedirectedUrl("/start/confirmed");

        assertThat(browser.get().uri(other)).hasStatus(HttpStatus.GONE);
        assertThat(listed()).contains("Riverton").doesNotContain("Elsewhere");
    }

    /** A name is no proof that somebody writes for a city. */
    @Test
    void aCityForWhichSomebodySpeaksIsNamedWithThemBeforeSomebodyElseComesToSpeakForIt() {
        sql.sql("""
            with city as (
              insert into organisation (id, code, kind, local_government, name, country)
              values (gen_random_uuid(), 'riverton-kr', 'city', true, 'Riverton', 'KR') returning id),
            called as (
              insert into organisation_name (id, organisation, name, kind, folded)
              select gen_random_uuid(), id, 'Riverton', 'name', 'riverton' from city),
            holder as (
              insert into person (id, code, name, email) values (gen_random_uuid(), 'kim-zz', 'Kim Zz', 'kim.zz@riverton.example')
              returning id)
            insert into post (id, organisation, title, duty, holder)
            select gen_random_uuid(), city.id, 'Head of Zz', 'focal-point', holder.id from city, holder
            """).update();
        ask(mona);
        confirm(link());

        assertThat(browser.get().uri("/enquiries/riverton").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("A city of this name is on record already", "/cities/riverton-kr", "Kim Zz, Head of Zz");
        assertThat(post(Role.PROGRAMME_OFFICER, "/enquiries/riverton/accept", "programme", "IURC"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say which city it is.");
        assertThat(count("mail_message where recipient = 'kim.zz@riverton.example'"))
                .isZero();
        assertThat(post(
                        Role.PROGRAMME_OFFICER,
                        "/enquiries/riverton/accept",
                        "programme",
                        "IURC",
                        "city",
                        "riverton-kr"))
                .hasRedirectedUrl("/enquiries/riverton");

        assertThat(one("select body from mail_message where recipient = 'kim.zz@riverton.example'"))
                .contains("Dear Kim Zz", "Mona Writer, Head of office (" + mona + ")", "Riverton");
    }

    @ParameterizedTest
    @CsvSource({
        "city, ' ', Say which city it is.",
        "email, mona, This is no address of mail.",
        "country, XX, Choose a country from the list.",
        "consent, false, Without your consent",
        "writer, '', Say who writes.",
        "offers[0].topic, nothing:there, Choose a topic from the list."
    })
    void saysAtTheFieldWhatIsWrong(String field, String value, String told) {
        assertThat(send(mona, field, value))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(told);
        assertThat(count("enquiry")).isZero();
    }

    private MvcTestResult ask(String email) {
        return send(email, "message", "We are new here.");
    }

    private MvcTestResult send(String email, String field, String value) {
        var request = browser.post().uri("/start").with(csrf());
        var fields = new LinkedHashMap<String, String>();
        fields.put("city", "Riverton");
        fields.put("country", "KR");
        fields.put("offers[0].statement", "Flood walls");
        fields.put("seeks[0].statement", "Sorting of waste");
        fields.put("writer", "Mona Writer");
        fields.put("post", "Head of office");
        fields.put("email", email);
        fields.put("consent", "true");
        fields.put(field, value);
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult confirm(String link) {
        var token = link.replaceAll(".*token=([^&]+).*", "$1");
        return browser.post()
                .uri("/start/confirm")
                .with(csrf())
                .param("token", token)
                .exchange();
    }

    private String link() {
        var body = sql.sql("select body from mail_message order by id desc limit 1")
                .query(String.class)
                .single();
        return body.substring(body.indexOf("/start/confirm")).split("\\s")[0];
    }

    private String listed() {
        var result =
                browser.get().uri("/enquiries").with(as(Role.PROGRAMME_OFFICER)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(String address) {
        var result = browser.get().uri(address).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(Role role, String address, String... fields) {
        var request =
                browser.post().uri(address).with(TestPeople.holding(sql, role)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
