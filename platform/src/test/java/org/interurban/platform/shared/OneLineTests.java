package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTests {

    @ParameterizedTest
    @ValueSource(strings = {"title", "name", "officialName", "local_name", "name_fr", "title.original", "title.in[fr]"})
    void titlesAndNamesHaveOne(String field) {
        assertThat(OneLine.in(field, " One\r\ntwo \n\n three\tfour\u2028five ")).isEqualTo("One two three four five");
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "otherNames", "other_names", "statement", "parties", "note"})
    void otherTextsKeepTheirs(String field) {
        assertThat(OneLine.in(field, "One\ntwo")).isEqualTo("One\ntwo");
    }
}
