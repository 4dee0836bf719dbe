package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every HTML page there is, in both languages: on a phone without scripts, and under the accessibility scan. */
@PlatformTest
@ActiveProfiles("demo")
class EveryPageBrowserTests {

    /** What stands for the variables of an address, by its pattern. */
    static final Map<String, String> EXAMPLES = new TreeMap<>(Map.ofEntries(
            Map.entry("/activities/{code}", "/activities/SV-02"),
            Map.entry("/activities/{code}/cancel", "/activities/SV-02/cancel"),
            Map.entry("/activities/{code}/edit", "/activities/SV-02/edit"),
            Map.entry("/activities/kinds/{code}/edit", "/activities/kinds/webinar/edit"),
            Map.entry("/activities/new", "/activities/new?partnership=IURC-Seoul-Dublin"),
            Map.entry("/agreements/{code}", "/agreements/AG-01"),
            Map.entry("/agreements/{code}/edit", "/agreements/AG-01/edit"),
            Map.entry("/cities/{code}", "/cities/seoul"),
            Map.entry("/countries/{code}", "/countries/KR"),
            Map.entry("/documents/{code}", "/documents/citynet-eu-brochure"),
            Map.entry("/history/{table}/{key}", "/history/programme/{programme}"),
            Map.entry("/sign-in/link", "/sign-in/link?token=gone"),
            Map.entry("/members/{code}", "/members/busan"),
            Map.entry("/members/{code}/edit", "/members/busan/edit"),
            Map.entry("/organisations/{code}", "/organisations/european-union"),
            Map.entry("/partnerships/new", "/partnerships/new?programme=IURC"),
            Map.entry("/partnerships/{code}", "/partnerships/IURC-Seoul-Dublin"),
            Map.entry("/partnerships/{code}/edit", "/partnerships/IURC-Seoul-Dublin/edit"),
            Map.entry("/partnerships/{code}/members", "/partnerships/IURC-Seoul-Dublin/members"),
            Map.entry("/programmes/{code}", "/programmes/IURC"),
            Map.entry("/programmes/{code}/copy", "/programmes/IURC/copy"),
            Map.entry("/programmes/{code}/edit", "/programmes/IURC/edit"),
            Map.entry("/programmes/{code}/one-pager", "/programmes/IURC/one-pager"),
            Map.entry("/programmes/{code}/participants", "/programmes/IURC/participants"),
            Map.entry("/programmes/{code}/participants/add", "/programmes/IURC/participants/add"),
            Map.entry("/programmes/{code}/participants/{organisation}", "/programmes/IURC/participants/seoul"),
            Map.entry("/programmes/{code}/rounds", "/programmes/IURC/rounds"),
            Map.entry("/programmes/{code}/rounds/new", "/programmes/IURC/rounds/new"),
            Map.entry("/questions/{code}", "/questions/CF-13"),
            Map.entry("/actions/{code}/edit", "/actions/IURC-Seoul-Dublin-01/edit"),
            Map.entry("/people/{id}/erase", "/people/{person}/erase"),
            Map.entry("/rounds/new", "/rounds/new?programme=IURC"),
            Map.entry("/{list:cities|organisations}/{code}/edit", "/cities/seoul/edit"),
            Map.entry("/rounds/{id}", "/rounds/{draft}"),
            Map.entry("/rounds/{id}/advice", "/rounds/{draft}/advice?city=dublin&partner=sejong"),
            Map.entry("/rounds/{id}/cities/{code}", "/rounds/{round}/cities/busan"),
            Map.entry("/rounds/{id}/compare", "/rounds/{draft}/compare?a=1&b=2"),
            Map.entry("/rounds/{id}/repair", "/rounds/{agreed}/repair?leaves=busan"),
            Map.entry("/rounds/{id}/rules", "/rounds/{draft}/rules"),
            Map.entry("/rounds/{id}/sheet", "/rounds/{round}/sheet"),
            Map.entry("/sheets/{id}", "{sheet}"),
            Map.entry("/sheets/{id}/columns", "{columns}/columns"),
            Map.entry("/sheets/{id}/rows", "{rows}/rows"),
            Map.entry("/jobs/{id}", "/jobs/{job}"),
            Map.entry("/outbox/{id}", "/outbox/{mail}"),
            Map.entry("/answer/{token}", "{answer}"),
            Map.entry("/activities/{code}/ask", "/activities/{visit}/ask"),
            Map.entry("/accounts/{id}", "/accounts/{account}"),
            Map.entry("/accounts/{id}/erase", "/accounts/{account}/erase"),
            Map.entry("/topics/{taxonomy}/{code}", "/topics/sdg/SDG-11")));

