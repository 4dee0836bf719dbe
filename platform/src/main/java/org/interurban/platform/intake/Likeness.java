package org.interurban.platform.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How alike two names or headings are, in any script. */
public final class Likeness {

    /** Combining marks of Latin, Greek and Cyrillic only: in Indic scripts a mark is part of the word. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

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
        return ofFolded(fold(one), fold(other));
    }

    static double ofFolded(String one, String other) {
        var ones = trigrams(one);
        var others = trigrams(other);
        var both = new HashSet<>(ones);
        both.retainAll(others);
        return ofFolded(one, words(one), other, words(other), common(both.size(), ones.size(), others.size()));
    }

    /** @param common the share of trigrams that both have */
    static double ofFolded(String one, Set<String> words, String other, Set<String> otherWords, double common) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return 1;
        }
        var byLetters = 1 - (double) edits(one, other) / Math.max(one.length(), other.length());
        var within = words.containsAll(otherWords) || otherWords.containsAll(words) ? 0.7 : 0;
        return Math.max(within, Math.max(byLetters, common));
    }

    static double common(int both, int ones, int others) {
        return 2.0 * both / (ones + others);
    }

    static Set<String> words(String folded) {
        return new HashSet<>(Arrays.asList(folded.split(" ")));
    }

    static Set<String> trigrams(String folded) {
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
