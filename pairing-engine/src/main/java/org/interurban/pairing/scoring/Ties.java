package org.interurban.pairing.scoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a city stands to others: whom it wishes for, whom it will not have, whom it knows; what is null or empty is unknown.
 *
 * @param wishes ids, best first
 * @param excluded ids, or country codes
 * @param past ids of cities it has worked with before
 */
public record Ties(
        List<String> wishes,
        Set<String> excluded,
        Set<String> past,
        @Nullable Boolean firstTimer) {

    public static final Ties UNKNOWN = new Ties(List.of(), Set.of(), Set.of(), null);

    public Ties {
        wishes = List.copyOf(wishes);
        excluded = Set.copyOf(excluded);
        past = Set.copyOf(past);
        if (new LinkedHashSet<>(wishes).size() < wishes.size()) {
            throw new IllegalArgumentException("A city is wished for twice: " + wishes);
        }
    }
}
