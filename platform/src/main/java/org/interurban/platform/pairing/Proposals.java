package org.interurban.platform.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What rounds propose to cities. */
@Service
public class Proposals {

    private final Rounds rounds;
    private final Runs runs;
    private final Benches benches;
    private final MoveRound move;
    private final Rights rights;
    private final Clock clock;

    Proposals(Rounds rounds, Runs runs, Benches benches, MoveRound move, Rights rights, Clock clock) {
        this.rounds = rounds;
        this.runs = runs;
        this.benches = benches;
        this.move = move;
        this.rights = rights;
        this.clock = clock;
    }

    /** What a draft would propose, for those who run it; as a day to answer up to, the one given or the usual. */
    public Optional<Proposal> draft(RoundId id, @Nullable Integer number, @Nullable LocalDate until, Locale locale) {
        return rounds.find(id, locale)
                .filter(round -> round.isDraft() && rights.may(PairingPermission.PAIRING_RUN, round.scope()))
                .flatMap(round -> (number == null ? runs.newest(id) : runs.find(id, number))
                        .map(run -> new Proposal(
                                round.with(new RoundState.Proposed(
                                        run.id(),
                                        MoveRound.answersBy(until, clock),
                                        rights.current().account())),
                                benches.of(run))));
    }

    /** Shows the cities what the draft proposes to them; empty where it is no draft any more. The caller writes to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Proposal> propose(RoundId id, @Nullable Integer number, @Nullable LocalDate until, Locale locale) {
        return rounds.find(id, locale).flatMap(round -> move.propose(round, number, until));
    }

    /** Whether the cities are still asked what they were shown; nobody moves the round until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isStillOpen(Proposal proposal) {
        return proposal.isStill(rounds.alone(proposal.id()));
    }

    public Optional<Proposal> find(RoundId id, Locale locale) {
        return rounds.find(id, locale)
                .flatMap(round -> round.run().flatMap(runs::find).map(run -> new Proposal(round, benches.of(run))));
    }
}
