package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern OF_A_FIELD = Pattern.compile("maxlength=[0-9]+");

    record Form(
            @Worded(max = 300) Words title,
            @Size(max = 40) @Nullable String plan,
            @Nullable String status,
            TypedDate due,
            List<Row> rows) {}

    record Row(@Size(max = 500) @Nullable String statement) {}

    @ParameterizedTest
    @CsvSource({
        "title.original, 300",
        "title.in[ko], 300",
        "plan, 40",
        "status,",
        "due, 80",
        "rows[3].statement, 500",
        "rows[3].evidence,",
        "nothing,"
    })
    void aFieldTakesWhatItsFormSays(String path, @Nullable Integer limit) {
        var form = new Form(Words.NONE, null, null, TypedDate.NONE, List.of());

        assertThat(new Limits().of(form, path)).isEqualTo(limit);
    }

    @Test
    void noTemplateSaysTheLimitOfAFieldOfAForm() throws IOException {
        var said = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                OF_A_FIELD
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(limit -> said.add(file + ": " + limit.group()));
            }
        }
        assertThat(said).isEmpty();
    }

    @Test
    void noTemplateSaysTheLimitOfABoxToSearchIn() throws IOException {
        var box = Pattern.compile("<input[^>]*type=\"search\"[^>]*>");
        var said = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                box.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group())
                        .filter(found ->
                                found.contains("name=\"q\"") && !found.contains("th:maxlength=\"${@limits.search}\""))
                        .forEach(found -> said.add(file.getFileName() + ": " + found));
            }
        }
        assertThat(said).allMatch(found -> found.startsWith("add.html")); // a list of names is pasted there
    }

    /** A number in a template is a second home of the limit. */
    @Test
    void noTemplateSaysALimitInDigits() throws IOException {
        var raw = Pattern.compile("(?<![:\\w-])maxlength=\"");
        var said = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (raw.matcher(Files.readString(file).replaceAll("th:attr=\"[^\"]*\"", ""))
                        .find()) {
                    said.add(file.getFileName().toString());
                }
            }
        }
        assertThat(said).isEmpty();
    }
}
