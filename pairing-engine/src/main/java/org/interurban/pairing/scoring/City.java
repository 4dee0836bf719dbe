package org.interurban.pairing.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile made ready to be compared many times.
 *
 * @param logPopulation not a number when unknown, as is the income
 * @param tags positions among the round's tags, ascending; languages alike
 * @param zone the position among the round's time zones, or -1
 * @param wishes by id, 1 for the first wish, falling evenly to what is left for the last
 */
record City(
        Profile profile,
        Line[] offers,
        Line[] seeks,
        double logPopulation,
        double logIncome,
        int[] tags,
        int[] languages,
        int zone,
        Map<String, Double> wishes) {

    static final int NO_ZONE = -1;

    static double logarithm(@Nullable Number known) {
        return known == null ? Double.NaN : Math.log10(known.doubleValue());
    }

    static Map<String, Double> valued(List<String> wishes) {
        var values = new HashMap<String, Double>();
        for (var place = 0; place < wishes.size(); place++) {
            values.put(wishes.get(place), 1 - place / (double) wishes.size());
        }
        return values;
    }

    String id() {
        return profile.id();
    }

    String name() {
        return profile.name();
    }

    Ties ties() {
        return profile.ties();
    }
}
