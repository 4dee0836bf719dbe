package org.interurban.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.sheets.SheetTarget.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactWordsTests {

    @ParameterizedTest
    @CsvSource({"eng, en", "fr-CH, fr", "zh-Hant, zh", "English, en", "한국어, ko", "ko, ko"})
    void readALanguageByEachOfItsCodesAndNames(String written, String code) {
        var language = ContactWords.FIELDS.stream()
                .filter(field -> field.name().equals("language"))
                .findFirst()
                .orElseThrow();

        assertThat(language.read(written)).isEqualTo(new Reading.Value(code));
    }
}
