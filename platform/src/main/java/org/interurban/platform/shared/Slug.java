package org.interurban.platform.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** A name in small Latin letters and hyphens, whatever its script, as codes are written. */
public final class Slug {

    private static final int LENGTH = 60;
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTSIDE = Pattern.compile("^-+|-+$");

    private Slug() {}

    public static String of(String name) {
        return OUTSIDE.matcher(
                        BETWEEN.matcher(Latin.of(name).toLowerCase(Locale.ROOT)).replaceAll("-"))
                .replaceAll("");
    }

    /** @param otherwise what a name without any letter becomes */
    public static String of(String name, String otherwise) {
        var slug = of(name);
        return slug.isEmpty() ? otherwise : slug.substring(0, Math.min(slug.length(), LENGTH));
    }
}
