package org.interurban.pairing.cli;

import static org.interurban.pairing.cli.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.cli.Html.Column;
import org.interurban.pairing.cli.Html.Line;
import org.interurban.pairing.scoring.Profile;

/** What another choice would cost: other partners, locks, who would rather leave, and how firm the answer is. */
final class CostTables {

    private static final int MOST_CITIES = 120;
    private static final int MOST_ALTERNATIVES = 5;

    /** For each of these cities the round is scored and solved anew many times. */
    private static final int MOST_ADVISED = 5;

    private static final int MOST_PAIRS_TO_ADVISE = 10_000;

    private final PreparedRound round;
    private final AnswerReview review;
    private final ReportWords words;

    CostTables(ReportWords words) {
        this.round = words.round();
        this.review = words.review();
        this.words = words;
    }

    /** For every city its other partners, and what they would cost. */
    String alternatives() {
        if (!review.hasRegrets()) {
            return ReportWords.section(
                    "otherwise",
                    "If you chose otherwise",
                    "<p>What each other pair would cost was not computed for a round of this form and size;"
                            + " <code>explain</code> computes it for one pair of an exact answer.</p>");
        }
        var tables = round.byName().stream()
                .limit(MOST_CITIES)
                .map(this::alternativesOf)
                .collect(Collectors.joining("\n"));
        return ReportWords.section(
                "otherwise",
                "If you chose otherwise",
                "<p class=\"quiet\">For every city its possible partners, and what choosing one would cost the"
                        + " whole.</p>"
                        + "<div class=\"columns\">" + tables + "</div>");
    }

    private String alternativesOf(Profile city) {
        var lines = review.alternatives(city.id()).stream()
                .limit(MOST_ALTERNATIVES)
                .map(other -> new Line(
                        other.chosen(),
                        List.of(
                                round.name(other.partner()),
                                words.shown(other.score()),
                                other.chosen() ? "chosen" : words.cost(other.regret()))))
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

    /** Who has no partner, and what would change that. */
    String without() {
        var alone = round.byName().stream()
                .filter(city -> !words.isServed(city.id()))
                .toList();
        if (alone.isEmpty()) {
            return "";
        }
        var problem = round.problem();
        var advised = problem.candidates().size() <= MOST_PAIRS_TO_ADVISE ? MOST_ADVISED : 0;
        var lines = alone.stream()
                .limit(ReportWords.MOST_ROWS)
                .map(city -> {
                    var best = review.alternatives(city.id()).stream()
                            .min(Comparator.comparingLong(Regrets.Alternative::regret));
                    return Line.of(
                            city.name(),
                            best.map(other -> round.name(other.partner())).orElse("no pair is allowed or known"),
                            best.map(other -> words.cost(other.regret())).orElse(""),
                            best.filter(other -> alone.indexOf(city) < advised)
                                    .map(other -> AdditionWords.lines(round, problem, city.id(), other.partner()))
                                    .map(advice -> String.join("; or ", advice))
                                    .orElse(""),
                            missing(city));
                })
                .toList();
        return ReportWords.section(
                "without",
                "Without a partner",
                Html.table(
                                "Cities without a partner, and what would change that at the least cost",
                                List.of(
                                        Column.words("City"),
                                        Column.words("Nearest partner"),
                                        Column.number("Cost to the whole"),
                                        Column.words("It could add"),
                                        Column.words("The profile leaves open")),
                                lines)
                        + ReportWords.rest(alone.size()));
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

    /** What each lock costs. */
    String locks() {
        if (review.lockCosts().isEmpty()) {
            return "";
        }
        var lines = review.lockCosts().stream()
                .map(cost -> Line.of(
                        round.name(cost.lock().a()) + " – "
                                + round.name(cost.lock().b()),
                        kind(cost.lock()),
                        words.shown(cost.cost()),
                        cost.lock().reason(),
                        cost.lock().by()))
                .toList();
        return ReportWords.section(
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

    /** Who would rather have whom. */
    String blocking() {
        if (review.blockingCount() == 0) {
            return "";
        }
        var lines = review.worstBlocking().stream()
                .map(pair -> Line.of(
                        round.name(pair.a()),
                        round.name(pair.b()),
                        words.shown(pair.gainOfA()),
                        words.shown(pair.gainOfB())))
                .toList();
        return ReportWords.section(
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

    /** How often disturbed scores give the same pair. */
    String robustness() {
        if (review.robustness().isEmpty()) {
            return ReportWords.section(
                    "robustness", "How firm the answer is", "<p>Not computed for a round of this size.</p>");
        }
        var lines = review.robustness().stream()
                .map(robust -> Line.of(words.named(robust.pair()), "%d of %d".formatted(robust.kept(), robust.runs())))
                .toList();
        return ReportWords.section(
                "robustness",
                "How firm the answer is",
                Html.table(
                        "In how many runs with scores changed at random by up to a tenth the pair was chosen again",
                        List.of(Column.words("Pair"), Column.number("Runs")),
                        lines));
    }
}
