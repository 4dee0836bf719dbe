package org.interurban.platform.pairing;

import org.interurban.platform.authority.Scope;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * One round of pairing in a programme.
 *
 * @param sideA group of participants; in a pool, empty for everyone
 * @param rules as the next run will use them
 * @param run the run that the cities were shown
 */
record Round(
        RoundId id,
        ProgrammeId programme,
        String programmeCode,
        String programmeName,
        String name,
        RoundState state,
        boolean pool,
        String sideA,
        String sideB,
        Rules rules,
        @Nullable RunId run,
        int version) {

    static final int NAME_LENGTH = 200;

    Round {
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
    }

    Scope scope() {
        return programme.scope();
    }

    public boolean isDraft() {
        return state == RoundState.DRAFT;
    }

    /** Whether its pairs hold, so that a change is to leave as many of them as it can. */
    public boolean isAgreed() {
        return state == RoundState.CONFIRMED || state == RoundState.PUBLISHED;
    }
}
