package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.pairing.RoundHttp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Records that only somebody's work makes: rounds, sheets, jobs, mail; each has its name in addresses. */
final class ExampleRecords {

    private final MockMvcTester browser;
    private final JdbcClient sql;
    private final RequestPostProcessor officer;
    private final Map<String, String> names = new HashMap<>();

    private ExampleRecords(MockMvcTester browser, JdbcClient sql, AccountId account) {
        this.browser = browser;
        this.sql = sql;
        this.officer = TestPeople.holding(account);
    }

    /** Makes them as the account would, and says what stands for each in addresses, such as {@code {round}}. */
    static Map<String, String> make(MockMvcTester browser, JdbcClient sql, AccountId account) {
        var records = new ExampleRecords(browser, sql, account);
        ModuleRecords.make(sql);
        records.kept();
        records.rounds();
        records.visit();
        records.sheets();
        records.job(account);
        records.enquiries();
        return records.names;
    }

    private void kept() {
        names.put("{step}", one("select id from plan_template_step order by id limit 1"));
        names.put("{programme}", one("select id from programme where code = 'IURC'"));
        names.put("{account}", one("select id from account order by id limit 1"));
        names.put(
                "{post}",
                one("select p.id from post p join person h on h.id = p.holder where h.name is not null order by"
                        + " p.id limit 1"));
        names.put("{person}", one("select id from person where name is not null order by id limit 1"));
    }

    /** One that its cities have been asked about by mail, and a draft that was solved twice, and one that is agreed. */
    private void rounds() {
        var rounds = new RoundHttp(browser, officer);
        var asked = rounds.create("IURC", "eu", "non-eu", "TOTAL");
        rounds.move(asked, "proposed");
        names.put("{round}", asked.toString());
        names.put("{mail}", one("select id from mail_message where body like '%/answer/%' order by id desc limit 1"));
        var body = one("select body from mail_message where id = '%s'".formatted(names.get("{mail}")));
        names.put("{answer}", body.substring(body.indexOf("/answer/")).split("[?\\s]")[0]);
        var draft = rounds.create("IURC", "eu", "non-eu", "TOTAL");
        rounds.post("/rounds/" + draft + "/runs");
        names.put("{draft}", draft.toString());
        var agreed = rounds.create("IURC", "eu", "non-eu", "TOTAL");
        for (var state : new String[] {"proposed", "consulted", "confirmed"}) {
            rounds.move(agreed, state);
        }
        names.put("{agreed}", agreed.toString());
    }

    /** A city that asks to come in and waits for an answer, and one whose address is not confirmed. */
    private void enquiries() {
        post("/start/confirm", "token", enquiry("Harbourton"));
        names.put("{waiting}", one("select code from enquiry where city = 'Harbourton' order by id desc limit 1"));
        names.put("{enquiry}", enquiry("Riverton"));
    }

    /** What opens the link that was mailed to it. */
    private String enquiry(String city) {
        post(
                "/start",
                "city",
                city,
                "offers[0].statement",
                "Flood walls",
                "writer",
                "Mona",
                "post",
                "Mayor",
                "email",
                UUID.randomUUID() + "@riverton.example",
                "consent",
                "true");
        var body = one("select body from mail_message where body like '%/start/confirm%' order by id desc limit 1");
        return body.substring(body.indexOf("token=") + 6).split("[&\\s]")[0];
    }

    /** A visit whose date is only proposed. */
    private void visit() {
        post(
                "/activities/new",
                "partnership",
                "IURC-Seoul-Dublin",
                "type",
                "study-visit",
                "host",
                "dublin",
                "start",
                "2027-05-10",
                "status",
                "proposed");
        names.put("{visit}", one("select code from activity where from_on = '2027-05-10' order by id desc limit 1"));
    }

    /** One at each step of its way in. */
    private void sheets() {
        names.put("{columns}", upload("Daegu"));
        names.put("{rows}", upload("Ulsan"));
        chooseColumns(names.get("{rows}"));
        names.put("{sheet}", upload("Gwangmyeong"));
        chooseColumns(names.get("{sheet}"));
        post(names.get("{sheet}") + "/import");
    }

    private String upload(String city) {
        var sheet = "name,country\n%s,South Korea\n".formatted(city).getBytes(StandardCharsets.UTF_8);
        return address(browser.post()
                        .uri("/sheets")
                        .multipart()
                        .file(new MockMultipartFile("file", "cities.csv", "text/csv", sheet))
                        .param("target", "cities")
                        .with(officer)
                        .with(csrf())
                        .exchange())
                .replaceAll("(/sheets/[^/]+).*", "$1");
    }

    private void chooseColumns(String sheet) {
        post(sheet + "/columns", "column-0", "name", "column-1", "country");
    }

    private void job(AccountId account) {
        var job = UUID.randomUUID();
        sql.sql("""
            insert into job (id, kind, started_by, state, done, total, asked_at)
            values (?, 'gazetteer.places', ?, 'running', 40, 100, now())
            """).params(job, account).update();
        names.put("{job}", job.toString());
    }

    private void post(String address, String... fields) {
        var request = browser.post().uri(address).with(officer).with(csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        address(request.exchange());
    }

    private static String address(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String one(String query) {
        return sql.sql(query).query(String.class).single();
    }
}
