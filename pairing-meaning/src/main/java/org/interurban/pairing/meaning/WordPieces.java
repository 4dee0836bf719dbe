package org.interurban.pairing.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Cuts a text into the pieces of words that BERT models know, by the uncased rules: plain letters, words and marks apart, and of a
 * word the longest piece known, again and again.
 */
final class WordPieces {

    /** The model was trained on texts of so many pieces; what follows says little more about a profile line. */
    static final int MOST = 256;

    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";

    private final Map<String, Integer> known = new HashMap<>();

    /** @param vocabulary one piece a line, in the order of their numbers */
    WordPieces(InputStream vocabulary) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(vocabulary, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                known.put(line, known.size());
            }
        }
    }

    private int number(String piece) {
        return known.getOrDefault(piece, known.getOrDefault("[UNK]", 0));
    }

    /** The numbers of the pieces, between those that begin and end a text. */
    long[] of(String text) {
        var pieces = words(text).stream()
                .flatMap(word -> pieces(word).stream())
                .limit(MOST - 2)
                .mapToLong(this::number);
        return LongStream.concat(
                        LongStream.concat(LongStream.of(number("[CLS]")), pieces), LongStream.of(number("[SEP]")))
                .toArray();
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints().filter(letter -> !isDropped(letter)).forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                end(word, words);
            } else if (isMark(letter) || Character.isIdeographic(letter)) {
                end(word, words);
                words.add(Character.toString(letter));
            } else {
                word.appendCodePoint(letter);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Accents, and what is not to be seen. */
    private static boolean isDropped(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.CONTROL -> !Character.isWhitespace(letter);
            default -> letter == '\uFFFD';
        };
    }

    /** Punctuation, and every other sign of ASCII. */
    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> letter > ' ' && letter < 0x7F && !Character.isLetterOrDigit(letter);
        };
    }

    /** A word that cannot be made of known pieces is unknown as a whole. */
    private List<String> pieces(String word) {
        if (word.length() > LONGEST_WORD) {
            return List.of("[UNK]");
        }
        var pieces = new ArrayList<String>();
        for (var start = 0; start < word.length(); ) {
            var end = word.length();
            while (end > start && !known.containsKey(piece(word, start, end))) {
                end--;
            }
            if (end == start) {
                return List.of("[UNK]");
            }
            pieces.add(piece(word, start, end));
            start = end;
        }
        return pieces;
    }

    private static String piece(String word, int start, int end) {
        return start == 0 ? word.substring(0, end) : INSIDE + word.substring(start, end);
    }
}
