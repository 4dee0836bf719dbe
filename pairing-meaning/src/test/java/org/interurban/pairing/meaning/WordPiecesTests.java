package org.interurban.pairing.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordPiecesTests {

    private static final String VOCABULARY = "[UNK]\n[CLS]\n[SEP]\ngreen\nroof\n##s\n-\ncafe\n市\n";

    private final WordPieces pieces;

    WordPiecesTests() throws IOException {
        pieces = new WordPieces(new ByteArrayInputStream(VOCABULARY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesTheLongestPieceItKnows() {
        assertThat(pieces.of("Green roofs")).containsExactly(1, 3, 4, 5, 2);
    }

    @Test
    void dropsAccentsAndSetsMarksAndIdeographsApart() {
        assertThat(pieces.of("Café-roof\u200b市green")).containsExactly(1, 7, 6, 4, 8, 3, 2);
    }

    @Test
    void takesAWordItCannotMakeUpAsUnknown() {
        assertThat(pieces.of("greenhouse")).containsExactly(1, 0, 2);
    }

    @Test
    void readsOnlyTheBeginningOfAVeryLongText() {
        assertThat(pieces.of("green ".repeat(1_000))).hasSize(WordPieces.MOST);
    }
}
