package org.interurban.platform.programmes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a body does for a programme. */
enum BodyRole {
    FUNDER,
    INITIATOR,
    MANAGING,
    IMPLEMENTING,
    SUPPORTING;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(BodyRole::code).toList();
    }
}
