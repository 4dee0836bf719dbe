package org.interurban.platform.pairing;

import java.util.Locale;

/** How far a round has come. Cities see nothing of a draft. */
enum RoundState {
    DRAFT,
    PROPOSED,
    CONSULTED,
    CONFIRMED,
    PUBLISHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RoundState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
