package org.interurban.platform.directory;

import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;

/** One of the names that lead to an organisation. */
record Alias(String name, @Nullable String language, Kind kind) {

    enum Kind implements Coded {
        NAME,
        OFFICIAL,
        LOCAL,
        ABBREVIATION,
        ALTERNATIVE
    }
}
