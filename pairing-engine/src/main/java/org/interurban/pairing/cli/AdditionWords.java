package org.interurban.pairing.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.pairing.Problem;
import org.interurban.pairing.scoring.Additions;
import org.interurban.pairing.scoring.Scorer;
import org.interurban.pairing.scoring.Topic;

/** What a city could offer or seek to get a partner, in English words. */
final class AdditionWords {

    /** In larger rounds scoring anew for each addition would take minutes. */
    private static final int MOST_PAIRS = 250_000;

    private final Scorer scorer;

    private AdditionWords(Scorer scorer) {
        this.scorer = scorer;
    }

    /** The additions of a city, or why there are none; no line where the two are partners or may not be. */
    static List<String> lines(PreparedRound round, Problem problem, String city, String partner) {
        if (round.scorer().isEmpty()) {
            return List.of();
        }
        if (round.shortlisted() || problem.candidates().size() > MOST_PAIRS) {
            return List.of("not computed for a round of this size");
        }
        var scorer = round.scorer().get();
        return new AdditionWords(scorer).lines(Additions.of(scorer, problem, city, partner));
    }

    private List<String> lines(Additions.Advice advice) {
        return switch (advice) {
            case Additions.Advice.Partners _, Additions.Advice.Barred _ -> List.of();
            case Additions.Advice.NotKnown _ -> List.of("not known, since the answer has no exact proof");
            case Additions.Advice.Smallest smallest ->
                smallest.additions().stream()
                        .map(addition -> "%s: score %d, and the pair is %s"
                                .formatted(
                                        words(addition),
                                        addition.score(),
                                        addition.onlyAsGood() ? "part of an equally good answer" : "chosen"))
                        .toList();
            case Additions.Advice.None none ->
                List.of(
                        none.regret().isPresent()
                                        && none.mostGained() < none.regret().getAsLong()
                                ? "neither one line nor two would do: they raise the score by at most %d, and %d is needed"
                                        .formatted(
                                                none.mostGained(), none.regret().getAsLong())
                                : "neither one line nor two was found to do: they raise the score by at most %d; solved again with %d of them"
                                        .formatted(none.mostGained(), none.tried()));
        };
    }

    /** The lines of an addition. */
    private String words(Additions.Addition addition) {
        return Stream.concat(
                        addition.offers().stream()
                                .map(offer -> "offer %s (level %d)".formatted(label(offer.topic()), offer.level())),
                        addition.seeks().stream()
                                .map(seek -> "seek %s (priority %d)".formatted(label(seek.topic()), seek.priority())))
                .collect(Collectors.joining(" and "));
    }

    private String label(String topic) {
        return scorer.topics().find(topic).map(Topic::label).orElse(topic);
    }
}
