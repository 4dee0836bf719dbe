package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Every HTML page there is: in both languages on a phone without scripts, and under the accessibility scan. */
@PlatformTest
@LeavesRecords
@ActiveProfiles("demo")
class EveryPageBrowserTests {

    static final String LANGUAGES = "org.interurban.platform.EveryPageBrowserTests#languages";

    /** What stands for the variables of an address, by its pattern: each module keeps the examples of its pages in a file of its own. */
    static final Map<String, String> EXAMPLES = examples();

    /** What scripts put into a page that is visited itself. */
    private static final List<String> PARTS_OF_PAGES =
            List.of("/dates/read", "/drafts", "/palette", "/rounds/{id}/pair");

    private static final List<String> ENDINGS = List.of(".csv", ".xlsx", ".pdf", ".ics", ".json", ".svg", ".png");

    private static Map<String, String> examples() {
        var examples = new TreeMap<String, String>();
        ModuleRecords.secrets().forEach(kind -> {
            examples.put(kind.list() + "/{code}", kind.example());
            examples.put(kind.list() + "/{code}/edit", kind.example() + "/edit");
        });
        try (var files = Files.list(Path.of("src/test/resources/examples"))) {
            for (var file : files.toList()) {
                try (var pages = CSVParser.parse(
                        file,
                        StandardCharsets.UTF_8,
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())) {
                    pages.forEach(page -> examples.put(page.get("page"), page.get("example")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

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

        assertThat(without)
                .as("pages that nobody visits: add an example to the module's file in src/test/resources/examples")
                .isEmpty();
    }

    /** What languages differ in is their words: what looks at more than these looks at the second in the long run. */
    static List<String> languages() {
        return Boolean.getBoolean("interurban.long") ? List.of("en", "ko") : List.of("en");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
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
    @MethodSource(LANGUAGES)
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
