package org.interurban.platform.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.gazetteer.CountryNames.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryNamesTests {

    @ParameterizedTest
    @CsvFileSource(resources = "/reference/countries-as-written.csv", numLinesToSkip = 1)
    void readsWhatIsCertainAndAsksWhatIsNot(String written, String meant) {
        var reading = CountryNames.read(written);

        assertThat(words(reading)).isEqualTo(meant);
    }

    private static String words(Reading reading) {
        return switch (reading) {
            case Reading.Meant(var code) -> code;
            case Reading.OneOf(var codes) -> "asked " + String.join(" ", codes);
            case Reading.Unread() -> "unread";
        };
    }

    static List<String> codes() {
        return List.of(Locale.getISOCountries());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void readsWhatItOffersForACountry(String code) {
        assertThat(CountryNames.read(CountryNames.certain(code))).isEqualTo(new Reading.Meant(code));
    }

    /** Asked is in order, another country is not. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "de", "ko", "ja", "zh", "id", "bn", "ne", "pl", "el", "pt", "vi", "th"})
    void neverTakesACountryForAnotherInALanguageOfSheets(String language) {
        for (var code : Locale.getISOCountries()) {
            var name = Locale.of("", code).getDisplayCountry(Locale.of(language));

            var meant = CountryNames.read(name) instanceof Reading.Meant(var found) ? found : code;

            assertThat(meant).as(name).isEqualTo(code);
        }
    }

    @Test
    void offersOneSpellingOfEachCountryThatMayBeMeant() {
        assertThat(CountryNames.alike("Slovenya")).first().isEqualTo("Slovenia");
        assertThat(CountryNames.alike("Slovenya")).doesNotHaveDuplicates();
    }

    @Test
    void looksAtNoTextThatIsLongerThanAnyName() {
        assertThat(CountryNames.read("Korea ".repeat(10_000))).isEqualTo(new Reading.Unread());
    }
}
