package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What people wrote leaves a template escaped: every template is parsed, and what it writes as it stands is named here with its reason. */
class TemplateEscapingTests {

    /** Markup that templates of ours wrote, and nothing else: the drawings of lines with their tables, and a kept part of a page. */
    private static final Map<String, Set<String>> WRITTEN_BY_TEMPLATES = Map.of(
            "lines/programme.html", Set.of("${drawing.picture}", "${drawing.table}"),
            "lines/partnership.html", Set.of("${drawing.picture}", "${drawing.table}"),
            "lines/city.html", Set.of("${drawing.picture}", "${drawing.table}"),
            "lines/embed.html", Set.of("${page.drawing.picture}"),
            "lines/first-day.html", Set.of("${ahead.picture}", "${ahead.table}"),
            "layout/kept.html", Set.of("${main}"),
            "layout/about.html", Set.of("${linked}")); // JSON in which no text ends its script

    /** What becomes part of an expression before it is read: the name of a form's field, which only templates give. */
    private static final Map<String, Set<String>> PART_OF_AN_EXPRESSION = Map.of(
            "components/forms.html", Set.of("__${name}__"),
            "components/words.html", Set.of("__${name}__", "__${kind}__"));

    private static final Set<String> LEADING =
            Set.of("href", "src", "action", "formaction", "xlink:href", "poster", "data", "cite", "ping", "background");

    /** Addresses of ours: written in the template, or made by a record or page under one of these names. */
    private static final Pattern ADDRESS_OF_OURS = Pattern.compile(
            "@\\{.*|'[/#].*|\\$\\{'([/#]|(mailto|tel):).*"
                    + "|\\$\\{(here|address|back|href|entry\\.address)\\b[^?]*"
                    + "|\\$\\{[\\w.]*\\b(link|url|path|organisationLink)(\\(\\))?( \\?: '#')?}"
                    + "|\\$\\{[\\w.]*\\b(canonical|bare|inLanguage|with|withView|sortLink|previousLink|nextLink|downloadLink)\\([^)]*\\)}"
                    + "|\\$\\{[^?:]*} \\? @\\{.*|\\$\\{[^?:]*\\? (null|'[/#]).*",
            Pattern.DOTALL);

    /** A text of people leads somewhere in one place, which asks first whether it is an address of the web. */
    private static final Map<String, Set<String>> ADDRESSES_OF_PEOPLE = Map.of(
            "components/parts.html", Set.of("${text}"),
            "components/map.html", Set.of("${crowd.cities[0].link}"), // made by the record of a city
            "lines/first-day.html", Set.of("${terms.callAt ?: '/start'}")); // an address of the web, or none

    private static final Pattern PREPROCESSED = Pattern.compile("__.+?__");
    private static final Pattern RUN_BY_BROWSERS =
            Pattern.compile("(^|[,\\s])(on[a-z]+|srcdoc|href|src|action|formaction|xlink:href)\\s*=");

    private static final Pattern MARKUP = Pattern.compile("<[^<>{}]+>|&#?[a-z0-9]+;");

