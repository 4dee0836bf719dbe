package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How far a record has come is known to its own module: others ask its view or its type, and compare no words. */
class StateWordsTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Parts of drawings that every module uses; their states are those of the drawing. */
    private static final Set<String> DRAWINGS = Set.of("components");

    private static final Pattern TABLE = Pattern.compile("(?is)create table (\\w+) \\((.*?)\\n\\);");
    private static final Pattern ALTERED = Pattern.compile("(?is)alter table (\\w+)\\s(.*?);");
    private static final Pattern CHECKED = Pattern.compile("\\b(?:status|state|stage) in \\(([^)]*)\\)");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:status|state|stage) *(?:=|<>|(?:not )?in) *\\(?((?:'[a-z-]+'(?:, *)?)+)");
    private static final Pattern SHOWN =
            Pattern.compile("\\b(?:status|state|stage)(?:\\.code\\(\\)|\\(\\))? *[!=]= *('[a-z-]+')");
    private static final Pattern WORD = Pattern.compile("'([a-z-]+)'");

    @Test
    void aModuleComparesWordsOfItsOwnStatesOnly() throws IOException {
        var own = own();
        var foreign = new TreeSet<String>();
        for (var text : JavaSources.texts()) {
            ASKED.matcher(text.value())
                    .results()
                    .flatMap(StateWordsTests::words)
                    .filter(word ->
                            !own.getOrDefault(text.unit().module(), Set.of()).contains(word))
                    .forEach(word -> foreign.add(text.unit().path() + ": " + word));
        }
        for (var template : files(TEMPLATES)) {
            var module = TEMPLATES.relativize(template).getName(0).toString();
            SHOWN.matcher(Files.readString(template))
                    .results()
                    .flatMap(StateWordsTests::words)
                    .filter(word -> !own.getOrDefault(module, Set.of()).contains(word))
                    .filter(word -> !DRAWINGS.contains(module))
                    .forEach(word -> foreign.add(TEMPLATES.relativize(template) + ": " + word));
        }

        assertThat(own.get("pairing")).contains("draft", "published");
        assertThat(foreign).isEmpty();
    }

    /** The words that the tables of each module take. */
    private static Map<String, Set<String>> own() throws IOException {
        var owners = Tables.all();
        var own = new HashMap<String, Set<String>>();
        for (var migration : files(MIGRATIONS)) {
            var said = Files.readString(migration);
            Stream.concat(TABLE.matcher(said).results(), ALTERED.matcher(said).results())
                    .forEach(table -> {
                        var relation = owners.get(table.group(1));
                        if (relation != null) {
                            CHECKED.matcher(table.group(2))
                                    .results()
                                    .flatMap(StateWordsTests::words)
                                    .forEach(own.computeIfAbsent(relation.owner(), module -> new TreeSet<>())::add);
                        }
                    });
        }
        return own;
    }

    private static Stream<String> words(MatchResult found) {
        return WORD.matcher(found.group(1)).results().map(word -> word.group(1));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
