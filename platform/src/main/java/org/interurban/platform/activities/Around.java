package org.interurban.platform.activities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an activity.
 *
 * @param parent the larger one of which it is a part
 * @param place where it takes place, beyond the cities that host it
 * @param organiser who organises it, in words
 * @param partners further bodies that have a hand in it, in words
 * @param participants who takes part, in words: "four speakers, nine countries"
 */
record Around(
        @Nullable Whole parent,
        @Nullable String place,
        @Nullable String organiser,
        List<String> partners,
        @Nullable String participants) {

    static final Around NOTHING = new Around(null, null, null, List.of(), null);

    static final int TEXT_LENGTH = 300;

    /** @param title as it was written first, by which forms name it */
    record Whole(ActivityId id, String title) {}

    Around {
        partners = List.copyOf(partners);
    }
}
