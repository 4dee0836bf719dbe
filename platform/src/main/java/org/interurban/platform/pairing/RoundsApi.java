package org.interurban.platform.pairing;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rounds and their answers for programs of those who may run them; scores in millionths. */
@RestController
@Requires("PAIRING_RUN")
class RoundsApi {

    /** A run with all it rests on but the profiles; the certificate lies beside it. */
    record Answer(
            RoundId round,
            String programme,
            String name,
            String state,
            int run,
            String engine,
            boolean exact,
            long objective,
            Rules rules,
            List<RoundLock> locks,
            Run.Result result,
            String certificate) {}

    private final Rounds rounds;
    private final OpenRounds open;
    private final Programmes programmes;
    private final Rights rights;

    RoundsApi(Rounds rounds, OpenRounds open, Programmes programmes, Rights rights) {
        this.rounds = rounds;
        this.open = open;
        this.programmes = programmes;
        this.rights = rights;
    }

    @Bean
    Listing<Rounds.Line> roundListing() {
        var sheet = Sheet.of("rounds", Rounds.Line.class)
                .only("programme name state side_a side_b runs pairs objective made_at");
        return Listing.below(sheet, Rounds.LIST.terms(), this::list)
                .at("/api/v1/programmes/{code}/rounds", "/programmes/{code}/rounds")
                .forThose(PairingPermission.PAIRING_RUN);
    }

    private Slice<Rounds.Line> list(String code, ListQuery query) {
        var programme =
                programmes.brief(code, query.locale()).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(PairingPermission.PAIRING_RUN, programme.id().scope());
        return rounds.list(query.with("programme", code));
    }

    @GetMapping("/api/v1/rounds/{id}")
    Answer show(@PathVariable RoundId id, @RequestParam(required = false) @Nullable Integer run, Locale locale) {
        var round = open.round(id, locale);
        var found = open.run(round, run);
        if (found == null) {
            throw new NotFound("The round has no run");
        }
        return new Answer(
                id,
                round.programmeCode(),
                round.name(),
                round.state().code(),
                found.number(),
                found.engineVersion(),
                found.exact(),
                found.objective(),
                found.rules(),
                found.locks(),
                found.result(),
                id.address() + "/certificate.json?run=" + found.number());
    }
}
