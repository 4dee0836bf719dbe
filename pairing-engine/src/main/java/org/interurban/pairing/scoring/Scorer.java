package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interurban.pairing.Side;
import org.jspecify.annotations.Nullable;

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
    private static final int MOST_EVIDENCE = 3;
    private static final double WORTH_SHOWING = 0.25;
    private static final int PARTS = Part.values().length;

    /** A hundredfold difference in size, and a twentyfold one in income, is no similarity at all. */
    private static final double FAR_IN_SIZE = Math.log10(100);

    private static final double FAR_IN_INCOME = Math.log10(20);

    /** The whole numbers of a pair, without the reasons. */
    public record Marks(int joint, int benefitOfA, int benefitOfB, int confidence) {}

    private final City[] cities;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Topics topics;
    private final Likeness likeness;
    private final Weights weights;
    private final OfficeHours officeHours;
    private final List<String> languages;
    private final List<String> tags;
    private final double[] priors;
    private final double[] jointWeights = new double[PARTS];
    private final double[] weightsForA = new double[PARTS];
    private final double[] weightsForB = new double[PARTS];
    private final boolean readByModel;

    private Scorer(Builder builder) {
        topics = builder.topics;
        weights = builder.weights;
        var reader = new ProfileReader(topics);
        cities = builder.profiles.stream().map(reader::read).toArray(City[]::new);
        for (var i = 0; i < cities.length; i++) {
            if (positions.put(cities[i].id(), i) != null) {
                throw new IllegalArgumentException("The participant %s stands twice".formatted(cities[i].id()));
            }
        }
        officeHours = new OfficeHours(builder.year, reader.zones());
        languages = reader.languages();
        tags = reader.tags();
        readByModel = builder.meaning != Meaning.NONE && reader.texts().size() <= MOST_TEXTS;
        likeness = new Likeness(
                topics, reader.texts().size(), readByModel ? directions(reader.texts(), builder) : List.of());
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
            directions.add(builder.meaning.direction(text).orElse(new float[0]));
            builder.progress.accept(directions.size(), texts.size());
        }
        return directions;
    }

    public static Builder of(List<Profile> profiles) {
        return new Builder(profiles);
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
        measure(cities[first(one, other)], cities[second(one, other)], values);
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
        measure(a, b, values);
        var marks = marks(values);
        var parts = new EnumMap<Part, Reading>(Part.class);
        for (var part : Part.values()) {
            var value = values[part.ordinal()];
            parts.put(
                    part,
                    Double.isNaN(value)
                            ? new Reading.Unknown(priors[part.ordinal()], missing(part, a, b))
                            : new Reading.Known(value, reason(part, a, b, value), evidence(part, a, b)));
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

    private void measure(City a, City b, double[] values) {
        var toB = met(b.seeks(), a.offers(), true);
        var toA = met(a.seeks(), b.offers(), true);
        values[Part.A_HELPS_B.ordinal()] = toB;
        values[Part.B_HELPS_A.ordinal()] = toA;
        values[Part.RECIPROCITY.ordinal()] = Math.min(toA, toB);
        // each side's view of the other's needs; the mean does not depend on who is called A
        values[Part.SHARED_CHALLENGE.ordinal()] =
                (met(a.seeks(), b.seeks(), false) + met(b.seeks(), a.seeks(), false)) / 2;
        measureCircumstances(a, b, values);
    }

    /** The parts that do not rest on profile lines, which are cheap to measure. */
    private void measureCircumstances(City a, City b, double[] values) {
        values[Part.SIMILAR_SIZE.ordinal()] = nearness(a.logPopulation(), b.logPopulation(), FAR_IN_SIZE);
        values[Part.SIMILAR_INCOME.ordinal()] = nearness(a.logIncome(), b.logIncome(), FAR_IN_INCOME);
        values[Part.SHARED_TAGS.ordinal()] = sharedTags(a, b);
        values[Part.LANGUAGE.ordinal()] = a.languages().length == 0 || b.languages().length == 0
                ? Double.NaN
                : inCommon(a.languages(), b.languages()) > 0 ? 1 : 0;
        values[Part.OFFICE_HOURS.ordinal()] = a.zone() == City.NO_ZONE || b.zone() == City.NO_ZONE
                ? Double.NaN
                : officeHours.inCommon(a.zone(), b.zone());
        values[Part.WISH_OF_A.ordinal()] = wish(a, b);
        values[Part.WISH_OF_B.ordinal()] = wish(b, a);
        values[Part.PAST_TIE.ordinal()] = pastTie(a, b);
        values[Part.FIRST_TIMER.ordinal()] = firstTimer(a, b);
    }

    /** What a pair's circumstances add to its joint score, in units of weight. */
    double circumstances(int one, int other, double[] values) {
        measureCircumstances(cities[first(one, other)], cities[second(one, other)], values);
        var sum = 0.0;
        for (var part = Part.SIMILAR_SIZE.ordinal(); part < PARTS; part++) {
            sum += jointWeights[part] * (Double.isNaN(values[part]) ? priors[part] : values[part]);
        }
        return sum;
    }

    private double met(Line[] needs, Line[] others, boolean offers) {
        return needs.length == 0 || others.length == 0 ? Double.NaN : likeness.met(needs, others, offers);
    }

    /** 1 for equal logarithms, falling evenly to 0; not a number when either is unknown. */
    private static double nearness(double one, double other, double far) {
        return Math.max(0, 1 - Math.abs(one - other) / far);
    }

    private static double sharedTags(City a, City b) {
        if (a.tags().length == 0 || b.tags().length == 0) {
            return Double.NaN;
        }
        var common = inCommon(a.tags(), b.tags());
        return common / (double) (a.tags().length + b.tags().length - common);
    }

    /** How many numbers stand in both of two ascending lists. */
    private static int inCommon(int[] one, int[] other) {
        var common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private static String namesInCommon(int[] one, int[] other, List<String> names) {
        return Arrays.stream(one)
                .filter(name -> Arrays.binarySearch(other, name) >= 0)
                .mapToObj(names::get)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static double wish(City of, City wished) {
        return of.wishes().isEmpty() ? Double.NaN : of.wishes().getOrDefault(wished.id(), 0.0);
    }

    private double pastTie(City a, City b) {
        var pastOfA = a.ties().past();
        var pastOfB = b.ties().past();
        if (weights.pastTie() == null || (pastOfA.isEmpty() && pastOfB.isEmpty())) {
            return Double.NaN;
        }
        var tied = pastOfA.contains(b.id()) || pastOfB.contains(a.id());
        return tied == (weights.pastTie() == Weights.PastTie.BONUS) ? 1 : 0;
    }

    private static double firstTimer(City a, City b) {
        var newA = a.ties().firstTimer();
        var newB = b.ties().firstTimer();
        return newA == null || newB == null ? Double.NaN : ((newA ? 1 : 0) + (newB ? 1 : 0)) / 2.0;
    }

    private double[] lowerQuartiles() {
        var samples = new double[PARTS][];
        Arrays.setAll(samples, part -> new double[PAIRS_FOR_PRIORS]);
        var sizes = new int[PARTS];
        var values = new double[PARTS];
        samplePairs((one, other) -> {
            measure(cities[one], cities[other], values);
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

    /** The lines that match best, for parts that rest on profile lines. */
    private List<Evidence> evidence(Part part, City a, City b) {
        return switch (part) {
            case A_HELPS_B -> matches(b.seeks(), a.offers(), true, false);
            case B_HELPS_A -> matches(a.seeks(), b.offers(), true, true);
            case SHARED_CHALLENGE -> matches(a.seeks(), b.seeks(), false, true);
            default -> List.of();
        };
    }

    private List<Evidence> matches(Line[] needs, Line[] others, boolean offers, boolean needsOfA) {
        var matches = new ArrayList<Evidence>();
        for (var need : needs) {
            likeness.best(need, others, offers)
                    .filter(other -> likeness.of(need, other) >= WORTH_SHOWING)
                    .ifPresent(other -> matches.add(new Evidence(
                            needsOfA ? need.shown() : other.shown(),
                            needsOfA ? other.shown() : need.shown(),
                            likeness.reason(need, other),
                            likeness.of(need, other),
                            likeness.likeMeaning(need, other))));
        }
        matches.sort((one, other) -> Double.compare(other.strength(), one.strength()));
        return matches.subList(0, Math.min(MOST_EVIDENCE, matches.size()));
    }

    private static String missing(Part part, City a, City b) {
        return switch (part) {
            case A_HELPS_B -> a.offers().length == 0 ? a.name() + " states no offer" : b.name() + " states no need";
            case B_HELPS_A -> b.offers().length == 0 ? b.name() + " states no offer" : a.name() + " states no need";
            case RECIPROCITY -> "one direction is unknown";
            case SHARED_CHALLENGE -> "%s states no need".formatted(either(a.seeks().length == 0, a, b));
            case SIMILAR_SIZE -> "population of %s is unknown".formatted(either(Double.isNaN(a.logPopulation()), a, b));
            case SIMILAR_INCOME -> "income of %s is unknown".formatted(either(Double.isNaN(a.logIncome()), a, b));
            case SHARED_TAGS -> "setting of %s is unknown".formatted(either(a.tags().length == 0, a, b));
            case LANGUAGE -> "languages of %s are unknown".formatted(either(a.languages().length == 0, a, b));
            case OFFICE_HOURS -> "time zone of %s is unknown".formatted(either(a.zone() == City.NO_ZONE, a, b));
            case WISH_OF_A -> a.name() + " names no wish";
            case WISH_OF_B -> b.name() + " names no wish";
            case PAST_TIE -> "no past cooperation is on record";
            case FIRST_TIMER ->
                "not known whether %s is new".formatted(either(a.ties().firstTimer() == null, a, b));
        };
    }

    private static String either(boolean isA, City a, City b) {
        return isA ? a.name() : b.name();
    }

    private String reason(Part part, City a, City b, double value) {
        return switch (part) {
            case A_HELPS_B -> "%s offers %s of what %s seeks".formatted(a.name(), percent(value), b.name());
            case B_HELPS_A -> "%s offers %s of what %s seeks".formatted(b.name(), percent(value), a.name());
            case RECIPROCITY -> "the weaker direction reaches " + percent(value);
            case SHARED_CHALLENGE -> "%s of what they seek is common to both".formatted(percent(value));
            case SIMILAR_SIZE ->
                english(
                        "%,d and %,d inhabitants",
                        a.profile().setting().population(),
                        b.profile().setting().population());
            case SIMILAR_INCOME ->
                english(
                        "%,.0f and %,.0f per inhabitant",
                        a.profile().setting().income(), b.profile().setting().income());
            case SHARED_TAGS ->
                inCommon(a.tags(), b.tags()) == 0
                        ? "no tag in common"
                        : "both: " + namesInCommon(a.tags(), b.tags(), tags);
            case LANGUAGE ->
                value == 0
                        ? "interpretation needed"
                        : "both work in " + namesInCommon(a.languages(), b.languages(), languages);
            case OFFICE_HOURS -> english("%.1f of 8 office hours in common, mean over the year", 8 * value);
            case WISH_OF_A ->
                value > 0 ? "%s wishes for %s".formatted(a.name(), b.name()) : a.name() + " wishes for others";
            case WISH_OF_B ->
                value > 0 ? "%s wishes for %s".formatted(b.name(), a.name()) : b.name() + " wishes for others";
            case PAST_TIE ->
                a.ties().past().contains(b.id()) || b.ties().past().contains(a.id())
                        ? "they have worked together before"
                        : "they have not worked together before";
            case FIRST_TIMER -> value == 1 ? "both are new" : value > 0 ? "one is new" : "neither is new";
        };
    }

    private static String english(String pattern, @Nullable Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }

    private static String percent(double value) {
        return Math.round(100 * value) + " %";
    }

    /** Collects what a round's scores are computed from. */
    public static final class Builder {

        private final List<Profile> profiles;
        private Topics topics = Topics.shipped();
        private Meaning meaning = Meaning.NONE;
        private Weights weights = Weights.usual();
        private Map<Part, Double> priors = Map.of();
        private BiConsumer<Integer, Integer> progress = (read, all) -> {};
        private int year = 2026;

        private Builder(List<Profile> profiles) {
            this.profiles = profiles;
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
