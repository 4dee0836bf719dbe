package org.interurban.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded rounds small enough to try every answer. */
final class SmallRounds {

    /** So many rounds; {@code -Dinterurban.long=true} makes them a hundred times as many, mutation testing fewer. */
    static Stream<SplittableRandom> seeds(int count) {
        return seeds(count, 100);
    }

    /** For rounds of some size, which take their time: ten times as many. */
    static Stream<SplittableRandom> mediumSeeds(int count) {
        return seeds(count, 10);
    }

    private static Stream<SplittableRandom> seeds(int count, int timesAsMany) {
        var share = Boolean.getBoolean("interurban.long")
                ? timesAsMany
                : 1 / Double.parseDouble(System.getProperty("interurban.fewer", "1"));
        return IntStream.range(0, (int) Math.ceil(count * share)).mapToObj(SplittableRandom::new);
    }

    private final SplittableRandom random;
    private final List<Participant> participants = new ArrayList<>();
    private final Problem.Builder builder;

    private SmallRounds(SplittableRandom random) {
        this.random = random;
        this.builder = Problem.builder(random.nextInt(3));
    }

    /** Single partners, scores, nothing else. */
    static Problem plain(SplittableRandom random) {
        var rounds = new SmallRounds(random);
        rounds.sides(0, 1);
        rounds.pairs(random.nextInt(1, 6));
        return rounds.builder.build();
    }

    /** Single partners and locks. */
    static Problem locked(SplittableRandom random) {
        var rounds = new SmallRounds(random);
        rounds.sides(0, 1);
        rounds.pairs(random.nextInt(1, 8));
        rounds.locks();
        return rounds.builder.build();
    }

    /** Capacities, minimums, locks and nested limits. */
    static Problem ruled(SplittableRandom random) {
        var rounds = new SmallRounds(random);
        rounds.sides(random.nextInt(2), 3);
        rounds.pairs(random.nextInt(1, 8));
        rounds.locks();
        rounds.limits();
        return rounds.builder.build();
    }

    /** One pool, with capacities up to this. */
    static Problem pool(SplittableRandom random, int capacity) {
        var rounds = new SmallRounds(random);
        rounds.builder.form(new Form.OnePool());
        rounds.pool(random.nextInt(2, capacity > 1 ? 6 : 8), capacity);
        rounds.poolLocks();
        return rounds.builder.build();
    }

    /** One pool that is to form clusters. */
    static Problem clusters(SplittableRandom random, int size) {
        var rounds = new SmallRounds(random);
        rounds.builder.form(new Form.Clusters(size));
        rounds.pool(random.nextInt(size, 8), 1);
        rounds.poolLocks();
        return rounds.builder.build();
    }

    private void pool(int size, int capacity) {
        for (var i = 0; i < size; i++) {
            add(new Participant("p" + i, Side.POOL, random.nextInt(6) / 5, random.nextInt(1, capacity + 1)));
        }
        var density = random.nextInt(3, 11);
        for (var one = 0; one < size; one++) {
            for (var other = one + 1; other < size; other++) {
                if (random.nextInt(10) < density) {
                    builder.pair("p" + one, "p" + other, random.nextInt(9));
                }
            }
        }
    }

    private void poolLocks() {
        for (var i = random.nextInt(3); i > 0; i--) {
            var a = any(side(Side.POOL));
            var b = any(side(Side.POOL));
            if (!a.equals(b)) {
                builder.lock(
                        switch (random.nextInt(3)) {
                            case 0 -> new Lock.Must(a, b, "agreed", "N");
                            case 1 -> new Lock.MustNot(a, b, "too far", "N");
                            default -> new Lock.Prefer(a, b, random.nextInt(5), "friends", "N");
                        });
            }
        }
    }

    private void sides(int most, int capacity) {
        var sizeOfA = random.nextInt(1, 5);
        var sizeOfB = random.nextInt(1, 5);
        for (var i = 0; i < sizeOfA; i++) {
            add(new Participant("a" + i, Side.A, random.nextInt(most + 1), random.nextInt(1, capacity + 1)));
        }
        for (var i = 0; i < sizeOfB; i++) {
            add(new Participant("b" + i, Side.B, random.nextInt(4) == 0 ? most : 0, random.nextInt(1, capacity + 1)));
        }
    }

    private void add(Participant participant) {
        participants.add(participant);
        builder.participant(participant);
    }

    private void pairs(int scores) {
        var density = random.nextInt(3, 11);
        for (var a : side(Side.A)) {
            for (var b : side(Side.B)) {
                if (random.nextInt(10) < density) {
                    builder.pair(a, b, random.nextInt(scores), random.nextInt(9), random.nextInt(9));
                }
            }
        }
    }

    private List<String> side(Side side) {
        return participants.stream()
                .filter(participant -> participant.side() == side)
                .map(Participant::id)
                .toList();
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private void locks() {
        for (var i = random.nextInt(4); i > 0; i--) {
            var a = any(side(Side.A));
            var b = any(side(Side.B));
            builder.lock(
                    switch (random.nextInt(3)) {
                        case 0 -> new Lock.Must(a, b, "agreed", "N");
                        case 1 -> new Lock.MustNot(a, b, "too far", "N");
                        default -> new Lock.Prefer(a, b, random.nextInt(5), "friends", "N");
                    });
        }
    }

    private void limits() {
        for (var i = random.nextInt(3); i > 0; i--) {
            var onA = random.nextBoolean();
            var own = some(side(onA ? Side.A : Side.B));
            var others = some(side(onA ? Side.B : Side.A));
            builder.limit(
                    random.nextBoolean()
                            ? new Limit.PairsWith("with " + i, own, random.nextInt(3))
                            : new Limit.PartnersFrom("from " + i, own, others, random.nextInt(3)));
        }
    }

    private Set<String> some(List<String> ids) {
        var some = new HashSet<String>();
        for (var i = random.nextInt(1, 4); i > 0; i--) {
            some.add(any(ids));
        }
        return some;
    }
}
