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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Form;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.cli.Html.Column;
import org.interurban.pairing.cli.Html.Line;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.pairing.scoring.Evidence;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Reading;

/** The run as one page that needs nothing beside it: the answer, why, why not otherwise, and who fares how. */
final class Report {

    /** More would make a page that nobody scrolls through; the files hold all. */
    private static final int MOST_PAIRS_EXPLAINED = 60;

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_ALTERNATIVES = 5;

    private final PreparedRound round;
    private final AnswerReview review;
    private final String proof;
    private final String meaning;

    Report(PreparedRound round, AnswerReview review, String proof, String meaning) {
        this.round = round;
        this.review = review;
        this.proof = proof;
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
                        pairs().size(),
                        css(),
                        title(),
                        lead(),
                        strip(),
                        new RouteDiagram(round, review, this::shown).svg(),
                        String.join("\n", sections()));
    }

    private List<String> sections() {
        return List.of(
                pairTable(),
                clusters(),
                why(),
                otherwise(),
                without(),
                equity(),
                locks(),
                blocking(),
                robustness(),
                method());
    }

    private List<Answer.Pair> pairs() {
        return review.answer().pairs();
    }

    private String title() {
        return round.round().rules().form() instanceof Form.Clusters
                ? "%d clusters".formatted(review.answer().clusters().size())
                : "%d pairs".formatted(pairs().size());
    }

    private String lead() {
        var all = round.round().profiles().size();
        return "%,d participants, %,d pairs allowed. A proposal to decide on: the reasons stand beside every pair, and what choosing otherwise would cost."
                .formatted(all, round.scores().size());
    }

    /** Computed scores are shares of the best that can be; given ones are shown as they were given. */
    private String shown(long score) {
        return round.scorer().isPresent()
                ? String.format(Locale.ROOT, "%.3f", score / (double) PairScore.ONE)
                : String.format(Locale.ROOT, "%,d", score);
    }

    private String named(Answer.Pair pair) {
        return round.name(pair.a()) + " – " + round.name(pair.b());
    }

    private String strip() {
        var exact = proof.equals("exact");
        var cells = new ArrayList<String>();
        cells.add("""
            <div class="proof"><dt>Proof</dt><dd class="%s">%s</dd><dd class="source">%s</dd></div>\
            """.formatted(
                exact ? "exact" : "bound",
                exact ? "✓ Exact" : "Within a proven bound of " + shown(Long.parseLong(proof.replace("bound ", ""))),
                "Anyone can check it: <a href=\"certificate.json\">certificate</a>, command <code>verify</code>."));
        cells.add(cell("Objective", objective()));
        cells.add(cell("Total", shown(review.answer().objective())));
        cells.add(cell(
                "Served",
                "%,d of %,d".formatted(served(), round.round().profiles().size())));
        pairs().stream()
                .min(Comparator.comparingLong(Answer.Pair::score))
                .ifPresent(weakest -> cells.add(cell("Weakest pair", named(weakest) + ", " + shown(weakest.score()))));
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
            case Objective.Fair fair -> "most served, then the worst-off, then the sum";
            case Objective.Stable(var proposing) -> "stable, side %s proposes".formatted(proposing);
        };
    }

    private long served() {
        return round.round().profiles().stream()
                .filter(profile -> isServed(profile.id()))
                .count();
    }

    private boolean isServed(String id) {
        return !review.partners(id).isEmpty();
    }

    private static String section(String id, String title, String content) {
        return "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n%s\n</section>"
                .formatted(id, id, text(title), content);
    }

    private String pairTable() {
        var lines = pairs().stream()
                .limit(MOST_ROWS)
                .map(pair -> {
                    var parts = round.parts(pair.a(), pair.b());
                    return Line.of(
                            round.name(pair.a()),
                            round.name(pair.b()),
                            shown(pair.score()),
                            parts.map(known -> percent(known.confidence())).orElse(""),
                            regret(pair.a(), pair.b()));
                })
                .toList();
        return section(
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
                        + rest(pairs().size()));
    }

    private static String rest(int all) {
        return all <= MOST_ROWS
                ? ""
                : "<p>The first %,d of %,d; all stand in <a href=\"pairs.csv\">pairs.csv</a>.</p>"
                        .formatted(MOST_ROWS, all);
    }

    private static String percent(int millionths) {
        return Math.round(100.0 * millionths / PairScore.ONE) + " %";
    }

    private String regret(String a, String b) {
        var regret = review.regret(a, b);
        if (regret.isEmpty()) {
            return "not computed";
        }
        return regret.getAsLong() == Regrets.IMPOSSIBLE ? "rules would break" : shown(regret.getAsLong());
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
        return section(
                "clusters",
                "The clusters",
                Html.table("Members", List.of(Column.words("Cluster"), Column.words("Cities")), lines));
    }

    private String why() {
        if (round.scorer().isEmpty()) {
            return section(
                    "why",
                    "Why these pairs",
                    "<p>The programme brought its own scores; their reasons are its own.</p>");
        }
        var cards = pairs().stream().limit(MOST_PAIRS_EXPLAINED).map(this::card).collect(Collectors.joining("\n"));
        var more = pairs().size() <= MOST_PAIRS_EXPLAINED
                ? ""
                : "<p>The first %d; the reasons of all pairs stand in <a href=\"explanations.csv\">explanations.csv</a>.</p>"
                        .formatted(MOST_PAIRS_EXPLAINED);
        return section(
                "why",
                "Why these pairs",
                "<p class=\"quiet\">Each part goes from 0 to 1. A part that a profile leaves open counts with a"
                        + " cautious value .</p><div class=\"pairs\">\n" + cards + "\n</div>"
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
                        open.add("%s %s: %s".formatted(words(part, score), twoDecimals(prior), reason));
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
                        text(named(pair)),
                        text(shown(pair.score())),
                        percent(score.confidence()),
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
                        text(words(part, score)),
                        weightShown(part),
                        twoDecimals(reading.value()),
                        bar(reading.value()),
                        text(reading.reason()),
                        evidence);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String words(Part part, PairScore score) {
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
        return shortened(weight(part) / sharers);
    }

    private static String shortened(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceAll("\\.0$", "");
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
                        text(line.lineOfA()),
                        text(round.name(score.b())),
                        text(line.lineOfB()),
                        text(line.match()));
    }

    private String otherwise() {
        if (!review.hasRegrets()) {
            return section(
                    "otherwise",
                    "If you chose otherwise",
                    "<p>What each other pair would cost was not computed for a round of this form and size;"
                            + " <code>explain</code> computes it for one pair.</p>");
        }
        var tables = round.byName().stream()
                .limit(MOST_PAIRS_EXPLAINED * 2L)
                .map(this::alternatives)
                .collect(Collectors.joining("\n"));
        return section(
                "otherwise",
                "If you chose otherwise",
                "<p class=\"quiet\">For every city its possible partners, and what choosing one would cost the"
                        + " whole.</p>"
                        + "<div class=\"columns\">" + tables + "</div>");
    }

    private String alternatives(Profile city) {
        var lines = review.alternatives(city.id()).stream()
                .limit(MOST_ALTERNATIVES)
                .map(other -> new Line(
                        other.chosen(),
                        List.of(
                                round.name(other.partner()),
                                shown(other.score()),
                                other.chosen() ? "chosen" : cost(other.regret()))))
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        return "<details%s><summary>%s</summary>%s</details>"
                .formatted(
                        round.round().profiles().size() <= 12 ? " open" : "",
                        text(city.name()),
                        Html.table(
                                "For " + city.name(),
                                List.of(
                                        Column.words("Partner"),
                                        Column.number("Score"),
                                        Column.number("Cost to the whole")),
                                lines));
    }

    private String cost(long regret) {
        return regret == Regrets.IMPOSSIBLE ? "rules would break" : shown(regret);
    }

    private String without() {
        var alone = round.byName().stream().filter(city -> !isServed(city.id())).toList();
        if (alone.isEmpty()) {
            return "";
        }
        var lines = alone.stream()
                .limit(MOST_ROWS)
                .map(city -> {
                    var best = review.alternatives(city.id()).stream()
                            .min(Comparator.comparingLong(Regrets.Alternative::regret));
                    return Line.of(
                            city.name(),
                            best.map(other -> round.name(other.partner())).orElse("no pair is allowed or known"),
                            best.map(other -> cost(other.regret())).orElse(""),
                            missing(city));
                })
                .toList();
        return section(
                "without",
                "Without a partner",
                Html.table(
                                "Cities without a partner, and what would change that at the least cost",
                                List.of(
                                        Column.words("City"),
                                        Column.words("Nearest partner"),
                                        Column.number("Cost to the whole"),
                                        Column.words("The profile leaves open")),
                                lines)
                        + rest(alone.size()));
    }

    /** What a city could say to be matched better. */
    private static String missing(Profile city) {
        var open = new ArrayList<String>();
        if (city.offers().isEmpty()) {
            open.add("offers");
        }
        if (city.seeks().isEmpty()) {
            open.add("what it seeks");
        }
        if (city.setting().population() == null) {
            open.add("population");
        }
        if (city.setting().languages().isEmpty()) {
            open.add("languages");
        }
        if (city.ties().wishes().isEmpty()) {
            open.add("wishes");
        }
        return open.isEmpty() ? "nothing" : String.join(", ", open);
    }

    private String equity() {
        return section(
                "equity",
                "Who fares how",
                spread("By country", city -> city.country().isEmpty() ? "unknown" : city.country())
                        + spread("By size", Report::size)
                        + spread("Newcomers", Report::newcomer));
    }

    private static String size(Profile city) {
        var population = city.setting().population();
        if (population == null) {
            return "unknown";
        }
        if (population < 100_000) {
            return "under 100,000";
        }
        return population < 1_000_000 ? "100,000 to a million" : "a million or more";
    }

    private static String newcomer(Profile city) {
        var first = city.ties().firstTimer();
        return first == null ? "unknown" : first ? "first time" : "took part before";
    }

    private String spread(String caption, Function<Profile, String> group) {
        var groups = round.round().profiles().stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        if (groups.keySet().equals(Set.of("unknown"))) {
            return "<p>%s: unknown for all.</p>".formatted(text(caption));
        }
        var lines = groups.entrySet().stream()
                .map(entry -> {
                    var servedHere = entry.getValue().stream()
                            .filter(city -> isServed(city.id()))
                            .count();
                    var mean = entry.getValue().stream()
                            .flatMap(city -> pairs().stream()
                                    .filter(pair -> pair.a().equals(city.id())
                                            || pair.b().equals(city.id())))
                            .mapToLong(Answer.Pair::score)
                            .average();
                    return Line.of(
                            entry.getKey(),
                            String.valueOf(entry.getValue().size()),
                            String.valueOf(servedHere),
                            mean.isPresent() ? shown(Math.round(mean.getAsDouble())) : "–");
                })
                .toList();
        return Html.table(
                caption,
                List.of(
                        Column.words("Group"),
                        Column.number("Participants"),
                        Column.number("With a partner"),
                        Column.number("Mean score of their pairs")),
                lines);
    }

    private String locks() {
        if (review.lockCosts().isEmpty()) {
            return "";
        }
        var lines = review.lockCosts().stream()
                .map(cost -> Line.of(
                        round.name(cost.lock().a()) + " – "
                                + round.name(cost.lock().b()),
                        kind(cost.lock()),
                        shown(cost.cost()),
                        cost.lock().reason(),
                        cost.lock().by()))
                .toList();
        return section(
                "locks",
                "What each lock costs",
                Html.table(
                        "The total without the lock minus the total with it",
                        List.of(
                                Column.words("Pair"),
                                Column.words("Lock"),
                                Column.number("Cost"),
                                Column.words("Reason"),
                                Column.words("By")),
                        lines));
    }

    private static String kind(Lock lock) {
        return switch (lock) {
            case Lock.Must must -> "must";
            case Lock.MustNot mustNot -> "must not";
            case Lock.Prefer prefer -> "prefer";
        };
    }

    private String blocking() {
        if (review.blockingCount() == 0) {
            return "";
        }
        var lines = review.worstBlocking().stream()
                .map(pair -> Line.of(
                        round.name(pair.a()), round.name(pair.b()), shown(pair.gainOfA()), shown(pair.gainOfB())))
                .toList();
        return section(
                "blocking",
                "Who would rather have whom",
                "<p class=\"quiet\">Two cities that would both gain by leaving their partners for each other.</p>"
                        + Html.table(
                                "The %d with the largest gain of %,d".formatted(lines.size(), review.blockingCount()),
                                List.of(
                                        Column.words("City"),
                                        Column.words("and"),
                                        Column.number("Gain of the first"),
                                        Column.number("Gain of the second")),
                                lines));
    }

    private String robustness() {
        if (review.robustness().isEmpty()) {
            return section("robustness", "How firm the answer is", "<p>Not computed for a round of this size.</p>");
        }
        var lines = review.robustness().stream()
                .map(robust -> Line.of(named(robust.pair()), "%d of %d".formatted(robust.kept(), robust.runs())))
                .toList();
        return section(
                "robustness",
                "How firm the answer is",
                Html.table(
                        "In how many runs with scores changed at random by up to a tenth the pair was chosen again",
                        List.of(Column.words("Pair"), Column.number("Runs")),
                        lines));
    }

    private String method() {
        var rules = round.round().rules();
        var weights = Arrays.stream(Criterion.values())
                .map(criterion -> "%s %s"
                        .formatted(
                                criterion.key(),
                                shortened(rules.weights().values().getOrDefault(criterion, 0.0))))
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
        return section("method", "How this was computed", """
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
