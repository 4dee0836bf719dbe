package org.interurban.platform.pairing;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What rounds propose to cities; nothing of a draft. */
@Service
public class Proposals {

    private final Rounds rounds;
    private final Runs runs;
    private final Benches benches;

    Proposals(Rounds rounds, Runs runs, Benches benches) {
        this.rounds = rounds;
        this.runs = runs;
        this.benches = benches;
    }

    public Optional<Proposal> find(RoundId id, Locale locale) {
        return rounds.find(id, locale)
                .flatMap(round -> round.run().flatMap(runs::find).map(run -> new Proposal(round, benches.of(run))));
    }
}
