package org.interurban.platform.activities;

import java.time.OffsetDateTime;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;

/** How far an activity has come; each case carries what only it knows. */
sealed interface ActivityState {

    int REASON_LENGTH = 1_000;

    /** As lists, sheets and files name it. */
    ActivityStatus status();

    /** Waits for the cities that meet to agree to its date. */
    record Proposed() implements ActivityState {
        @Override
        public ActivityStatus status() {
            return ActivityStatus.PROPOSED;
        }
    }

    record Planned() implements ActivityState {
        @Override
        public ActivityStatus status() {
            return ActivityStatus.PLANNED;
        }
    }

    record Held() implements ActivityState {
        @Override
        public ActivityStatus status() {
            return ActivityStatus.HELD;
        }
    }

    /** Will take place, but not on its date; another one is not known yet. */
    record Postponed(Stopped how) implements ActivityState {
        @Override
        public ActivityStatus status() {
            return ActivityStatus.POSTPONED;
        }
    }

    record CalledOff(Stopped how) implements ActivityState {
        @Override
        public ActivityStatus status() {
            return ActivityStatus.CANCELLED;
        }
    }

    /**
     * Why something does not take place on its date, who said so and when; null what nobody recorded, as in what came with a file.
     *
     * @param reason 1 to {@value #REASON_LENGTH} characters
     */
    record Stopped(
            @Nullable String reason,
            @Nullable AccountId by,
            @Nullable OffsetDateTime at) {

        static final Stopped UNRECORDED = new Stopped(null, null, null);

        public Stopped {
            if (reason != null && (reason.isBlank() || reason.length() > REASON_LENGTH)) {
                throw new IllegalArgumentException("A reason has 1 to %d characters".formatted(REASON_LENGTH));
            }
        }
    }

    /** @param how for those states that say it */
    static ActivityState of(ActivityStatus status, Stopped how) {
        return switch (status) {
            case PROPOSED -> new Proposed();
            case PLANNED -> new Planned();
            case HELD -> new Held();
            case POSTPONED -> new Postponed(how);
            case CANCELLED -> new CalledOff(how);
        };
    }

    /** Why it does not take place on its date; {@link Stopped#UNRECORDED} where it does. */
    default Stopped how() {
        return switch (this) {
            case Proposed _, Planned _, Held _ -> Stopped.UNRECORDED;
            case Postponed(var how) -> how;
            case CalledOff(var how) -> how;
        };
    }
}
