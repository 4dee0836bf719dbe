package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that people write in sheets; all are examples. */
class VocabularyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "–",
                "—",
                "--",
                "?",
                "...",
                "…",
                "n/a",
                "N.A.",
                "(n/a)",
                "TBC",
                "tbd",
                "k. A.",
                "k.A.",
                "keine Angabe",
                "sin datos",
                "s/d",
                "non renseigné",
                "néant",
                "không có",
                "chưa có",
                "없음",
                "해당 없음",
                "미정",
                "暂无",
                "不详",
                "なし",
                "未定",
                "tidak ada",
                "brak danych",
                "н/д",
                "нет данных",
                "ไม่มีข้อมูล",
                "ei tietoa",
                "onbekend",
                "n.v.t.",
                "bilinmiyor"
            })
    void sayThatThereIsNothing(String cell) {
        assertThat(Vocabulary.isNothing(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "★★★",
                "→",
                "!",
                "✓",
                "○",
                "×",
                "🇫🇷",
                "Nara",
                "No. 7",
                "Not far from the sea",
                "Nil Street 3",
                "무주",
                "无锡",
                "1 – 2"
            })
    void sayNoSuchThing(String cell) {
        assertThat(Vocabulary.isNothing(cell)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Total, 300",
        "'Subtotal, 8 cities', '5 281 847'",
        "Zwischensumme, '1.234'",
        "합계, 300",
        "小计, 300",
        "Tổng cộng, '1.000'",
        "Razem:, 40 %",
        "TOTAL GÉNÉRAL, 12"
    })
    void tellALineOfSums(String first, String second) {
        assertThat(Vocabulary.isTotal(List.of("12", first, "", second))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Total, France", "Totana, 300", "Sumenep, 300", "계룡, 300", "Seoul, 300"})
    void leaveOtherLines(String first, String second) {
        assertThat(Vocabulary.isTotal(List.of(first, second))).isFalse();
    }

    @Test
    void tellANoteOnTheSheet() {
        assertThat(Vocabulary.isNote(List.of("Source: own survey 2024", "", "")))
                .isTrue();
        assertThat(Vocabulary.isNote(List.of("", "* provisional"))).isTrue();
        assertThat(Vocabulary.isNote(List.of("출처: 설문"))).isTrue();
        assertThat(Vocabulary.isNote(List.of("Source", ""))).isFalse();
        assertThat(Vocabulary.isNote(List.of("Notely", ""))).isFalse();
        assertThat(Vocabulary.isNote(List.of("Note: a city", "KR"))).isFalse();
    }
}
