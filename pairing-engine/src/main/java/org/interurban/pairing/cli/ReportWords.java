package org.interurban.pairing.cli;

import static org.interurban.pairing.cli.Html.text;

import java.util.Locale;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.scoring.PairScore;

/** How the report's sections show scores, costs and names alike. */
record ReportWords(PreparedRound round, AnswerReview review) {

    /** More would make a page that nobody scrolls through; the files hold all. */
    static final int MOST_ROWS = 2_000;

    /** Computed scores are shares of the best that can be; given ones are shown as they were given. */
    String shown(long score) {
        return round.scorer().isPresent()
                ? String.format(Locale.ROOT, "%.3f", score / (double) PairScore.ONE)
                : String.format(Locale.ROOT, "%,d", score);
    }

    String named(Answer.Pair pair) {
        return round.name(pair.a()) + " – " + round.name(pair.b());
    }

    String cost(long regret) {
        return regret == Regrets.IMPOSSIBLE ? "rules would break" : shown(regret);
    }

    boolean isServed(String id) {
        return !review.partners(id).isEmpty();
    }

    static String section(String id, String title, String content) {
        return "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n%s\n</section>"
                .formatted(id, id, text(title), content);
    }

    /** Says below a table how much of it is not shown. */
    static String rest(int all) {
        return all <= MOST_ROWS
                ? ""
                : "<p>The first %,d of %,d; all stand in <a href=\"pairs.csv\">pairs.csv</a>.</p>"
                        .formatted(MOST_ROWS, all);
    }

    /** How far an answer may be from a best one. */
    static String gap(long bound, Answer answer) {
        var gap = bound == 0 ? 0 : (bound - answer.objective()) / (double) bound;
        return String.format(Locale.ROOT, "%.1f %%", 100 * gap);
    }

    static String percent(int millionths) {
        return Math.round(100.0 * millionths / PairScore.ONE) + " %";
    }

    /** With one decimal, if there is one. */
    static String shortened(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceAll("\\.0$", "");
    }
}
