package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.interurban.platform.authority.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * A language is a file of words for each module and a line of the settings: one that nobody speaks, its words the English ones
 * between signs, goes through every page, and no English is left between them.
 */
@PlatformTest
@LeavesRecords
@ActiveProfiles("demo")
@TestPropertySource(properties = "interurban.languages=en,qps")
class PseudoLanguageTests {

    private static final String LANGUAGE = "qps";
    private static final String OPEN = "[!! ";
    private static final String CLOSE = " !!]";

    /** Words of the language, with what they were filled with. */
    private static final Pattern SAID = Pattern.compile("\\[!! (?:(?!\\[!! | !!]).)*? !!]", Pattern.DOTALL);

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
    private static final Pattern GAP = Pattern.compile("\\{[^{}]*}");

    /** Fewer letters than these may stand in names of people's making as well. */
    private static final int OF_OURS = 14;

    /** What stands in the frame and is nobody's words: names, and what each language calls itself. */
    private static final Set<String> NAMES =
            Set.of("CityNet", "Interurban", "English", LANGUAGE, "Test ADMINISTRATOR", "CSV", "XLSX");

    @TestConfiguration
    static class Words {

        @Bean
        static BeanPostProcessor pseudoLanguage() throws IOException {
            var loader = new URLClassLoader(new URL[] {written().toUri().toURL()}, Words.class.getClassLoader());
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof ResourceBundleMessageSource messages) {
                        messages.setBundleClassLoader(loader);
                    }
                    return bean;
                }
            };
        }

        /** The name of a rule of CLDR. */
        private static boolean isRule(Object word) {
            return word.toString().startsWith("%");
        }

        private static Path written() throws IOException {
            var folder = Files.createTempDirectory("pseudo-language");
            Files.createDirectories(folder.resolve("messages"));
            for (var file : english().entrySet()) {
                var words = new Properties();
                file.getValue().forEach((key, word) -> words.put(key, isRule(word) ? word : OPEN + word + CLOSE));
                try (var out = Files.newBufferedWriter(
                        folder.resolve("messages/" + file.getKey().replace("_en.", "_" + LANGUAGE + ".")))) {
                    words.store(out, null);
                }
            }
            return folder;
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    /** By the name of the file. */
    private static Map<String, Properties> english() throws IOException {
        var files = new TreeMap<String, Properties>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties")) {
            var words = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            files.put(String.valueOf(file.getFilename()), words);
        }
        return files;
    }

    @Test
    void noEnglishIsLeftOnAnyPageInAnotherLanguage() throws Exception {
        var account = TestPeople.account(sql, Role.ADMINISTRATOR);
        var records = ExampleRecords.make(browser, sql, account);
        browser.post() // of the letters that pages show before they go, those that were not sent yet
                .uri("/programmes/IURC/profiles/ask")
                .with(TestPeople.holding(account))
                .with(csrf())
                .param("organisation", "busan")
                .exchange();
        var ours = sentences();
        var data = Set.copyOf(sql.sql("""
            select name from account where name is not null
             union select title from document
             union select name from membership_type
             union select subject from mail_message -- in the language of whoever gets it
             union select btrim(line) from mail_message, regexp_split_to_table(body, E'\\n') line
            """).query(String.class).list());
        var faults = new TreeSet<String>();
        var said = 0;

        var pages = EveryPageBrowserTests.addresses(mapping, records, port);
        pages.remove("/components"); // examples, for those who write pages
        for (var page : pages.entrySet()) {
            var address = page.getValue() + (page.getValue().contains("?") ? "&" : "?") + "lang=" + LANGUAGE;
            var answer = ask(address, TestPeople.holding(account));
            if (answer.getStatus() == 302) {
                answer = ask(address, request -> request); // what is for nobody yet, such as the page for signing in
            }
            assertThat(answer.getStatus()).as(page.getKey()).isEqualTo(EveryPageBrowserTests.expected(page.getKey()));
            for (var text : texts(answer.getContentAsString(StandardCharsets.UTF_8))) {
                var left = left(text.words());
                said += left.equals(text.words()) ? 0 : 1;
                if (LETTERS.matcher(left).find()
                        && (text.inFrame()
                                ? !NAMES.contains(left)
                                : !data.contains(left) && ours.matcher(left).matches())) {
                    faults.add(page.getKey() + ": " + left);
                }
            }
        }

        assertThat(said).isGreaterThan(1000);
        assertThat(faults).isEmpty();
    }

    private MockHttpServletResponse ask(String address, RequestPostProcessor reader) {
        return browser.get().uri(address).with(reader).exchange().getResponse();
    }

    /** What is not said in the language. */
    private static String left(String words) {
        var text = words;
        while (SAID.matcher(text).find()) {
            text = SAID.matcher(text).replaceAll(" ");
        }
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** All English sentences of ours, with anything in their gaps. */
    private static Pattern sentences() throws IOException {
        return Pattern.compile(english().values().stream()
                .flatMap(words -> words.stringPropertyNames().stream().map(words::getProperty))
                .filter(words -> letters(GAP.matcher(words).replaceAll("")) >= OF_OURS)
                .map(PseudoLanguageTests::pattern)
                .distinct()
                .collect(Collectors.joining("|")));
    }

    private static long letters(String words) {
        return words.chars().filter(Character::isLetter).count();
    }

    private static String pattern(String words) {
        return Arrays.stream(GAP.split(SPACE.matcher(words).replaceAll(" ").strip(), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    private record Text(boolean inFrame, String words) {}

    private static List<Text> texts(String html) throws ParseException {
        var found = new ArrayList<Text>();
        new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(html, new Reader(found));
        return found;
    }

    /** Reads what a reader reads or has read out. */
    private static final class Reader extends AbstractSimpleMarkupHandler {

        private static final Set<String> FRAME = Set.of("header", "footer");
        private static final Set<String> UNREAD = Set.of("script", "style");
        private static final List<String> READ_OUT = List.of("aria-label", "title", "alt", "placeholder", "data-label");

        private final List<Text> found;
        private final Deque<String> open = new ArrayDeque<>();

        Reader(List<Text> found) {
            this.found = found;
        }

        @Override
        public void handleStandaloneElement(
                String element, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
            readOut(attributes);
        }

        @Override
        public void handleOpenElement(String element, @Nullable Map<String, String> attributes, int line, int column) {
            open.push(element);
            readOut(attributes);
        }

        @Override
        public void handleAutoOpenElement(
                String element, @Nullable Map<String, String> attributes, int line, int column) {
            handleOpenElement(element, attributes, line, column);
        }

        @Override
        public void handleCloseElement(String element, int line, int column) {
            open.pop();
        }

        @Override
        public void handleAutoCloseElement(String element, int line, int column) {
            open.pop();
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            if (UNREAD.stream().noneMatch(open::contains)) {
                read(new String(buffer, offset, length));
            }
        }

        private void readOut(@Nullable Map<String, String> attributes) {
            if (attributes != null) {
                READ_OUT.stream()
                        .flatMap(name -> Stream.ofNullable(attributes.get(name)))
                        .forEach(this::read);
            }
        }

        private void read(String text) {
            var words =
                    SPACE.matcher(HtmlUtils.htmlUnescape(text)).replaceAll(" ").strip();
            if (!words.isEmpty()) {
                found.add(new Text(FRAME.stream().anyMatch(open::contains) && !open.contains("main"), words));
            }
        }
    }
}
