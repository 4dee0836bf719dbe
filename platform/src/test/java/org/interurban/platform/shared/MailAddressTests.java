package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stakeholder@city.example",
                "  Stakeholder@City.Example\t",
                "\u2003\u2003stakeholder@city.example\u00a0",
                "\u3000stakeholder@city.example\u2028",
                "stakeholder@city.example\u200b",
                "\ufeffstakeholder@city.example",
                "\u200estake\u00adholder@city.exam\u00adple",
                "stake\u200d\u2060holder@city.example\ufe0f",
                "stakeholder\uff20city\uff0eexample",
                "sta\u212aeholder@city.example",
                "STA\u212aEHOLDER@CITY\u3002EXAMPLE",
                "\uff53takeholder@city.example",
                "\u3164stakeholder@city.example"
            })
    void isOneHoweverItWasTyped(String typed) {
        assertThat(MailAddress.of(typed)).contains(new MailAddress("stakeholder@city.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "city.example",
                "@city.example",
                "one@",
                "one@city",
                "one@@city.example",
                "one@two@city.example",
                "one two@city.example",
                "one\u2003two@city.example",
                ".six@city.example",
                "six.@city.example",
                "six..six@city.example",
                "five@city..example",
                "five@city.example.",
                "five@-city.example",
                "five@127.0.0.1",
                "three@city.example;",
                "<four@city.example>",
                "seven@city.example>",
                "eight@city.example/",
                "ten@city.example\"",
                "Test Twelve <twelve@city.example>",
                "one@city.example\nBcc: all@city.example",
                "one@city\u0000.example",
                "one@c\u0456ty.example"
            })
    void isNoneWhereNothingCouldBeSentTo(String typed) {
        assertThat(MailAddress.of(typed)).isEmpty();
    }

    @Test
    void keepsLettersApartThatOnlyLookAlike() {
        var latin = MailAddress.of("info@city.example").orElseThrow();

        assertThat(MailAddress.of("\u0131nfo@city.example")).isPresent().isNotEqualTo(latin); // dotless i
        assertThat(MailAddress.of("inf\u043e@city.example")).isPresent().isNotEqualTo(latin); // Cyrillic o
        assertThat(MailAddress.of("info@\u0441\u0456\u0442\u0443.example"))
                .isPresent()
                .isNotEqualTo(latin); // all Cyrillic
    }

    @Test
    void writesADomainAsTheNetworkKnowsIt() {
        assertThat(MailAddress.of("\uc2dc\uc7a5@\ub3c4\uc2dc.example"))
                .contains(new MailAddress("\uc2dc\uc7a5@xn--hq1b79z.example"));
        assertThat(MailAddress.of("mayor@BÜRO.example")).contains(new MailAddress("mayor@xn--bro-hoa.example"));
    }

    @Test
    void cannotBeMadeInAnotherForm() {
        assertThatThrownBy(() -> new MailAddress("Stakeholder@city.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsFarTooLongForAnAddressIsNoneWhateverItIsMadeOf() {
        assertThat(MailAddress.of("a" + ".bb.c".repeat(200_000) + "@example.org"))
                .isEmpty();
        assertThat(MailAddress.of("a@" + "bb.c.".repeat(200_000) + "example.org"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mailto:mayor@town.example | mayor@town.example",
                "MAILTO:mayor@town.example?subject=Hello | mayor@town.example",
                "<mayor@town.example> | mayor@town.example",
                "Mayor of Town <mayor@town.example> | mayor@town.example",
                "\"Mayor, the\" <Mayor@Town.example> | mayor@town.example",
                "mayor@town.example; | mayor@town.example",
                "\"mayor@town.example\" | mayor@town.example",
                "(mayor@town.example) | mayor@town.example",
                "mayor＠town.example | mayor@town.example",
                "mayor (at) town.example | mayor@town.example",
                "mayor@town.example, deputy@town.example | mayor@town.example deputy@town.example",
                "mayor@town.example / deputy@town.example | ",
                "A <a@town.example>; B <b@town.example> | a@town.example b@town.example",
                "mayor@town.example mayor@town.example | mayor@town.example",
                "Ana <a@town.example>; b@town.example | a@town.example b@town.example",
                "b@town.example, Of Town, Ana <a@town.example> | b@town.example a@town.example",
                "mayor@town.example. | mayor@town.example",
                "mayor@town.example (office) | mayor@town.example",
                "mayor at town.example | mayor@town.example",
                "look at town.example and elsewhere | ",
            })
    void isReadAsPeoplePasteIt(String pasted, @Nullable String addresses) {
        var typed = MailAddress.typed(pasted);

        assertThat(typed.stream().map(MailAddress::value).collect(Collectors.joining(" ")))
                .isEqualTo(addresses == null ? "" : addresses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mayor",
                "mayor@town..example",
                ".mayor@town.example",
                "mayor@town.example>",
                "mayor@town.example or so"
            })
    void isNoneWhereSomethingElseStandsInTheText(String pasted) {
        assertThat(MailAddress.typed(pasted)).isEmpty();
    }
}
