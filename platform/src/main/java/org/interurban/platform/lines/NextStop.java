package org.interurban.platform.lines;

import org.interurban.platform.gazetteer.OfficeDay;
import org.jspecify.annotations.Nullable;

/**
 * What comes next on a partnership's line, for those who work on it.
 *
 * @param hours the office hours of that day, where it is known to the day and more than one city's clock is
 * @param answersFor the city for which the reader may accept the date; null where the answer is not theirs to give
 */
record NextStop(
        PartnershipLine.Activity activity,
        @Nullable OfficeDay hours,
        @Nullable String answersFor) {

    /** The date as the answer gives it back, so that nobody accepts another one than they saw. */
    public String date() {
        return activity.when().code();
    }

    /** Whether its date still waits for an answer. */
    public boolean isProposed() {
        return activity.status().equals("proposed");
    }
}
