package org.interurban.platform.shared;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** A name in small Latin letters and hyphens, whatever its script, as codes are written. */
public final class Slug {

    private static final int LENGTH = 60;
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTSIDE = Pattern.compile("^-+|-+$");

    private Slug() {}

    public static String of(String name) {
        return OUTSIDE.matcher(BETWEEN.matcher(TO_LATIN.transliterate(name)).replaceAll("-"))
                .replaceAll("");
    }

    /** @param otherwise what a name without any letter becomes */
    public static String of(String name, String otherwise) {
        var slug = of(name);
        return slug.isEmpty() ? otherwise : slug.substring(0, Math.min(slug.length(), LENGTH));
    }
}
