package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "=1+1         | '=1+1",
                "@SUM(A1)     | '@SUM(A1)",
                "＝1+1         | '＝1+1",
                "－1+1         | '－1+1",
                "one;=1+1     | one;'=1+1",
                "one;＠SUM(A1) | one;'＠SUM(A1)",
                "one; two-three = four | one; two-three = four"
            })
    void keepsFormulasAsText(String text, String expected) {
        var sheet = new Sheet<>("names", String.class, List.of(new Sheet.Column<String>("name", name -> name)));

        assertThat(new String(sheet.csv(List.of(text)), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFname\r\n%s\r\n".formatted(expected));
    }
}
