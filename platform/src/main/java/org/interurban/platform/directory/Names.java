package org.interurban.platform.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared: without case, accents of Latin, Greek and Cyrillic, punctuation and double spaces. */
final class Names {

    /** Combining marks of Latin, Greek and Cyrillic only: in Indic scripts a mark is part of the word. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Names() {}

    static String fold(String name) {
        var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        var words = NOT_OF_A_WORD
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    /** A code for what is called so: its name in plain letters. */
    static String code(String name) {
        var plain = fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "organisation" : plain.substring(0, Math.min(plain.length(), 60));
    }
}
