package org.interurban.pairing.cli;

import static org.interurban.pairing.cli.Html.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.pairing.Answer;
import org.interurban.pairing.scoring.Evidence;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Reading;

/** Why these pairs: a card for each, with the parts of its score and the profile lines that they rest on. */
final class ReasonCards {

    private static final int MOST_PAIRS = 60;

    private final PreparedRound round;
    private final AnswerReview review;
    private final ReportWords words;

    ReasonCards(ReportWords words) {
        this.round = words.round();
        this.review = words.review();
        this.words = words;
    }

    String section() {
        if (round.scorer().isEmpty()) {
            return ReportWords.section(
                    "why",
                    "Why these pairs",
                    "<p>The programme brought its own scores; their reasons are its own.</p>");
        }
        var cards = review.answer().pairs().stream()
                .limit(MOST_PAIRS)
                .map(this::card)
                .collect(Collectors.joining("\n"));
        var more = review.answer().pairs().size() <= MOST_PAIRS
                ? ""
                : "<p>The first %d; the reasons of all pairs stand in <a href=\"explanations.csv\">explanations.csv</a>.</p>"
                        .formatted(MOST_PAIRS);
        return ReportWords.section(
                "why",
                "Why these pairs",
                "<p class=\"quiet\">Each part goes from 0 to 1. A part that a profile leaves open counts with a"
                        + " cautious value.</p><div class=\"pairs\">\n" + cards + "\n</div>"
                        + more);
    }

    private String card(Answer.Pair pair) {
        var score = round.parts(pair.a(), pair.b()).orElseThrow();
        var known = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var part : Part.values()) {
            if (weight(part) > 0) {
                switch (score.parts().get(part)) {
                    case Reading.Known reading -> known.add(part(score, part, reading));
                    case Reading.Unknown(var prior, var reason) ->
                        open.add("%s %s: %s".formatted(title(part, score), twoDecimals(prior), reason));
                    case null -> {}
                }
            }
        }
        var unknown = open.isEmpty()
                ? ""
                : "<div class=\"open\"><p><b>Unknown</b>, counted with a cautious value:</p><p>%s.</p></div>"
                        .formatted(text(String.join("; ", open)));
        return """
            <article><header><h3>%s</h3><span class="figure">%s</span></header>
            <p class="quiet">Known parts: %s of the weight. %s</p>
            %s
            %s
            </article>\
            """.formatted(
                        text(words.named(pair)),
                        text(words.shown(pair.score())),
                        ReportWords.percent(score.confidence()),
                        score.donor() ? "<span class=\"flag\">donor pair: one gives, the other hardly does</span>" : "",
                        String.join("\n", known),
                        unknown);
    }

    private double weight(Part part) {
        return round.round().rules().weights().values().getOrDefault(part.criterion(), 0.0);
    }

    private String part(PairScore score, Part part, Reading.Known reading) {
        var evidence = reading.evidence().isEmpty()
                ? ""
                : reading.evidence().stream()
                        .map(line -> evidence(score, line))
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
        return """
            <div class="part"><div class="name"><span>%s <small>weight %s</small></span><span class="value">%s</span></div>
            %s<p>%s</p>%s</div>\
            """.formatted(
                        text(title(part, score)),
                        weightShown(part),
                        twoDecimals(reading.value()),
                        bar(reading.value()),
                        text(reading.reason()),
                        evidence);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String title(Part part, PairScore score) {
        var a = round.name(score.a());
        var b = round.name(score.b());
        return switch (part) {
            case A_HELPS_B -> "%s offers what %s seeks".formatted(a, b);
            case B_HELPS_A -> "%s offers what %s seeks".formatted(b, a);
            case WISH_OF_A -> "Wish of " + a;
            case WISH_OF_B -> "Wish of " + b;
            default ->
                part.words().substring(0, 1).toUpperCase(Locale.ROOT)
                        + part.words().substring(1);
        };
    }

    /** A criterion that is made of several parts shares its weight among them. */
    private String weightShown(Part part) {
        var sharers = Arrays.stream(Part.values())
                .filter(other -> other.criterion() == part.criterion())
                .count();
        return ReportWords.shortened(weight(part) / sharers);
    }

    private static String bar(double value) {
        return """
            <svg class="bar" viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true"><rect width="%d" height="6"/></svg>
            """.formatted(Math.round(1000 * value));
    }

    private String evidence(PairScore score, Evidence line) {
        return "<li>%s: <q>%s</q><br>%s: <q>%s</q><br>%s</li>"
                .formatted(
                        text(round.name(score.a())),
                        text(line.a().words()),
                        text(round.name(score.b())),
                        text(line.b().words()),
                        text(line.match()));
    }
}
