package org.interurban.pairing.files;

import java.util.List;
import java.util.Set;
import org.interurban.pairing.scoring.Setting;

/**
 * A round of the past whose pairs are known.
 *
 * @param truth per city of side A, by position, the positions of its true partners on side B
 */
public record Pool(String name, List<City> sideA, List<City> sideB, List<Set<Integer>> truth) {

    /** A city with the interests it stated; of its setting only what its country tells is known. */
    public record City(String name, Setting setting, List<String> interests) {
        public City {
            interests = List.copyOf(interests);
        }
    }

    public Pool {
        sideA = List.copyOf(sideA);
        sideB = List.copyOf(sideB);
        truth = truth.stream().map(Set::copyOf).toList();
    }

    /** Whether both sides state any interest; without that no method has anything to go on. */
    public boolean hasInterests() {
        return states(sideA) && states(sideB);
    }

    private static boolean states(List<City> side) {
        return side.stream().anyMatch(city -> !city.interests.isEmpty());
    }
}
