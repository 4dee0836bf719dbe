package org.interurban.platform.sheets;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How alike two names or headings are, in any script. */
public final class Likeness {

    /** Marks that nobody sees, and combining ones of Latin, Greek and Cyrillic only: in Indic scripts a mark is part of the word. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\p{Cf}]");

    private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters of a name that are compared. */
    private static final int COMPARED = 120;

    private Likeness() {}

    /** Without case, accents and punctuation. Korean syllables fall apart into letters, so that one wrong letter is one. */
    public static String fold(String name) {
        var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        return NOT_OF_A_WORD
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** From 0 for nothing in common to 1 for the same once folded. */
    public static double of(String one, String other) {
        return of(folded(one), folded(other), 0);
    }

    /** A name that is compared with many; a long one by its beginning, since letters are compared each with each. */
    record Folded(String text, Set<String> words, Set<String> trigrams) {}

    static Folded folded(String name) {
        var text = fold(name.length() <= COMPARED ? name : name.substring(0, COMPARED));
        return new Folded(text, words(text), trigrams(text));
    }

    /** @param least what is less alike than this need not be known exactly */
    static double of(Folded one, Folded other, double least) {
        var few = one.trigrams().size() <= other.trigrams().size() ? one.trigrams() : other.trigrams();
        var many = few == one.trigrams() ? other.trigrams() : one.trigrams();
        var both = 0;
        if (common(few.size(), few.size(), many.size()) >= least) {
            for (var gram : few) {
                both += many.contains(gram) ? 1 : 0;
            }
        }
        return of(one, other.text(), other.words(), common(both, few.size(), many.size()), least);
    }

    /** @param common the share of trigrams that both have */
    static double of(Folded one, String other, double common, double least) {
        return of(one, other, words(other), common, least);
    }

    private static double of(Folded folded, String other, Set<String> otherWords, double common, double least) {
        var one = folded.text();
        var words = folded.words();
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return 1;
        }
        var within = words.containsAll(otherWords) || otherWords.containsAll(words) ? 0.7 : 0;
        var known = Math.max(within, common);
        var longer = Math.max(one.length(), other.length());
        var atMost = 1 - (double) Math.abs(one.length() - other.length()) / longer;
        return atMost <= known || atMost < least ? known : Math.max(known, 1 - (double) edits(one, other) / longer);
    }

    static double common(int both, int ones, int others) {
        return 2.0 * both / (ones + others);
    }

    private static Set<String> words(String folded) {
        return new HashSet<>(Arrays.asList(folded.split(" ")));
    }

    private static Set<String> trigrams(String folded) {
        var grams = new HashSet<String>();
        for (var word : folded.split(" ")) {
            var padded = " " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                grams.add(padded.substring(i, i + 3));
            }
        }
        return grams;
    }

    /** Letters put in, left out or changed (Levenshtein). */
    private static int edits(String one, String other) {
        var above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        var row = new int[other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            var free = above;
            above = row;
            row = free;
        }
        return above[other.length()];
    }
}
