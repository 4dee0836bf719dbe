package org.interurban.pairing.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;
import org.interurban.pairing.files.Pool;
import org.interurban.pairing.scoring.Meaning;
import org.interurban.pairing.scoring.Offer;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Scorer;
import org.interurban.pairing.scoring.Seek;

/**
 * Asks of each city of side A where its true partner stands when all cities of side B are ordered by score.
 *
 * <p>Equal scores share a place: the true partner stands where it would on average if lots were drawn among them. A city with
 * several true partners is asked for the one that comes first.
 */
final class Backtest {

    /** In smaller pools a hit among three says little. */
    private static final int SMALLEST_FOR_THREE = 8;

    /** The words in which cities write, without those that say nothing. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<String> SAYS_NOTHING = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "");

    /** A way to order the cities of side B. */
    enum Method {
        FULL_SCORE("full score"),
        KEYWORDS("keywords"),
        SENTENCE_MODEL("sentence model alone"),
        CHANCE("random expectation");

        final String words;

        Method(String words) {
            this.words = words;
        }
    }

    /** Sums over cities that were asked; hits among three only over those in pools that are large enough. */
    record Tally(int asked, double first, int askedForThree, double amongThree, double reciprocal) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    asked + other.asked,
                    first + other.first,
                    askedForThree + other.askedForThree,
                    amongThree + other.amongThree,
                    reciprocal + other.reciprocal);
        }
    }

    /** What a pool showed; a method that could not be tried is missing. */
    record Shown(Pool pool, Map<Method, Tally> tallies, List<Rank> ranks) {}

    /** Where the true partner of a city stood by the full score. */
    record Rank(String pool, String city, String partners, double rank, int of) {}

    private final Meaning meaning;

    Backtest(Meaning meaning) {
        this.meaning = meaning;
    }

    Shown run(Pool pool) {
        var tallies = new HashMap<Method, Tally>();
        var full = fullScores(pool);
        tallies.put(Method.FULL_SCORE, tally(pool, full));
        tallies.put(Method.KEYWORDS, tally(pool, keywordScores(pool)));
        if (meaning != Meaning.NONE) {
            tallies.put(Method.SENTENCE_MODEL, tally(pool, meaningScores(pool)));
        }
        tallies.put(Method.CHANCE, chance(pool));
        return new Shown(pool, tallies, ranks(pool, full));
    }

    /** An interest says that a city wants to work on something, not whether it gives or takes: it stands on both sides of a match. */
    private double[][] fullScores(Pool pool) {
        var profiles = new ArrayList<Profile>();
        pool.sideA().forEach(city -> profiles.add(profile(city, Side.A)));
        pool.sideB().forEach(city -> profiles.add(profile(city, Side.B)));
        var scorer = Scorer.of(profiles).meaning(meaning).build();
        var scores = new double[pool.sideA().size()][pool.sideB().size()];
        for (var a = 0; a < scores.length; a++) {
            for (var b = 0; b < scores[a].length; b++) {
                scores[a][b] = scorer.marks(a, scores.length + b).joint();
            }
        }
        return scores;
    }

    private static Profile profile(Pool.City city, Side side) {
        return Profile.empty(Participant.single(side + " " + city.name(), side), city.name())
                .withLines(
                        city.interests().stream()
                                .map(interest -> Offer.of(interest, Offer.LOWEST))
                                .toList(),
                        city.interests().stream()
                                .map(interest -> Seek.of(interest, Seek.LOWEST))
                                .toList())
                .with(city.setting());
    }

    /** The share of all words of both cities that both use. */
    private static double[][] keywordScores(Pool pool) {
        var wordsOfA = pool.sideA().stream().map(Backtest::words).toList();
        var wordsOfB = pool.sideB().stream().map(Backtest::words).toList();
        var scores = new double[wordsOfA.size()][wordsOfB.size()];
        for (var a = 0; a < scores.length; a++) {
            for (var b = 0; b < scores[a].length; b++) {
                var all = new TreeSet<>(wordsOfA.get(a));
                all.addAll(wordsOfB.get(b));
                var common = new TreeSet<>(wordsOfA.get(a));
                common.retainAll(wordsOfB.get(b));
                scores[a][b] = all.isEmpty() ? 0 : common.size() / (double) all.size();
            }
        }
        return scores;
    }

    private static Set<String> words(Pool.City city) {
        return BETWEEN_WORDS
                .splitAsStream(String.join(" ", city.interests()).toLowerCase(Locale.ROOT))
                .filter(word -> !SAYS_NOTHING.contains(word))
                .collect(Collectors.toSet());
    }

    /** How alike the sentence model finds all interests of one city and all of the other, each read as one text. */
    private double[][] meaningScores(Pool pool) {
        var directionsOfA = pool.sideA().stream().map(this::direction).toList();
        var directionsOfB = pool.sideB().stream().map(this::direction).toList();
        var scores = new double[directionsOfA.size()][directionsOfB.size()];
        for (var a = 0; a < scores.length; a++) {
            for (var b = 0; b < scores[a].length; b++) {
                scores[a][b] = cosine(directionsOfA.get(a), directionsOfB.get(b));
            }
        }
        return scores;
    }

    private float[] direction(Pool.City city) {
        return meaning.direction(String.join("; ", city.interests())).orElse(new float[0]);
    }

    private static double cosine(float[] one, float[] other) {
        var sum = 0.0;
        for (var i = 0; i < Math.min(one.length, other.length); i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static Tally tally(Pool pool, double[][] scores) {
        var tally = Tally.NONE;
        for (var a = 0; a < scores.length; a++) {
            if (!pool.truth().get(a).isEmpty()) {
                var rank = rank(scores[a], pool.truth().get(a));
                tally = tally.plus(one(pool, rank <= 1 ? 1 : 0, rank <= 3 ? 1 : 0, 1 / rank));
            }
        }
        return tally;
    }

    private static Tally one(Pool pool, double first, double amongThree, double reciprocal) {
        var large = isLarge(pool);
        return new Tally(1, first, large ? 1 : 0, large ? amongThree : 0, reciprocal);
    }

    static boolean isLarge(Pool pool) {
        return Math.min(pool.sideA().size(), pool.sideB().size()) >= SMALLEST_FOR_THREE;
    }

    /** The place of the first true partner, from 1; among equals, the place it has on average when lots are drawn. */
    static double rank(double[] scores, Set<Integer> truth) {
        var best = truth.stream().mapToDouble(b -> scores[b]).max().orElseThrow();
        var better = 0;
        var equal = 0;
        for (var score : scores) {
            better += score > best ? 1 : 0;
            equal += score == best ? 1 : 0;
        }
        var trueAmongEqual = truth.stream().filter(b -> scores[b] == best).count();
        return better + (equal + 1.0) / (trueAmongEqual + 1.0);
    }

    /** What drawing lots among all cities of side B gives on average. */
    private static Tally chance(Pool pool) {
        var tally = Tally.NONE;
        var size = pool.sideB().size();
        for (var partners : pool.truth()) {
            if (!partners.isEmpty()) {
                var noneSoFar = 1.0;
                var reciprocal = 0.0;
                var amongThree = 0.0;
                for (var place = 1; place <= size - partners.size() + 1; place++) {
                    var here = noneSoFar * partners.size() / (size - place + 1.0);
                    reciprocal += here / place;
                    amongThree += place <= 3 ? here : 0;
                    noneSoFar -= here;
                }
                tally = tally.plus(one(pool, partners.size() / (double) size, amongThree, reciprocal));
            }
        }
        return tally;
    }

    private static List<Rank> ranks(Pool pool, double[][] scores) {
        var ranks = new ArrayList<Rank>();
        for (var a = 0; a < scores.length; a++) {
            var partners = pool.truth().get(a);
            if (!partners.isEmpty()) {
                ranks.add(new Rank(
                        pool.name(),
                        pool.sideA().get(a).name(),
                        partners.stream()
                                .map(b -> pool.sideB().get(b).name())
                                .sorted()
                                .collect(Collectors.joining(";")),
                        rank(scores[a], partners),
                        pool.sideB().size()));
            }
        }
        return ranks;
    }
}
