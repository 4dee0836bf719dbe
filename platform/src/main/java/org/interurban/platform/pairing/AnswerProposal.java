package org.interurban.platform.pairing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a city's answer to the partner proposed to it, while the consultation lasts. The caller has checked the right. */
@Service
class AnswerProposal {

    enum Outcome {
        KEPT,
        /** The consultation is over, or has not begun. */
        TOO_LATE,
        /** Nobody proposed this partner to this city. */
        NOT_PROPOSED
    }

    private final Runs runs;
    private final Benches benches;
    private final Answers answers;
    private final Audit audit;

    AnswerProposal(Runs runs, Benches benches, Answers answers, Audit audit) {
        this.runs = runs;
        this.benches = benches;
        this.answers = answers;
        this.audit = audit;
    }

    @Transactional
    Outcome answer(
            Round round,
            String city,
            String partner,
            boolean accepts,
            @Nullable String reason,
            @Nullable AccountId by) {
        var proposed = proposed(round);
        if (proposed.isEmpty()) {
            return Outcome.TOO_LATE;
        }
        var bench = proposed.get();
        var scoring = bench.scoring();
        if (!scoring.has(city)
                || !scoring.has(partner)
                || !bench.isChosen(scoring.position(city), scoring.position(partner))) {
            return Outcome.NOT_PROPOSED;
        }
        answers.keep(
                round.id(),
                bench.city(scoring.position(city)).organisation(),
                bench.city(scoring.position(partner)).organisation(),
                accepts ? "accepts" : "declines",
                null,
                reason == null || reason.isBlank() ? null : reason.strip(),
                by);
        record(by, round, Map.of("city", city, "partner", partner, "answer", accepts ? "accepts" : "declines"));
        return Outcome.KEPT;
    }

    /** @param partners whom the city would rather have, best first; those proposed to it are left out */
    @Transactional
    Outcome wish(Round round, String city, List<String> partners, @Nullable String reason, @Nullable AccountId by) {
        var proposed = proposed(round);
        if (proposed.isEmpty()) {
            return Outcome.TOO_LATE;
        }
        var bench = proposed.get();
        var scoring = bench.scoring();
        if (!scoring.has(city)) {
            return Outcome.NOT_PROPOSED;
        }
        var own = scoring.position(city);
        var wished = partners.stream()
                .filter(scoring::has)
                .map(scoring::position)
                .filter(partner -> scoring.allowed(own, partner) && !bench.isChosen(own, partner))
                .distinct()
                .limit(Answers.MOST_WISHES)
                .toList();
        answers.dropWishes(round.id(), bench.city(own).organisation());
        for (var i = 0; i < wished.size(); i++) {
            answers.keep(
                    round.id(),
                    bench.city(own).organisation(),
                    bench.city(wished.get(i)).organisation(),
                    "wishes",
                    i + 1,
                    reason == null || reason.isBlank() ? null : reason.strip(),
                    by);
        }
        record(
                by,
                round,
                Map.of(
                        "city",
                        city,
                        "wishes",
                        String.join(
                                ", ",
                                wished.stream()
                                        .map(partner -> bench.city(partner).id())
                                        .toList())));
        return Outcome.KEPT;
    }

    /** What the cities are asked about, as long as they are. */
    private Optional<Bench> proposed(Round round) {
        return round.state() != RoundState.PROPOSED || round.run() == null
                ? Optional.empty()
                : runs.find(round.run()).map(benches::of);
    }

    private void record(@Nullable AccountId by, Round round, Map<String, String> details) {
        audit.record(by, "pairing.answered", SolveRound.subject(round), details);
    }
}
