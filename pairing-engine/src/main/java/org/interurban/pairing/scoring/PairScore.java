package org.interurban.pairing.scoring;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The score of a pair with everything it rests on.
 *
 * @param joint what the pair is worth, in millionths
 * @param benefitOfA what a gains from b, in millionths
 * @param benefitOfB what b gains from a, in millionths
 * @param confidence the share of the weight whose parts are known, in millionths
 */
public record PairScore(
        String a, String b, int joint, int benefitOfA, int benefitOfB, int confidence, Map<Part, Reading> parts) {

    /** Scores are whole numbers of this fraction of the best that can be. */
    public static final int ONE = 1_000_000;

    private static final double GIVES = 0.3;
    private static final double HARDLY_GIVES = 0.1;

    public PairScore {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /** Whether one city gives and the other hardly does; such a pair is flagged, not hidden. */
    public boolean donor() {
        return parts.get(Part.A_HELPS_B) instanceof Reading.Known(var toB, var _, var _)
                && parts.get(Part.B_HELPS_A) instanceof Reading.Known(var toA, var _, var _)
                && Math.max(toA, toB) >= GIVES
                && Math.min(toA, toB) < HARDLY_GIVES;
    }
}
