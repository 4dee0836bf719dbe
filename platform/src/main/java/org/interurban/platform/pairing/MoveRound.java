package org.interurban.platform.pairing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.pairing.CityAnswers.Given;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.web.ListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a round from a draft to its partnerships: proposed, consulted, confirmed, published; and back to a draft. */
@Service
class MoveRound {

    /** So many days the cities have for their answer where nobody says otherwise. */
    private static final int DAYS_TO_ANSWER = 21;

    /** What came of the wish to move. */
    sealed interface Outcome {
        /** @param count of mails written, or of partnerships made */
        record Moved(RoundStage to, int count) implements Outcome {}

        /**
         * Cities have not answered, or declined: it is for a person to say that it goes on all the same.
         *
         * @param needsReason whether no city has agreed at all, so that it must be said why
         */
        record Asks(RoundStage to, List<Doubt> doubts, boolean needsReason) implements Outcome {}

        /** The round stands elsewhere, or the run is not one of its. */
        record NotFromHere() implements Outcome {}
    }

    /** A city that has not accepted the partner proposed to it. */
    record Doubt(Proposal.City city, Proposal.City partner, boolean declines) {}

    /**
     * That somebody knows who has not accepted, and why it goes on where nobody has.
     *
     * @param without whether the pairs that were declined make no partnership
     */
    record Sure(boolean sure, String reason, boolean without) {

        static final int REASON_LENGTH = 1_000;
    }

