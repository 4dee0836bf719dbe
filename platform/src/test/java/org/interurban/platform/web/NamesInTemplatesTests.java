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
 * is made in the page itself, is given by the class that leads to it, by what that class asks of its module, or by the frame of all pages.
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
    private static final Pattern FLASH = Pattern.compile("addFlashAttribute\\(\\s*\"(\\w+)\"");
    private static final Pattern MAY_BE_MISSING = Pattern.compile("(\\w+) == null \\?");
    private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");

    @Test
    void areAllGiven() throws IOException {
        var frame = literals(texts(JAVA.resolve("web")).stream());
        var missing = new TreeSet<String>();
        for (var folder : folders()) {
            var module = texts(JAVA.resolve(folder.getFileName()));
            var kept = names(FLASH, module.stream());
            for (var page : files(folder, ".html")) {
                var view = '"' + TEMPLATES.relativize(page).toString().replace(".html", "") + '"';
                var givers = module.stream()
                        .filter(java -> java.contains(view) || !java.contains("Controller"))
                        .toList();
                var given =
                        literals((givers.stream().anyMatch(java -> java.contains(view)) ? givers : module).stream());
                given.addAll(frame);
                given.addAll(kept);
                given.addAll(OF_THE_LANGUAGE);
                given.addAll(made(text(page)));
                asked(text(page))
                        .filter(name -> !given.contains(name))
                        .forEach(name -> missing.add(TEMPLATES.relativize(page) + " " + name));
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
        var optional = MAY_BE_MISSING.matcher(page).results().map(found -> found.group(1));
        return Stream.of(each, with, taken, optional).flatMap(names -> names).collect(Collectors.toSet());
    }

    private static Set<String> literals(Stream<String> java) {
        return names(LITERAL, java);
    }

    private static Set<String> names(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Path> folders() throws IOException {
        try (var folders = Files.list(TEMPLATES)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !PARTS.contains(folder.getFileName().toString()))
                    .toList();
        }
    }

    private static List<String> texts(Path folder) throws IOException {
        return files(folder, ".java").stream().map(NamesInTemplatesTests::text).toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
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
