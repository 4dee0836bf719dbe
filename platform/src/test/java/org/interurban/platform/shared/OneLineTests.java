package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTests {

    @ParameterizedTest
    @ValueSource(strings = {"title", "name", "officialName", "local_name", "name_fr", "title.original", "title.in[fr]"})
    void titlesAndNamesHaveOne(String field) {
        assertThat(OneLine.in(field, " One\r\ntwo \n\n three\tfour\u2028five ")).isEqualTo("One two three four five");
    }

    /** Of the fields of pages, those that take words on one line; numbers, codes, dates and addresses are read by what they say. */
    @Test
    void fieldsThatPagesShowOnOneLineHaveOneAndLargerOnesKeepTheirs() throws IOException {
        var read = "budget callAt capacityMax capacityMin cities code contactMail count email joined languages latitude"
                + " licenceAddress localLanguage longitude mailFrom mostOfA mostOfB pairsPerCountry participants"
                + " perCountry population populationYear seed securityContact staffDays website";
        var pages = pages();

        assertThat(fields(pages, "forms :: text\\("))
                .filteredOn(field -> !List.of(read.split(" ")).contains(field))
                .contains("name", "writer", "post", "place")
                .allSatisfy(field ->
                        assertThat(OneLine.in(field, "One\r\ntwo")).as(field).isEqualTo("One two"));
        assertThat(fields(pages, "forms :: area\\("))
                .contains("description", "note")
                .allSatisfy(field ->
                        assertThat(OneLine.in(field, "One\ntwo")).as(field).isEqualTo("One\ntwo"));
    }

    private static List<String> fields(String pages, String fragment) {
        return Pattern.compile(fragment + "name='([^']+)'")
                .matcher(pages)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String pages() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "otherNames", "other_names", "statement", "parties", "note"})
    void otherTextsKeepTheirs(String field) {
        assertThat(OneLine.in(field, "One\ntwo")).isEqualTo("One\ntwo");
    }
}
