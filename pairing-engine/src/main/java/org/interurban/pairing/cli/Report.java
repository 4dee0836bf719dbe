package org.interurban.pairing.cli;

import static org.interurban.pairing.cli.Html.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Form;
import org.interurban.pairing.Objective;
import org.interurban.pairing.cli.Html.Column;
import org.interurban.pairing.cli.Html.Line;
import org.interurban.pairing.scoring.Criterion;

/** The run as one page that needs nothing beside it: the answer, why, why not otherwise, and who fares how. */
final class Report {

    private final PreparedRound round;
    private final AnswerReview review;
    private final ReportWords words;
    private final OptionalLong bound;
    private final String meaning;

    /** @param bound what no answer can exceed, where this one is not proven to be a best one */
    Report(PreparedRound round, AnswerReview review, OptionalLong bound, String meaning) {
        this.round = round;
        this.review = review;
        this.words = new ReportWords(round, review);
        this.bound = bound;
        this.meaning = meaning;
    }

    String html() {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Pairing: %d pairs</title>
            <style>
            %s
            </style>
            </head>
            <body>
            <a class="skip" href="#answer">To the answer</a>
            <header class="band">Interurban <span>Pairing report</span></header>
            <main id="answer">
            <h1>%s</h1>
            <p class="lead">%s</p>
            %s
            %s
            %s
            </main>
            </body>
            </html>
            """.formatted(
                        review.answer().pairs().size(),
                        css(),
                        title(),
                        lead(),
                        strip(),
                        new RouteDiagram(round, review, words::shown).svg(),
                        String.join("\n", sections()));
    }

    private List<String> sections() {
        var costs = new CostTables(words);
        return List.of(
                pairTable(),
                clusters(),
                new ReasonCards(words).section(),
                costs.alternatives(),
                costs.without(),
                new EquityTables(words).section(),
                costs.locks(),
                costs.blocking(),
                costs.robustness(),
                method());
    }

    private String title() {
        return round.round().rules().form() instanceof Form.Clusters
                ? "%d clusters".formatted(review.answer().clusters().size())
                : "%d pairs".formatted(review.answer().pairs().size());
    }

    private String lead() {
        var all = round.round().profiles().size();
        return "%,d participants, %,d pairs allowed. A proposal to decide on: the reasons stand beside every pair, and what choosing otherwise would cost."
                .formatted(all, round.scores().size());
    }

    private String strip() {
        var cells = new ArrayList<String>();
        cells.add("""
            <div class="proof"><dt>Proof</dt><dd class="%s">%s</dd><dd class="source">%s</dd></div>\
            """.formatted(
                        bound.isEmpty() ? "exact" : "bound",
                        bound.isEmpty()
                                ? "✓ Exact"
                                : "At most %s below the proven bound of %s"
                                        .formatted(
                                                ReportWords.gap(bound.getAsLong(), review.answer()),
                                                words.shown(bound.getAsLong())),
                        "Anyone can check it: <a href=\"certificate.json\">certificate</a>, command"
                                + " <code>verify</code>."));
        cells.add(cell("Objective", objective()));
        cells.add(cell("Total", words.shown(review.answer().objective())));
        cells.add(cell(
                "Served",
                "%,d of %,d".formatted(served(), round.round().profiles().size())));
        review.answer().pairs().stream()
                .min(Comparator.comparingLong(Answer.Pair::score))
                .ifPresent(weakest ->
                        cells.add(cell("Weakest pair", words.named(weakest) + ", " + words.shown(weakest.score()))));
        cells.add(
                cell("Blocking pairs", review.blockingCount() == 0 ? "none" : "%,d".formatted(review.blockingCount())));
        return "<dl class=\"strip\">\n" + String.join("\n", cells) + "\n</dl>";
    }

    private static String cell(String term, String value) {
        return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(text(term), text(value));
    }

    private String objective() {
        return switch (round.round().rules().objective()) {
            case Objective.Total total -> "largest sum of scores";
            case Objective.Keeping keeping -> "as many agreed pairs as possible, then the sum";
            case Objective.Fair fair -> "most served, then the worst-off, then the sum";
            case Objective.Stable(var proposing) -> "stable, side %s proposes".formatted(proposing);
        };
    }

    private long served() {
        return round.round().profiles().stream()
                .filter(profile -> words.isServed(profile.id()))
                .count();
    }

    private String pairTable() {
        var lines = review.answer().pairs().stream()
                .limit(ReportWords.MOST_ROWS)
                .map(pair -> {
                    var parts = round.parts(pair.a(), pair.b());
                    return Line.of(
                            round.name(pair.a()),
                            round.name(pair.b()),
                            words.shown(pair.score()),
                            parts.map(known -> ReportWords.percent(known.confidence()))
                                    .orElse(""),
                            regret(pair.a(), pair.b()));
                })
                .toList();
        return ReportWords.section(
                "pairs",
                "The pairs",
                Html.table(
                                "Chosen pairs; the loss is what the whole would lose without the pair",
                                List.of(
                                        Column.words("A"),
                                        Column.words("B"),
                                        Column.number("Score"),
                                        Column.number("Known"),
                                        Column.number("Loss without it")),
                                lines)
                        + ReportWords.rest(review.answer().pairs().size()));
    }

    private String regret(String a, String b) {
        var regret = review.regret(a, b);
        return regret.isEmpty() ? "not computed" : words.cost(regret.getAsLong());
    }

    private String clusters() {
        var clusters = review.answer().clusters();
        if (clusters.isEmpty()) {
            return "";
        }
        var lines = new ArrayList<Line>();
        for (var i = 0; i < clusters.size(); i++) {
            lines.add(Line.of(
                    "Cluster " + (i + 1),
                    clusters.get(i).stream().map(round::name).collect(Collectors.joining(", "))));
        }
        return ReportWords.section(
                "clusters",
                "The clusters",
                Html.table("Members", List.of(Column.words("Cluster"), Column.words("Cities")), lines));
    }

    private String method() {
        var rules = round.round().rules();
        var weights = Arrays.stream(Criterion.values())
                .map(criterion -> "%s %s"
                        .formatted(
                                criterion.key(),
                                ReportWords.shortened(rules.weights().values().getOrDefault(criterion, 0.0))))
                .collect(Collectors.joining(", "));
        var priors = round.scorer()
                .map(scorer -> scorer.priors().entrySet().stream()
                        .map(prior -> String.format(
                                Locale.ROOT, "%s %.2f", prior.getKey().key(), prior.getValue()))
                        .collect(Collectors.joining(", ")))
                .orElse("none, since the scores were given");
        var model = round.scorer()
                .map(scorer -> scorer.readByModel() ? meaning : "none")
                .orElse("none");
        return ReportWords.section("method", "How this was computed", """
            <ul>
            <li>Weights, version %s: %s.</li>
            <li>Cautious values for what is unknown: %s.</li>
            <li>Sentence model: %s. Office hours by the calendar of %d.</li>
            <li>Engine version %s, seed %d. The stored integer scores give the same answer on any machine.</li>
            <li>Files beside this page: <a href="pairs.csv">pairs.csv</a>, <a href="certificate.json">certificate.json</a>, \
            <a href="explanations.csv">explanations.csv</a>, and the inputs in the folder <code>inputs</code>.</li>
            </ul>\
            """.formatted(
                        text(rules.weights().version()),
                        text(weights),
                        text(priors),
                        text(model),
                        rules.year(),
                        Engine.VERSION,
                        rules.seed()));
    }

    private static String css() {
        try (var in = Report.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its file report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
