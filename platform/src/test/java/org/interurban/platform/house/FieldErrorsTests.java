package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is wrong with a field is heard with the field, in the forms of every kind. */
class FieldErrorsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path PARTS = TEMPLATES.resolve("components/forms.html");
    private static final Pattern FRAGMENT =
            Pattern.compile("th:fragment=\"(\\w+)\\(name, label.*?(?=th:fragment|\\z)", Pattern.DOTALL);

    @Test
    void onlyThePartsOfFormsSayWhatIsWrongWithAField() throws IOException {
        try (var templates = Files.walk(TEMPLATES)) {
            assertThat(templates.filter(file -> file.toString().endsWith(".html") && !file.equals(PARTS)))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContain("th:errors", "#fields.errors("));
        }
    }

    @Test
    void everyPartJoinsTheFieldToWhatIsWrongWithIt() throws IOException {
        var parts = FRAGMENT.matcher(Files.readString(PARTS)).results().toList();

        assertThat(parts).hasSizeGreaterThan(4).allSatisfy(part -> assertThat(part.group())
                .as(part.group(1))
                .satisfiesAnyOf(
                        text -> assertThat(text)
                                .contains(":: help(${name}, ${wrong})")
                                .containsPattern("aria-describedby=[^\"]*'-error "),
                        text -> assertThat(text).contains("~{:: text(")));
    }
}
