package org.interurban.pairing.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.pairing.Candidates;
import org.interurban.pairing.Form;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Pricing;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Side;
import org.interurban.pairing.files.GivenScore;
import org.interurban.pairing.files.RoundFiles.Round;
import org.interurban.pairing.scoring.Meaning;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Scorer;
import org.interurban.pairing.scoring.Shortlist;

/** A round made ready to be solved: who may be paired with whom, at what score. */
final class PreparedRound {

    /** With more pairs than this only those worth it are scored, found by topics and size. */
    private static final long MOST_PAIRS = 1_000_000;

    /** Pricing more pairs than this would take the better part of an hour. */
    private static final long MOST_PRICED = 500_000_000;

    private static final int NOT_ALLOWED = -1;

    /** How many partners each city keeps in a round that large. */
    private static final int KEPT = 50;

    private final Round round;
    private final Map<String, Profile> profiles = new HashMap<>();
    private final Optional<Scorer> scorer;
    private final List<GivenScore> scores;
    private final boolean shortlisted;

    private PreparedRound(Round round, Optional<Scorer> scorer, List<GivenScore> scores, boolean shortlisted) {
        this.round = round;
        this.scorer = scorer;
        this.scores = List.copyOf(scores);
        this.shortlisted = shortlisted;
        round.profiles().forEach(profile -> profiles.put(profile.id(), profile));
    }

    /** Scores the round, or takes the scores that it brings. */
    static PreparedRound of(Round round, Meaning meaning, Progress progress) {
        if (round.scores().isPresent()) {
            return given(round, Optional.empty(), round.scores().get());
        }
        var scorer = scorer(round, meaning, progress);
        var large = pairs(scorer) > MOST_PAIRS;
        var scores = large ? best(round, scorer, progress) : all(round, scorer, progress);
        return new PreparedRound(round, Optional.of(scorer), scores, large);
    }

    /** A round that was scored before; the profiles give the reasons, the stored scores the numbers. */
    static PreparedRound stored(Round round, List<GivenScore> scores, Meaning meaning, Progress progress) {
        return given(round, Optional.of(scorer(round, meaning, progress)), scores);
    }

    private static PreparedRound given(Round round, Optional<Scorer> scorer, List<GivenScore> scores) {
        var profiles = new HashMap<String, Profile>();
        round.profiles().forEach(profile -> profiles.put(profile.id(), profile));
        var allowed = scores.stream()
                .filter(score -> round.rules()
                        .hardRules()
                        .forbids(named(profiles, score.a()), named(profiles, score.b()))
                        .isEmpty())
                .toList();
        return new PreparedRound(round, scorer, allowed, false);
    }

    private static Profile named(Map<String, Profile> profiles, String id) {
        var profile = profiles.get(id);
        if (profile == null) {
            throw new IllegalArgumentException(id + " does not take part");
        }
        return profile;
    }

    private static Scorer scorer(Round round, Meaning meaning, Progress progress) {
        return Scorer.of(round.profiles())
                .topics(round.topics())
                .meaning(meaning)
                .weights(round.rules().weights())
                .priors(round.rules().priors())
                .year(round.rules().year())
                .progress((read, all) -> progress.count("reading texts", read, all))
                .build();
    }

    private static long pairs(Scorer scorer) {
        long pool = scorer.on(Side.POOL).length;
        return pool * (pool - 1) / 2 + (long) scorer.on(Side.A).length * scorer.on(Side.B).length;
    }

    private static List<GivenScore> all(Round round, Scorer scorer, Progress progress) {
        var scores = new ArrayList<GivenScore>();
        for (var one = 0; one < scorer.size(); one++) {
            for (var other = one + 1; other < scorer.size(); other++) {
                if (isAllowed(round, scorer.profile(one), scorer.profile(other))) {
                    scores.add(scored(scorer, one, other, scorer.marks(one, other)));
                }
            }
            progress.count("scoring cities", one + 1, scorer.size());
        }
        return scores;
    }

    private static boolean isAllowed(Round round, Profile one, Profile other) {
        return mayMeet(one, other)
                && round.rules().hardRules().forbids(one, other).isEmpty();
    }

    private static boolean mayMeet(Profile one, Profile other) {
        return one.participant().side() == Side.POOL
                || one.participant().side() != other.participant().side();
    }

    private static List<GivenScore> best(Round round, Scorer scorer, Progress progress) {
        var scores = new ArrayList<GivenScore>();
        var listed = new HashSet<Set<String>>();
        var rules = round.rules();
        Shortlist.of(scorer, rules.hardRules(), KEPT, done -> progress.count("finding candidates", done, scorer.size()))
                .forEach(pair -> scores.add(scored(scorer, pair.a(), pair.b(), pair.marks())));
        // an allowed pair that someone has decided about is a candidate, however low its score
        rules.locks().forEach(lock -> listed.add(Set.of(lock.a(), lock.b())));
        scores.forEach(score -> listed.remove(Set.of(score.a(), score.b())));
        for (var pair : listed) {
            var two = pair.stream().map(scorer::position).sorted().toList();
            var one = two.getFirst();
            var other = two.getLast();
            if (isAllowed(round, scorer.profile(one), scorer.profile(other))) {
                scores.add(scored(scorer, one, other, scorer.marks(one, other)));
            }
        }
        return scores;
    }

