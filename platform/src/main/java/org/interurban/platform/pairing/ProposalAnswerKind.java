package org.interurban.platform.pairing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.AnswerKind;
import org.interurban.platform.delivery.AnswerLinks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answer of a focal point, straight from the mail. */
@Component
class ProposalAnswerKind implements AnswerKind {

    static final String PURPOSE = "pairing.proposal";

    private final Rounds rounds;
    private final Runs runs;
    private final Benches benches;
    private final AnswerProposal answer;
    private final MessageSource messages;

    ProposalAnswerKind(Rounds rounds, Runs runs, Benches benches, AnswerProposal answer, MessageSource messages) {
        this.rounds = rounds;
        this.runs = runs;
        this.benches = benches;
        this.answer = answer;
        this.messages = messages;
    }

    /** What the link's subject says, as long as it still stands. */
    private record Proposal(boolean accepts, Round round, RoundCity city, RoundCity partner) {
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
                                "pairing.mail.question." + proposal.code(),
                                locale,
                                proposal.partner().name(locale),
                                proposal.city().name(locale)),
                        proposal.round().programmeName() + ", "
                                + proposal.round().name(),
                        say(proposal.accepts() ? "pairing.accept" : "pairing.decline", locale)));
    }

    @Override
    public Says answered(AnswerLinks.Question question, Locale locale) {
        var proposal = read(question, locale);
        var kept = proposal.map(found -> answer.answer(
                        found.round(),
                        found.city().id(),
                        found.partner().id(),
                        found.accepts(),
                        null,
                        question.respondent()))
                .filter(outcome -> outcome == AnswerProposal.Outcome.KEPT);
        var title = say("pairing.consultations", locale);
        return kept.isPresent() && proposal.isPresent()
                ? new Says(title, say("pairing.notice." + proposal.get().code(), locale), null)
                : new Says(title, say("pairing.notice.too-late", locale), null);
    }

    private Optional<Proposal> read(AnswerLinks.Question question, Locale locale) {
        var words = question.subject().split(" ");
        if (words.length != 4) {
            return Optional.empty();
        }
        return rounds.find(new RoundId(UUID.fromString(words[1])), locale)
                .filter(round -> round.state() == RoundState.PROPOSED)
                .flatMap(round -> proposed(round)
                        .filter(bench -> bench.scoring().has(words[2])
                                && bench.scoring().has(words[3])
                                && bench.isChosen(
                                        bench.scoring().position(words[2]),
                                        bench.scoring().position(words[3])))
                        .map(bench -> new Proposal(
                                words[0].equals("accepts"),
                                round,
                                bench.city(bench.scoring().position(words[2])),
                                bench.city(bench.scoring().position(words[3])))));
    }

    private Optional<Bench> proposed(Round round) {
        var run = round.run();
        return run == null ? Optional.empty() : runs.find(run).map(benches::of);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
