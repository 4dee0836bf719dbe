package org.interurban.pairing.scoring;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much each criterion counts, and how a past tie counts; kept with a round. */
public record Weights(
        String version,
        Map<Criterion, Double> values,
        @Nullable PastTie pastTie) {

    /** The version of the usual weights and of the way parts are computed; rises whenever the same profiles would score differently. */
    public static final String VERSION = "1";

    /** Weights count by their shares; beyond this their sums would lose what small ones say. */
    public static final int LARGEST = 1_000;

    /** What a programme makes of cities that have worked together before. */
    public enum PastTie {
        BONUS,
        MALUS
    }

    /** What a bonus or malus weighs when the programme does not say. */
    static final double PAST_TIE_WEIGHT = 5;

    public Weights {
        values = Map.copyOf(values);
        values.forEach((criterion, weight) -> {
            if (!(weight >= 0 && weight <= LARGEST)) {
                throw new IllegalArgumentException(
                        "The weight of %s is not from 0 to %d: %s".formatted(criterion.key(), LARGEST, weight));
            }
        });
    }

    public static Weights usual() {
        return of(Map.of(), null);
    }

    /** These weights, and the usual ones for criteria that are not named. */
    public static Weights of(Map<Criterion, Double> named, @Nullable PastTie pastTie) {
        var values = new EnumMap<Criterion, Double>(Criterion.class);
        for (var criterion : Criterion.values()) {
            values.put(criterion, criterion.usualWeight());
        }
        if (pastTie != null) {
            values.put(Criterion.PAST_TIE, PAST_TIE_WEIGHT);
        }
        values.putAll(named);
        if (values.values().stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException("At least one weight is above 0");
        }
        return new Weights(VERSION, values, pastTie);
    }

    double of(Criterion criterion) {
        return values.getOrDefault(criterion, 0.0);
    }
}
