package org.interurban.benchmarks.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.interurban.pairing.Candidates;
import org.interurban.pairing.Form;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Side;

/**
 * A seeded round of a given family and size: every city of side A has the same number of candidates on side B.
 *
 * @param start where each row begins among the candidates
 * @param partner the city of side B, counted from 0
 */
record Round(int size, int[] start, int[] partner, int[] score) {

    /** How cities compete. */
    enum Family {
        /** Candidates mostly within one's own cluster of 200, scores unrelated. */
        LOOSE,
        /** Everyone agrees on who is wanted most, and all can be served: they compete for the same partners. */
        CONTESTED,
        /** Ten different scores. */
        EQUAL
    }

    private static final int MILLION = 1_000_000;
    private static final int CLUSTER = 200;

    static Round of(Family family, int size, int candidates, long seed) {
        var random = new SplittableRandom(seed);
        var fame = random.ints(size, 0, MILLION).toArray();
        var start = new int[size + 1];
        var partner = new int[size * candidates];
        var score = new int[size * candidates];
        var row = new int[candidates];
        var taken = new BitSet(size);
        for (int a = 0, at = 0; a < size; a++) {
            for (var i = 0; i < candidates; ) {
                var b = candidate(family, a, size, random);
                if (!taken.get(b)) {
                    taken.set(b);
                    row[i++] = b;
                }
            }
            Arrays.sort(row);
            for (var b : row) {
                taken.clear(b);
                partner[at] = b;
                score[at++] = score(family, fame[b], random);
            }
            start[a + 1] = at;
        }
        return new Round(size, start, partner, score);
    }

    private static int candidate(Family family, int a, int size, SplittableRandom random) {
        if (family != Family.LOOSE || random.nextInt(10) == 0) {
            return random.nextInt(size);
        }
        var first = a / CLUSTER * CLUSTER;
        return first + random.nextInt(Math.min(CLUSTER, size - first));
    }

    private static int score(Family family, int fame, SplittableRandom random) {
        return switch (family) {
            case LOOSE -> 1 + random.nextInt(MILLION);
            case CONTESTED -> fame / 10 * 9 + random.nextInt(MILLION / 10);
            case EQUAL -> MILLION / 10 * (1 + random.nextInt(10));
        };
    }

    /** The round as the engine takes it; the arrays are handed over, not copied. */
    Problem problem() {
        var participants = new ArrayList<Participant>(2 * size);
        for (var side : List.of(Side.A, Side.B)) {
            for (var i = 0; i < size; i++) {
                participants.add(Participant.single(side.name() + i, side));
            }
        }
        var rows = Arrays.copyOf(start, 2 * size + 1);
        Arrays.fill(rows, size + 1, rows.length, partner.length);
        for (var i = 0; i < partner.length; i++) {
            partner[i] += size;
        }
        return new Problem(
                new Form.TwoSides(),
                new Objective.Total(),
                participants,
                Candidates.ofRows(rows, partner, score),
                List.of(),
                List.of(),
                1);
    }
}
