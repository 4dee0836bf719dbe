package org.interurban.platform.activities;

import org.interurban.platform.shared.Coded;

/** How far an activity has come. */
enum ActivityStatus implements Coded {
    PROPOSED,
    PLANNED,
    HELD,
    POSTPONED,
    CANCELLED;

    /** Whether it does not take place on its date, for a reason. */
    boolean stops() {
        return switch (this) {
            case PROPOSED, PLANNED, HELD -> false;
            case POSTPONED, CANCELLED -> true;
        };
    }
}
