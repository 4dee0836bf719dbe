package org.interurban.platform.activities;

import java.util.List;
import org.interurban.platform.shared.NumberReading;
import org.interurban.platform.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an activity.
 *
 * @param parent the larger one of which it is a part
 * @param place where it takes place, beyond the cities that host it
 * @param country where it takes place, if that is not the country of the first host
 * @param organiser who organises it, in words
 * @param partners further bodies that have a hand in it, in words
 * @param count how many take part, in whole numbers of people
 * @param participants who takes part, in words: "four speakers, nine countries"
 */
record Around(
        @Nullable Whole parent,
        @Nullable String place,
        @Nullable String country,
        @Nullable String organiser,
        List<String> partners,
        @Nullable Quantity count,
        @Nullable String participants) {

    static final Around NOTHING = new Around(null, null, null, null, List.of(), null, null);

    static final int TEXT_LENGTH = 300;
    static final long MOST_PEOPLE = 10_000_000;

    /** @param title as it was written first, by which forms name it */
    record Whole(ActivityId id, String title) {}

    /** The number of people that a text says, where it can be only one. */
    static @Nullable Quantity count(String text) {
        var people = NumberReading.of(text, 0, MOST_PEOPLE);
        return people.size() == 1 ? people.getFirst() : null;
    }

    Around {
        partners = List.copyOf(partners);
    }
}
