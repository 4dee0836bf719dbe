package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A template that asks for a name which nobody gives shows nothing and says nothing: half a table was gone for weeks. What stands in a page
 * is made in the page itself, is given by its module, or by the frame of all pages.
 */
class NamesInTemplatesTests {

    private static final Path JAVA = Path.of("src/main/java/org/interurban/platform");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Parts and frames take what stands in the page that asks for them. */
    private static final Set<String> PARTS = Set.of("components", "layout", "error");

    private static final Set<String> OF_THE_LANGUAGE = Set.of(
            "true", "false", "null", "and", "or", "not", "eq", "ne", "gt", "lt", "ge", "le", "new", "T", "param");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern NO_NAME =
            Pattern.compile("'[^']*'|\\.[?!^$]\\[[^]]*]"); // words, and what is asked of each of several
    private static final Pattern NAME = Pattern.compile("(?<![\\w.#@$])[a-zA-Z_]\\w*(?!\\w|\\s*\\()");
    private static final Pattern EACH = Pattern.compile("th:each=\"(\\w+)(?:,\\s*(\\w+))?\\s*:");
    private static final Pattern WITH = Pattern.compile("th:with=\"([^\"]*)\"");
    private static final Pattern GIVEN_IN_WITH = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=(?!=)");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"[\\w-]+\\(([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");

    @Test
    void areAllGiven() throws IOException {
        var frame = literals(read(JAVA.resolve("web"), ".java"));
        var missing = new TreeSet<String>();
        for (var folder : folders()) {
            var module = folder.getFileName().toString();
            var given = new HashSet<>(literals(read(JAVA.resolve(module), ".java")));
            given.addAll(frame);
            given.addAll(OF_THE_LANGUAGE);
            try (var pages = Files.walk(folder)) {
                pages.filter(page -> page.toString().endsWith(".html")).forEach(page -> {
                    var text = text(page);
                    var made = made(text);
                    asked(text)
                            .filter(name -> !given.contains(name) && !made.contains(name))
                            .forEach(name -> missing.add(TEMPLATES.relativize(page) + " " + name));
                });
            }
        }

        assertThat(missing).as("names that nobody gives").isEmpty();
    }

    @Test
    void oneThatIsNotGivenIsFound() {
        var page = "<ul><li th:each=\"one : ${many}\" th:text=\"${one.name + 'two'} + ${three.?[four]}\"></li></ul>";

        assertThat(asked(page).filter(name -> !made(page).contains(name))).containsExactlyInAnyOrder("many", "three");
    }

    private static Stream<String> asked(String page) {
        return EXPRESSION
                .matcher(page)
                .results()
                .map(found -> NO_NAME.matcher(found.group(1)).replaceAll(""))
                .flatMap(expression -> NAME.matcher(expression).results().map(MatchResult::group));
    }

    private static Set<String> made(String page) {
        var each = EACH.matcher(page)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(1) + "Stat", String.valueOf(found.group(2))));
        var with = WITH.matcher(page)
                .results()
                .flatMap(
                        found -> GIVEN_IN_WITH.matcher(found.group(1)).results().map(one -> one.group(1)));
        var taken = FRAGMENT.matcher(page)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(",")).map(String::strip));
        return Stream.of(each, with, taken).flatMap(names -> names).collect(Collectors.toSet());
    }

    private static Set<String> literals(String java) {
        return LITERAL.matcher(java).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static List<Path> folders() throws IOException {
        try (var folders = Files.list(TEMPLATES)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !PARTS.contains(folder.getFileName().toString()))
                    .toList();
        }
    }

    private static String read(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(NamesInTemplatesTests::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
