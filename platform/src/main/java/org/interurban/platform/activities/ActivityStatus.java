package org.interurban.platform.activities;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far an activity has come. */
enum ActivityStatus {
    PROPOSED,
    PLANNED,
    HELD,
    CANCELLED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ActivityStatus::code).toList();
    }

    static ActivityStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
