package org.interurban.platform.pairing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Candidates;
import org.interurban.pairing.Certificate;
import org.interurban.pairing.Checker;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Form;
import org.interurban.pairing.Limit;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Review;
import org.interurban.pairing.Rule;
import org.interurban.pairing.Side;
import org.jspecify.annotations.Nullable;

/** Has the engine answer a round, the checker check the answer, and both asked what a committee asks. */
final class Solving {

    /** Solving again with disturbed scores is cheap below this many pairs, and asked for above. */
    private static final int PAIRS_FOR_ROBUSTNESS = 2_500;

    static final int ROBUST_RUNS = 200;
    static final int ROBUST_RUNS_OF_MANY = 20;
    private static final double DISTURBANCE = 0.1;
    private static final int BLOCKING_SHOWN = 50;

    private final Scoring scoring;
    private final Rules rules;
    private final List<RoundLock> locks;
    private final Problem problem;
    private @Nullable Outcome outcome;

    Solving(Scoring scoring, Rules rules, List<RoundLock> locks) {
        this.scoring = scoring;
        this.rules = rules;
        this.locks = locks.stream()
                .filter(lock -> scoring.has(lock.a()) && scoring.has(lock.b()))
                .toList();
        this.problem = problem();
    }

    /** What came of it. */
    sealed interface Found {
        record Solved(long objective, boolean exact, Run.Result result, byte[] certificate) implements Found {}

        /** Rules that cannot hold together; without any one of them the others can. */
        record Impossible(List<Rule> conflict) implements Found {}

        /** The engine has no method for these rules together. */
        record Refused(List<String> names) implements Found {}
    }

    private Problem problem() {
        var drawn = Problem.drawn(
                scoring.cities().stream().map(city -> city.participant(rules)).toList(), rules.seed());
        var places = new HashMap<String, Integer>();
        drawn.forEach(participant -> places.put(participant.id(), places.size()));
        var place = scoring.cities().stream()
                .mapToInt(city -> places.getOrDefault(city.id(), -1))
                .toArray();
        var candidates = Candidates.among(drawn.size());
        for (var one : scoring.rows()) {
            for (var other : scoring.columns()) {
                if (one < other && scoring.allowed(one, other)) {
                    candidates.add(
                            place[one],
                            place[other],
                            scoring.score(one, other),
                            scoring.benefitOfFirst(one, other),
                            scoring.benefitOfSecond(one, other));
                }
            }
        }
        return new Problem(
                scoring.isPool() ? new Form.OnePool() : new Form.TwoSides(),
                rules.aim().objective(),
                drawn,
                candidates.build(),
                locks.stream().map(RoundLock::forEngine).toList(),
                limits(),
                rules.seed());
    }

    /** Both kinds of limit nest on the second side, so that the answer stays exact. */
    private List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        var first = new TreeSet<String>();
        var byCountry = new TreeMap<String, TreeSet<String>>();
        for (var city : scoring.cities()) {
            if (city.side() != Side.B) {
                first.add(city.id());
            }
            if (city.side() != Side.A && !city.country().isEmpty()) {
                byCountry
                        .computeIfAbsent(city.country(), country -> new TreeSet<>())
                        .add(city.id());
            }
        }
        byCountry.forEach((country, members) -> {
            if (rules.perCountry() != null) {
                limits.add(new Limit.PartnersFrom("city-" + country, first, members, rules.perCountry()));
            }
            if (rules.pairsPerCountry() != null) {
                limits.add(new Limit.PairsWith("pairs-" + country, members, rules.pairsPerCountry()));
            }
        });
        return limits;
    }

    Problem asked() {
        return problem;
    }

    Scoring scoring() {
        return scoring;
    }

    /** Solved once; the same problem always has the same answer. */
    synchronized Outcome solve() {
        var known = outcome;
        if (known == null) {
            known = Engine.solve(problem);
            outcome = known;
        }
        return known;
    }

    /** What came of it if one pair had to be part of the answer. */
    Outcome forcing(String a, String b) {
        var forced =
                new ArrayList<>(locks.stream().filter(lock -> !lock.isOf(a, b)).toList());
        forced.add(new RoundLock(a, b, RoundLock.Kind.MUST, "?", null));
        return Engine.solve(
                problem.withLocks(forced.stream().map(RoundLock::forEngine).toList()));
    }

    Found found() {
        return switch (solve()) {
            case Outcome.Solved(var answer, var certificate) ->
                new Found.Solved(answer.objective(), true, result(answer, null), checked(certificate));
            case Outcome.Bounded(var answer, var bound, var certificate) ->
                new Found.Solved(answer.objective(), false, result(answer, bound), checked(certificate));
            case Outcome.Infeasible(var conflict, var _) -> new Found.Impossible(conflict);
            case Outcome.Refused(var _, var names) -> new Found.Refused(names);
        };
    }

    private Run.Result result(Answer answer, @Nullable Long bound) {
        var blocking = Review.blockingPairs(problem, answer);
        var result = new Run.Result(
                answer.pairs().stream()
                        .map(pair -> new Run.Chosen(pair.a(), pair.b(), pair.score()))
                        .toList(),
                bound,
                blocking.size(),
                blocking.stream()
                        .limit(BLOCKING_SHOWN)
                        .map(pair -> new Run.Blocking(pair.a(), pair.b(), pair.gainOfA(), pair.gainOfB()))
                        .toList(),
                0,
                List.of(),
                problem.locks().isEmpty()
                        ? List.of()
                        : Review.lockCosts(problem, answer).stream()
                                .map(cost -> new Run.LockCost(
                                        cost.lock().a(), cost.lock().b(), Math.max(0, cost.cost())))
                                .toList());
        return problem.candidates().size() <= PAIRS_FOR_ROBUSTNESS
                ? result.withRobust(ROBUST_RUNS, robust(answer, ROBUST_RUNS))
                : result;
    }

    /** How often each pair of the answer is chosen again when every score is disturbed by up to a tenth. */
    List<Run.Held> robust(Answer answer, int runs) {
        return Review.robustness(problem, answer, runs, DISTURBANCE).stream()
                .map(robust -> new Run.Held(robust.pair().a(), robust.pair().b(), robust.kept()))
                .toList();
    }

    /** The certificate's bytes, after the checker, which shares no code with the solver, found them whole and proven. */
    private byte[] checked(Certificate certificate) {
        try {
            var folder = Files.createTempDirectory("interurban-certificate");
            var file = folder.resolve("certificate.json");
            var scores = folder.resolve(certificate.scoresFileName());
            try {
                var bytes = new ByteArrayOutputStream();
                certificate.writeTo(bytes);
                Files.write(file, bytes.toByteArray());
                if (certificate.hasScoresBeside()) {
                    try (OutputStream out = Files.newOutputStream(scores)) {
                        certificate.writeScoresTo(out);
                    }
                }
                return switch (Checker.check(file, Optional.of(problem))) {
                    case Checker.Verdict.Valid _ -> bytes.toByteArray();
                    case Checker.Verdict.Invalid(var where, var what) ->
                        throw new IllegalStateException("The checker refused an answer: %s: %s".formatted(where, what));
                };
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(scores);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
