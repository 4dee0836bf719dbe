package org.interurban.platform.gazetteer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Names of cities without the words that say, in many languages, that they are cities. */
public final class BareNames {

    /** Letters of the name of a city, of which a Korean syllable is two or three. */
    private static final int SHORTEST = 2;

    private static final List<Around> AROUND = Vocabulary.of("around").stream()
            .map(Around::of)
            .sorted(Comparator.comparingInt((Around one) -> -one.behind().length()))
            .toList();

    /**
     * @param before as it stands in front of a name; null for what ends the word of the name, as in scripts without spaces
     * @param behind as it stands behind one
     */
    private record Around(@Nullable String before, String behind) {

        static Around of(String said) {
            var word = Likeness.fold(said);
            return said.startsWith("-") ? new Around(null, word) : new Around(word + " ", " " + word);
        }

        /** What is left of a name; nothing where it is not there or is nearly all of it. */
        Optional<String> off(String name) {
            var rest = name.endsWith(behind)
                    ? name.substring(0, name.length() - behind.length())
                    : before != null && name.startsWith(before) ? name.substring(before.length()) : "";
            return Optional.of(rest.strip()).filter(left -> left.length() >= SHORTEST);
        }
    }

    private BareNames() {}

    /** The name of a city without what says that it is one, folded: of Ville de Nearville and Nearville City the same. */
    public static String of(String city) {
        var name = Likeness.fold(city);
        for (var rest = shorter(name); rest.isPresent(); rest = shorter(name)) {
            name = rest.get();
        }
        return name;
    }

    private static Optional<String> shorter(String name) {
        return AROUND.stream().flatMap(one -> one.off(name).stream()).findFirst();
    }
}
