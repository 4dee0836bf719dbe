package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.FormHttp.leads;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.FormHttp.Form;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Two people who add at the same moment, over the network and against a database of their own. */
@PlatformTest
@LeavesRecords
class TwoAtOnceTests {

    /** Far more than there are connections: who cannot be served at once is asked to come back, and comes back. */
    private static final int EACH = 20;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    List<FormHttp> people;

    @BeforeEach
    void signIn() {
        sample.load();
        people = Stream.of(1, 2)
                .map(person ->
                        new FormHttp(port, TestPeople.session(TestPeople.account(sql, Role.ADMINISTRATOR), sessions)))
                .toList();
    }

    /** Both send so many forms each, all at one moment; whoever is asked to come back, since too many wait, comes back. */
    private List<HttpResponse<String>> together(String page, String action, int each, IntFunction<Fields> fields) {
        var forms = people.stream().map(person -> person.open(page, action)).toList();
        IntFunction<CompletableFuture<HttpResponse<String>>> sent = i -> people.get(i % 2)
                .postLater(fields.apply(i)
                        .in(forms.get(i % 2).with("once", UUID.randomUUID().toString())));
        var answers = IntStream.range(0, 2 * each).mapToObj(sent).toList();
        return IntStream.range(0, 2 * each)
                .mapToObj(i -> {
                    var answer = answers.get(i).join();
                    for (int again = 0; answer.statusCode() == 503 && again < 5; again++) {
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                        answer = sent.apply(i).join();
                    }
                    return answer;
                })
                .toList();
    }

    record Fields(String... namesAndValues) {

        Form in(Form form) {
            var filled = form;
            for (var i = 0; i + 1 < namesAndValues.length; i += 2) {
                filled = filled.with(namesAndValues[i], namesAndValues[i + 1]);
            }
            return filled;
        }
    }

    private long count(String statement, Object value) {
        return sql.sql(statement).param(value).query(Long.class).single();
    }

    @Test
    void eachRecordTheirOwnActions() {
        var word = "Example " + UUID.randomUUID();

        var answers = together(
                "/actions/new?partnership=IURC-Busan-Rotterdam",
                "/actions/new",
                EACH,
                i -> new Fields("statement.original", word));

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .hasSize(2 * EACH)
                .containsOnly(302);
        assertThat(count("select count(distinct code) from plan_item where statement = ?", word))
                .isEqualTo(2 * EACH);
    }

