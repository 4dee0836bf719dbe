package org.interurban.pairing.scoring;

import java.util.List;

/** What is known of one part of a pair's score. */
public sealed interface Reading {

    /** The value that counts in the score. */
    double value();

    /** What it rests on, in English words. */
    String reason();

    /** Measured, from what both profiles say. */
    record Known(double value, String reason, List<Evidence> evidence) implements Reading {
        public Known {
            evidence = List.copyOf(evidence);
        }
    }

    /** Not said, so that the round's cautious prior stands for it; the reason says what is missing. */
    record Unknown(double value, String reason) implements Reading {}
}
