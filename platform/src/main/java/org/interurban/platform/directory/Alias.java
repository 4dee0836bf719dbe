package org.interurban.platform.directory;

import org.jspecify.annotations.Nullable;

/** One of the names that lead to an organisation. */
record Alias(String name, @Nullable String language, Kind kind) {

    enum Kind {
        NAME,
        OFFICIAL,
        LOCAL,
        ABBREVIATION,
        ALTERNATIVE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