    /** What scripts put into a page that is visited itself. */
    private static final List<String> PARTS_OF_PAGES = List.of("/dates/read", "/rounds/{id}/pair");

    private static final List<String> ENDINGS = List.of(".csv", ".xlsx", ".pdf", ".ics", ".json");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @LocalServerPort
    int port;

    private static @Nullable AccountId account;
    private static Map<String, String> records = Map.of();

    @BeforeEach
    void makeRecordsOnce() {
        if (account == null) {
            account = TestPeople.account(sql, Role.ADMINISTRATOR);
            records = ExampleRecords.make(browser, sql, account);
        }
    }

    @Test
    void everyPageHasAnExample() {
        var without = pages(mapping).stream()
                .filter(pattern -> pattern.contains("{") && !EXAMPLES.containsKey(pattern))
                .toList();

        assertThat(without).as("pages that nobody visits: add an example").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyPageWorksOnAPhoneWithoutScripts(String language) {
        var faults = new SoftAssertions();
        try (var context = signedIn(390, language, false)) {
            var page = context.newPage();
            addresses().forEach((pattern, address) -> {
                var answer = page.navigate(address);
                faults.assertThat(answer.status()).as(pattern).isEqualTo(expected(pattern));
                faults.assertThat(page.locator("html").getAttribute("lang"))
                        .as(pattern)
                        .isEqualTo(language);
                faults.assertThat(page.locator("h1").count())
                        .as("headings of " + pattern)
                        .isEqualTo(1);
                faults.assertThat(page.content())
                        .as("words missing in " + pattern)
                        .doesNotContain("??");
                faults.assertThatCode(() -> Browsers.assertFits(page))
                        .as(pattern)
                        .doesNotThrowAnyException();
            });
        }
        faults.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyPageIsAccessible(String language) {
        var faults = new SoftAssertions();
        try (var context = signedIn(1440, language, true)) {
            var page = context.newPage();
            var errors = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    errors.add(message.text());
                }
            });
            addresses().forEach((pattern, address) -> {
                errors.clear();
                page.navigate(address);
                faults.assertThatCode(() -> Browsers.assertAccessible(page))
                        .as(pattern)
                        .doesNotThrowAnyException();
                faults.assertThat(errors).as("console of " + pattern).isEmpty();
            });
        }
        faults.assertAll();
    }

    static int expected(String pattern) {
        return pattern.equals("/sign-in/link") ? 410 : 200; // the example's token is gone
    }

    private Map<String, String> addresses() {
        return addresses(mapping, records, port);
    }

    /** An address of each page, by its pattern. */
    static Map<String, String> addresses(RequestMappingHandlerMapping mapping, Map<String, String> records, int port) {
        var all = new LinkedHashMap<String, String>();
        for (var pattern : pages(mapping)) {
            var path = EXAMPLES.getOrDefault(pattern, pattern);
            for (var name : records.entrySet()) {
                path = path.replace(name.getKey(), name.getValue());
            }
            all.put(pattern, "http://127.0.0.1:" + port + path);
        }
        return all;
    }

    /** The patterns of all handlers of ours that answer a GET with a page. */
    private static TreeSet<String> pages(RequestMappingHandlerMapping mapping) {
        var all = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((request, handler) -> {
            var methods = request.getMethodsCondition().getMethods();
            if (handler.getBeanType().getName().startsWith("org.interurban.")
                    && methods.contains(RequestMethod.GET)
                    && answersWithAPage(handler)) {
                request.getPathPatternsCondition().getPatternValues().stream()
                        .filter(pattern ->
                                !pattern.startsWith("/api/") && ENDINGS.stream().noneMatch(pattern::endsWith))
                        .filter(pattern -> !PARTS_OF_PAGES.contains(pattern))
                        .forEach(all::add);
            }
        });
        return all;
    }

    private static boolean answersWithAPage(HandlerMethod handler) {
        return !AnnotatedElementUtils.hasAnnotation(handler.getMethod(), ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                && !HttpEntity.class.isAssignableFrom(handler.getMethod().getReturnType());
    }

    private BrowserContext signedIn(int width, String language, boolean scripts) {
        var context = Browsers.open(width, language, scripts);
        context.addCookies(List.of(
                new Cookie("SESSION", TestPeople.session(account, sessions)).setUrl("http://127.0.0.1:" + port)));
        return context;
    }
}
