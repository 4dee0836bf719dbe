package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.database.Installation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens the data folder of every earlier version with this one. */
class EarlierFolderTests {

    /** Where the rows of a table are now that an earlier version had; a query that counts them. */
    private static final Map<String, String> MOVED = Map.of(
            "method_step", "select (select count(*) from method_step) + (select count(*) from plan_template_step)");

    /** What a later version keeps in another way, each with a test of its own migration; and when one who signs in here was seen. */
    private static final Set<String> KEPT_ELSEWHERE = Set.of(
            "account.seen_at",
            "participant.side",
            "partnership_member.party",
            "programme.cities_eu",
            "programme.cities_non_eu",
            "question.aspect",
            "question_record",
            "method_step",
            "reference.record_code",
            "reference.record_kind",
            "plan_item.plan_name",
            "country.network_region",
            "membership_rule.parameter",
            "membership_rule.operator",
            "membership_rule.value",
            "membership_rule.unit");

    /** What an earlier version said by a word or a column, and this one by a row: queries with what they must count. */
    private static final Map<String, Long> CARRIED_OVER = Map.of(
            "select count(*) from participant where programme_group is null",
            1L,
            "select count(*) from partnership_member where programme_group is null",
            0L,
            "select sum(cities) from programme_group",
            68L,
            "select count(*) from question_record where record_kind = 'programme-group'",
            1L,
            "select count(*) from plan_item where template is not null",
            21L,
            "select count(*) from plan_template where abbreviation is not null",
            2L,
            "select count(*) from membership_condition",
            11L,
            "select count(distinct (record_kind, record_code)) from reference where record_kind <> 'plan-step'",
            1510L,
            "select count(*) from reference r where record_kind = 'plan-step' and not exists (select from"
                    + " plan_template_step s join plan_template t on t.id = s.template where r.record_code = t.code || '/'"
                    + " || s.id)",
            0L);

    private static final Pattern LINK = Pattern.compile("http://[^/]+(/sign-in/link\\?token=([^&\\s]+)\\S*)");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @MethodSource("org.interurban.platform.EarlierFolder#all")
    void keepsEverythingThatWasInIt(EarlierFolder earlier) throws Exception {
        var contents = earlier.contents();
        var data = temporary.resolve("data");
        earlier.unpack(data);
        StoredRows stored;
        try (var before = Installation.start(data);
                var database = before.source().getConnection()) {
            stored = StoredRows.in(database);
        }
        try (var program = Program.ofThisVersion(data)) {
            var faults = new SoftAssertions();
            signIn(program, contents.account());

            try (var database = program.database();
                    var statement = database.createStatement()) {
                faults.assertThat(stored.tables().keySet())
                        .containsAll(contents.rows().keySet());
                faults.assertThat(stored.missingIn(
                                stored.laterIn(database), contents.rows().keySet(), KEPT_ELSEWHERE))
                        .isEmpty();
                for (var table : contents.rows().entrySet()) {
                    var query = MOVED.getOrDefault(table.getKey(), "select count(*) from " + table.getKey());
                    try (var count = statement.executeQuery(query)) {
                        assertThat(count.next()).isTrue();
                        faults.assertThat(count.getLong(1))
                                .as("rows of " + table.getKey())
                                .isGreaterThanOrEqualTo(table.getValue());
                    }
                }
            }
            for (var left : CARRIED_OVER.entrySet()) {
                try (var database = program.database();
                        var statement = database.createStatement();
                        var count = statement.executeQuery(left.getKey())) {
                    assertThat(count.next()).isTrue();
                    faults.assertThat(count.getLong(1)).as(left.getKey()).isEqualTo(left.getValue());
                }
            }
            for (var page : contents.pages()) {
                faults.assertThat(program.get(page).statusCode())
                        .as(page)
                        .isIn(200, 301, 308); // moved for good is fine
            }
            faults.assertThat(program.get("/audit/verify").body()).contains("The trail is valid");
            faults.assertAll();
        }
    }

    /** By the link that its mail would hold; where there is no mail server, the console says it. */
    private static void signIn(Program program, String account) throws Exception {
        program.post("/sign-in", "/sign-in", "email", account);
        var link = LINK.matcher(program.output());
        assertThat(link.find()).as("a link for " + account).isTrue();
        program.post(link.group(1), "/sign-in/link", "token", link.group(2));
        assertThat(program.get("/account").body()).contains(account);
    }
}
