package org.interurban.pairing;

import java.util.Set;

/** An upper bound on how many pairs of some kind an answer may have; participants are named by id. */
public sealed interface Limit {

    String name();

    int most();

    /** Each of these participants has at most so many partners among those others. */
    record PartnersFrom(String name, Set<String> of, Set<String> among, int most) implements Limit {
        public PartnersFrom {
            of = Set.copyOf(of);
            among = Set.copyOf(among);
            requireNotNegative(name, most);
        }
    }

    /** At most so many pairs involve one of these participants. */
    record PairsWith(String name, Set<String> members, int most) implements Limit {
        public PairsWith {
            members = Set.copyOf(members);
            requireNotNegative(name, most);
        }
    }

    /** At most so many pairs lie between the one group and the other. */
    record PairsBetween(String name, Set<String> one, Set<String> other, int most) implements Limit {
        public PairsBetween {
            one = Set.copyOf(one);
            other = Set.copyOf(other);
            requireNotNegative(name, most);
        }
    }

    private static void requireNotNegative(String name, int most) {
        if (most < 0) {
            throw new IllegalArgumentException("The limit \"%s\" is negative: %d".formatted(name, most));
        }
    }
}
