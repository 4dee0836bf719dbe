package org.interurban.platform.activities;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where people meet. */
enum Mode {
    IN_PERSON,
    ONLINE,
    HYBRID;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Mode::code).toList();
    }

    static Mode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
