package org.interurban.platform.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The three ways to be a member. */
enum MembershipType {
    FULL,
    ASSOCIATE,
    CORPORATE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MembershipType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(MembershipType::code).toList();
    }
}
