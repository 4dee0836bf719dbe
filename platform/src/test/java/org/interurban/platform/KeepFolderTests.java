package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.interurban.platform.pairing.RoundHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps a data folder of this version for all later ones: starts the demonstration, works in it as its people do, and packs what is
 * left when it has ended. Run once for a release, see docs/operations.md.
 */
@EnabledIfSystemProperty(named = "interurban.keep-folder", matches = ".+")
class KeepFolderTests {

    private static final String ADMINISTRATOR = "administrator@example.org";

    /** What the platform makes again by itself, or forgets after a time. */
    private static final List<String> PASSING = List.of(
            "spring_session%",
            "event_publication%",
            "scheduled_tasks",
            "rate_limit",
            "sign_in_link",
            "mail_message",
            "search_%",
            "place",
            "reference_file",
            "flyway_schema_history");

    /** Of mail, of sheets that nobody went on with, of links that are used up. */
    private static final Set<String> PASSING_PAGES =
            Set.of("/answer/{token}", "/outbox/{id}", "/sheets/{id}/columns", "/sheets/{id}/rows", "/sign-in/link");

    @TempDir
    Path temporary;

    private Program program;
    private final Map<String, String> names = new HashMap<>();

    @Test
    void keepsAFolderWithSomethingOfEverything() throws Exception {
        var folder = new EarlierFolder(System.getProperty("interurban.keep-folder"));
        var data = temporary.resolve("data");
        String log;
        EarlierFolder.Contents contents;
        try (var running = Program.demonstrationOf(
                Path.of(System.getProperty("interurban.keep-from", "..")).toAbsolutePath(), data)) {
            program = running;
            try (var database = program.database()) {
                work(database);
                contents = new EarlierFolder.Contents(ADMINISTRATOR, rows(database), pages());
                log = beginANewLog(database);
            }
        }
        dropTheLogBefore(data.resolve("postgres/pg_wal"), log);
        folder.keep(data, contents);
    }

    private void work(Connection database) throws Exception {
        as("administrator");
        people(database);
        sealed(database);
        as("programme-officer");
        edits(database);
        rounds(database);
        sheets(database);
        for (var example : ModuleRecords.examples()) {
            try (var statement = database.createStatement()) {
                statement.execute(example);
            }
        }
        as("focal-point-busan");
        answer();
        as("administrator");
        sealed(database);
        names.put("{programme}", one(database, "select id from programme where code = 'IURC'"));
        names.put("{person}", one(database, "select id from person where name is not null order by id limit 1"));
    }

    private static void sealed(Connection database) {
        Awaitility.await("sealed").atMost(Duration.ofMinutes(3)).until(() -> one(
                        database, "select count(*) from audit_act where seal is null")
                .equals("0"));
    }

    private void as(String persona) throws Exception {
        program.leave();
        done(program.post("/sign-in", "/sign-in/demo/" + persona, "back", "/")
                .headers()
                .firstValue("Location")
                .orElse(null));
    }

    /** Somebody invited who has not come, and two who were erased: one with an account, one without. */
    private void people(Connection database) throws Exception {
        var invited = post("/accounts/new", "/accounts", "name", "Example officer", "email", "officer@example.org");
        post(invited, invited + "/roles", "role", "PROGRAMME_OFFICER", "kind", "PROGRAMME", "place", "IURC");
        names.put("{account}", invited.replace("/accounts/", ""));
        var erased = post("/accounts/new", "/accounts", "name", "Example leaver", "email", "leaver@example.org");
        post(erased, erased + "/erase");
        var person =
                "/people/" + one(database, "select id from person where name is not null order by id desc limit 1");
        post(person + "/erase", person + "/erase");
    }

