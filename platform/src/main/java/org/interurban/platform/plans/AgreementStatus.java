package org.interurban.platform.plans;

import org.interurban.platform.shared.Coded;

/** How far an agreement has come; everyone sees the ones signed or declared. */
enum AgreementStatus implements Coded {
    PLANNED,
    UNDER_DISCUSSION,
    SIGNED,
    DECLARED,
    UNCLEAR;

    /** Whether the parties have made it, on a day that is not ahead. */
    boolean isMade() {
        return switch (this) {
            case SIGNED, DECLARED -> true;
            case PLANNED, UNDER_DISCUSSION, UNCLEAR -> false;
        };
    }
}
