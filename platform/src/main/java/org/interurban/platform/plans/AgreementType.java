package org.interurban.platform.plans;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What sort of paper an agreement is. */
enum AgreementType {
    MEMORANDUM_OF_UNDERSTANDING,
    LETTER_OF_INTENT,
    JOINT_DECLARATION,
    DECLARATION;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(AgreementType::code).toList();
    }

    static AgreementType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
