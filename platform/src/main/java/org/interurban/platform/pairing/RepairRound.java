package org.interurban.platform.pairing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Repair;
import org.interurban.pairing.Rule;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mends an agreed round after a city withdrew or joined late: as many of its pairs as can be stay, and whoever is free is paired as
 * well as that allows.
 */
@Service
class RepairRound {

    /** Who withdraws from the round, or joins it late. */
    record Change(boolean joins, String city) {

        String query() {
            return (joins ? "joins=" : "leaves=") + city;
        }
    }

    record Agreed(Run run, Scoring known, List<RoundCity> now) {

        List<RoundCity> newcomers() {
            return now.stream().filter(city -> !known.has(city.id())).toList();
        }
    }

    record Pair(RoundCity a, RoundCity b, long score) {}

    /** What came of the wish. */
    sealed interface Outcome {

        /**
         * The least change, not yet kept.
         *
         * @param best total of the best answer that anyone could now get
         */
        record Mended(
                Run before,
                Rules rules,
                List<RoundLock> locks,
                Solving solving,
                List<Pair> kept,
                List<Pair> dropped,
                List<Pair> added,
                long total,
                long best)
                implements Outcome {}

        record Impossible(List<Rule> conflict, List<RoundCity> cities) implements Outcome {}

        /** The rules have no exact method, or a side is left without cities. */
        record Refused() implements Outcome {}

        /** The change is no longer the one that was looked at, since someone else changed the round. */
        record Overtaken(Round now) implements Outcome {}
    }

    private final Rounds rounds;
    private final Runs runs;
    private final RoundCities cities;
    private final Benches benches;
    private final Asking asking;
    private final Rights rights;
    private final Audit audit;
    private final MessageSource messages;
    private final Clock clock;

