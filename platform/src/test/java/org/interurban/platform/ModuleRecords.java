package org.interurban.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records for the tests that look at every kind there is, as each module gives them in {@code src/test/resources/records}: in SQL, first
 * an example for everybody, then a secret in each state that is not, behind a line {@code -- secret: NAME found by READER at /LIST}.
 */
public final class ModuleRecords {

    private static final Pattern SECRET =
            Pattern.compile("(?m)^-- secret: (?<name>[a-z]+) found by (?<reader>[A-Z_]+) at (?<list>/[a-z]+)\n");

    private ModuleRecords() {}

    /**
     * @param name of the kind of record, by which also its code and its words are known
     * @param reader who works on it and so finds it
     * @param list where it is found
     * @param statement that plants it
     */
    record Secret(String name, WhoSeesWhatTests.Reader reader, String list, String statement) {

        String page() {
            return list + "/zqc" + name;
        }

        /** That of the example for everybody, which is called after its kind. */
        String example() {
            return list + "/example-" + name;
        }
    }

    /** Statements that make the examples; they are made once. */
    static List<String> examples() {
        return files().stream()
                .map(file -> SECRET.split(file)[0])
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    public static void make(JdbcClient sql) {
        examples().forEach(statement -> sql.sql(statement).update());
    }

    static List<Secret> secrets() {
        var secrets = new ArrayList<Secret>();
        for (var file : files()) {
            var parts = SECRET.split(file);
            var found = SECRET.matcher(file);
            for (int part = 1; found.find(); part++) {
                secrets.add(new Secret(
                        found.group("name"),
                        WhoSeesWhatTests.Reader.valueOf(found.group("reader")),
                        found.group("list"),
                        parts[part]));
            }
        }
        return secrets;
    }

    private static List<String> files() {
        try (var files = Files.list(Path.of("src/test/resources/records"))) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(name -> name.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
