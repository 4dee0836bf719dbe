package org.interurban.platform.search;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Names made comparable: without case, without Latin accents, simplified Chinese; Indic signs stay, since they are letters. */
final class Names {

    static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    private Names() {}

    /** The words of a name, separated by single spaces; empty where it has none. */
    static String key(String name) {
        var folded = FOLDED.normalize(SIMPLIFIED.transliterate(name)).toCharArray();
        var ascii = new char[folded.length * 4];
        var length = ASCIIFoldingFilter.foldToASCII(folded, 0, ascii, 0, folded.length);
        return new String(ascii, 0, length)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    /** The runs of three letters in a name, its words' beginnings and ends included. */
    static Set<String> trigrams(String name) {
        var grams = new HashSet<String>();
        for (var word : key(name).split(" ")) {
            var padded = " " + word + " ";
            for (int i = 0; !word.isEmpty() && i + 3 <= padded.length(); i++) {
                grams.add(padded.substring(i, i + 3));
            }
        }
        return grams;
    }

    /** How alike two names are: 0 for nothing in common, 1 for the same. */
    static double likeness(String one, String other) {
        var ones = trigrams(one);
        var others = trigrams(other);
        if (ones.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var common = new HashSet<>(ones);
        common.retainAll(others);
        return 2.0 * common.size() / (ones.size() + others.size());
    }

    static List<String> words(String name) {
        var key = key(name);
        return key.isEmpty() ? List.of() : new ArrayList<>(List.of(key.split(" ")));
    }
}
