package org.interurban.platform.consultation;

import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposals;
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

    private final Proposals proposals;
    private final Answers answers;
    private final AskCities asking;
    private final Audit audit;

    AnswerProposal(Proposals proposals, Answers answers, AskCities asking, Audit audit) {
        this.proposals = proposals;
        this.answers = answers;
        this.asking = asking;
        this.audit = audit;
    }

    @Transactional
    Outcome answer(
            Proposal proposal,
            String city,
            String partner,
            boolean accepts,
            @Nullable String reason,
            @Nullable AccountId by) {
        if (!proposals.isStillOpen(proposal)) {
            return Outcome.TOO_LATE;
        }
        var own = proposal.city(city);
        var other = proposal.city(partner);
        if (own.isEmpty() || other.isEmpty() || !proposal.isProposed(own.get(), other.get())) {
            return Outcome.NOT_PROPOSED;
        }
        answers.keep(
                proposal.id(),
                own.get().organisation(),
                other.get().organisation(),
                accepts ? "accepts" : "declines",
                null,
                reason == null || reason.isBlank() ? null : reason.strip(),
                by);
        var answer = accepts ? "accepts" : "declines";
        record(by, proposal, Map.of("city", city, "partner", partner, "answer", answer));
        asking.answered(proposal, own.get(), other.get(), answer, reason == null ? "" : reason.strip(), by);
        return Outcome.KEPT;
    }

    /** @param partners whom the city would rather have, best first; those proposed to it are left out */
    @Transactional
    Outcome wish(
            Proposal proposal, String city, List<String> partners, @Nullable String reason, @Nullable AccountId by) {
        if (!proposals.isStillOpen(proposal)) {
            return Outcome.TOO_LATE;
        }
        var own = proposal.city(city);
        if (own.isEmpty()) {
            return Outcome.NOT_PROPOSED;
        }
        var others = proposal.others(own.get());
        var wished = partners.stream()
                .distinct()
                .flatMap(code -> others.stream().filter(other -> other.id().equals(code)))
                .limit(Answers.MOST_WISHES)
                .toList();
        answers.dropWishes(proposal.id(), own.get().organisation());
        for (var i = 0; i < wished.size(); i++) {
            answers.keep(
                    proposal.id(),
                    own.get().organisation(),
                    wished.get(i).organisation(),
                    "wishes",
                    i + 1,
                    reason == null || reason.isBlank() ? null : reason.strip(),
                    by);
        }
        record(
                by,
                proposal,
                Map.of(
                        "city",
                        city,
                        "wishes",
                        String.join(", ", wished.stream().map(Proposal.City::id).toList())));
        return Outcome.KEPT;
    }

    private void record(@Nullable AccountId by, Proposal proposal, Map<String, String> details) {
        audit.record(by, "pairing.answered", proposal.subject(), details);
    }
}
