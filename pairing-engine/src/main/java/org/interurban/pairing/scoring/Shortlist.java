package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.interurban.pairing.Side;

/**
 * The pairs worth scoring in a large round, found without looking at all of them.
 *
 * <p>An index from topics to the cities that offer or seek them gives each city the others that promise most; nearest neighbours by
 * size are added, so that a city whose profile is empty has candidates too. These are scored exactly and the best are kept.
 */
public final class Shortlist {

    /** A pair by the positions of its cities, with its whole numbers. */
    public record Scored(int a, int b, Scorer.Marks marks) {}

    /** Topics farther apart in the tree than this do not bring two cities together. */
    private static final double NEAR = 0.5;

    /** How many cities are scored exactly for each one that is kept. */
    private static final int BREADTH = 5;

    /** The cities that have to do with a topic, ascending, and how much. */
    private record Posting(int[] cities, float[] gains) {}

    private final Scorer scorer;
    private final HardRules rules;
    private final int kept;
    private final int[][] nearTopics;

    private Shortlist(Scorer scorer, HardRules rules, int kept) {
        this.scorer = scorer;
        this.rules = rules;
        this.kept = kept;
        var topics = scorer.topics();
        nearTopics = IntStream.range(0, topics.size())
                .mapToObj(one -> IntStream.range(0, topics.size())
                        .filter(other -> topics.closeness(one, other) >= NEAR)
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * The pairs in which either city is among the best of the other, each once, ascending.
     *
     * @param kept how many partners each city keeps
     * @param progress hears how many cities are done
     */
    public static List<Scored> of(Scorer scorer, HardRules rules, int kept, IntConsumer progress) {
        return new Shortlist(scorer, rules, kept).pairs(progress);
    }

    private List<Scored> pairs(IntConsumer progress) {
        var sideA = scorer.on(Side.A);
        var sideB = scorer.on(Side.B);
        var pool = scorer.on(Side.POOL);
        var found = new ArrayList<Scored>();
        if (pool.length > 0) {
            found.addAll(best(pool, pool, progress, 0));
        } else {
            found.addAll(best(sideA, sideB, progress, 0));
            found.addAll(best(sideB, sideA, progress, sideA.length));
        }
        found.sort(Comparator.comparingInt(Scored::a).thenComparingInt(Scored::b));
        var once = new ArrayList<Scored>(found.size());
        for (var pair : found) {
            if (once.isEmpty() || once.getLast().a != pair.a || once.getLast().b != pair.b) {
                once.add(pair);
            }
        }
        return once;
    }

    private List<Scored> best(int[] seekers, int[] others, IntConsumer progress, int done) {
        var index = new Index(others);
        var count = new AtomicInteger(done);
        return Arrays.stream(seekers)
                .parallel()
                .mapToObj(city -> {
                    var best = best(city, index);
                    progress.accept(count.incrementAndGet());
                    return best;
                })
                .flatMap(List::stream)
                .toList();
    }

    private List<Scored> best(int city, Index index) {
        var scored = new ArrayList<Scored>();
        for (var other : index.promising(city, kept * BREADTH)) {
            if (other != city
                    && rules.forbids(scorer.profile(city), scorer.profile(other))
                            .isEmpty()) {
                scored.add(
                        scorer.isBefore(city, other)
                                ? new Scored(city, other, scorer.marks(city, other))
                                : new Scored(other, city, scorer.marks(city, other)));
            }
        }
        scored.sort(Comparator.comparingInt((Scored pair) -> -pair.marks.joint())
                .thenComparingInt(Scored::a)
                .thenComparingInt(Scored::b));
        return scored.subList(0, Math.min(kept, scored.size()));
    }

    /** Per topic, how well the best of these lines meets it. */
    private float[] reach(Line[] lines, boolean offers) {
        var reach = new float[nearTopics.length];
        for (var line : lines) {
            for (var topic : line.topics()) {
                for (var near : nearTopics[topic]) {
                    var value = scorer.topics().closeness(topic, near) * (offers ? line.weight() : 1);
                    reach[near] = Math.max(reach[near], (float) value);
                }
            }
        }
        return reach;
    }

    /** Per topic, its share in what a city seeks. */
    private float[] shares(City city) {
        var all = Arrays.stream(city.seeks()).mapToDouble(Line::weight).sum();
        var shares = new float[nearTopics.length];
        for (var need : city.seeks()) {
            for (var topic : need.topics()) {
                shares[topic] += (float) (need.weight() / all / need.topics().length);
            }
        }
        return shares;
    }

    /** From topics and sizes to cities. */
    private final class Index {

        private static final double NO_SIZE = -1;

        private final int[] cities;
        private final Posting[] offering;
        private final Posting[] interested;
        private final Posting[] seeking;
        private final int[] bySize;

        Index(int[] cities) {
            this.cities = cities;
            offering = postings(city -> reach(city.offers(), true));
            interested = postings(city -> reach(city.seeks(), false));
            seeking = postings(Shortlist.this::shares);
            bySize = IntStream.of(cities)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer city) -> size(city))
                            .thenComparing(city -> city))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private double size(int city) {
            var size = scorer.city(city).logPopulation();
            return Double.isNaN(size) ? NO_SIZE : size;
        }

        private Posting[] postings(Function<City, float[]> values) {
            var count = scorer.topics().size();
            var byCity = IntStream.of(cities)
                    .mapToObj(city -> values.apply(scorer.city(city)))
                    .toList();
            return IntStream.range(0, count)
                    .mapToObj(topic -> {
                        var members = IntStream.range(0, cities.length)
                                .filter(at -> byCity.get(at)[topic] > 0)
                                .toArray();
                        var gains = new float[members.length];
                        for (var i = 0; i < members.length; i++) {
                            gains[i] = byCity.get(members[i])[topic];
                        }
                        return new Posting(members, gains);
                    })
                    .toArray(Posting[]::new);
        }

        /** The cities that promise most, and the nearest in size. */
        int[] promising(int position, int most) {
            if (cities.length <= most) {
                return cities;
            }
            var promise = promises(position);
            var best = new Largest(most);
            var values = new double[Part.values().length];
            for (var at = 0; at < promise.length; at++) {
                if (promise[at] > 0 && cities[at] != position) {
                    best.offer((float) (promise[at] + scorer.circumstances(position, cities[at], values)), at);
                }
            }
            return IntStream.concat(
                            Arrays.stream(best.items()).map(at -> cities[at]),
                            Arrays.stream(nearestInSize(position, most / BREADTH)))
                    .distinct()
                    .toArray();
        }

        /** What the lines of the profiles promise to add to the joint score, in units of weight, as far as topics tell. */
        private float[] promises(int position) {
            var city = scorer.city(position);
            var needs = shares(city);
            var offers = reach(city.offers(), true);
            var interests = reach(city.seeks(), false);
            var gained = new float[cities.length];
            var given = new float[cities.length];
            var common = new float[cities.length];
            for (var topic = 0; topic < needs.length; topic++) {
                add(offering[topic], needs[topic], gained);
                add(interested[topic], needs[topic] / 2, common);
                add(seeking[topic], offers[topic], given);
                add(seeking[topic], interests[topic] / 2, common);
            }
            var help = (float) scorer.weights().of(Criterion.COMPLEMENTARITY) / 2;
            var reciprocity = (float) scorer.weights().of(Criterion.RECIPROCITY);
            var challenge = (float) scorer.weights().of(Criterion.SHARED_CHALLENGE);
            for (var at = 0; at < gained.length; at++) {
                gained[at] = help * (gained[at] + given[at])
                        + reciprocity * Math.min(gained[at], given[at])
                        + challenge * common[at];
            }
            return gained;
        }

        private static void add(Posting posting, float weight, float[] sums) {
            if (weight > 0) {
                for (var i = 0; i < posting.cities.length; i++) {
                    sums[posting.cities[i]] += weight * posting.gains[i];
                }
            }
        }

        private int[] nearestInSize(int position, int most) {
            var low = 0;
            var high = bySize.length;
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (size(bySize[middle]) < size(position)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            var from = Math.clamp(low - most / 2, 0, Math.max(0, bySize.length - most));
            return Arrays.copyOfRange(bySize, from, Math.min(bySize.length, from + most));
        }
    }

    /** The items with the largest values of a stream: a heap whose root is the smallest that is kept. */
    private static final class Largest {

        private final float[] values;
        private final int[] items;
        private int size;

        Largest(int most) {
            values = new float[most];
            items = new int[most];
        }

        void offer(float value, int item) {
            if (size < values.length) {
                rise(size++, value, item);
            } else if (value > values[0]) {
                sink(value, item);
            }
        }

        private void rise(int at, float value, int item) {
            while (at > 0 && values[(at - 1) / 2] > value) {
                set(at, values[(at - 1) / 2], items[(at - 1) / 2]);
                at = (at - 1) / 2;
            }
            set(at, value, item);
        }

        private void sink(float value, int item) {
            var at = 0;
            for (var child = 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && values[child + 1] < values[child]) {
                    child++;
                }
                if (values[child] >= value) {
                    break;
                }
                set(at, values[child], items[child]);
                at = child;
            }
            set(at, value, item);
        }

        private void set(int at, float value, int item) {
            values[at] = value;
            items[at] = item;
        }

        int[] items() {
            return Arrays.copyOf(items, size);
        }
    }
}
