package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://www.town.example/a?b=c#d | https://www.town.example/a?b=c#d
        HTTPS://TOWN.EXAMPLE/Path        | https://town.example/Path
        http://localhost:8080/answer/x   | http://localhost:8080/answer/x
        https://도시.example/시장          | https://도시.example/시장
        https://192.0.2.1/               | https://192.0.2.1/
        https://town.example/a@b         | https://town.example/a@b
        """)
    void leadsToAPageOfTheWeb(String text, String value) {
        assertThat(WebAddress.of(text)).contains(new WebAddress(value));
        assertThat(WebAddress.typed(text)).contains(new WebAddress(value));
    }

    @ParameterizedTest
    @CsvSource({
        "town.example,https://town.example",
        "WWW.Town.Example,https://www.town.example",
        "town.example:8443/a,https://town.example:8443/a",
        "//town.example/a,https://town.example/a",
        "시청.한국,https://시청.한국",
        "town.example.,https://town.example",
        "www.town.example/en/,https://www.town.example/en/",
        "<www.town.example>,https://www.town.example"
    })
    void isTypedAlsoWithoutItsBeginning(String typed, String value) {
        assertThat(WebAddress.typed(typed)).contains(new WebAddress(value));
        assertThat(WebAddress.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript://town.example/%0aalert(1)",
                "data:text/html,<b>",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://town.example/",
                "mailto:one@town.example",
                "blob:https://town.example/1",
                "https:",
                "https://",
                "https:///town.example",
                "https:town.example",
                "https:\\\\town.example",
                "https://town.example\\@other.example",
                "https://one:secret@town.example/",
                "https://one@town.example/",
                "https://town .example/",
                "https://town.example/a b",
                "https://town.example/\u202egpj.exe",
                "https://town.example/\"onclick",
                "https://town.example/<b>",
                "https://-town.example/",
                "https://town..example/",
                "https://town.example:99999999/",
                "Town",
                "n/a",
                "1.5",
                "e. V.",
                "one@town.example"
            })
    void isNoOtherAddress(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
        assertThat(WebAddress.typed(text)).isEmpty();
    }

    @Test
    void isRefusedWhereItIsLongerThanAFieldTakes() {
        assertThat(WebAddress.typed("https://town.example/" + "a".repeat(300))).isEmpty();
        assertThat(WebAddress.of("https://town.example/" + "a".repeat(100_000))).isEmpty();
    }

    @Test
    void cannotBeMadeInAnotherForm() {
        assertThatThrownBy(() -> new WebAddress("javascript:alert(1)")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WebAddress("HTTPS://town.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