    RepairRound(
            Rounds rounds,
            Runs runs,
            RoundCities cities,
            Benches benches,
            Asking asking,
            Rights rights,
            Audit audit,
            MessageSource messages,
            Clock clock) {
        this.rounds = rounds;
        this.runs = runs;
        this.cities = cities;
        this.benches = benches;
        this.asking = asking;
        this.rights = rights;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** The run that was agreed, the cities as it knew them, and the participants of the round's groups as they are now. */
    Agreed agreed(Round round) {
        var found = round.run()
                .filter(run -> round.isAgreed())
                .flatMap(runs::find)
                .orElseThrow(() -> new NotFound("Only a confirmed or published round is repaired"));
        return new Agreed(found, benches.scoring(found), cities.of(round));
    }

    /** What would change; nothing is kept. */
    Outcome plan(Agreed agreed, Change change, Locale locale) {
        var before = agreed.run();
        var known = agreed.known();
        var taking = taking(agreed, change);
        // the largest total is what decides among answers that keep as many pairs
        var rules = before.rules().withAim(Rules.Aim.TOTAL);
        var scoring = Scoring.of(ScoringId.next(), taking, rules, known.directions());
        if (scoring.rows().length == 0 || scoring.columns().length == 0) {
            return new Outcome.Refused();
        }
        var locks = rounds.locks(before.round());
        var answer = new Answer(
                before.objective(),
                before.result().pairs().stream()
                        .map(pair -> new Answer.Pair(pair.a(), pair.b(), pair.score()))
                        .toList(),
                List.of());
        return switch (Repair.of(new Solving(scoring, rules, locks).asked(), answer)) {
            case Repair.Result.Repaired(var repair) -> {
                var held = holding(locks, before, repair, locale);
                yield mended(before, known, rules, held, new Solving(scoring, rules, held), repair);
            }
            case Repair.Result.Impossible(var why) -> new Outcome.Impossible(why.conflict(), taking);
            case Repair.Result.Refused _ -> new Outcome.Refused();
        };
    }

    /** The cities as the agreed run knew them, so that what was agreed is scored by the same profiles; declines since count. */
    private static List<RoundCity> taking(Agreed agreed, Change change) {
        var known = agreed.known();
        var now = agreed.now().stream().collect(Collectors.toMap(RoundCity::id, city -> city));
        if (change.joins() ? known.has(change.city()) || !now.containsKey(change.city()) : !known.has(change.city())) {
            throw new NotFound("There is no such city to withdraw or to join");
        }
        var staying = known.cities().stream()
                .filter(city -> change.joins() || !city.id().equals(change.city()))
                .map(city -> {
                    var read = now.get(city.id());
                    return read == null ? city : city.withDeclined(read.declined());
                });
        var joining =
                now.values().stream().filter(city -> change.joins() && city.id().equals(change.city()));
        return Stream.concat(staying, joining)
                .sorted(Comparator.comparing(RoundCity::side))
                .toList();
    }

    /** With every kept pair locked, solving the run again gives the same answer, and its certificate proves it. */
    private List<RoundLock> holding(List<RoundLock> locks, Run before, Repair repair, Locale locale) {
        var agreed = before.result().pairs().stream()
                .map(pair -> Set.of(pair.a(), pair.b()))
                .collect(Collectors.toSet());
        var reason = messages.getMessage("pairing.repair.agreed-in", new Object[] {before.number()}, locale);
        var held = new ArrayList<>(locks);
        for (var pair : repair.answer().pairs()) {
            var decided =
                    held.stream().anyMatch(lock -> lock.kind() == RoundLock.Kind.MUST && lock.isOf(pair.a(), pair.b()));
            if (agreed.contains(Set.of(pair.a(), pair.b())) && !decided) {
                held.removeIf(lock -> lock.isOf(pair.a(), pair.b()));
                held.add(new RoundLock(
                        pair.a(),
                        pair.b(),
                        RoundLock.Kind.MUST,
                        reason,
                        rights.current().account()));
            }
        }
        return held;
    }

    private static Outcome mended(
            Run before, Scoring known, Rules rules, List<RoundLock> locks, Solving solving, Repair repair) {
        return switch (solving.solve()) {
            case org.interurban.pairing.Outcome.Solved(var found, var _) ->
                mended(before, known, rules, locks, solving, repair, found);
            case org.interurban.pairing.Outcome.Bounded(var found, var _, var _) ->
                mended(before, known, rules, locks, solving, repair, found);
            case org.interurban.pairing.Outcome.Infeasible(var conflict, var _) ->
                new Outcome.Impossible(conflict, solving.scoring().cities());
            case org.interurban.pairing.Outcome.Refused _ -> new Outcome.Refused();
        };
    }

    private static Outcome mended(
            Run before,
            Scoring known,
            Rules rules,
            List<RoundLock> locks,
            Solving solving,
            Repair repair,
            Answer found) {
        var agreed = before.result().pairs().stream()
                .map(pair -> pair(known, pair.a(), pair.b(), pair.score()))
                .toList();
        var now = found.pairs().stream()
                .map(pair -> pair(solving.scoring(), pair.a(), pair.b(), pair.score()))
                .toList();
        return new Outcome.Mended(
                before,
                rules,
                locks,
                solving,
                now.stream().filter(pair -> isAmong(agreed, pair)).toList(),
                agreed.stream().filter(pair -> !isAmong(now, pair)).toList(),
                now.stream().filter(pair -> !isAmong(agreed, pair)).toList(),
                repair.answer().objective(),
                repair.freshOptimum().objective());
    }

    private static Pair pair(Scoring scoring, String a, String b, long score) {
        return new Pair(scoring.city(scoring.position(a)), scoring.city(scoring.position(b)), score);
    }

    private static boolean isAmong(List<Pair> pairs, Pair sought) {
        var cities = Set.of(sought.a().id(), sought.b().id());
        return pairs.stream()
                .anyMatch(pair -> cities.equals(Set.of(pair.a().id(), pair.b().id())));
    }

    /**
     * Makes the repaired answer the round's next run and asks the cities of the new pairs.
     *
     * @param total of the answer that was looked at
     * @return what was kept, or why not
     */
    @Transactional
    Outcome repair(Round shown, Change change, long total, Locale locale) {
        rights.require(PairingPermission.PAIRING_RUN, shown.scope());
        var round = rounds.alone(shown.id());
        if (!round.isAgreed()) {
            return new Outcome.Overtaken(round);
        }
        var outcome = plan(agreed(round), change, locale);
        if (!(outcome instanceof Outcome.Mended mended)) {
            return outcome;
        }
        if (!(mended.solving().found() instanceof Solving.Found.Solved solved) || mended.total() != total) {
            return new Outcome.Overtaken(round);
        }
        runs.insert(round.id(), mended.solving().scoring());
        var run = runs.insert(
                round.id(),
                mended.solving().scoring().id(),
                rights.current().account(),
                mended.rules(),
                mended.locks(),
                solved);
        var proposed = new RoundState.Proposed(
                run.id(), MoveRound.answersBy(null, clock), rights.current().account());
        rounds.move(round, proposed);
        rounds.hold(round.id(), mended.locks());
        audit.record(
                "pairing.repaired",
                SolveRound.subject(round),
                Map.of(
                        change.joins() ? "joined" : "withdrew",
                        change.city(),
                        "run",
                        Integer.toString(run.number()),
                        "kept",
                        Integer.toString(mended.kept().size()),
                        "dropped",
                        Integer.toString(mended.dropped().size()),
                        "added",
                        Integer.toString(mended.added().size()),
                        "cost",
                        Long.toString(mended.best() - mended.total())));
        var bench = benches.open(run, mended.solving());
        var proposal = new Proposal(round.with(proposed), bench);
        asking.ask(
                proposal,
                proposal.pairs(mended.added().stream()
                        .map(pair -> new int[] {
                            bench.scoring().position(pair.a().id()),
                            bench.scoring().position(pair.b().id())
                        })
                        .toList()));
        return outcome;
    }
}
