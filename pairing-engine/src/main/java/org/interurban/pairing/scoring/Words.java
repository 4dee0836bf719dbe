package org.interurban.pairing.scoring;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text reduced to what two spellings of the same thing have in common. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("[\\p{InCombiningDiacriticalMarks}]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Words() {}

    /** Lower case, without accents, one space between words; "and" stands for an ampersand. */
    static String plain(String text) {
        // decomposed, so that an accent falls away, then composed again, so that Hangul does not stay in pieces
        var bare = MARKS.matcher(Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFKD))
                .replaceAll("");
        var whole = Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(whole).replaceAll(" ").strip();
    }

    /** The words of a text, each without its English plural. */
    static List<String> stems(String text) {
        var plain = plain(text);
        if (plain.isEmpty()) {
            return List.of();
        }
        var stems = new ArrayList<String>();
        Arrays.stream(plain.split(" ")).map(Words::singular).forEach(stems::add);
        return stems;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** Whether words of this text are set apart by spaces, so that they can be compared one by one. */
    static boolean spaced(String text) {
        return text.codePoints().noneMatch(Words::unspacedScript);
    }

    private static boolean unspacedScript(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            // Korean has spaces, but glues particles to its words
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