    private static GivenScore scored(Scorer scorer, int one, int other, Scorer.Marks marks) {
        var inOrder = scorer.profile(one)
                        .participant()
                        .side()
                        .compareTo(scorer.profile(other).participant().side())
                <= 0;
        return new GivenScore(
                scorer.profile(inOrder ? one : other).id(),
                scorer.profile(inOrder ? other : one).id(),
                marks.joint(),
                marks.benefitOfA(),
                marks.benefitOfB());
    }

    /** The problem of this round, its participants in the order drawn from the seed. */
    Problem problem() {
        var rules = round.rules();
        var drawn = Problem.drawn(
                round.profiles().stream().map(Profile::participant).toList(), rules.seed());
        var positions = new HashMap<String, Integer>();
        for (var i = 0; i < drawn.size(); i++) {
            positions.put(drawn.get(i).id(), i);
        }
        var candidates = Candidates.among(drawn.size());
        for (var score : scores) {
            candidates.add(
                    positions.getOrDefault(score.a(), -1),
                    positions.getOrDefault(score.b(), -1),
                    score.score(),
                    score.benefitOfA(),
                    score.benefitOfB());
        }
        return new Problem(
                rules.form(),
                rules.objective(),
                drawn,
                candidates.build(),
                rules.locks(),
                rules.limits(),
                rules.seed());
    }

    Round round() {
        return round;
    }

    Optional<Scorer> scorer() {
        return scorer;
    }

    /** The allowed pairs. */
    List<GivenScore> scores() {
        return scores;
    }

    /** The round with all pairs that matter: where some were left out and there is a method, pricing adds what is missing. */
    PreparedRound complete() {
        return shortlisted && canBePriced() ? priced() : this;
    }

    /** Whether a method can prove the answer for the pairs that were left out too. */
    boolean canBePriced() {
        return scorer.filter(computed -> pairs(computed) <= MOST_PRICED).isPresent()
                && round.rules().form() instanceof Form.TwoSides
                && round.rules().objective() instanceof Objective.Total
                && round.rules().limits().isEmpty();
    }

    private PreparedRound priced() {
        var computed = scorer.orElseThrow();
        var problem = problem();
        var positions = problem.participants().stream()
                .mapToInt(participant -> computed.position(participant.id()))
                .toArray();
        var rules = round.rules().hardRules();
        var priced = Pricing.solve(problem, (a, b) -> {
            var one = positions[a];
            var other = positions[b];
            return rules.forbids(computed.profile(one), computed.profile(other)).isPresent()
                    ? NOT_ALLOWED
                    : computed.marks(one, other).joint();
        });
        var all = new ArrayList<>(scores);
        var candidates = priced.problem().candidates();
        for (var pair = 0; pair < candidates.size(); pair++) {
            var first = candidates.first(pair);
            var second = candidates.partner(pair);
            if (problem.candidates().find(first, second) < 0) {
                var one = positions[first];
                var other = positions[second];
                all.add(scored(computed, one, other, computed.marks(one, other)));
            }
        }
        return new PreparedRound(round, scorer, all, true);
    }

    /** Whether only the pairs worth it were scored. */
    boolean shortlisted() {
        return shortlisted;
    }

    Profile profile(String id) {
        return named(profiles, id);
    }

    boolean takesPart(String id) {
        return profiles.containsKey(id);
    }

    String name(String id) {
        return named(profiles, id).name();
    }

    /** The parts of a pair's score; empty where the programme brought its scores with it. */
    Optional<PairScore> parts(String a, String b) {
        return scorer.map(computed -> computed.score(a, b));
    }

    /** Why this pair is not allowed; empty when it is. */
    Optional<String> forbidden(String a, String b) {
        if (!mayMeet(profile(a), profile(b))) {
            return Optional.of("they stand on the same side");
        }
        return round.rules().hardRules().forbids(profile(a), profile(b));
    }

    /** Why this pair cannot be chosen, whatever else is; empty when it can. */
    Optional<String> barred(String a, String b) {
        return forbidden(a, b)
                .or(() -> scores.stream()
                                .anyMatch(score -> Set.of(score.a(), score.b()).equals(Set.of(a, b)))
                        ? Optional.empty()
                        : Optional.of("the scores do not list this pair"));
    }

    /** Why there is no pair in an answer that has none. */
    String whyNone() {
        if (scores.isEmpty()) {
            return "no pair is allowed";
        }
        if (scores.stream().noneMatch(score -> hasPlace(score.a()) && hasPlace(score.b()))) {
            return "no two cities that may be paired both have a place";
        }
        if (scores.stream().anyMatch(score -> score.score() > 0)) {
            return "the rules leave none";
        }
        return scorer.isPresent() && scores.stream().allMatch(this::isUnknown)
                ? "nothing is known of what any two cities have in common, so that no pair has a score above 0"
                : "every allowed pair has the score 0";
    }

    private boolean hasPlace(String id) {
        return participant(id).max() > 0;
    }

    private boolean isUnknown(GivenScore score) {
        return parts(score.a(), score.b())
                .filter(parts -> parts.confidence() == 0)
                .isPresent();
    }

    /** The participants in the order of their names. */
    List<Profile> byName() {
        return round.profiles().stream()
                .sorted(Comparator.comparing(Profile::name))
                .toList();
    }

    Participant participant(String id) {
        return profile(id).participant();
    }
}
