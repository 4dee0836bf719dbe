package org.interurban.pairing;

import java.util.List;

/** What makes one answer better than another. */
public sealed interface Objective {

    /** The largest sum of the chosen pairs' scores. */
    record Total() implements Objective {}

    /** Most pairs; among those the highest lowest score; among those the largest sum. */
    record Fair() implements Objective {}

    /** As many of these agreed pairs as possible; among such answers the largest sum. */
    record Keeping(List<Agreed> pairs) implements Objective {
        public Keeping {
            pairs = List.copyOf(pairs);
        }
    }

    /** A pair that was agreed before; participants are named by id. */
    record Agreed(String a, String b) {}

    /** No two participants would both rather have each other; the best such answer for the proposing side. */
    record Stable(Side proposing) implements Objective {
        public Stable {
            if (proposing == Side.POOL) {
                throw new IllegalArgumentException("Either side A or side B proposes");
            }
        }
    }
}