    @Test
    void eachPlanTheirOwnActivities() {
        var word = "Example " + UUID.randomUUID();

        var answers = together(
                "/activities/new?partnership=IURC-Busan-Rotterdam",
                "/activities/new",
                EACH,
                i -> new Fields("title.original", word, "type", "workshop"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(answers).extracting(FormHttp::leads).doesNotHaveDuplicates();
        assertThat(count("select count(*) from activity where title = ?", word)).isEqualTo(2 * EACH);
    }

    @Test
    void eachRecordTheirOwnAgreements() {
        var word = "Example " + UUID.randomUUID();

        var answers = together(
                "/agreements/new?partnership=IURC-Busan-Rotterdam",
                "/agreements/new",
                EACH,
                i -> new Fields("title.original", word));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(count("select count(distinct code) from agreement where title = ?", word))
                .isEqualTo(2 * EACH);
    }

    @Test
    void aTopicOfOneNameStandsInItsListOnce() {
        var word = "Example " + UUID.randomUUID();
        var list = sql.sql("select code from taxonomy where programme is null order by code limit 1")
                .query(String.class)
                .single();
        var form = "/topic-lists/" + list + "/topics/new";

        var answers = together(form, form, 4, i -> new Fields("label.original", word));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302, 422);
        assertThat(count("select count(*) from topic where label = ?", word)).isEqualTo(1);
    }

    @Test
    void citiesOfOneNameInDifferentCountriesAreTwoCities() {
        var name = "Example" + UUID.randomUUID().toString().substring(0, 8);

        var answers = together(
                "/cities/new",
                "/cities/new",
                EACH,
                i -> new Fields("name", name, "kind", "city", "country", i % 2 == 0 ? "KR" : "DE", "another", "true"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(answers).extracting(FormHttp::leads).doesNotHaveDuplicates();
        assertThat(count("select count(*) from organisation where name = ?", name))
                .isEqualTo(2 * EACH);
    }

    @Test
    void oneOfTwoIsToldThatTheCityIsThere() {
        var name = "Example" + UUID.randomUUID().toString().substring(0, 8);

        var answers = together(
                "/cities/new", "/cities/new", 1, i -> new Fields("name", name, "kind", "city", "country", "KR"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 422);
        assertThat(count("select count(*) from organisation where name = ?", name))
                .isEqualTo(1);
    }

    @Test
    void oneOfTwoIsToldAtTheFieldThatTheCodeOfAProgrammeIsTaken() {
        var code = "EX-" + UUID.randomUUID().toString().substring(0, 8);

        var answers = together(
                "/programmes/new",
                "/programmes/new",
                1,
                i -> new Fields("name.original", "Example", "code", code, "kind", "youth-project"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 422);
        assertThat(refused(answers).body()).contains("id=\"code-error\"");
    }

    @Test
    void bothComeToTheAccountOfOneAddress() {
        var email = UUID.randomUUID() + "@example.org";

        var answers = together("/accounts/new", "/accounts", 1, i -> new Fields("name", "Example", "email", email));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(answers).extracting(FormHttp::leads).containsOnly(leads(answers.getFirst()));
    }

    @Test
    void oneOfTwoIsToldThatTheOrganisationIsAMember() {
        var name = "Example" + UUID.randomUUID().toString().substring(0, 8);
        together("/cities/new", "/cities/new", 1, i -> new Fields("name", name, "kind", "city", "country", "KR"));

        var answers = together(
                "/members/new",
                "/members/new",
                1,
                i -> new Fields(
                        "organisation", name, "type", "full", "region", "east-northeast-asia", "exception", "Example"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 422);
        assertThat(refused(answers).body()).contains("id=\"organisation-error\"");
    }

    @Test
    void bothBindTheSameCitiesOnce() {
        var answers = together(
                "/partnerships/new?programme=IURC",
                "/partnerships/new",
                1,
                i -> new Fields("others", "Seoul\nYokohama"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 422);
    }

    private static HttpResponse<String> refused(List<HttpResponse<String>> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == 422)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothAddTheSameCityToAProgramme() {
        var page = "/programmes/YSAP/participants/add?q=Gwangju";
        var action = "/programmes/YSAP/participants/add";

        var answers =
                together(page, action, EACH / 2, i -> new Fields("organisation", "gwangju", "cohort", "20" + (20 + i)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(count("""
            select count(*) from participant a join programme p on p.id = a.programme
              join organisation o on o.id = a.organisation
             where p.code = 'YSAP' and o.code = ? and a.left_on is null\
            """, "gwangju")).isEqualTo(1);
    }

    @Test
    void bothTakeTheSameCityIntoAPartnership() {
        var page = "/partnerships/IURC-Busan-Rotterdam/members?q=Dublin";
        var action = "/partnerships/IURC-Busan-Rotterdam/members";

        var answers = together(page, action, EACH / 2, i -> new Fields("organisation", "dublin", "act", "join"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(count("""
            select count(*) from partnership_member m join partnership p on p.id = m.partnership
              join organisation o on o.id = m.organisation
             where p.code = 'IURC-Busan-Rotterdam' and o.code = ?\
            """, "dublin")).isEqualTo(1);
    }

    @Test
    void bothOfferSupportForOneRequestAndEachOfferHasItsPlace() {
        var word = "Example " + UUID.randomUUID();

        var answers = together(
                "/engagements/EN-001",
                "/engagements/EN-001/offers",
                EACH,
                i -> new Fields("organisation", "seoul", "statement.original", word));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(count("select count(distinct position) from engagement_step where statement = ?", word))
                .isEqualTo(2 * EACH);
    }

    @Test
    void oneOfTwoTicksOffWhatIsToBeDone() {
        var word = "Example " + UUID.randomUUID();
        var one = people.getFirst();
        one.post(one.open("/engagements/EN-001", "/engagements/EN-001/follow-ups")
                .with("statement.original", word));
        var done = sql.sql(
                        "select '/engagements/EN-001/steps/' || id || '/done' from engagement_step where statement = ?")
                .param(word)
                .query(String.class)
                .single();

        var answers = together("/engagements/EN-001", done, 1, i -> new Fields());

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 404);
    }

    private static Form offering(Form form, int place, String statement) {
        var line = "lines[" + place + "].";
        return form.with(line + "kind", "offer")
                .with(line + "statement", statement)
                .with(line + "grade", "2");
    }

    /** The form as the page comes back on which a line was taken away. */
    private Form without(FormHttp person, Form form, int place) {
        var page = person.post(form.with("remove", Integer.toString(place)));
        assertThat(page.statusCode()).isEqualTo(200);
        return FormHttp.form(page.body(), form.action(), form.cookie());
    }

    private List<String> offers(String programme, String city) {
        return sql.sql("""
            select l.statement from profile_line l join participant a on a.id = l.participant
              join programme p on p.id = a.programme join organisation o on o.id = a.organisation
             where p.code = ? and o.code = ? order by l.position\
            """).params(programme, city).query(String.class).list();
    }

    @Test
    void bothEditOneProfileAndNothingOfEitherIsLost() {
        var address = "/programmes/YSAP/participants/yokohama";
        people.getFirst()
                .post(people.getFirst()
                        .open("/programmes/YSAP/participants/add?q=Yokohama", "/programmes/YSAP/participants/add")
                        .with("organisation", "yokohama"));
        var one = people.getFirst();
        var other = people.getLast();
        var both = offering(offering(one.open(address, address), 0, "Clean water"), 1, "Less waste");
        assertThat(one.post(both).statusCode()).isEqualTo(302);
        var kept = sql.sql("select id from profile_line where statement = 'Clean water'")
                .query(UUID.class)
                .single();

        var ofOne = offering(offering(one.open(address, address), 0, "Cleaner water"), 2, "Cool roofs");
        var ofOther = offering(without(other, other.open(address, address), 1), 1, "Night buses");
        assertThat(one.post(ofOne).statusCode()).isEqualTo(302);
        assertThat(other.post(ofOther).statusCode()).as("nothing to be asked").isEqualTo(302);

        assertThat(offers("YSAP", "yokohama")).containsExactlyInAnyOrder("Cleaner water", "Cool roofs", "Night buses");
        assertThat(sql.sql("select id from profile_line where statement = 'Cleaner water'")
                        .query(UUID.class)
                        .single())
                .isEqualTo(kept);
    }

    @Test
    void asksAboutALineOfAProfileThatBothChanged() {
        var address = "/programmes/YSAP/participants/rotterdam";
        var one = people.getFirst();
        var other = people.getLast();
        one.post(one.open("/programmes/YSAP/participants/add?q=Rotterdam", "/programmes/YSAP/participants/add")
                .with("organisation", "rotterdam"));
        one.post(offering(one.open(address, address), 0, "Trams"));

        var ofOne = offering(offering(one.open(address, address), 0, "Their trams"), 1, "Their bridge");
        var ofOther = offering(other.open(address, address), 0, "My trams");
        one.post(ofOne);
        var asked = other.post(ofOther);

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).containsPattern("id=\"lines\\[0\\]\\.statement-stands\"[^§]*?Their trams");
        var again = FormHttp.form(asked.body(), address, ofOther.cookie());
        assertThat(again.value("lines[0].statement")).isEqualTo("My trams");
        assertThat(again.value("lines[1].statement")).isEqualTo("Their bridge");
        assertThat(offers("YSAP", "rotterdam")).as("nothing yet").containsExactly("Their trams", "Their bridge");
        assertThat(other.post(again).statusCode()).isEqualTo(302);
        assertThat(offers("YSAP", "rotterdam")).containsExactly("My trams", "Their bridge");
    }

    @Test
    void bothEditTheListsOfOneProgrammeAndEachRowKeepsItsTranslationsAndItself() {
        var address = "/programmes/YSAP/edit";
        var one = people.getFirst();
        var other = people.getLast();
        one.post(one.open(address, address).with("objectives", "Clean watr for all\nGreen roofs"));
        var id = sql.sql("""
            update programme_objective set statement_translations = '{"ko": {"text": "물", "origin": "person"}}'
             where statement = 'Clean watr for all' returning id\
            """).query(UUID.class).single();

        var ofOne = one.open(address, address).with("objectives", "Clean water for all\nGreen roofs\nNight buses");
        var ofOther = other.open(address, address).with("objectives", "Clean watr for all\nParks");
        assertThat(one.post(ofOne).statusCode()).isEqualTo(302);
        assertThat(other.post(ofOther).statusCode()).as("nothing to be asked").isEqualTo(302);

        assertThat(one.open(address, address).value("objectives").lines())
                .containsExactlyInAnyOrder("Clean water for all", "Night buses", "Parks");
        assertThat(sql.sql("""
            select statement_translations -> 'ko' ->> 'text' from programme_objective
             where id = ? and statement = 'Clean water for all'\
            """).param(id).query(String.class).single()).isEqualTo("물");

        ofOne = one.open(address, address).with("objectives", "Clean water for all people\nNight buses\nParks\nTrams");
        ofOther = other.open(address, address).with("objectives", "Clean water for all of us\nNight buses\nParks");
        one.post(ofOne);
        var asked = other.post(ofOther);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).containsPattern("id=\"objectives-stands\"[^§]*?Clean water for all people");
        var again = FormHttp.form(asked.body(), address, ofOther.cookie());
        assertThat(again.value("objectives").lines()).contains("Clean water for all of us", "Trams");
        assertThat(other.post(again).statusCode()).isEqualTo(302);
        assertThat(one.open(address, address).value("objectives").lines())
                .containsExactlyInAnyOrder("Clean water for all of us", "Night buses", "Parks", "Trams");
    }

    @Test
    void bothAddAPartyToOneAgreement() {
        var address = "/agreements/AG-02/edit";
        var one = people.getFirst();
        var other = people.getLast();
        one.post(one.open(address, address)); // says the language of its title, which nobody had said
        var ofOne = one.open(address, address);
        var ofOther = other.open(address, address);

        var before = ofOne.value("parties");
        assertThat(one.post(ofOne.with("parties", before + "\nA university")).statusCode())
                .isEqualTo(302);
        assertThat(other.post(ofOther.with("parties", before + "\nA chamber")).statusCode())
                .isEqualTo(302);

        assertThat(one.open(address, address).value("parties")).isEqualTo(before + "\nA university\nA chamber");
    }
}
