package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.web.ListQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Whatever stands in an address, a field or a header, the answer is one that helps: a page, a refusal with its reason, never a failure. */
@PlatformTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "interurban.test.database=AnyParameterTests")
class AnyParameterTests {

    private static final long SEED = 20261130;
    private static final boolean LONG = Boolean.getBoolean("interurban.long");

    /** How many of the values each parameter gets; all of them in the long run. */
    private static final int TRIES = LONG ? Integer.MAX_VALUE : Integer.getInteger("interurban.tries", 2);

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "-",
            "--",
            "x",
            "{x}",
            "${x}",
            "#{x}",
            "%",
            "%00",
            "\0",
            "'",
            "\"><b>",
            "a\r\nb: c",
            "-1",
            "0",
            "2147483648",
            "999999999999999999999999",
            "1e999",
            "NaN",
            "+999999999-12",
            "-999999999-01",
            "0000-01-01",
            "0000",
            "9999-12-31",
            "+10000-01-01",
            "2023-02-30",
            "2023-13",
            "2023/2022",
            "00000000-0000-0000-0000-000000000000",
            "../../x",
            "//x.example",
            "/{x}",
            "a,b,,c",
            ",",
            "[]",
            "{}",
            "\ud83d\ude00",
            "\ud800",
            "\u202e",
            "W".repeat(5000),
            "한".repeat(400),
            "true",
            "ko");

    /** Forms whose deed a reader of the answer could not take back in a transaction: they end the session, or write outside it. */
    private static final Set<String> NOT_POSTED = Set.of("/sign-out");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private static @Nullable AccountId account;
    private static Map<String, String> records = Map.of();
    private final Logger failures = (Logger) LoggerFactory.getLogger("org.interurban.platform.web.LastResort");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, String> faults = new TreeMap<>();
    private final Random random = new Random(SEED);
    private int asked;

    @BeforeEach
    void makeRecordsOnce() {
        if (account == null) {
            account = TestPeople.account(sql, Role.ADMINISTRATOR);
            records = ExampleRecords.make(browser, sql, account);
        }
    }

    @Test
    void anAddressWithAnythingInItsParameters() throws Exception {
        for (var page : addresses().entrySet()) {
            var names = new LinkedHashSet<>(parameters(page.getKey(), RequestMethod.GET));
            if (isPage(page.getKey())) {
                forms(page.getValue()).stream()
                        .filter(form -> !form.posts())
                        .forEach(form -> names.addAll(form.fields().keySet()));
            }
            for (var name : names) {
                for (var value : values()) {
                    get(page.getKey() + "?" + name, with(page.getValue(), name, value), Map.of());
                }
            }
        }
        assertNoneFailed();
    }

    @Test
    void anAddressWithAnythingInItsPath() {
        for (var pattern : patterns(RequestMethod.GET)) {
            if (pattern.contains("{")) {
                for (var value : values()) {
                    get(pattern, uri(pattern, value), Map.of());
                }
            }
        }
        assertNoneFailed();
    }

    @Test
    void anAddressWithAnythingInItsHeaders() {
        var headers = List.of(
                "Referer",
                "Accept",
                "Accept-Language",
                "If-None-Match",
                "If-Modified-Since",
                "Range",
                "HX-Current-URL");
        var values = List.of("{x}", "::not an address", "http://[", "W".repeat(3000), "bytes=9-1,-", "*/*;q=2");
        for (var page : addresses().entrySet()) {
            for (int i = 0; i < (LONG ? 40 : 2); i++) {
                var header = headers.get(random.nextInt(headers.size()));
                var value = values.get(random.nextInt(values.size()));
                get(page.getKey() + " " + header, uri(page.getValue()), Map.of("HX-Request", "true", header, value));
            }
        }
        assertNoneFailed();
    }

    @Test
    void aFormWithAnythingInOneOfItsFields() throws Exception {
        var seen = new LinkedHashSet<String>();
        for (var page : addresses().entrySet()) {
            if (!isPage(page.getKey())) {
                continue;
            }
            for (var form : forms(page.getValue())) {
                if (form.posts()
                        && !NOT_POSTED.contains(form.action())
                        && seen.add(form.action() + form.fields().keySet())) {
                    for (var field : form.fields().keySet()) {
                        for (var value : values()) {
                            var fields = new LinkedHashMap<>(form.fields());
                            fields.put(field, value);
                            post(page.getKey() + " -> " + form.action() + " " + field, form.action(), fields);
                        }
                    }
                    post(page.getKey() + " -> " + form.action(), form.action(), Map.of());
                }
            }
        }
        assertNoneFailed();
    }

    @Test
    void aDeedWithAnythingInAllItsParameters() {
        for (var pattern : patterns(RequestMethod.POST)) {
            for (var value : values()) {
                var fields = parameters(pattern, RequestMethod.POST).stream()
                        .collect(Collectors.toMap(name -> name, name -> value, (a, b) -> a, LinkedHashMap::new));
                post(pattern, example(pattern), fields);
                if (pattern.contains("{")) {
                    post(pattern, uri(pattern, value).toString(), fields);
                }
            }
        }
        assertNoneFailed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webauthn/register/options",
                "/webauthn/register",
                "/webauthn/authenticate/options",
                "/login/webauthn"
            })
    void aPasskeyWithAnythingInIt(String address) {
        for (var body : List.of(
                "",
                "{}",
                "[]",
                "null",
                "x",
                "{\"publicKey\":{}}",
                "{\"publicKey\":{\"label\":\"x\",\"credential\":{}}}",
                "{\"id\":1}",
                "{\"id\":\"x\",\"rawId\":\"x\",\"response\":{}}")) {
            var request = browser.post()
                    .uri(address)
                    .with(TestPeople.holding(Objects.requireNonNull(account)))
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body);
            judge(address + " " + body, () -> request.exchange());
        }
        assertNoneFailed();
    }

    // asking

    private void get(String what, URI address, Map<String, String> headers) {
        var request = browser.get().uri(address).with(TestPeople.holding(Objects.requireNonNull(account)));
        headers.forEach(request::header);
        judge(what + " " + shown(address.toString()), () -> request.exchange());
    }

    /** What it did is taken back, so that every form finds the records as they were. */
    private void post(String what, String address, Map<String, String> fields) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var request = browser.post()
                    .uri(URI.create(address))
                    .with(TestPeople.holding(Objects.requireNonNull(account)))
                    .with(csrf());
            fields.forEach(request::param);
            judge(what + " " + shown(fields.values().toString()), () -> request.exchange());
        });
    }

    private void judge(String what, Supplier<MvcTestResult> asking) {
        asked++;
        log.list.clear();
        var answer = asking.get();
        if (answer.getUnresolvedException() != null || answer.getResponse().getStatus() >= 500) {
            var failure = log.list.stream()
                    .map(event ->
                            event.getThrowableProxy() instanceof ThrowableProxy logged ? logged.getThrowable() : null)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(answer.getUnresolvedException());
            faults.putIfAbsent(what.split(" ")[0] + " " + root(failure), what);
        }
    }

    @BeforeEach
    void listen() {
        log.start();
        failures.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        failures.detachAppender(log);
    }

    private static String root(@Nullable Throwable failure) {
        var root = failure;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "" : shown(root.toString().replace('\n', ' '));
    }

    private static String shown(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }

    private void assertNoneFailed() {
        assertThat(asked).isGreaterThan(5);
        assertThat(faults.entrySet().stream().map(fault -> fault.getKey() + "  <-  " + fault.getValue()))
                .as("of %d requests, seed %d", asked, SEED)
                .isEmpty();
    }

    private List<String> values() {
        if (VALUES.size() <= TRIES) {
            return VALUES;
        }
        return random.ints(0, VALUES.size())
                .distinct()
                .limit(TRIES)
                .mapToObj(VALUES::get)
                .toList();
    }

    // what there is to ask

    private record Form(String action, boolean posts, Map<String, String> fields) {}

    private Map<String, String> addresses() {
        var all = new TreeMap<String, String>();
        for (var pattern : patterns(RequestMethod.GET)) {
            if (!pattern.endsWith(".pdf") && !pattern.endsWith(".png")) { // which Chromium makes, for a second each
                all.put(pattern, example(pattern));
            }
        }
        return all;
    }

    private Set<String> patterns(RequestMethod method) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.interurban."))
                .map(Map.Entry::getKey)
                .filter(request -> request.getMethodsCondition().getMethods().contains(method))
                .flatMap(request -> request.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/print/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPage(String pattern) {
        return !pattern.startsWith("/api/") && !pattern.matches(".*\\.(csv|xlsx|pdf|ics|json)");
    }

    /** The address of an example: of the page itself, or of the page of the same record. */
    private String example(String pattern) {
        var examples = EveryPageBrowserTests.EXAMPLES;
        var page = pattern.replaceFirst("^/api/v1", "").replaceFirst("\\.(csv|xlsx|pdf|ics|json)$", "");
        var path = examples.get(page);
        for (var known : examples.entrySet()) { // /rounds/{id}/locks/lift is about the round of /rounds/{id}
            if (path == null && page.startsWith(known.getKey() + "/")) {
                path = known.getValue().replaceFirst("\\?.*", "")
                        + page.substring(known.getKey().length());
            }
        }
        path = path == null ? page : path;
        for (var name : records.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        var ending = pattern.replaceFirst("^.*?(\\.(csv|xlsx|pdf|ics|json))?$", "$1");
        path = path.replaceFirst("(\\?|$)", ending + "$1");
        return (pattern.startsWith("/api/v1") ? "/api/v1" : "") + path.replaceAll("\\{[^}]*}", "x");
    }

    private Set<String> parameters(String pattern, RequestMethod method) {
        var names = new LinkedHashSet<String>();
        mapping.getHandlerMethods().forEach((request, handler) -> {
            if (request.getPatternValues().contains(pattern)
                    && request.getMethodsCondition().getMethods().contains(method)) {
                for (var parameter : handler.getMethod().getParameters()) {
                    names.addAll(names(parameter));
                }
            }
        });
        return names;
    }

    private static List<String> names(Parameter parameter) {
        if (parameter.getType() == ListQuery.class) {
            return List.of("q", "sort", "limit", "offset", "nothing");
        }
        if (AnnotatedElementUtils.hasAnnotation(parameter, RequestParam.class)) {
            var named = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
            return List.of(named == null || named.name().isEmpty() ? parameter.getName() : named.name());
        }
        if (AnnotatedElementUtils.hasAnnotation(parameter, ModelAttribute.class)
                && parameter.getType().isRecord()) {
            return Arrays.stream(parameter.getType().getRecordComponents())
                    .flatMap(component -> Stream.of(
                            component.getName(), component.getName() + "[0]", component.getName() + "[9999999]"))
                    .toList();
        }
        return List.of();
    }

    /** The forms of a page with what stands in them, as a browser would send it. */
    private List<Form> forms(String address) throws ParseException {
        var answer = browser.get()
                .uri(uri(address))
                .with(TestPeople.holding(Objects.requireNonNull(account)))
                .exchange();
        if (answer.getUnresolvedException() != null || answer.getResponse().getStatus() != 200) {
            return List.of();
        }
        var html = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var found = new ArrayList<Form>();
        new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(html, new AbstractMarkupHandler() {

            private final Map<String, String> attributes = new LinkedHashMap<>();
            private @Nullable Form form;
            private String select = "";
            private String area = "";

            @Override
            public void handleAttribute(
                    char[] buffer,
                    int nameOffset,
                    int nameLen,
                    int nameLine,
                    int nameCol,
                    int operatorOffset,
                    int operatorLen,
                    int operatorLine,
                    int operatorCol,
                    int valueOffset,
                    int valueLen,
                    int outerOffset,
                    int outerLen,
                    int valueLine,
                    int valueCol) {
                attributes.put(
                        new String(buffer, nameOffset, nameLen).toLowerCase(),
                        HtmlUtils.htmlUnescape(new String(buffer, valueOffset, valueLen)));
            }

            private void opened(String element) {
                var name = attributes.getOrDefault("name", "");
                var value = attributes.getOrDefault("value", "");
                if (element.equals("form")) {
                    form = new Form(
                            attributes.getOrDefault("action", address),
                            attributes.getOrDefault("method", "get").equalsIgnoreCase("post"),
                            new LinkedHashMap<>());
                    found.add(form);
                } else if (form != null && !name.isEmpty() && !name.equals("_csrf")) {
                    switch (element) {
                        case "input" -> {
                            var chosen = !Set.of("checkbox", "radio").contains(attributes.getOrDefault("type", ""))
                                    || attributes.containsKey("checked");
                            if (chosen) {
                                form.fields().put(name, value);
                            } else {
                                form.fields().putIfAbsent(name, value);
                            }
                        }
                        case "button" -> form.fields().put(name, value);
                        case "select" -> select = name;
                        case "textarea" -> area = name;
                        default -> {}
                    }
                } else if (form != null && element.equals("option") && !select.isEmpty()) {
                    if (attributes.containsKey("selected") || !form.fields().containsKey(select)) {
                        form.fields().put(select, value);
                    }
                }
                attributes.clear();
            }

            @Override
            public void handleOpenElementStart(char[] buffer, int offset, int len, int line, int col) {
                attributes.clear();
            }

            @Override
            public void handleOpenElementEnd(char[] buffer, int offset, int len, int line, int col) {
                opened(new String(buffer, offset, len).toLowerCase());
            }

            @Override
            public void handleStandaloneElementStart(
                    char[] buffer, int offset, int len, boolean minimized, int line, int col) {
                attributes.clear();
            }

            @Override
            public void handleStandaloneElementEnd(
                    char[] buffer, int offset, int len, boolean minimized, int line, int col) {
                opened(new String(buffer, offset, len).toLowerCase());
            }

            @Override
            public void handleText(char[] buffer, int offset, int len, int line, int col) {
                if (form != null && !area.isEmpty()) {
                    form.fields().put(area, HtmlUtils.htmlUnescape(new String(buffer, offset, len)));
                }
            }

            @Override
            public void handleCloseElementStart(char[] buffer, int offset, int len, int line, int col) {
                switch (new String(buffer, offset, len).toLowerCase()) {
                    case "form" -> form = null;
                    case "select" -> select = "";
                    case "textarea" -> area = "";
                    default -> {}
                }
            }
        });
        return found;
    }

    private static URI uri(String address) {
        return URI.create(address);
    }

    private static URI uri(String pattern, String everywhere) {
        return UriComponentsBuilder.fromUriString(pattern.replaceAll("\\{[^}]*}", "{x}"))
                .encode()
                .buildAndExpand(Map.of("x", everywhere))
                .toUri();
    }

    private static URI with(String address, String name, String value) {
        return UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam(name, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUri();
    }
}
