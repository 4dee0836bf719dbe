package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.pairing.Rule;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up rounds and runs them: under new rules, with new locks, or from the profiles as they are now. */
@Service
class SolveRound {

    /** More cities than this would make a page too slow to be worked with. */
    static final int MOST_CITIES = 1_200;

    /** What came of the wish for a run. */
    sealed interface Outcome {
        record Done(Run run) implements Outcome {}

        /** Rules that cannot hold together; nothing was changed. */
        record Impossible(List<Rule> conflict, List<RoundCity> cities) implements Outcome {}

        record Refused(List<String> names) implements Outcome {}

        /** A side without cities, or far too many. */
        record WrongSize(int cities) implements Outcome {}

        /** A lock on cities that the round does not bring together. */
        record NotFacing() implements Outcome {}

        /** Cities have been asked; the draft is over. */
        record NotADraft() implements Outcome {}

        /** Someone else changed the round meanwhile. */
        record Overtaken(Round now) implements Outcome {}
    }

    private final Rounds rounds;
    private final Runs runs;
    private final RoundCities cities;
    private final Benches benches;
    private final Rights rights;
    private final Audit audit;

    SolveRound(Rounds rounds, Runs runs, RoundCities cities, Benches benches, Rights rights, Audit audit) {
        this.rounds = rounds;
        this.runs = runs;
        this.cities = cities;
        this.benches = benches;
        this.rights = rights;
        this.audit = audit;
    }

    /** Keeps the round and runs it, both or neither; a round without an answer is kept for its rules to be changed. */
    @Transactional
    Outcome setUp(Round round) {
        rights.require(PairingPermission.PAIRING_RUN, round.scope());
        rounds.insert(round);
        record("pairing.round-created", round, Map.of("name", round.name()));
        return run(round);
    }

    /** Runs the draft under other rules; the cities are read anew where who takes part has changed. */
    @Transactional
    Outcome change(Round before, Round after) {
        rights.require(PairingPermission.PAIRING_RUN, before.scope());
        var now = rounds.alone(before.id());
        if (!now.isDraft()) {
            return new Outcome.NotADraft();
        }
        if (now.version() != after.version()) {
            return new Outcome.Overtaken(now);
        }
        var found = fresh(after, rounds.locks(after.id()));
        if (found instanceof Outcome.Done) {
            rounds.updateDraft(after);
        }
        return found;
    }

    /** Runs the draft from the profiles and answers as they are now. */
    @Transactional
    Outcome run(Round shown) {
        rights.require(PairingPermission.PAIRING_RUN, shown.scope());
        var round = rounds.alone(shown.id());
        return round.isDraft() ? fresh(round, rounds.locks(round.id())) : new Outcome.NotADraft();
    }

    /** The same lock once more changes nothing. */
    @Transactional
    Outcome lock(Round shown, RoundLock lock) {
        rights.require(PairingPermission.PAIRING_RUN, shown.scope());
        var round = rounds.alone(shown.id());
        if (!round.isDraft()) {
            return new Outcome.NotADraft();
        }
        var found = runs.newestWithLocks(round.id());
        var newest = found.map(Runs.WithLocks::run);
        if (newest.filter(run -> benches.scoring(run).facing(lock.a(), lock.b()))
                .isEmpty()) {
            return new Outcome.NotFacing();
        }
        var locks = new ArrayList<>(found.get().locks());
        if (locks.contains(lock)) {
            return new Outcome.Done(newest.get());
        }
        var replaces = locks.removeIf(other -> other.isOf(lock.a(), lock.b()));
        locks.add(lock);
        var outcome = again(round, newest, locks);
        if (outcome instanceof Outcome.Done) {
            if (replaces) {
                rounds.unlock(round.id(), lock.a(), lock.b());
            }
            rounds.lock(round.id(), lock);
            record(
                    "pairing.locked",
                    round,
                    Map.of("a", lock.a(), "b", lock.b(), "kind", lock.kind().code(), "reason", lock.reason()));
        }
        return outcome;
    }

