package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The words of the pages: the same in every language, all of them used, and none of them missing. */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+");

    /** A part of a key in one place and the rest of it in the next, as {@code labels.of("membership", "joined")}. */
    private static final Pattern IN_TWO = Pattern.compile("[\"']([a-z][a-z.-]*)[\"'],\\s*[\"']([A-Za-z.-]+)[\"']");

    /** The rest is a code that is known only when it runs: {@code labels.of("plans.type", …)}, {@code 'lines.state.' + …}. */
    private static final Pattern BEGINNING =
            Pattern.compile("of\\(\\s*[\"']([a-z.-]+)[\"'],|[\"'|]([a-z][a-z0-9.-]*)\\.(?:[\"']|\\$\\{)");

    /** As {@code key + ".subject"}. */
    private static final Pattern ENDING = Pattern.compile("\\+ ['\"](\\.[a-z-]+)['\"]");

    /**
     * An act is named "module.act", a kind of job likewise; its words are those of "module.act.act". It keeps its name for good, so
     * its words stand with whoever records it, also when that is a module of another name by now.
     */
    private static final Pattern ACT = Pattern.compile("\\.(act|job)\\.");

    /** What a kind of record is called where all kinds are found, cited or taken from sheets; its own module says so. */
    private static final Pattern OF_KINDS =
            Pattern.compile("(search\\.kinds?|sources\\.kind|sheets\\.(target|field|unfit))\\..+");

    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]|msg\\('([^']+)'[,)]");
    private static final Pattern OF_VALIDATION = Pattern.compile("^\\{(.*)}$");
    private static final Pattern OPEN_END = Pattern.compile("\\." + JavaSources.UNKNOWN + "$");
    private static final Path SHOWCASE = Path.of("components/show.html"); // examples, for those who write pages
    private static final Pattern OF_SPRING = Pattern.compile("(problemDetail|typeMismatch)\\..*");

    /** Names of kinds of question in mail and of a kept part of a page; nobody reads them. */
    private static final Set<String> NO_WORDS = Set.of("activities.accept-date", "pairing.proposal", "x.title");

    /** Words for some of the constants only, since the others are never said with them. */
    private static final Set<String> SOME_ONLY = Set.of(
            "State activities.status", // of a station; its own words are components.state
            "State plans.said",
            "State plans.status",
            "State plans.note.agreement",
            "Kind pairing.key.keys", // no key of the keyboard wishes
            "Kind pairing.conflict", // a wish cannot stand against anything
            "AgreementStatus plans.said", // no sentence is made of what is unclear
            "BodyRole programmes.field", // funders and initiators have a field of another name, or none
            "Precision activities.precision", // a day needs no remark
            "Precision programmes", // other words
            "Qualifier lines.qualifier"); // of a range

    /** Acts that nothing records any more; trails of before tell of them. */
    private static final Set<String> ACTS_OF_BEFORE =
            Set.of("activities.act.brought-back", "plans.act.agreement-brought-back", "plans.act.action-brought-back");

    private static final Pattern FILE = Pattern.compile("(?<module>[a-z]+)_(?<language>[a-z]+)\\.properties");
    private static final String ORIGINAL = "en";

    /** Templates that belong to no module but to the frame. */
    private static final Set<String> OF_THE_FRAME = Set.of("layout", "components", "errors");

    private static final Set<String> ELSEWHERE = new TreeSet<>();
    private static final Map<String, Properties> LANGUAGES = new TreeMap<>();
    private static Set<String> keys = Set.of();

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.list(RESOURCES.resolve("messages"))) {
            for (var file : files.toList()) {
                var name = FILE.matcher(file.getFileName().toString());
                assertThat(name.matches()).as(file.toString()).isTrue();
                var words = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                words.stringPropertyNames().stream()
                        .filter(key -> !key.startsWith(name.group("module") + ".")
                                && !isOfFrame(name.group("module"), key)
                                && !ACT.matcher(key).find()
                                && !OF_KINDS.matcher(key).matches())
                        .forEach(key -> ELSEWHERE.add(file.getFileName() + ": " + key));
                LANGUAGES
                        .computeIfAbsent(name.group("language"), language -> new Properties())
                        .putAll(words);
            }
        }
        keys = LANGUAGES.get(ORIGINAL).stringPropertyNames();
    }

    private static boolean isOfFrame(String module, String key) {
        return module.equals("web")
                && (OF_THE_FRAME.contains(key.substring(0, key.indexOf('.')))
                        || OF_SPRING.matcher(key).matches());
    }

    @Test
    void everyWordStandsInTheFileOfItsModule() {
        assertThat(ELSEWHERE).isEmpty();
    }

    @Test
    void everyTaskSaysWhatIsToBeDoneAndWhatToPress() {
        var tasks = keys.stream()
                .filter(key -> key.matches("\\w+\\.task(\\.\\w+)*"))
                .toList();

        assertThat(tasks).contains("consultation.task", "consultation.task.do");
        assertThat(tasks.stream()
                        .map(key -> key.endsWith(".do") ? key.substring(0, key.length() - 3) : key + ".do")
                        .filter(key -> !keys.contains(key)))
                .isEmpty();
    }

    @Test
    void everyLanguageHasTheSameWordsWithTheSameGaps() {
        var original = LANGUAGES.get(ORIGINAL);
        var faults = new TreeSet<String>();
        LANGUAGES.forEach((language, words) -> Stream.concat(keys.stream(), words.stringPropertyNames().stream())
                .filter(key -> words.getProperty(key, "").isBlank()
                        || !keys.contains(key)
                        || !arguments(words.getProperty(key)).equals(arguments(original.getProperty(key))))
                .forEach(key -> faults.add(language + ": " + key)));

        assertThat(LANGUAGES.size()).isGreaterThan(1);
        assertThat(faults).isEmpty();
    }

    private static Set<String> arguments(String words) {
        return ARGUMENT.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void everyWordIsUsed() throws IOException {
        var said = new TreeSet<String>();
        var beginnings = new TreeSet<String>();
        var endings = new TreeSet<String>();
        for (var text : Stream.of(files(JavaSources.MAIN), files(TEMPLATES), files(RESOURCES.resolve("static/js")))
                .flatMap(texts -> texts)
                .toList()) {
            KEY.matcher(text).results().map(MatchResult::group).forEach(said::add);
            IN_TWO.matcher(text)
                    .results()
                    .map(found -> found.group(1) + "." + found.group(2))
                    .forEach(said::add);
            BEGINNING
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(beginnings::add);
            ENDING.matcher(text).results().map(found -> found.group(1)).forEach(endings::add);
        }
        keys.stream()
                .map(key -> key.split("\\.")[0] + ".column")
                .forEach(beginnings::add); // asked for by the names of sheets
        Predicate<String> isSaid = key -> said.contains(key)
                || said.contains(ACT.matcher(key).replaceFirst("."))
                || beginnings(key).anyMatch(beginnings::contains)
                || beginnings(key)
                        .anyMatch(beginning ->
                                beginning.contains(".") && said.contains(beginning) && !keys.contains(beginning));

        assertThat(keys.stream()
                        .filter(key -> !OF_SPRING.matcher(key).matches() && !isSaid.test(key))
                        .filter(key -> !ACTS_OF_BEFORE.contains(key))
                        .filter(key -> endings.stream()
                                .noneMatch(ending -> key.endsWith(ending)
                                        && isSaid.test(key.substring(0, key.length() - ending.length())))))
                .isEmpty();
    }

    private static Stream<String> beginnings(String key) {
        return IntStream.range(0, key.length())
                .filter(at -> key.charAt(at) == '.')
                .mapToObj(dot -> key.substring(0, dot));
    }

    @Test
    void noWordIsMissing() throws IOException {
        var known = keys.stream()
                .flatMap(key -> Stream.concat(Stream.of(key, ACT.matcher(key).replaceFirst(".")), beginnings(key)))
                .collect(Collectors.toSet());
        var modules = keys.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());

        var missing = Stream.concat(
                        files(TEMPLATES)
                                .flatMap(template ->
                                        IN_TEMPLATE.matcher(template).results())
                                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)),
                        JavaSources.texts().stream()
                                .map(text -> OF_VALIDATION.matcher(text.value()).replaceFirst("$1"))
                                .map(text -> OPEN_END.matcher(text).replaceFirst(""))
                                .filter(text -> KEY.matcher(text).matches() && modules.contains(text.split("\\.")[0])))
                .filter(key -> !known.contains(key) && !NO_WORDS.contains(key));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyConstantOfAnEnumWithWordsHasOne() throws ReflectiveOperationException {
        var children = new TreeMap<String, Set<String>>();
        keys.forEach(key -> {
            var dot = key.lastIndexOf('.');
            children.computeIfAbsent(key.substring(0, dot), prefix -> new TreeSet<>())
                    .add(key.substring(dot + 1));
        });
        var missing = new TreeSet<String>();
        for (var type : enums()) {
            var codes = codes(type);
            children.forEach((prefix, words) -> {
                var without =
                        codes.stream().filter(code -> !words.contains(code)).toList();
                if (codes.size() - without.size() > codes.size() / 2
                        && codes.size() > 1
                        && !SOME_ONLY.contains(type.getSimpleName() + " " + prefix)) {
                    without.forEach(code -> missing.add(type.getName() + ": " + prefix + "." + code));
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() throws Exception {
        var bare = new TreeSet<String>();
        var parser = new SimpleMarkupParser(ParseConfiguration.htmlConfiguration());
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(SHOWCASE))
                    .toList()) {
                parser.parse(
                        Files.readString(file),
                        new BareWords(words -> bare.add(TEMPLATES.relativize(file) + ": " + words)));
            }
        }
        assertThat(bare).isEmpty();
    }

    /** Hears of words outside of elements whose content is put there when the page is made. */
    private static final class BareWords extends AbstractSimpleMarkupHandler {
        private static final Set<String> FILLED =
                Set.of("th:text", "th:utext", "th:replace", "th:insert", "th:remove", "th:errors");
        private static final Set<String> READ_OUT = Set.of("aria-label", "title", "alt", "placeholder");
        private static final Set<String> NAMES = Set.of("Interurban", "CSV", "XLSX", "(GeoNames)");
        private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
        private static final Pattern INLINE = Pattern.compile("\\[\\[.*?]]|&\\w+;");

        private final Deque<Boolean> filled = new ArrayDeque<>(List.of(false));
        private final Consumer<String> found;

        BareWords(Consumer<String> found) {
            this.found = found;
        }

        @Override
        public void handleStandaloneElement(
                String element, Map<String, String> attributes, boolean minimized, int line, int column) {
            readOut(attributes);
        }

        @Override
        public void handleOpenElement(String element, Map<String, String> attributes, int line, int column) {
            readOut(attributes);
            filled.push(filled.peek()
                    || element.equals("script")
                    || !element.equals("html") // whose layout takes its content over
                            && attributes != null
                            && attributes.keySet().stream().anyMatch(FILLED::contains));
        }

        @Override
        public void handleCloseElement(String element, int line, int column) {
            filled.pop();
        }

        @Override
        public void handleAutoCloseElement(String element, int line, int column) {
            filled.pop();
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            var text = INLINE.matcher(new String(buffer, offset, length))
                    .replaceAll("")
                    .strip();
            if (!filled.peek()) {
                read(text);
            }
        }

        private void readOut(Map<String, String> attributes) {
            if (attributes != null) {
                READ_OUT.stream()
                        .filter(name -> attributes.containsKey(name) && !attributes.containsKey("th:" + name))
                        .forEach(name -> read(attributes.get(name)));
            }
        }

        private void read(String text) {
            if (WORD.matcher(text).find() && !NAMES.contains(text)) {
                found.accept(text);
            }
        }
    }

    private static List<Class<?>> enums() throws ClassNotFoundException {
        var names = new ArrayList<String>();
        for (var unit : JavaSources.units()) {
            new TreeScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree type, String outer) {
                    var name = outer + type.getSimpleName();
                    if (type.getKind() == Tree.Kind.ENUM) {
                        names.add(name);
                    }
                    return super.visitClass(type, name + "$");
                }
            }.scan(unit.tree(), unit.tree().getPackageName() + ".");
        }
        var found = new ArrayList<Class<?>>();
        for (var name : names) {
            found.add(Class.forName(name));
        }
        return found;
    }

    private static List<String> codes(Class<?> type) throws ReflectiveOperationException {
        var codes = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            try {
                var code = type.getDeclaredMethod("code");
                code.setAccessible(true);
                codes.add((String) code.invoke(constant));
            } catch (NoSuchMethodException itsNameIsItsCode) {
                codes.add(((Enum<?>) constant).name());
            }
        }
        return codes;
    }

    private static Stream<String> files(Path folder) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts.stream();
    }
}
