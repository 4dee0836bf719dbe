package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.pairing.RoundHttp;
import org.interurban.platform.web.WaitingTasks;
import org.interurban.platform.web.WaitingTasks.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody waits for one who may do it. */
@PlatformTest
@Transactional
class WaitingTasksTests {

    /** By the words of a task, how its page lets somebody do it. */
    private static final Map<String, Pattern> DEEDS = Map.ofEntries(
            deed("activities.task.past", "/edit\""),
            deed("activities.task.proposal", "/accept\"|/ask\"|/edit\""),
            deed("activities.task.undated", "href=\"/activities/"),
            deed("consultation.task", "method=\"post\""),
            deed("engagement.task.asked", "/offers\""),
            deed("engagement.task.past", "name=\"state\""),
            deed("engagement.task.step", "/done\""),
            deed("enquiries.task", "/decline\""),
            deed("participants.task.profile", "<form[^>]*method=\"post\""),
            deed("pairing.task.round", "method=\"post\""),
            deed("consultation.task.answers", "method=\"post\""),
            deed("plans.task.agreement", "name=\"expires"),
            deed("plans.task.action", "<form[^>]*method=\"post\""),
            deed("activities.task.answers", "/ask\"|/edit\""),
            deed("activities.task.answer", "/accept\""),
            deed("activities.task.another-day", "/edit\""),
            deed("activities.task.another-date", "/edit\""),
            deed("activities.task.declined", "/edit\""),
            deed("consultation.task.answered", "method=\"post\""),
            deed("consultation.task.over", "method=\"post\""),
            deed("sources.task.question", "method=\"post\""));

    private static final Pattern MAIN = Pattern.compile("<main.*</main>", Pattern.DOTALL);

    private static Map.Entry<String, Pattern> deed(String words, String onPage) {
        return Map.entry(words, Pattern.compile(onPage));
    }

    private record Persona(String code, AccountId account) {}

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    People people;

    @Autowired
    ObjectProvider<WaitingTasks> modules;

    @BeforeEach
    void letSomethingOfEveryKindWait() {
        sample.load();
        var rounds = new RoundHttp(browser, TestPeople.holding(sql, Role.PROGRAMME_OFFICER));
        rounds.create("IURC", "eu", "non-eu", "TOTAL");
        rounds.move(rounds.create("IURC", "eu", "non-eu", "TOTAL"), "proposed");
        letTheTimeToAnswerBeOver(rounds);
        letEverybodyHaveAnswered(rounds);
        sql.sql("""
            update activity set status = 'planned', from_on = '2020-05-01', to_on = '2020-05-01', precision = 'day'
             where code = (select min(code) from activity where host is not null)
            """).update();
        sql.sql("""
            update activity set status = 'proposed', from_on = '2099-05-01', to_on = '2099-05-01', precision = 'day'
             where code = (select max(code) from activity where host is not null and visitor is not null)
            """).update();
        sql.sql("update plan_item set due_on = current_date - 3, status = 'planned' where code ="
                        + " 'IURC-Seoul-Dublin-01'")
                .update();
        sql.sql("""
            insert into activity_answer (id, activity, dates, organisation, answer, account, answered_at)
            select gen_random_uuid(), a.id, '2099-05-01', a.host, 'yes', (select id from account limit 1), now()
              from activity a where a.status = 'proposed' and a.host is not null and a.visitor is not null limit 1
            """).update();
        letCitiesSayOfADate("no", 1);
        letCitiesSayOfADate("another-day", 2);
        sql.sql("""
            update activity set status = 'proposed', from_on = '2099-07-01', to_on = '2099-07-01', precision = 'day'
             where code = (select code from activity where host is not null order by code desc offset 4 limit 1)
            """).update();
        sql.sql("""
            insert into enquiry (id, code, city, writer, post, email, language, state, token, asked_at, confirmed_at)
            values (gen_random_uuid(), 'riverton', 'Riverton', 'Mona', 'Mayor', 'mona@riverton.example', 'en', 'waiting', 'none',
                    now(), now())
            """).update();
        sql.sql("""
            update plan_item set due_on = case code when 'IURC-Seoul-Dublin-01' then date '2020-05-01' else current_date + 3 end,
                   status = 'planned'
             where code in ('IURC-Seoul-Dublin-01', 'IURC-Seoul-Dublin-02')
            """).update();
        sql.sql("update agreement set expires_on = current_date + 30 where code = 'AG-01'")
                .update();
        sql.sql("update programme set to_on = '2099-12-31', to_precision = 'day' where code = 'WC-2017-2018'")
                .update();
        sql.sql("""
            insert into engagement (id, code, kind, state, title, initiator, from_on, to_on, precision)
            select gen_random_uuid(), 'ZZ-1', 'courtesy-visit', 'planned', 'Talks', id, '2020-05-01', '2020-05-01', 'day'
              from organisation where code = 'dublin'
            """).update();
        sql.sql("""
            insert into engagement (id, code, kind, state, title, initiator)
            select gen_random_uuid(), 'ZZ-2', 'support-request', 'open', 'Asked by itself', id
              from organisation where code = 'seoul'
            """).update();
        sql.sql("""
            insert into engagement_step (id, engagement, kind, organisation, statement, position)
            select gen_random_uuid(), e.id, 'follow-up', o.id, 'Send it', row_number() over ()
              from engagement e cross join organisation o where e.code = 'EN-001' and o.code in ('seoul', 'sofia')
            """).update();
    }

