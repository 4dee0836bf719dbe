package org.interurban.pairing.meaning;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.lang.Character.UnicodeScript;
import java.util.Optional;
import org.interurban.pairing.scoring.Meaning;

/** The quantized all-MiniLM-L6-v2, loaded when the first text is read. */
public final class SentenceModel implements Meaning {

    /** Above this share of letters in other scripts a text is not English. */
    private static final double OTHER_SCRIPTS = 0.2;

    private static final class Loaded {
        static final AllMiniLmL6V2QuantizedEmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel();
    }

    @Override
    public String name() {
        return "all-MiniLM-L6-v2, quantized";
    }

    @Override
    public Optional<float[]> direction(String text) {
        return mostlyLatin(text)
                ? Optional.of(Loaded.MODEL.embed(text).content().vector())
                : Optional.empty();
    }

    private static boolean mostlyLatin(String text) {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
                .count();
        return letters > 0 && letters - latin <= OTHER_SCRIPTS * letters;
    }
}