    private void edits(Connection database) throws Exception {
        post(
                "/organisations/icdi/edit",
                "/organisations/icdi/edit",
                "name",
                "Institute of Climate",
                "kind",
                "research-centre",
                "country",
                "TW",
                "version",
                "0");
        post("/organisations/icdi/edit", "/organisations/icdi/take-back", "version", "1");
        post(
                "/questions/CF-13",
                "/questions/CF-13",
                "reading",
                "b",
                "reason",
                "An example of a choice.",
                "version",
                "0");
        post(
                "/activities/new?partnership=IURC-Seoul-Dublin",
                "/activities/new",
                "partnership",
                "IURC-Seoul-Dublin",
                "type",
                "study-visit",
                "host",
                "dublin",
                "start",
                "2027-05-10",
                "end",
                "2027-05-14",
                "status",
                "proposed",
                "published",
                "true");
        names.put("{visit}", one(database, "select code from activity where from_on = '2027-05-10'"));
        var dublin = one(database, "select id from account where email = 'focal-point-dublin@example.org'");
        var ask = "/activities/" + names.get("{visit}") + "/ask";
        post(ask, ask, "account", dublin);
        post(
                "/actions/new?partnership=IURC-Busan-Rotterdam",
                "/actions/new",
                "partnership",
                "IURC-Busan-Rotterdam",
                "kind",
                "pilot-action",
                "statement.original",
                "Count trucks at the gate",
                "status",
                "planned",
                "due",
                "2027-01-31");
        post(
                "/agreements/new?partnership=IURC-Busan-Rotterdam",
                "/agreements/new",
                "partnership",
                "IURC-Busan-Rotterdam",
                "type",
                "memorandum-of-understanding",
                "title.original",
                "Memorandum on harbours",
                "status",
                "under-discussion",
                "parties",
                "Busan\nRotterdam");
        var profile = "/programmes/IURC/participants/seoul";
        post(
                profile,
                profile,
                "version",
                one(
                        database,
                        "select p.version from participant p join programme g on g.id = p.programme"
                                + " join organisation o on o.id = p.organisation"
                                + " where g.code = 'IURC' and o.code = 'seoul'"),
                "group",
                "non-eu",
                "capacityMin",
                "0",
                "capacityMax",
                "2",
                "languages",
                "en, ko",
                "lines[0].kind",
                "offer",
                "lines[0].statement",
                "Public bicycles",
                "lines[0].grade",
                "3");
    }

    /** One that its cities are asked about, a draft with a lock that was solved twice, and one that is agreed. */
    private void rounds(Connection database) throws Exception {
        var draft = round("A draft");
        var pair = one(
                        database,
                        "select string_agg(code, ' ' order by in_group) from (select o.code, f.code as in_group,"
                                + " row_number() over (partition by f.code order by o.code) as place from participant p"
                                + " join organisation o on o.id = p.organisation join programme g on g.id = p.programme"
                                + " join programme_group f on f.id = p.programme_group"
                                + " where g.code = 'IURC' and p.left_on is null) x where place = 1")
                .split(" ");
        post(
                draft,
                draft + "/locks?a=" + pair[0] + "&b=" + pair[1],
                "kind",
                "must",
                "reason",
                "An example of a reason");
        assertThat(one(database, "select count(*) from pairing_lock")).isEqualTo("1");
        post(draft, draft + "/runs");
        names.put("{draft}", draft.replace("/rounds/", ""));
        var agreed = round("Agreed");
        for (var state : new String[] {"proposed", "consulted", "confirmed"}) {
            post(agreed, agreed + "/state", "to", state, "sure", "true", "reason", "Agreed by telephone");
        }
        names.put("{agreed}", agreed.replace("/rounds/", ""));
        var asked = round("Asked");
        post(asked, asked + "/state", "to", "proposed");
        names.put("{round}", asked.replace("/rounds/", ""));
    }

    private String round(String name) throws Exception {
        var fields = new ArrayList<String>();
        RoundHttp.fields("eu", "non-eu", "TOTAL").forEach((field, value) -> fields.addAll(List.of(field, value)));
        fields.set(fields.indexOf("name") + 1, name);
        return post("/rounds/new?programme=IURC", "/rounds/new?programme=IURC", fields.toArray(String[]::new));
    }

    private void answer() throws Exception {
        var page = "/rounds/" + names.get("{round}") + "/cities/busan";
        var partner =
                program.get(page).body().split("name=\"partner\" value=\"")[1].split("\"")[0];
        post(page, page, "partner", partner, "answer", "accepts", "reason", "An example of an answer");
    }

