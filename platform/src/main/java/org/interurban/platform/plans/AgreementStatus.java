package org.interurban.platform.plans;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far an agreement has come; everyone sees the ones signed or declared. */
enum AgreementStatus {
    PLANNED,
    UNDER_DISCUSSION,
    SIGNED,
    DECLARED,
    UNCLEAR;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(AgreementStatus::code).toList();
    }

    static AgreementStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
