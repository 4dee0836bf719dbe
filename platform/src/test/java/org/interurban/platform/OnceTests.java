package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.Once;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Forms with a number and without. */
@PlatformTest
@LeavesRecords
class OnceTests {

    private static final String SETS = "sets values: twice is the same as once";
    private static final String ENDS = "ends or takes away what the second finds gone";
    private static final String STEP = "goes on from one state only: the second finds it done";
    private static final String NOBODY = "comes from somebody who is not signed in, and has limits of its own";

    /**
     * A form without a number, as it is sent; names in braces stand for records that the test makes.
     *
     * @param fields names and values by turns
     */
    private record Without(String form, String why, String address, String... fields) {}

    /** In an order in which each finds its record. */
    private static final List<Without> WITHOUT = List.of(
            new Without("/account", SETS, "/account", "name", "Example", "language", "en"),
            new Without("/account/passkeys/rename", SETS, "/account/passkeys/rename", "id", "AAAA", "label", "Example"),
            new Without("/account/passkeys/remove", ENDS, "/account/passkeys/remove", "id", "AAAA"),
            new Without("/account/sessions/end", ENDS, "/account/sessions/end", "key", "none"),
            new Without("/account/sessions/end-all", ENDS, "/account/sessions/end-all"),
            new Without("/accounts/{id}/disable", SETS, "/accounts/{other}/disable"),
            new Without(
                    "/accounts/{id}/address", SETS, "/accounts/{other}/address", "email", "moved@interurban.example"),
            new Without("/accounts/{id}/enable", SETS, "/accounts/{other}/enable"),
            new Without(
                    "/accounts/{id}/roles/{assignment}/withdraw",
                    ENDS,
                    "/accounts/{other}/roles/{assignment}/withdraw"),
            new Without("/accounts/{id}/erase", ENDS, "/accounts/{other}/erase"),
            new Without(
                    "/drafts",
                    "a draft takes the place of the one before, and has the number of its form",
                    "/drafts",
                    "once",
                    "0d1f7a5e-5a0f-4c53-9b0d-6f0c1d2e3f40",
                    "form",
                    "/x",
                    "page",
                    "/x",
                    "title",
                    "Example",
                    "fields",
                    "[]"),
            new Without("/drafts/discard", ENDS, "/drafts/discard", "form", "/actions/new"),
            new Without("/answer/{token}", NOBODY, "{answer}"),
            new Without("/sign-in", NOBODY, "/sign-in", "email", "nobody@example.org"),
            new Without(
                    "/start",
                    NOBODY,
                    "/start",
                    "city",
                    "Riverton",
                    "offers[0].statement",
                    "Flood walls",
                    "writer",
                    "Mona",
                    "post",
                    "Mayor",
                    "email",
                    "mona@riverton.example",
                    "consent",
                    "true"),
            new Without("/start/confirm", NOBODY, "/start/confirm?token={enquiry}"),
            new Without("/jobs/{id}/cancel", ENDS, "/jobs/{job}/cancel"),
            new Without(
                    "/partnerships/{code}/members",
                    "a body belongs once, or not",
                    "/partnerships/IURC-Seoul-Dublin/members",
                    "organisation",
                    "busan",
                    "act",
                    "join"),
            new Without(
                    "/partnerships/{code}/members",
                    ENDS,
                    "/partnerships/IURC-Seoul-Dublin/members",
                    "organisation",
                    "busan",
                    "act",
                    "leave"),
            new Without(
                    "/rounds/{id}/cities/{code}",
                    "an answer takes the place of the one before",
                    "/rounds/{round}/cities/{a}",
                    "partner",
                    "{b}",
                    "answer",
                    "accepts"),
            new Without(
                    "/rounds/{id}/cities/{code}/wishes",
                    "wishes take the place of those before",
                    "/rounds/{round}/cities/{a}/wishes",
                    "wish",
                    "{b}"),
            new Without(
                    "/rounds/{id}/locks",
                    "the same lock once more changes nothing",
                    "/rounds/{draft}/locks?a={a}&b={b}",
                    "kind",
                    "prefer",
                    "reason",
                    "Example"),
            new Without("/rounds/{id}/locks/lift", ENDS, "/rounds/{draft}/locks/lift?a={a}&b={b}"),
            new Without("/rounds/{id}/robustness", SETS, "/rounds/{draft}/robustness"),
            new Without(
                    "/programmes/{code}/participants",
                    SETS,
                    "/programmes/IURC/participants",
                    "act",
                    "remove",
                    "organisation",
                    "busan",
                    "sure",
                    "true"),
            new Without(
                    "/programmes/{code}/participants",
                    SETS,
                    "/programmes/IURC/participants",
                    "act",
                    "return",
                    "organisation",
                    "busan"),
            new Without(
                    "/programmes/{code}/participants/add",
                    "whoever takes part already stays as it is",
                    "/programmes/IURC/participants/add",
                    "organisation",
                    "busan"),
            new Without("/sheets/{id}/read-again", SETS, "{columns}/read-again"),
            new Without("/sheets/{id}/columns", SETS, "{columns}/columns", "column-0", "name", "column-1", "country"),
            new Without("/sheets/{id}/discard", ENDS, "{columns}/discard"),
            new Without("/sheets/{id}/rows", SETS, "{rows}/rows"),
            new Without("/sheets/{id}/fields", SETS, "{rows}/fields", "place", "2", "field", "name", "keep", "yes"),
            new Without("/sheets/{id}/answers/take-back", SETS, "{rows}/answers/take-back", "number", "1"),
            new Without("/sheets/{id}/skip", SETS, "{rows}/skip", "state", "faulty"),
            new Without("/sheets/{id}/import", STEP, "{rows}/import"),
            new Without("/sheets/{id}/undo", STEP, "{rows}/undo"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Test
    void everyFormIsCarriedOutOnceOrSaysWhyItNeedsNoNumber() {
        var writing = new TreeMap<String, Boolean>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.interurban.")
                    && mapping.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method != RequestMethod.GET)) {
                mapping.getPatternValues()
                        .forEach(path ->
                                writing.merge(path, handler.hasMethodAnnotation(Once.class), Boolean::logicalAnd));
            }
        });

        assertThat(writing).containsKeys("/actions/new", "/sheets");
        assertThat(writing.keySet().stream().filter(form -> !Boolean.TRUE.equals(writing.get(form))))
                .as("forms without @Once")
                .containsExactlyInAnyOrderElementsOf(
                        WITHOUT.stream().map(Without::form).distinct().toList());
    }

    @Test
    void whatIsCarriedOutOnceBelongsToSomebody() {
        assertThat(handlers.getHandlerMethods().values())
                .filteredOn(handler -> handler.hasMethodAnnotation(Once.class))
                .isNotEmpty()
                .allMatch(handler -> handler.hasMethodAnnotation(Requires.class)
                        || handler.getBeanType().isAnnotationPresent(Requires.class));
    }

    @Test
    void aFormWithoutANumberThatIsSentTwiceIsAnsweredTheSameAndWithoutComplaint() {
        sample.load();
        var account = TestPeople.account(sql, Role.ADMINISTRATOR);
        var names = names(account);

        for (var form : WITHOUT) {
            var answers = Stream.of(1, 2)
                    .map(time -> send(form, names, form.why().equals(NOBODY) ? null : account))
                    .toList();

            assertThat(answers).as(form.address()).allSatisfy(answer -> {
                assertThat(answer.getResponse().getStatus()).isLessThan(400);
                assertThat(answer.getMvcResult().getFlashMap().get("noticeKind"))
                        .isNotIn("bad", "warn");
                assertThat(answer.getMvcResult().getFlashMap().get("warning")).isNull();
            });
            assertThat(answers.getLast().getResponse().getRedirectedUrl())
                    .as(form.address())
                    .isEqualTo(answers.getFirst().getResponse().getRedirectedUrl());
        }
    }

    private Map<String, String> names(AccountId account) {
        sql.sql("select organisation from participant")
                .query(UUID.class)
                .list()
                .forEach(city -> TestPeople.account(sql, Role.FOCAL_POINT, Scope.city(new Scope.Id(city))));
        var names = new HashMap<>(ExampleRecords.make(browser, sql, account));
        var other = TestPeople.account(sql, Role.EDITOR);
        names.put("{other}", other.toString());
        names.put("{assignment}", one("select id from role_assignment where account = '%s'".formatted(other)));
        var pair = """
            select pair.%s from pairing_run n
              cross join lateral jsonb_to_recordset(n.result -> 'pairs') as pair(a text, b text)
             where n.round = '%s' order by n.number desc, pair.a limit 1\
            """;
        names.put("{a}", one(pair.formatted("a", names.get("{round}"))));
        names.put("{b}", one(pair.formatted("b", names.get("{round}"))));
        return names;
    }

    private MvcTestResult send(Without form, Map<String, String> names, AccountId account) {
        var request = browser.post().uri(filled(form.address(), names)).with(csrf());
        if (account != null) {
            request = request.with(TestPeople.holding(account));
        }
        for (int i = 0; i + 1 < form.fields().length; i += 2) {
            request = request.param(form.fields()[i], filled(form.fields()[i + 1], names));
        }
        return request.exchange();
    }

    private static String filled(String text, Map<String, String> names) {
        for (var name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }

    private String one(String query) {
        return sql.sql(query).query(String.class).single();
    }
}