    private final Rounds rounds;
    private final Runs runs;
    private final Benches benches;
    private final Asking asking;
    private final CityAnswers answers;
    private final Partnerships partnerships;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    MoveRound(
            Rounds rounds,
            Runs runs,
            Benches benches,
            Asking asking,
            CityAnswers answers,
            Partnerships partnerships,
            Rights rights,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.runs = runs;
        this.benches = benches;
        this.asking = asking;
        this.answers = answers;
        this.partnerships = partnerships;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome move(Round shown, RoundStage to, @Nullable Integer number, Sure sure) {
        rights.require(
                to == RoundStage.PUBLISHED ? PartnershipPermission.PAIRING_PUBLISH : PairingPermission.PAIRING_RUN,
                shown.scope());
        var round = rounds.alone(shown.id());
        return switch (to) {
            case DRAFT -> back(round);
            case PROPOSED ->
                propose(shown, number, null)
                        .<Outcome>map(proposal ->
                                new Outcome.Moved(RoundStage.PROPOSED, asking.ask(proposal, proposal.pairs())))
                        .orElseGet(Outcome.NotFromHere::new);
            case CONSULTED ->
                round.state() instanceof RoundState.Proposed(var run, var _, var _)
                        ? asked(round, run, to, sure).orElseGet(() -> close(round, run))
                        : new Outcome.NotFromHere();
            case CONFIRMED ->
                round.state() instanceof RoundState.Consulted(var run)
                        ? asked(round, run, to, sure).orElseGet(() -> confirm(round, run, sure))
                        : new Outcome.NotFromHere();
            case PUBLISHED ->
                round.state() instanceof RoundState.Confirmed(var run)
                        ? asked(round, run, to, sure).orElseGet(() -> publish(round, run, sure))
                        : new Outcome.NotFromHere();
        };
    }

    /** Shows the cities what the run proposes to them; whoever calls writes to them. */
    @Transactional
    Optional<Proposal> propose(Round shown, @Nullable Integer number, @Nullable LocalDate until) {
        rights.require(PairingPermission.PAIRING_RUN, shown.scope());
        var round = rounds.alone(shown.id());
        var run = number == null ? runs.newest(round.id()) : runs.find(round.id(), number);
        if (run.isEmpty() || !round.isDraft()) {
            return Optional.empty();
        }
        var to = new RoundState.Proposed(
                run.get().id(), answersBy(until, clock), rights.current().account());
        return on(round, to, 0) instanceof Outcome.Moved
                ? Optional.of(new Proposal(shown.with(to), benches.of(run.get())))
                : Optional.empty();
    }

    /** The day given where it is still to come, else the usual one, which is no week-end. */
    static LocalDate answersBy(@Nullable LocalDate until, Clock clock) {
        var today = LocalDate.now(clock);
        if (until != null && until.isAfter(today)) {
            return until;
        }
        var usual = today.plusDays(DAYS_TO_ANSWER);
        return usual.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? usual.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : usual;
    }

    /** Asks where somebody has to know who has not accepted; empty where it can go on. */
    private Optional<Outcome> asked(Round round, RunId run, RoundStage to, Sure sure) {
        var proposal = proposal(round, run);
        var given = answers.of(round.id());
        var doubts = proposal.pairs().stream()
                .flatMap(pair -> doubts(given, pair))
                .filter(doubt -> switch (to) {
                    case CONSULTED -> !doubt.declines();
                    case PUBLISHED -> doubt.declines(); // of the silent it was asked when the pairs were confirmed
                    case DRAFT, PROPOSED, CONFIRMED -> true;
                })
                .toList();
        var nobody = to != RoundStage.CONSULTED
                && round.unheard() == null
                && !proposal.pairs().isEmpty()
                && given.stream().noneMatch(Given::accepts);
        var known = doubts.isEmpty() || sure.sure();
        return known && !(nobody && sure.reason().isBlank())
                ? Optional.empty()
                : Optional.of(new Outcome.Asks(to, doubts, nobody));
    }

    private static Stream<Doubt> doubts(List<Given> given, Proposal.Pair pair) {
        return Stream.of(doubt(given, pair.a(), pair.b()), doubt(given, pair.b(), pair.a()))
                .flatMap(Optional::stream);
    }

    private static Optional<Doubt> doubt(List<Given> given, Proposal.City city, Proposal.City partner) {
        var answer = given.stream()
                .filter(one -> one.organisation().equals(city.organisation())
                        && one.partner().equals(partner.organisation())
                        && !one.wishes())
                .findFirst();
        return answer.filter(Given::accepts).isPresent()
                ? Optional.empty()
                : Optional.of(new Doubt(city, partner, answer.isPresent()));
    }

    private Proposal proposal(Round round, RunId run) {
        return new Proposal(round, benches.of(runs.find(run).orElseThrow()));
    }

    private Outcome close(Round round, RunId run) {
        var proposal = proposal(round, run);
        var told = asking.tell(proposal, proposal.pairs(), Asking.News.CLOSED);
        return on(round, new RoundState.Consulted(run), told);
    }

    private Outcome confirm(Round round, RunId run, Sure sure) {
        var outcome = on(round, new RoundState.Confirmed(run), 0);
        if (outcome instanceof Outcome.Moved && !sure.reason().isBlank()) {
            rounds.keepUnheard(
                    round.id(), Shortened.to(Sure.REASON_LENGTH, sure.reason().strip()));
        }
        return outcome;
    }

    private Outcome on(Round round, RoundState to, int count) {
        if (!rounds.move(round, to)) {
            return new Outcome.NotFromHere();
        }
        audit.record(
                "pairing.moved",
                SolveRound.subject(round),
                Map.of("from", round.state().code(), "to", to.code()));
        return new Outcome.Moved(to.stage(), count);
    }

    /** Published partnerships stand on their own; everything before can be reconsidered. */
    private Outcome back(Round round) {
        if (round.isDraft() || round.state() instanceof RoundState.Published) {
            return new Outcome.NotFromHere();
        }
        round.run()
                .map(run -> proposal(round, run))
                .ifPresent(proposal -> asking.tell(proposal, proposal.pairs(), Asking.News.WITHDRAWN));
        return on(round, new RoundState.Draft(), 0);
    }

    private Outcome publish(Round round, RunId proposed, Sure sure) {
        var bench = benches.of(runs.find(proposed).orElseThrow());
        var given = answers.of(round.id());
        var ground = new Ground(round, bench, given, LocalDate.now(clock));
        var proposal = new Proposal(round, bench);
        var pairs = proposal.pairs();
        var left = pairs.stream()
                .filter(pair -> sure.without() && doubts(given, pair).anyMatch(Doubt::declines))
                .toList();
        var kept = pairs.stream().filter(pair -> !left.contains(pair)).toList();
        var made = partnerships.create(
                round.programme(),
                kept.stream()
                        .map(pair -> ground.of(
                                bench.scoring().position(pair.a().id()),
                                bench.scoring().position(pair.b().id())))
                        .toList());
        audit.record(
                "pairing.published",
                SolveRound.subject(round),
                left.isEmpty()
                        ? Map.of("partnerships", String.join(", ", made))
                        : Map.of("partnerships", String.join(", ", made), "without", codes(left)));
        asking.tell(proposal, kept, Asking.News.PUBLISHED);
        asking.tell(proposal, left, Asking.News.LEFT_OUT);
        var by = rights.current();
        return on(round, new RoundState.Published(proposed, clock.instant(), by.account(), by.name()), made.size());
    }

    private static String codes(List<Proposal.Pair> pairs) {
        return pairs.stream().map(pair -> pair.a().id() + "-" + pair.b().id()).collect(Collectors.joining(", "));
    }

    static RoundStage stage(String code) {
        return Coded.find(RoundStage.class, code)
                .orElseThrow(() -> new ListQuery.BadQuery("errors.query.value", "state", code));
    }
}
