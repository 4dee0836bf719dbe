package org.interurban.platform.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.partnerships.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a round from a draft to its partnerships: proposed, consulted, confirmed, published; and back to a draft. */
@Service
class MoveRound {

    /** What came of the wish to move. */
    sealed interface Outcome {
        /** @param count of mails written, or of partnerships made */
        record Moved(RoundState to, int count) implements Outcome {}

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
    Outcome move(Round shown, RoundState to, @Nullable Integer number) {
        rights.require(
                to == RoundState.PUBLISHED ? PartnershipPermission.PAIRING_PUBLISH : PairingPermission.PAIRING_RUN,
                shown.scope());
        var round = rounds.alone(shown.id());
        return switch (to) {
            case DRAFT -> back(round);
            case PROPOSED -> propose(round, number);
            case CONSULTED -> on(round, RoundState.PROPOSED, to, 0);
            case CONFIRMED -> on(round, RoundState.CONSULTED, to, 0);
            case PUBLISHED -> publish(round);
        };
    }

    private Outcome propose(Round round, @Nullable Integer number) {
        var run = number == null ? runs.newest(round.id()) : runs.find(round.id(), number);
        if (run.isEmpty()
                || !rounds.move(
                        round.id(),
                        RoundState.DRAFT,
                        RoundState.PROPOSED,
                        run.get().id())) {
            return new Outcome.NotFromHere();
        }
        record(round, RoundState.PROPOSED);
        var proposal = new Proposal(round, benches.of(run.get()));
        return new Outcome.Moved(RoundState.PROPOSED, asking.ask(proposal, proposal.pairs()));
    }

    private Outcome on(Round round, RoundState from, RoundState to, int count) {
        if (!rounds.move(round.id(), from, to, round.run())) {
            return new Outcome.NotFromHere();
        }
        record(round, to);
        return new Outcome.Moved(to, count);
    }

    /** Published partnerships stand on their own; everything before can be reconsidered. */
    private Outcome back(Round round) {
        if (round.isDraft()
                || round.state() == RoundState.PUBLISHED
                || !rounds.move(round.id(), round.state(), RoundState.DRAFT, null)) {
            return new Outcome.NotFromHere();
        }
        record(round, RoundState.DRAFT);
        return new Outcome.Moved(RoundState.DRAFT, 0);
    }

    private Outcome publish(Round round) {
        var proposed = round.run();
        var moved = on(round, RoundState.CONFIRMED, RoundState.PUBLISHED, 0);
        if (moved instanceof Outcome.NotFromHere || proposed == null) {
            return new Outcome.NotFromHere();
        }
        var bench = benches.of(runs.find(proposed).orElseThrow());
        var ground = new Ground(round, bench, answers.of(round.id()), LocalDate.now(clock));
        var made = partnerships.create(
                round.programme(),
                bench.pairs().stream()
                        .map(pair -> ground.of(pair[0], pair[1]))
                        .toList());
        audit.record("pairing.published", SolveRound.subject(round), Map.of("partnerships", String.join(", ", made)));
        return new Outcome.Moved(RoundState.PUBLISHED, made.size());
    }

    private void record(Round round, RoundState to) {
        audit.record(
                "pairing.moved",
                SolveRound.subject(round),
                Map.of("from", round.state().code(), "to", to.code()));
    }

    static RoundState state(String code) {
        try {
            return RoundState.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new org.interurban.platform.web.ListQuery.BadQuery("errors.query.value", "state", code);
        }
    }
}