    /** One of each end: imported, and taken back; the second is long enough to be work in the background. */
    private void sheets(Connection database) throws Exception {
        names.put("{sheet}", sheet("cities", "name,country\nGwangmyeong,South Korea\n", "name", "country"));
        var interests = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> "IURC,Seoul,interest,Example interest " + number)
                .collect(Collectors.joining("\n", "programme,city,kind,statement\n", "\n"));
        var many = sheet("interests", interests, "programme", "organisation", "kind", "statement");
        var stage = "select stage from sheet_import where id = '%s'".formatted(many.replace("/sheets/", ""));
        Awaitility.await("imported").atMost(Duration.ofMinutes(1)).until(() -> one(database, stage)
                .equals("imported"));
        post(many, many + "/undo");
        Awaitility.await("undone").atMost(Duration.ofMinutes(1)).until(() -> one(database, stage)
                .equals("undone"));
        names.put("{job}", one(database, "select id from job order by asked_at limit 1"));
    }

    private String sheet(String target, String content, String... columns) throws Exception {
        var sheet = done(program.upload("/sheets", "/sheets", target + ".csv", content, Map.of("target", target))
                        .headers()
                        .firstValue("Location")
                        .orElse(null))
                .replaceAll("(/sheets/[^/]+).*", "$1");
        var fields = new ArrayList<String>();
        for (int i = 0; i < columns.length; i++) {
            fields.addAll(List.of("column-" + i, columns[i]));
        }
        post(sheet + "/columns", sheet + "/columns", fields.toArray(String[]::new));
        post(sheet + "/rows", sheet + "/import");
        return sheet;
    }

    private String post(String page, String address, String... fields) throws Exception {
        var answer = program.post(page, address, fields);
        assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isEqualTo(302);
        return done(answer.headers().firstValue("Location").orElse(null));
    }

    private static String done(String location) {
        assertThat(location).isNotNull();
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static Map<String, Long> rows(Connection database) throws SQLException {
        var tables = "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE'"
                + PASSING.stream()
                        .map(" and table_name not like '%s'"::formatted)
                        .collect(Collectors.joining());
        var rows = new TreeMap<String, Long>();
        for (var table : one(database, "select string_agg(table_name, ' ') from (" + tables + ") t")
                .split(" ")) {
            rows.put(table, Long.valueOf(one(database, "select count(*) from " + table)));
        }
        return rows;
    }

    /** One address for every pattern that answers the administrator; the examples are those of {@link EveryPageBrowserTests}. */
    private List<String> pages() throws Exception {
        var patterns = new TreeSet<String>(JsonPath.<List<String>>read(
                program.get("/actuator/mappings").body(),
                "$..dispatcherServlet[?(@.details.handlerMethod.className =~ /org.interurban.*/"
                        + " && @.details.requestMappingConditions.methods[0] == 'GET')]"
                        + ".details.requestMappingConditions.patterns[*]"));
        var pages = new ArrayList<String>();
        for (var pattern : patterns) {
            var address = EveryPageBrowserTests.EXAMPLES.getOrDefault(pattern, pattern);
            for (var name : names.entrySet()) {
                address = address.replace(name.getKey(), name.getValue());
            }
            if (!address.contains("{") && program.get(address).statusCode() == 200) {
                pages.add(address);
            } else {
                assertThat(EveryPageBrowserTests.EXAMPLES.containsKey(pattern) && !PASSING_PAGES.contains(pattern))
                        .as(address)
                        .isFalse();
            }
        }
        return pages;
    }

    /** Small tables, and a log that begins again: its files are sixteen megabytes each. */
    private static String beginANewLog(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum full");
            statement.execute("select pg_switch_wal()");
            statement.execute("checkpoint");
        }
        return one(database, "select pg_walfile_name(pg_current_wal_lsn())");
    }

    private static void dropTheLogBefore(Path log, String first) throws Exception {
        try (var files = Files.list(log)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals(first)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String one(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
