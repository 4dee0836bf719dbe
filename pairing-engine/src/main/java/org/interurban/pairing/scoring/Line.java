package org.interurban.pairing.scoring;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One line of a profile as the scorer reads it.
 *
 * @param quoted the line for evidence
 * @param stated the topic it is filed under, or -1 for words of the city's own
 * @param topics all topics it names, the stated one among them, ascending
 * @param weight the strength of an offer, the priority of a need
 * @param text the position of its words among the round's texts
 * @param own what the city says in it: its text, or its topic where it has none
 * @param whole that, and the name of its topic
 */
record Line(Evidence.Quoted quoted, int stated, int[] topics, double weight, int text, Clauses own, Clauses whole) {

    static int[] topicsOf(int stated, int[] named) {
        return stated < 0
                ? named
                : IntStream.concat(IntStream.of(stated), Arrays.stream(named))
                        .distinct()
                        .sorted()
                        .toArray();
    }
}
