package org.interurban.pairing.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a programme can weigh: one row of the table of the score's parts. */
public enum Criterion {
    COMPLEMENTARITY(40),
    RECIPROCITY(10),
    SHARED_CHALLENGE(15),
    SETTING(10),
    LANGUAGE(5),
    OFFICE_HOURS(5),
    WISHES(10),
    PAST_TIE(0),
    FIRST_TIMER(5);

    private final double usualWeight;

    Criterion(double usualWeight) {
        this.usualWeight = usualWeight;
    }

    /** The weight where a programme says nothing; docs/pairing-weights.md says how these were chosen. */
    public double usualWeight() {
        return usualWeight;
    }

    /** The name in rules files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Criterion> of(String key) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.key().equals(key))
                .findFirst();
    }
}
