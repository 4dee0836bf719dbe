package org.interurban.pairing.scoring;

import java.util.Locale;

/** One part of a pair's score, from 0 to 1 or unknown; {@code a} and {@code b} are the two cities of the pair. */
public enum Part {
    A_HELPS_B(Criterion.COMPLEMENTARITY, 0.5, "what B seeks and A offers"),
    B_HELPS_A(Criterion.COMPLEMENTARITY, 0.5, "what A seeks and B offers"),
    RECIPROCITY(Criterion.RECIPROCITY, 1, "both gain"),
    SHARED_CHALLENGE(Criterion.SHARED_CHALLENGE, 1, "what both seek"),
    SIMILAR_SIZE(Criterion.SETTING, 1.0 / 3, "similar size"),
    SIMILAR_INCOME(Criterion.SETTING, 1.0 / 3, "similar income"),
    SHARED_TAGS(Criterion.SETTING, 1.0 / 3, "similar setting"),
    LANGUAGE(Criterion.LANGUAGE, 1, "common working language"),
    OFFICE_HOURS(Criterion.OFFICE_HOURS, 1, "common office hours"),
    WISH_OF_A(Criterion.WISHES, 0.5, "A's wish"),
    WISH_OF_B(Criterion.WISHES, 0.5, "B's wish"),
    PAST_TIE(Criterion.PAST_TIE, 1, "past cooperation"),
    FIRST_TIMER(Criterion.FIRST_TIMER, 1, "newcomers to the programme");

    private final Criterion criterion;
    private final double share;
    private final String words;

    Part(Criterion criterion, double share, String words) {
        this.criterion = criterion;
        this.share = share;
        this.words = words;
    }

    public Criterion criterion() {
        return criterion;
    }

    /** How much of the criterion's weight this part carries in the joint score. */
    double share() {
        return share;
    }

    /** The share of the criterion's weight in what a alone gains: the half of a two-way criterion that serves a counts in full. */
    double shareForA() {
        return switch (this) {
            case B_HELPS_A, WISH_OF_A -> 1;
            case A_HELPS_B, WISH_OF_B, RECIPROCITY -> 0;
            default -> share;
        };
    }

    double shareForB() {
        return switch (this) {
            case A_HELPS_B, WISH_OF_B -> 1;
            case B_HELPS_A, WISH_OF_A, RECIPROCITY -> 0;
            default -> share;
        };
    }

    /** The part in a few English words. */
    public String words() {
        return words;
    }

    /** The name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
