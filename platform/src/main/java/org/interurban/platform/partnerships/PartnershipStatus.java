package org.interurban.platform.partnerships;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a partnership stands: on a list only, at work, or over. */
enum PartnershipStatus {
    LISTED,
    ACTIVE,
    CLOSED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(PartnershipStatus::code).toList();
    }

    static PartnershipStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
