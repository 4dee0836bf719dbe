package org.interurban.platform.pairing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.interurban.platform.shared.Coded;

/** How well a pair fits beside all others that its round could make, in a word that needs no number. */
public enum Fit implements Coded {
    /** Among the best quarter. */
    STRONG,
    /** Among the better half. */
    GOOD,
    POSSIBLE,
    /** A profile says nothing, so that nobody can tell. */
    UNKNOWN;

    /** From which scores on a pair of the round is called good, and strong. */
    record Marks(int good, int strong) {

        static Marks of(Scoring scoring) {
            var scores = IntStream.range(0, scoring.cities().size())
                    .flatMap(one -> IntStream.range(one + 1, scoring.cities().size())
                            .filter(other -> scoring.allowed(one, other))
                            .map(other -> scoring.score(one, other)))
                    .toArray();
            Arrays.sort(scores);
            return scores.length == 0
                    ? new Marks(0, 0)
                    : new Marks(scores[scores.length / 2], scores[scores.length - 1 - (scores.length - 1) / 4]);
        }

        Fit of(int score) {
            return score >= strong ? STRONG : score >= good ? GOOD : POSSIBLE;
        }
    }
}
