package org.interurban.pairing;

/** The shape of a round's answer. */
public sealed interface Form {

    /** Pairs between side A and side B. */
    record TwoSides() implements Form {}

    /** Pairs among all participants. */
    record OnePool() implements Form {}

    /** Groups of one size among all participants; a group's score is the sum of its pairs' scores. */
    record Clusters(int size) implements Form {
        public static final int SMALLEST = 3;
        public static final int LARGEST = 8;

        public Clusters {
            if (size < SMALLEST || size > LARGEST) {
                throw new IllegalArgumentException(
                        "A cluster has %d to %d members, not %d".formatted(SMALLEST, LARGEST, size));
            }
        }
    }
}
