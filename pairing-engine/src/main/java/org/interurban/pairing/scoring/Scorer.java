package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.interurban.pairing.Side;

/**
 * Scores the pairs of one round.
 *
 * <p>A part that is unknown counts with the round's cautious prior instead of being left out: leaving it out would reward empty
 * profiles. The prior is the lower quartile of that part among the pairs of which it is known, unless the programme sets one.
 *
 * <p>A pair is always seen from side A; in one pool, from the participant that comes first.
 */
public final class Scorer {

    /** With more texts than this the sentence model would take minutes; topics and terms decide alone. */
    public static final int MOST_TEXTS = 4_000;

    private static final int PAIRS_FOR_PRIORS = 60_000;
    private static final int PARTS = Part.values().length;

    /** The whole numbers of a pair, without the reasons. */
    public record Marks(int joint, int benefitOfA, int benefitOfB, int confidence) {}

    private final City[] cities;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Topics topics;
    private final Measures measures;
    private final Reasons reasons;
    private final Weights weights;
    private final double[] priors;
    private final double[] jointWeights = new double[PARTS];
    private final double[] weightsForA = new double[PARTS];
    private final double[] weightsForB = new double[PARTS];
    private final boolean readByModel;
    private final Builder builder;

    private Scorer(Builder builder) {
        this.builder = builder;
        topics = builder.topics;
        weights = builder.weights;
        var reader = new ProfileReader(topics);
        cities = builder.profiles.stream().map(reader::read).toArray(City[]::new);
        for (var i = 0; i < cities.length; i++) {
            if (positions.put(cities[i].id(), i) != null) {
                throw new IllegalArgumentException("The participant %s stands twice".formatted(cities[i].id()));
            }
        }
        readByModel = builder.meaning != Meaning.NONE && reader.texts().size() <= MOST_TEXTS;
        var likeness = new Likeness(
                topics, reader.texts().size(), readByModel ? directions(reader.texts(), builder) : List.of());
        measures = new Measures(likeness, new OfficeHours(builder.year, reader.zones()), weights);
        reasons = new Reasons(likeness, reader.languages(), reader.tags());
        for (var part : Part.values()) {
            var weight = weights.of(part.criterion());
            jointWeights[part.ordinal()] = weight * part.share();
            weightsForA[part.ordinal()] = weight * part.shareForA();
            weightsForB[part.ordinal()] = weight * part.shareForB();
        }
        priors = lowerQuartiles();
        builder.priors.forEach((part, prior) -> priors[part.ordinal()] = prior);
    }

    private static List<float[]> directions(List<String> texts, Builder builder) {
        var directions = new ArrayList<float[]>();
        for (var text : texts) {
            directions.add(builder.read.computeIfAbsent(
                    text, fresh -> builder.meaning.direction(fresh).orElse(new float[0])));
            builder.progress.accept(directions.size(), texts.size());
        }
        return directions;
    }

    public static Builder of(List<Profile> profiles) {
        return new Builder(profiles);
    }

    /** The same round where a participant says something else of itself. */
    Scorer with(Profile changed) {
        return builder.of(builder.profiles.stream()
                        .map(profile -> profile.id().equals(changed.id()) ? changed : profile)
                        .toList())
                .build();
    }

    /** What this profile would make of a pair, with today's cautious values. */
    int joint(Profile changed, String partner) {
        var two = builder.of(List.of(changed, profile(partner)))
                .priors(priors())
                .meaning(readByModel ? builder.meaning : Meaning.NONE)
                .build();
        return two.marks(0, 1).joint();
    }

    public int size() {
        return cities.length;
    }

    public Profile profile(int city) {
        return cities[city].profile();
    }

    public Profile profile(String id) {
        return cities[position(id)].profile();
    }

    City city(int position) {
        return cities[position];
    }

    public Topics topics() {
        return topics;
    }

    public Weights weights() {
        return weights;
    }

    /** Whether a sentence model read the texts of this round. */
    public boolean readByModel() {
        return readByModel;
    }

    /** The value that stands for each part where it is unknown. */
    public Map<Part, Double> priors() {
        var byPart = new EnumMap<Part, Double>(Part.class);
        for (var part : Part.values()) {
            byPart.put(part, priors[part.ordinal()]);
        }
        return byPart;
    }

    /** The positions of all participants on a side. */
    public int[] on(Side side) {
        return IntStream.range(0, cities.length)
                .filter(city -> cities[city].profile().participant().side() == side)
                .toArray();
    }

