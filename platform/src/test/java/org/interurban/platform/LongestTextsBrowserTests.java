package org.interurban.platform;

import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.assertj.core.api.SoftAssertions;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Every text at its longest, in wide letters, Hangul, pictures and markup: no page falls, none shows markup as such, none scrolls aside. */
@PlatformTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "interurban.test.database=LongestTextsBrowserTests")
class LongestTextsBrowserTests {

    /** What the pages of the house do not enumerate: lists, sheets, feeds, data, print. */
    private static final List<String> FURTHER = List.of(
            "/?as=list",
            "/cities?view=map",
            "/members?view=map",
            "/partnerships/IURC-Seoul-Dublin?view=whole",
            "/partnerships/IURC-Seoul-Dublin?view=public",
            "/partnerships/IURC-Seoul-Dublin?reading=SV-02",
            "/search?q=WWWW",
            "/palette?q=WWWW",
            "/drafts",
            "/activities/calendar?month=2022-08",
            "/rounds/{draft}?view=matrix",
            "/rounds/{draft}?view=table",
            "/rounds/{draft}?view=map",
            "/rounds/{draft}?view=equity",
            "/rounds/{round}?view=answers",
            "/rounds/{draft}/pair?a=dublin&b=sejong",
            "/programmes/IURC/one-pager.pdf",
            "/rounds/{round}/sheet.pdf",
            "/activities.ics",
            "/programmes/IURC/activities.ics",
            "/partnerships/IURC-Seoul-Dublin/activities.ics",
            "/api/v1/activities",
            "/api/v1/agreements",
            "/api/v1/cities",
            "/api/v1/cities/seoul",
            "/api/v1/members",
            "/api/v1/partnerships",
            "/api/v1/programmes",
            "/api/v1/search?q=WWWW",
            "/api/v1/activities.csv",
            "/api/v1/partnerships.xlsx");

    private static final Pattern ADDRESS = Pattern.compile(" (?:href|src|action|formaction)=\"([^\"]*)\"");
    private static final Pattern OURS_OR_OF_THE_WEB =
            Pattern.compile("(?s)((?:https?|webcal)://|mailto:[^\\s?]+@|/(?!/)|#|\\?).*|");

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
    void fillOnce() {
        if (account == null) {
            account = TestPeople.account(sql, Role.ADMINISTRATOR);
            LongestTexts.fill(sql); // a round keeps the names that it was made with
            records = ExampleRecords.make(browser, sql, account);
            LongestTexts.fill(sql);
        }
    }

    @ParameterizedTest
    @MethodSource(EveryPageBrowserTests.LANGUAGES)
    void everyPageAnswersAndEscapes(String language) throws Exception {
        var faults = new SoftAssertions();
        try (var client = HttpClient.newHttpClient()) {
            for (var reader : List.of("", "SESSION=" + TestPeople.session(account, sessions))) {
                for (var address : addresses(language)) {
                    var answer = get(client, address, reader);
                    var body = new String(answer.body(), StandardCharsets.UTF_8);
                    var kind = answer.headers().firstValue("Content-Type").orElse("");
                    var as = reader.isEmpty() ? address + " as a visitor" : address;
                    faults.assertThat(answer.statusCode())
                            .as(as)
                            .isLessThan(500)
                            .isNotEqualTo(400);
                    if (!reader.isEmpty() && !address.contains("/sign-in")) {
                        faults.assertThat(answer.statusCode()).as(as).isEqualTo(200);
                    }
                    if (kind.startsWith("text/html")) {
                        faults.assertThat(body).as(as).doesNotContain("<i data-raw");
                        faults.assertThat(ADDRESS.matcher(body).results().map(found -> found.group(1)))
                                .as("addresses on " + as)
                                .allMatch(to -> OURS_OR_OF_THE_WEB.matcher(to).matches());
                    }
                    if (kind.startsWith("application/json")) {
                        faults.assertThatCode(() -> JsonMapper.shared().readTree(body))
                                .as(as)
                                .doesNotThrowAnyException();
                    }
                    if (kind.startsWith("text/calendar")) {
                        faults.assertThat(events(answer.body()))
                                .as(as)
                                .isEqualTo(body.lines()
                                        .filter(line -> line.startsWith("UID:"))
                                        .count());
                    }
                }
            }
        }
        faults.assertAll();
    }

    @ParameterizedTest
    @MethodSource(EveryPageBrowserTests.LANGUAGES)
    void noPageScrollsAsideOnAPhone(String language) {
        var faults = new SoftAssertions();
        try (var context = Browsers.open(390, language, false)) {
            context.addCookies(List.of(
                    new Cookie("SESSION", TestPeople.session(account, sessions)).setUrl("http://127.0.0.1:" + port)));
            var page = context.newPage();
            for (var address : addresses(language)) {
                if (address.matches(".*(\\.(pdf|ics|csv|xlsx)|/api/|/pair\\?|/palette\\?|/drafts).*")) {
                    continue;
                }
                page.navigate(address);
                faults.assertThatCode(() -> Browsers.assertFits(page))
                        .as(address)
                        .doesNotThrowAnyException();
            }
        }
        faults.assertAll();
    }

    private List<String> addresses(String language) {
        var all = new ArrayList<>(
                EveryPageBrowserTests.addresses(mapping, records, port).values());
        FURTHER.forEach(address -> {
            var path = address;
            for (var name : records.entrySet()) {
                path = path.replace(name.getKey(), name.getValue());
            }
            all.add("http://127.0.0.1:" + port + path);
        });
        return all.stream()
                .map(address -> address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                .toList();
    }

    private static int events(byte[] feed) throws Exception {
        return new CalendarBuilder()
                .build(new ByteArrayInputStream(feed))
                .getComponents(Component.VEVENT)
                .size();
    }

    private static HttpResponse<byte[]> get(HttpClient client, String address, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        Stream.of(cookie).filter(text -> !text.isEmpty()).forEach(text -> request.header("Cookie", text));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
