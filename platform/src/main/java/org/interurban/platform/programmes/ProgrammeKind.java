package org.interurban.platform.programmes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What sort of undertaking a programme is. */
public enum ProgrammeKind {
    CITY_TO_CITY_COOPERATION,
    COMPONENT,
    NETWORK_PROGRAMME,
    TRAINING_PROGRAMME,
    GRANT_SCHEME,
    MEMBER_INITIATIVE,
    YOUTH_PROJECT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ProgrammeKind::code).toList();
    }
}