    @Test
    void noTemplateWritesTextAsItStands() throws Exception {
        var faults = new ArrayList<String>();
        var templates = new PathMatchingResourcePatternResolver().getResources("classpath:/templates/**/*.html");

        for (var template : templates) {
            faults.addAll(faults(name(template), template.getContentAsString(StandardCharsets.UTF_8)));
        }

        assertThat(templates).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() throws Exception {
        for (var allowed : List.of(WRITTEN_BY_TEMPLATES, PART_OF_AN_EXPRESSION, ADDRESSES_OF_PEOPLE)) {
            for (var template : allowed.entrySet()) {
                var text = new PathMatchingResourcePatternResolver()
                        .getResource("classpath:/templates/" + template.getKey())
                        .getContentAsString(StandardCharsets.UTF_8);
                assertThat(text).contains(template.getValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext=\"#{pairing.choosing(${city.name})}\"></p>",
                "<p th:utext=\"#{pairing.key.keys}\"></p>",
                "<p data-th-utext=\"${city.name}\"></p>",
                "<p TH:UTEXT='${city.name}'></p>",
                "<p th:attr=\"onclick=${city.name}\"></p>",
                "<iframe th:srcdoc=\"${city.name}\"></iframe>",
                "<a th:href=\"${city.website}\"></a>",
                "<a th:href=\"${text}\"></a>",
                "<a th:attr=\"href=${city.website}\"></a>",
                "<img th:src=\"|${city.website}/logo.png|\">",
                "<form th:action=\"${mayAdd ? city.website : '/cities'}\"></form>",
                "<p th:onclick=\"${city.name}\"></p>",
                "<p>[(${city.name})]</p>",
                "<p th:text=\"__${city.name}__\"></p>",
                "<p th:inline=\"javascript\">[[${city.name}]]</p>",
                "<script th:inline=\"javascript\">const name = [[${city.name}]];</script>",
                "<script>const name = '[(${city.name})]';</script>",
                "<style>p { color: [[${city.colour}]] }</style>",
                "<th:block th:utext=\"${drawing.picture}\"></th:block>"
            })
    void aTemplateThatWouldIsFound(String template) throws Exception {
        assertThat(faults("example.html", template)).isNotEmpty();
    }

    @Test
    void messagesHoldNoMarkup() throws Exception {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");

        var faults = new ArrayList<String>();
        for (var file : files) {
            var words = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            words.forEach((key, word) -> {
                if (MARKUP.matcher(word.toString()).find()) {
                    faults.add("%s: %s=%s".formatted(file.getFilename(), key, word));
                }
            });
        }

        assertThat(files).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    private static String name(Resource template) throws IOException {
        return template.getURL().toString().replaceFirst(".*/templates/", "");
    }

    private static List<String> faults(String template, String text) throws ParseException {
        var found = new ArrayList<String>();
        var handler = new AbstractMarkupHandler() {

            private final Set<String> scripts = new HashSet<>();

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
                    int valueContentOffset,
                    int valueContentLen,
                    int valueOuterOffset,
                    int valueOuterLen,
                    int valueLine,
                    int valueCol) {
                var attribute = new String(buffer, nameOffset, nameLen).toLowerCase();
                var value = new String(buffer, valueContentOffset, valueContentLen);
                var refused = fault(template, attribute, value);
                if (refused) {
                    found.add("%s:%d %s=%s".formatted(template, nameLine, attribute, value));
                }
            }

            @Override
            public void handleOpenElementStart(char[] buffer, int nameOffset, int nameLen, int line, int col) {
                var element = new String(buffer, nameOffset, nameLen).toLowerCase();
                if (Set.of("script", "style").contains(element)) {
                    scripts.add(element);
                }
            }

            @Override
            public void handleCloseElementStart(char[] buffer, int nameOffset, int nameLen, int line, int col) {
                scripts.remove(new String(buffer, nameOffset, nameLen).toLowerCase());
            }

            @Override
            public void handleText(char[] buffer, int offset, int len, int line, int col) {
                var text = new String(buffer, offset, len);
                if (text.contains("[(") || !scripts.isEmpty() && text.contains("[[")) {
                    found.add("%s:%d %s".formatted(template, line, text.strip()));
                }
            }
        };
        new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(text, handler);
        return found;
    }

    private static boolean fault(String template, String attribute, String value) {
        if (!attribute.startsWith("th:") && !attribute.startsWith("data-th-")) {
            return false;
        }
        var written = attribute.replaceFirst("^(th:|data-th-)", "");
        var preprocessed = PREPROCESSED
                .matcher(value)
                .results()
                .map(match -> match.group())
                .anyMatch(part ->
                        !PART_OF_AN_EXPRESSION.getOrDefault(template, Set.of()).contains(part));
        return preprocessed
                || switch (written) {
                    case "utext" ->
                        !WRITTEN_BY_TEMPLATES.getOrDefault(template, Set.of()).contains(value);
                    case "inline", "srcdoc" -> true;
                    case String leading
                    when LEADING.contains(leading) ->
                        !ADDRESS_OF_OURS.matcher(value).matches()
                                && !ADDRESSES_OF_PEOPLE
                                        .getOrDefault(template, Set.of())
                                        .contains(value);
                    case "attr", "attrappend", "attrprepend" ->
                        RUN_BY_BROWSERS.matcher(value).find();
                    default -> written.startsWith("on");
                };
    }
}
