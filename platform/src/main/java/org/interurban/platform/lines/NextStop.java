package org.interurban.platform.lines;

import java.time.LocalDate;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.gazetteer.OfficeDay;
import org.interurban.platform.portraits.Shown;
import org.interurban.platform.portraits.Step;
import org.jspecify.annotations.Nullable;

/**
 * What comes next on a partnership's line, for those who work on it.
 *
 * @param hours the office hours of that day, where it is known to the day and more than one city's clock is
 * @param answer the form by which the reader answers its date; null where the answer is not theirs to give
 */
record NextStop(
        Step step, @Nullable OfficeDay hours, @Nullable Shown answer) {

    /** Proposed or planned, and not over by what is known of its date. */
    static boolean isAhead(Step step, LocalDate today) {
        var ends = step.when().to();
        return step.isContact()
                && ends != null
                && !ends.isBefore(today)
                && step.station() != null
                && !step.station().held();
    }

    /** Whether its date still waits for an answer. */
    public boolean isProposed() {
        return step.station() != null && step.station().state() == Station.State.UNDER_DISCUSSION;
    }
}
