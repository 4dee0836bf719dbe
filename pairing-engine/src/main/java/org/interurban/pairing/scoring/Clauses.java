package org.interurban.pairing.scoring;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a line says, clause by clause, so that another line can be found to say the same in more words.
 *
 * <p>Words are compared one by one where spaces part them; in scripts without spaces between words, the letters are.
 */
record Clauses(List<List<String>> spaced, List<String> unspaced) {

    /** A clause stands in another that has so many words more; in a longer one a word is easily met by chance. */
    private static final int WORDS_AROUND = 8;

    /** In scripts that write a word in few letters, one letter alone says too little. */
    private static final int FEWEST_LETTERS = 2;

    private static final Pattern BREAKS = Pattern.compile("[.,;:!?()\\[\\]/|·•–—、。，；：\\n]+|\\s-+\\s");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]*");

    static Clauses of(String... texts) {
        var clauses = Arrays.stream(texts).flatMap(BREAKS::splitAsStream).toList();
        return new Clauses(
                clauses.stream()
                        .filter(Words::spaced)
                        .map(Clauses::words)
                        .filter(words -> !words.isEmpty())
                        .toList(),
                clauses.stream()
                        .filter(clause -> !Words.spaced(clause))
                        .map(clause -> Words.plain(clause).replace(" ", ""))
                        .filter(letters -> letters.length() >= FEWEST_LETTERS)
                        .toList());
    }

    private static List<String> words(String clause) {
        return Words.stems(clause).stream()
                .filter(word -> !NO_LETTER.matcher(word).matches())
                .toList();
    }

    /** The share of these clauses that stand in the others, or of which one is all that the others say. */
    double saidBy(Clauses others) {
        var all = spaced.size() + unspaced.size();
        if (all == 0 || others.count() == 0) {
            return 0;
        }
        var said = spaced.stream().filter(others::says).count()
                + unspaced.stream().filter(others::says).count();
        return said / (double) all;
    }

    private int count() {
        return spaced.size() + unspaced.size();
    }

    private boolean says(List<String> words) {
        return spaced.stream().anyMatch(clause -> stands(words, clause))
                || count() == 1 && spaced.stream().anyMatch(clause -> stands(clause, words));
    }

    private boolean says(String letters) {
        return unspaced.stream().anyMatch(clause -> clause.contains(letters))
                || count() == 1 && unspaced.stream().anyMatch(letters::contains);
    }

    private static boolean stands(List<String> words, List<String> clause) {
        return words.size() <= clause.size()
                && clause.size() <= words.size() + WORDS_AROUND
                && Collections.indexOfSubList(clause, words) >= 0;
    }
}
