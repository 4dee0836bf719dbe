package org.interurban.benchmarks.pairing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.interurban.pairing.Candidates;
import org.interurban.pairing.Form;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Side;

/** A seeded round in one pool: every city proposes the same number of partners, drawn from all. */
final class Pool {

    private static final int MILLION = 1_000_000;

    private Pool() {}

    static Problem of(int size, int candidates, long seed) {
        var random = new SplittableRandom(seed);
        var pairs = Candidates.among(size);
        var partners = new ArrayList<BitSet>();
        for (var city = 0; city < size; city++) {
            partners.add(new BitSet());
        }
        for (var city = 0; city < size; city++) {
            for (var i = 0; i < candidates; i++) {
                var other = random.nextInt(size);
                if (other != city && !partners.get(Math.min(city, other)).get(Math.max(city, other))) {
                    partners.get(Math.min(city, other)).set(Math.max(city, other));
                    pairs.add(city, other, 1 + random.nextInt(MILLION));
                }
            }
        }
        var participants = new ArrayList<Participant>(size);
        for (var city = 0; city < size; city++) {
            participants.add(Participant.single("city " + city, Side.POOL));
        }
        return new Problem(
                new Form.OnePool(), new Objective.Total(), participants, pairs.build(), List.of(), List.of(), 1);
    }
}