    public int position(String id) {
        var position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("%s does not take part".formatted(id));
        }
        return position;
    }

    /** The whole numbers of a pair, by position. */
    public Marks marks(int one, int other) {
        var values = new double[PARTS];
        measures.measure(cities[first(one, other)], cities[second(one, other)], values);
        return marks(values);
    }

    private Marks marks(double[] values) {
        var known = 0.0;
        var all = 0.0;
        for (var part = 0; part < PARTS; part++) {
            all += jointWeights[part];
            if (!Double.isNaN(values[part])) {
                known += jointWeights[part];
            }
        }
        return new Marks(
                weighted(values, jointWeights), weighted(values, weightsForA), weighted(values, weightsForB), (int)
                        Math.round(PairScore.ONE * known / all));
    }

    private int weighted(double[] values, double[] by) {
        var sum = 0.0;
        var all = 0.0;
        for (var part = 0; part < PARTS; part++) {
            sum += by[part] * (Double.isNaN(values[part]) ? priors[part] : values[part]);
            all += by[part];
        }
        return all == 0 ? 0 : (int) Math.round(PairScore.ONE * sum / all);
    }

    /** The score of a pair with its reasons, seen from side A or, in one pool, from the participant that comes first. */
    public PairScore score(String one, String other) {
        var a = cities[first(position(one), position(other))];
        var b = cities[second(position(one), position(other))];
        var values = new double[PARTS];
        measures.measure(a, b, values);
        var marks = marks(values);
        var parts = new EnumMap<Part, Reading>(Part.class);
        for (var part : Part.values()) {
            var value = values[part.ordinal()];
            parts.put(part, reasons.reading(part, a, b, value, priors[part.ordinal()]));
        }
        return new PairScore(a.id(), b.id(), marks.joint, marks.benefitOfA, marks.benefitOfB, marks.confidence, parts);
    }

    private int first(int one, int other) {
        return isBefore(one, other) ? one : other;
    }

    private int second(int one, int other) {
        return isBefore(one, other) ? other : one;
    }

    boolean isBefore(int one, int other) {
        var sides = side(one).compareTo(side(other));
        return sides == 0 ? one < other : sides < 0;
    }

    private Side side(int city) {
        return cities[city].profile().participant().side();
    }

    /** What a pair's circumstances add to its joint score, in units of weight. */
    double circumstances(int one, int other, double[] values) {
        measures.circumstances(cities[first(one, other)], cities[second(one, other)], values);
        var sum = 0.0;
        for (var part = Part.SIMILAR_SIZE.ordinal(); part < PARTS; part++) {
            sum += jointWeights[part] * (Double.isNaN(values[part]) ? priors[part] : values[part]);
        }
        return sum;
    }

    private double[] lowerQuartiles() {
        var samples = new double[PARTS][];
        Arrays.setAll(samples, part -> new double[PAIRS_FOR_PRIORS]);
        var sizes = new int[PARTS];
        var values = new double[PARTS];
        samplePairs((one, other) -> {
            measures.measure(cities[one], cities[other], values);
            for (var part = 0; part < PARTS; part++) {
                if (!Double.isNaN(values[part])) {
                    samples[part][sizes[part]++] = values[part];
                }
            }
        });
        var quartiles = new double[PARTS];
        for (var part = 0; part < PARTS; part++) {
            Arrays.sort(samples[part], 0, sizes[part]);
            quartiles[part] = sizes[part] == 0 ? 0 : samples[part][(sizes[part] - 1) / 4];
        }
        return quartiles;
    }

    private interface Pairs {
        void pair(int one, int other);
    }

    /** All pairs of the round or, when they are too many, some drawn with a fixed seed. */
    private void samplePairs(Pairs pairs) {
        var sideA = on(Side.A);
        var pool = sideA.length == 0;
        var ones = pool ? on(Side.POOL) : sideA;
        var others = pool ? ones : on(Side.B);
        if ((long) ones.length * others.length <= PAIRS_FOR_PRIORS) {
            for (var one : ones) {
                for (var other : others) {
                    if (!pool || one < other) {
                        pairs.pair(one, other);
                    }
                }
            }
            return;
        }
        var random = new SplittableRandom(1);
        for (var i = 0; i < PAIRS_FOR_PRIORS; i++) {
            var one = ones[random.nextInt(ones.length)];
            var other = others[random.nextInt(others.length)];
            if (one != other) {
                pairs.pair(first(one, other), second(one, other));
            }
        }
    }

    /** Collects what a round's scores are computed from. */
    public static final class Builder {

        private final List<Profile> profiles;

        /** What the sentence model said of each text. */
        private final Map<String, float[]> read = new HashMap<>();

        private Topics topics = Topics.shipped();
        private Meaning meaning = Meaning.NONE;
        private Weights weights = Weights.usual();
        private Map<Part, Double> priors = Map.of();
        private BiConsumer<Integer, Integer> progress = (read, all) -> {};
        private int year = 2026;

        private Builder(List<Profile> profiles) {
            this.profiles = profiles;
        }

        /** What is said of these profiles in the same way; texts that were read are not read again. */
        private Builder of(List<Profile> others) {
            var builder = new Builder(others);
            builder.read.putAll(read);
            builder.topics = topics;
            builder.meaning = meaning;
            builder.weights = weights;
            builder.priors = priors;
            builder.year = year;
            return builder;
        }

        public Builder topics(Topics chosen) {
            topics = chosen;
            return this;
        }

        public Builder meaning(Meaning chosen) {
            meaning = chosen;
            return this;
        }

        public Builder weights(Weights chosen) {
            weights = chosen;
            return this;
        }

        /** Cautious values of the programme's own, instead of the lower quartiles. */
        public Builder priors(Map<Part, Double> chosen) {
            priors = Map.copyOf(chosen);
            return this;
        }

        /** The year whose calendar, with its summer time, decides on common office hours. */
        public Builder year(int chosen) {
            year = chosen;
            return this;
        }

        /** Hears how many texts the sentence model has read, and of how many. */
        public Builder progress(BiConsumer<Integer, Integer> listener) {
            progress = listener;
            return this;
        }

        public Scorer build() {
            return new Scorer(this);
        }
    }
}
