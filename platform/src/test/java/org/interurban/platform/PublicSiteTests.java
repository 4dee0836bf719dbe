package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a visitor reaches from the first page by links, in both languages: what each page says, and how it speaks. */
@PlatformTest
class PublicSiteTests {

    private static final List<String> LANGUAGES = List.of("en", "ko");

    /** Of one kind of page, such as all cities. */
    private static final int FEW = 5;

    /** Files and what is no page of the site. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/(api|css|js|fonts|webjars|sign-in|print|answer)(/.*)?|.*\\.[a-z]{2,11}");

    private static final Pattern LINE_NUMBER = Pattern.compile("(?i)\\blines? \\d+");
    private static final Pattern RECORD = Pattern.compile("/(?!api/).*/([^/?#]*-[^/?#]*)([?#].*)?");
    private static final Pattern KEY_OF_A_RECORD = Pattern.compile("\\b[A-Z]{2,}[A-Z0-9]*(-[A-Z][a-z]+){2,}\\b");
    /** The foot of a printed page says where the page is. */
    private static final Pattern OWN_ADDRESS = Pattern.compile("http://localhost:0/\\S*");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");

    /** As many words of Latin letters in a row are a passage, not a name. */
    private static final Pattern PASSAGE =
            Pattern.compile("\\b[a-z]{2,}(?:[ ,;:]+(?:[A-Za-z0-9'’-]+)){3,}", Pattern.CASE_INSENSITIVE);

    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    /** What is called so in every language. */
    /** Which nobody has written in the sample. */
    private static final Set<String> UNWRITTEN = Set.of("/accessibility", "/contact", "/imprint");

    private static final Set<String> NAMES = Set.of("Unicode License V3");

    @Autowired
    MockMvcTester browser;

    @Autowired
    JsonMapper json;

    @Autowired
    WholeSample sample;

    @Autowired
    JdbcClient sql;

    private Set<String> messageKeys = Set.of();
    private Set<String> abbreviations = Set.of();
    private final Set<String> namesMet = new HashSet<>();

    /** A text as it is read, in the language that its element states. */
    private record Text(String text, String language, boolean isTitle) {}

    private static final class Page extends AbstractSimpleMarkupHandler {

        private final Deque<String> languages = new ArrayDeque<>(List.of(""));
        private final Deque<String> elements = new ArrayDeque<>();
        private final List<Text> texts = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final Map<String, String> head = new HashMap<>();
        private final StringBuilder data = new StringBuilder();
        private int alternates;

        @Override
        public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
            elements.push(name);
            languages.push(
                    attributes == null || attributes.get("lang") == null ? languages.peek() : attributes.get("lang"));
            read(name, attributes);
        }

        @Override
        public void handleStandaloneElement(
                String name, Map<String, String> attributes, boolean minimized, int line, int col) {
            read(name, attributes);
        }

        @Override
        public void handleCloseElement(String name, int line, int col) {
            close();
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int col) {
            close();
        }

        private void close() {
            elements.pop();
            languages.pop();
        }

        private void read(String name, Map<String, String> attributes) {
            if (attributes == null) {
                return;
            }
            switch (name) {
                case "html" -> head.put("lang", attributes.getOrDefault("lang", ""));
                case "meta" ->
                    head.put(
                            attributes.getOrDefault("property", attributes.getOrDefault("name", "")),
                            attributes.getOrDefault("content", ""));
                case "link" -> {
                    head.put("link:" + attributes.get("rel"), attributes.getOrDefault("href", ""));
                    alternates += attributes.containsKey("hreflang") ? 1 : 0;
                }
                case "a" -> links.add(attributes.getOrDefault("href", "").replace("&amp;", "&"));
                default -> {}
            }
        }

        @Override
        public void handleText(char[] buffer, int offset, int len, int line, int col) {
            var text = new String(buffer, offset, len);
            if (elements.contains("script")) {
                data.append(text);
            } else if (!elements.contains("style") && !text.isBlank()) {
                texts.add(new Text(plain(text), String.valueOf(languages.peek()), elements.contains("title")));
            }
        }

        private static String plain(String text) {
            return org.springframework.web.util.HtmlUtils.htmlUnescape(text)
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    @BeforeEach
    void readWhatThereIs() throws IOException {
        sample.load();
        abbreviations = sql.sql("select abbreviation from programme where abbreviation is not null")
                .query(String.class)
                .set();
        messageKeys = new HashSet<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties")) {
            var words = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            messageKeys.addAll(words.stringPropertyNames());
        }
    }

    @Test
    void everyKindOfPageSaysWhatItIsAndSpeaksToPeople() throws Exception {
        assertSound(crawl(FEW));
    }

    @Test
    @Tag("long")
    void everyPageSaysWhatItIsAndSpeaksToPeople() throws Exception {
        assertSound(crawl(Integer.MAX_VALUE));
    }

    private void assertSound(Map<String, List<String>> faults) {
        var found = faults.entrySet().stream()
                .filter(page -> !page.getValue().isEmpty())
                .map(page -> page.getKey() + ": " + page.getValue())
                .collect(Collectors.joining("\n"));

        assertThat(faults).hasSizeGreaterThan(40);
        assertThat(found).isEmpty();
        assertThat(namesMet).as("names that no page says").isEqualTo(NAMES);
    }

    /** @return what is wrong, by page */
    private Map<String, List<String>> crawl(int most) throws Exception {
        var faults = new TreeMap<String, List<String>>();
        for (var language : LANGUAGES) {
            var taken = new HashMap<String, Integer>();
            var seen = new LinkedHashSet<String>();
            var next = new ArrayDeque<>(List.of("/"));
            while (!next.isEmpty()) {
                var address = next.poll();
                if (!seen.add(address) || taken.merge(kind(address), 1, Integer::sum) > most) {
                    continue;
                }
                var page = read(address, language, faults);
                page.links.stream()
                        .filter(link -> link.startsWith("/"))
                        .map(link -> link.split("[?#]", 2)[0])
                        .filter(link -> !ELSEWHERE.matcher(link).matches())
                        .filter(link -> !seen.contains(link))
                        .forEach(next::add);
            }
        }
        return faults;
    }

    /** Pages of one pattern, as {@code /cities/…}. */
    private static String kind(String address) {
        var parts = address.split("/");
        return parts.length < 3
                ? address
                : parts[1] + "/" + (parts.length > 3 ? parts[parts.length - 1].length() > 9 ? "" : parts[3] : "");
    }

    private Page read(String address, String language, Map<String, List<String>> faults) throws Exception {
        var page = new Page();
        var found = faults.computeIfAbsent(language + " " + address, none -> new ArrayList<>());
        var answer = browser.get()
                .uri(java.net.URI.create(address))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
        var status = answer.getResponse().getStatus();
        if (status / 100 == 3) {
            return page;
        }
        if (status != 200) {
            found.add("answers " + status);
            return page;
        }
        new SimpleMarkupParser(ParseConfiguration.htmlConfiguration())
                .parse(answer.getResponse().getContentAsString(), page);
        require(page.head.getOrDefault("lang", "").equals(language), "is not in " + language, found);
        require(page.head.getOrDefault("link:canonical", "").endsWith(address), "has no canonical address", found);
        require(page.head.getOrDefault("description", "").length() > 10, "has no description", found);
        require(page.head.getOrDefault("og:image", "").startsWith("http"), "has no picture", found);
        require(page.alternates == LANGUAGES.size() + 1, "names not all its languages", found);
        require(page.head.containsKey("robots") == UNWRITTEN.contains(address), "is not to be found, or is", found);
        require(json.readTree(page.data.toString()).path("@graph").size() > 0, "says nothing to machines", found);
        var keys = page.links.stream().map(PublicSiteTests::key).collect(Collectors.toSet());
        keys.removeAll(abbreviations);
        for (var text : page.texts) {
            look(text, language, found);
            require(!keys.contains(text.text()), "shows a key: " + text.text(), found);
        }
        return page;
    }

    /** By which the address of a page of ours names its record; empty where it names none. */
    private static String key(String link) {
        var address = RECORD.matcher(link);
        return address.matches() ? address.group(1) : "";
    }

    private static void require(boolean holds, String otherwise, List<String> faults) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private void look(Text text, String language, List<String> faults) {
        require(!text.text().contains("??"), "lacks words: " + text.text(), faults);
        require(!LINE_NUMBER.matcher(text.text()).find(), "counts lines: " + text.text(), faults);
        require(
                !KEY_OF_A_RECORD
                        .matcher(OWN_ADDRESS.matcher(text.text()).replaceAll(""))
                        .find(),
                "shows a key: " + text.text(),
                faults);
        WORD.matcher(text.text())
                .results()
                .filter(word -> messageKeys.contains(word.group()))
                .forEach(word -> faults.add("shows the key of a message: " + word.group()));
        if (language.equals("ko") && text.language().equals("ko") && !isTitleInBoth(text)) {
            var named = NAMES.stream().filter(text.text()::contains).toList();
            namesMet.addAll(named);
            var others = named.stream().reduce(text.text(), (rest, name) -> rest.replace(name, ""));
            require(!PASSAGE.matcher(others).find(), "English without lang: " + text.text(), faults);
        }
    }

    /** The title of a page holds no elements, and so states one language: that of the page, where it says something in it. */
    private static boolean isTitleInBoth(Text text) {
        return text.isTitle() && HANGUL.matcher(text.text()).find();
    }
}
