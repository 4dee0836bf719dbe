package org.interurban.platform.programmes;

import org.interurban.platform.shared.Coded;

/** What sort of undertaking a programme is. */
public enum ProgrammeKind implements Coded {
    CITY_TO_CITY_COOPERATION,
    COMPONENT,
    NETWORK_PROGRAMME,
    TRAINING_PROGRAMME,
    GRANT_SCHEME,
    MEMBER_INITIATIVE,
    YOUTH_PROJECT
}
