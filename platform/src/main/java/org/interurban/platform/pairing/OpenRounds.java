package org.interurban.platform.pairing;

import java.util.Locale;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens rounds for those who may run them. */
@Component
class OpenRounds {

    /** A run of a round, laid out. */
    record Opened(Round round, Run run, Bench bench) {}

    private final Rounds rounds;
    private final Runs runs;
    private final Benches benches;
    private final Rights rights;

    OpenRounds(Rounds rounds, Runs runs, Benches benches, Rights rights) {
        this.rounds = rounds;
        this.runs = runs;
        this.benches = benches;
        this.rights = rights;
    }

    Round round(RoundId id, Locale locale) {
        return rounds.find(id, locale)
                .filter(round -> rights.may(PairingPermission.PAIRING_RUN, round.scope()))
                .orElseThrow(() -> new NotFound("There is no such round"));
    }

    /** @param number null for the newest run, or the proposed one; a round may have none */
    @Nullable
    Run run(Round round, @Nullable Integer number) {
        if (number != null) {
            return runs.find(round.id(), number).orElseThrow(() -> new NotFound("The round has no run " + number));
        }
        return round.run()
                .map(runs::find)
                .orElseGet(() -> runs.newest(round.id()))
                .orElse(null);
    }

    Opened open(RoundId id, @Nullable Integer number, Locale locale) {
        var round = round(id, locale);
        var run = run(round, number);
        if (run == null) {
            throw new NotFound("The round has no run");
        }
        return new Opened(round, run, benches.of(run));
    }
}
