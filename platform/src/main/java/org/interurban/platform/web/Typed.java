package org.interurban.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a field, which a browser may not have sent at all. */
public final class Typed {

    private Typed() {}

    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public static @Nullable String textOrNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }

    /** The lines of a text, trimmed, each once, empty ones left out. */
    public static List<String> lines(@Nullable String text) {
        return text(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
