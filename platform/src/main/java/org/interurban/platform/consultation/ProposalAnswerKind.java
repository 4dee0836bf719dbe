package org.interurban.platform.consultation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.AnswerKind;
import org.interurban.platform.delivery.AnswerLinks;
import org.interurban.platform.pairing.PairingPermission;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposal.City;
import org.interurban.platform.pairing.Proposals;
import org.interurban.platform.pairing.RoundId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answer of a focal point, straight from the mail. */
@Component
class ProposalAnswerKind implements AnswerKind {

    static final String PURPOSE = "pairing.proposal";

    private final Proposals proposals;
    private final AnswerProposal answer;
    private final MessageSource messages;

    ProposalAnswerKind(Proposals proposals, AnswerProposal answer, MessageSource messages) {
        this.proposals = proposals;
        this.answer = answer;
        this.messages = messages;
    }

    /** What the link's subject says, as long as it still stands. */
    private record Asked(boolean accepts, Proposal round, City city, City partner) {
        String code() {
            return accepts ? "accepts" : "declines";
        }
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Right> restsOn(AnswerLinks.Question question) {
        return read(question, Locale.ROOT)
                .map(proposal -> new Right(
                        PairingPermission.PAIRING_ANSWER,
                        List.of(
                                Scope.city(proposal.city().organisation()),
                                proposal.round().scope())));
    }

    @Override
    public Optional<Asks> asks(AnswerLinks.Question question, Locale locale) {
        return read(question, locale)
                .map(proposal -> new Asks(
                        say(
                                "consultation.mail.question." + proposal.code(),
                                locale,
                                proposal.partner().name(locale),
                                proposal.city().name(locale)),
                        proposal.round().programmeName() + ", "
                                + proposal.round().name(),
                        say(proposal.accepts() ? "consultation.accept" : "consultation.decline", locale),
                        say("consultation.reason", locale)));
    }

    @Override
    public Says answered(AnswerLinks.Question question, String words, Locale locale) {
        var proposal = read(question, locale);
        var kept = proposal.map(found -> answer.answer(
                        found.round(),
                        found.city().id(),
                        found.partner().id(),
                        found.accepts(),
                        words,
                        question.respondent()))
                .filter(outcome -> outcome == AnswerProposal.Outcome.KEPT);
        var title = say("pairing.consultations", locale);
        return kept.isPresent() && proposal.isPresent()
                ? new Says(
                        title,
                        say("pairing.notice." + proposal.get().code(), locale),
                        proposal.get().city().address())
                : new Says(title, say("pairing.notice.too-late", locale), "/consultations");
    }

    private Optional<Asked> read(AnswerLinks.Question question, Locale locale) {
        var words = question.subject().split(" ");
        if (words.length != 4) {
            return Optional.empty();
        }
        return proposals
                .find(new RoundId(UUID.fromString(words[1])), locale)
                .filter(Proposal::isOpen)
                .flatMap(round -> round.city(words[2]).flatMap(city -> round.city(words[3])
                        .filter(partner -> round.isProposed(city, partner))
                        .map(partner -> new Asked(words[0].equals("accepts"), round, city, partner))));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
