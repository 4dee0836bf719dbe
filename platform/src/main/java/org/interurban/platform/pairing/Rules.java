package org.interurban.platform.pairing;

import java.util.EnumMap;
import java.util.Map;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.pairing.scoring.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What the programme decides about a round before anything is computed; kept with every run.
 *
 * @param weights of the score's parts, by the criterion's key
 * @param mostOfA how many partners a city of the first group may have; null leaves it to each city
 * @param perCountry how many partners of one city may come from one country; null for no limit
 * @param pairsPerCountry how many pairs may involve one country of the second group; null for no limit
 * @param againAllowed whether cities that are paired in this programme already may be proposed to each other
 */
record Rules(
        Aim aim,
        Map<String, Double> weights,
        Weights.@Nullable PastTie pastTie,
        @Nullable Integer mostOfA,
        @Nullable Integer mostOfB,
        @Nullable Integer perCountry,
        @Nullable Integer pairsPerCountry,
        boolean againAllowed,
        long seed) {

    static final int MOST_PARTNERS = 20;
    static final int MOST_PAIRS = 10_000;

    /** What makes one answer better than another, with the side that proposes where that matters. */
    enum Aim {
        TOTAL,
        FAIR,
        STABLE_A,
        STABLE_B;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        Objective objective() {
            return switch (this) {
                case TOTAL -> new Objective.Total();
                case FAIR -> new Objective.Fair();
                case STABLE_A -> new Objective.Stable(Side.A);
                case STABLE_B -> new Objective.Stable(Side.B);
            };
        }

        boolean isStable() {
            return this == STABLE_A || this == STABLE_B;
        }
    }

    Rules {
        weights = Map.copyOf(weights);
    }

    static Rules usual(long seed) {
        var weights = new java.util.HashMap<String, Double>();
        for (var criterion : Criterion.values()) {
            weights.put(criterion.key(), criterion.usualWeight());
        }
        return new Rules(Aim.TOTAL, weights, null, null, null, null, null, true, seed);
    }

    Rules withAim(Aim other) {
        return new Rules(other, weights, pastTie, mostOfA, mostOfB, perCountry, pairsPerCountry, againAllowed, seed);
    }

    Weights scoring() {
        var named = new EnumMap<Criterion, Double>(Criterion.class);
        weights.forEach((key, weight) -> Criterion.of(key).ifPresent(criterion -> named.put(criterion, weight)));
        return Weights.of(named, pastTie);
    }

    /** Whether the two would give every pair the same score. */
    boolean scoresAs(Rules other) {
        return scoring().equals(other.scoring()) && againAllowed == other.againAllowed;
    }
}