    private void letCitiesSayOfADate(String answer, int offset) {
        sql.sql("""
            with chosen as (
              update activity set status = 'proposed', from_on = '2099-06-01', to_on = '2099-06-01', precision = 'day'
               where code = (select a.code from activity a join organisation o on o.id = a.host
                              where a.visitor is not null and o.code in ('seoul', 'dublin', 'busan')
                              order by a.code offset :offset limit 1)
              returning id, host, visitor)
            insert into activity_answer (id, activity, dates, organisation, answer, account, answered_at)
            select gen_random_uuid(), c.id, '2099-06-01', city.id, :answer, (select id from account limit 1), now()
              from chosen c cross join lateral (values (c.host), (c.visitor)) as city (id)
            """).param("offset", offset).param("answer", answer).update();
    }

    private void letTheTimeToAnswerBeOver(RoundHttp rounds) {
        var round = rounds.create("IURC", "eu", "non-eu", "TOTAL");
        rounds.move(round, "proposed");
        sql.sql("update pairing_round set answers_by = current_date - 1 where id = ?")
                .param(round)
                .update();
    }

    private void letEverybodyHaveAnswered(RoundHttp rounds) {
        var round = rounds.create("IURC", "eu", "non-eu", "TOTAL");
        rounds.move(round, "proposed");
        sql.sql("""
            insert into pairing_answer (id, round, organisation, partner, answer, at)
            select gen_random_uuid(), round, organisation, partner, 'accepts', now()
              from pairing_answer_awaited where round = ?
            """).param(round).update();
    }

    @Test
    void everyTaskLeadsWhereItsDeedIsAllowed() throws IOException {
        var wrong = new SoftAssertions();
        var met = new HashSet<String>();
        for (var persona : personas()) {
            for (var task : waiting(persona)) {
                met.add(task.words());
                var page = browser.get()
                        .uri(task.link())
                        .with(TestPeople.holding(persona.account()))
                        .exchange();
                var told = "%s, asked by %s to look at %s".formatted(persona.code(), task.words(), task.link());
                wrong.assertThat(page.getResponse().getStatus()).as(told).isEqualTo(200);
                var main = MAIN.matcher(page.getResponse().getContentAsString(StandardCharsets.UTF_8));
                wrong.assertThat(main.find()
                                && DEEDS.get(task.words()).matcher(main.group()).find())
                        .as(told)
                        .isTrue();
            }
        }
        wrong.assertAll();
        assertThat(met).isEqualTo(DEEDS.keySet());
    }

    @Test
    void aStepWaitsForTheCityWhoseTurnItIsAndARequestNotForWhoAsks() throws IOException {
        var told = new HashMap<String, List<String>>();
        for (var persona : personas()) {
            told.put(
                    persona.code(),
                    waiting(persona).stream()
                            .map(task -> task.words() + " " + task.link())
                            .toList());
        }

        var step = "engagement.task.step /engagements/EN-001";
        assertThat(told.get("focal-point-seoul"))
                .contains(step)
                .doesNotContain("engagement.task.asked /engagements/ZZ-2");
        assertThat(told.get("focal-point-busan"))
                .doesNotContain(step)
                .contains("engagement.task.asked /engagements/ZZ-2");
        assertThat(told.get("focal-point-dublin"))
                .doesNotContain(step)
                .contains("engagement.task.past /engagements/ZZ-1/edit");
        assertThat(told.get("editor")).noneMatch(task -> task.startsWith("engagement"));
    }

    private List<Task> waiting(Persona persona) {
        var person = people.find(persona.account()).orElseThrow();
        var tasks = new ArrayList<Task>();
        modules.stream()
                .flatMap(module -> Stream.of(module.of(person), module.ofOthers(person), module.ofQuietDays(person)))
                .flatMap(Optional::stream)
                .forEach(part -> tasks.addAll(sql.sql("select * from (%s) task (words, link, title, detail, due, count)"
                                .formatted(part.select()))
                        .params(part.values())
                        .param("language", "en")
                        .param("today", LocalDate.now())
                        .query(Task.class)
                        .list()));
        return tasks;
    }

    /** As the demonstration has them. */
    private List<Persona> personas() throws IOException {
        var form = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var list = CSVParser.parse(
                new ClassPathResource("sample/personas.csv").getInputStream(), StandardCharsets.UTF_8, form)) {
            return list.stream()
                    .map(row -> new Persona(
                            row.get("code"), TestPeople.account(sql, Role.valueOf(row.get("role")), scopes(row))))
                    .toList();
        }
    }

    private Scope[] scopes(CSVRecord row) {
        return Stream.of(row.get("cities").split(";"))
                .filter(city -> !city.isBlank())
                .map(city -> Scope.city(new OrganisationId(sql.sql("select id from organisation where code = ?")
                        .param(city)
                        .query(UUID.class)
                        .single())))
                .toArray(Scope[]::new);
    }
}
