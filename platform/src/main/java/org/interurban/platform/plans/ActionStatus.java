package org.interurban.platform.plans;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far an action has come, from a line on a list to done. */
enum ActionStatus {
    LISTED,
    DISCUSSED,
    INTENDED,
    PLEDGED,
    PLANNED,
    DECIDED,
    UNDER_WAY,
    CARRIED_OUT;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ActionStatus::code).toList();
    }

    static ActionStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
