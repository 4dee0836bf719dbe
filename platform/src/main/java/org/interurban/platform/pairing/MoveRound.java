package org.interurban.platform.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.ListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a round from a draft to its partnerships: proposed, consulted, confirmed, published; and back to a draft. */
@Service
class MoveRound {

    /** What came of the wish to move. */
    sealed interface Outcome {
        /** @param count of mails written, or of partnerships made */
        record Moved(RoundStage to, int count) implements Outcome {}

        /** The round stands elsewhere, or the run is not one of its. */
        record NotFromHere() implements Outcome {}
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
    Outcome move(Round shown, RoundStage to, @Nullable Integer number) {
        rights.require(
                to == RoundStage.PUBLISHED ? PartnershipPermission.PAIRING_PUBLISH : PairingPermission.PAIRING_RUN,
                shown.scope());
        var round = rounds.alone(shown.id());
        return switch (to) {
            case DRAFT -> back(round);
            case PROPOSED -> propose(round, number);
            case CONSULTED ->
                round.state() instanceof RoundState.Proposed(var run)
                        ? on(round, new RoundState.Consulted(run), 0)
                        : new Outcome.NotFromHere();
            case CONFIRMED ->
                round.state() instanceof RoundState.Consulted(var run)
                        ? on(round, new RoundState.Confirmed(run), 0)
                        : new Outcome.NotFromHere();
            case PUBLISHED ->
                round.state() instanceof RoundState.Confirmed(var run)
                        ? publish(round, run)
                        : new Outcome.NotFromHere();
        };
    }

    private Outcome propose(Round round, @Nullable Integer number) {
        var run = number == null ? runs.newest(round.id()) : runs.find(round.id(), number);
        if (run.isEmpty() || !round.isDraft()) {
            return new Outcome.NotFromHere();
        }
        var proposal = new Proposal(round, benches.of(run.get()));
        return on(round, new RoundState.Proposed(run.get().id()), asking.ask(proposal, proposal.pairs()));
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
        return round.isDraft() || round.state() instanceof RoundState.Published
                ? new Outcome.NotFromHere()
                : on(round, new RoundState.Draft(), 0);
    }

    private Outcome publish(Round round, RunId proposed) {
        var bench = benches.of(runs.find(proposed).orElseThrow());
        var ground = new Ground(round, bench, answers.of(round.id()), LocalDate.now(clock));
        var made = partnerships.create(
                round.programme(),
                bench.pairs().stream().map(pair -> ground.of(pair[0], pair[1])).toList());
        audit.record("pairing.published", SolveRound.subject(round), Map.of("partnerships", String.join(", ", made)));
        var by = rights.current();
        return on(round, new RoundState.Published(proposed, clock.instant(), by.account(), by.name()), made.size());
    }

    static RoundStage stage(String code) {
        return Coded.find(RoundStage.class, code)
                .orElseThrow(() -> new ListQuery.BadQuery("errors.query.value", "state", code));
    }
}