    /** A lock that is not there, or no longer, changes nothing. */
    @Transactional
    Outcome unlock(Round shown, String a, String b) {
        rights.require(PairingPermission.PAIRING_RUN, shown.scope());
        var round = rounds.alone(shown.id());
        if (!round.isDraft()) {
            return new Outcome.NotADraft();
        }
        var newest = runs.newest(round.id());
        if (newest.isPresent() && rounds.locks(round.id()).stream().noneMatch(lock -> lock.isOf(a, b))) {
            return new Outcome.Done(newest.get());
        }
        var outcome = again(round, newest, without(round, a, b));
        if (outcome instanceof Outcome.Done && rounds.unlock(round.id(), a, b)) {
            record("pairing.unlocked", round, Map.of("a", a, "b", b));
        }
        return outcome;
    }

    /** Asks how sure the answer is where that takes too long to be asked every time. */
    @Transactional
    void test(Round round, Run run) {
        rights.require(PairingPermission.PAIRING_RUN, round.scope());
        var solving = benches.of(run).solving();
        var answer =
                switch (solving.solve()) {
                    case org.interurban.pairing.Outcome.Solved(var found, var _) -> Optional.of(found);
                    case org.interurban.pairing.Outcome.Bounded(var found, var _, var _) -> Optional.of(found);
                    case org.interurban.pairing.Outcome.Infeasible _ -> Optional.<org.interurban.pairing.Answer>empty();
                    case org.interurban.pairing.Outcome.Refused _ -> Optional.<org.interurban.pairing.Answer>empty();
                };
        answer.ifPresent(found -> runs.setRobust(
                run,
                run.result()
                        .withRobust(Solving.ROBUST_RUNS_OF_MANY, solving.robust(found, Solving.ROBUST_RUNS_OF_MANY))));
    }

    private List<RoundLock> without(Round round, String a, String b) {
        var locks = new ArrayList<>(rounds.locks(round.id()));
        locks.removeIf(lock -> lock.isOf(a, b));
        return locks;
    }

    private Outcome fresh(Round round, List<RoundLock> locks) {
        var taking = cities.of(round);
        var first = taking.stream()
                .filter(city -> city.side() != org.interurban.pairing.Side.B)
                .count();
        var second = round.pool() ? first - 1 : taking.size() - first;
        if (first < 1 || second < 1 || taking.size() > MOST_CITIES) {
            return new Outcome.WrongSize(taking.size());
        }
        var before = runs.newest(round.id()).map(benches::scoring).map(Scoring::directions);
        var scoring = Scoring.of(ScoringId.next(), taking, round.rules(), before.orElseGet(Directions::none));
        return solve(round, scoring, true, locks);
    }

    private Outcome again(Round round, Optional<Run> newest, List<RoundLock> locks) {
        return newest.isPresent() && newest.get().rules().scoresAs(round.rules())
                ? solve(round, benches.scoring(newest.get()), false, locks)
                : fresh(round, locks);
    }

    private Outcome solve(Round round, Scoring scoring, boolean isNew, List<RoundLock> locks) {
        var solving = new Solving(scoring, round.rules(), locks);
        return switch (solving.found()) {
            case Solving.Found.Solved solved -> {
                if (isNew) {
                    runs.insert(round.id(), scoring);
                }
                var run =
                        runs.insert(round.id(), scoring.id(), rights.current().account(), round.rules(), locks, solved);
                record(
                        "pairing.run",
                        round,
                        Map.of(
                                "run", Integer.toString(run.number()),
                                "pairs",
                                        Integer.toString(solved.result().pairs().size()),
                                "objective", Long.toString(solved.objective())));
                benches.open(run, solving);
                yield new Outcome.Done(run);
            }
            case Solving.Found.Impossible(var conflict) -> new Outcome.Impossible(conflict, scoring.cities());
            case Solving.Found.Refused(var names) -> new Outcome.Refused(names);
        };
    }

    private void record(String act, Round round, Map<String, String> details) {
        audit.record(act, subject(round), details);
    }

    static Audit.Subject subject(Round round) {
        return new Audit.Subject("pairing-round", round.id().value().toString());
    }

    /** A score as people read it. */
    static String shown(long millionths) {
        return String.format(java.util.Locale.ROOT, "%.3f", millionths / (double) PairScore.ONE);
    }

    /** Six decimals in two groups of three. */
    static String millionths(long value) {
        return "%d.%03d\u202f%03d".formatted(value / 1_000_000, value / 1_000 % 1_000, value % 1_000);
    }
}
