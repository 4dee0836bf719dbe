package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTests {

    @Test
    void marksThatNobodySeesAreLeftOutAndLinesStay() {
        assertThat(VisibleText.of("Ri\0ver\u0007to\u202En\u2066, \tby\r\nthe river\u0085"))
                .isEqualTo("Riverton, \tby\r\nthe river");
    }

    @Test
    void whatTextsOfAnyLanguageNeedStays() {
        var texts = "서울 · القاهرة \u200F(מצרים) \u200D é 👩\u200D🔬";

        assertThat(VisibleText.of(texts)).isEqualTo(texts);
    }
}
