package org.interurban.platform.directory;

import com.ibm.icu.text.Transliterator;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes codes from names, each one once: with a number where it is taken. */
final class FreeCodes {

    private static final int LENGTH = 60;
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTSIDE = Pattern.compile("^-+|-+$");

    private final Set<String> taken;

    private FreeCodes(Set<String> taken) {
        this.taken = taken;
    }

    static FreeCodes besides(Collection<String> taken) {
        return new FreeCodes(new HashSet<>(taken));
    }

    String free(String base) {
        var code = base;
        for (int number = 2; !taken.add(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }

    /** @param otherwise what a name without any letter becomes */
    static String slug(String name, String otherwise) {
        var slug = slug(name);
        return slug.isEmpty() ? otherwise : slug.substring(0, Math.min(slug.length(), LENGTH));
    }

    /** A name in small Latin letters and hyphens, whatever its script. */
    static String slug(String name) {
        var latin = TO_LATIN.transliterate(name);
        return OUTSIDE.matcher(BETWEEN.matcher(latin).replaceAll("-")).replaceAll("");
    }
}
