package org.interurban.pairing.cli;

import static org.interurban.pairing.cli.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.interurban.pairing.Side;
import org.interurban.pairing.files.GivenScore;
import org.interurban.pairing.scoring.Profile;

/** The answer as routes between two platforms of stations. */
final class RouteDiagram {

    private static final int MOST_ON_A_SIDE = 30;

    /** Possible routes are drawn only where they do not become a thicket. */
    private static final int MOST_POSSIBLE = 12;

    private static final int STEP = 56;
    private static final int TOP = 56;
    private static final int LEFT = 350;
    private static final int RIGHT = 750;

    private final PreparedRound round;
    private final AnswerReview review;
    private final LongFunction<String> shown;
    private final Map<String, Integer> heights = new HashMap<>();

    RouteDiagram(PreparedRound round, AnswerReview review, LongFunction<String> shown) {
        this.round = round;
        this.review = review;
        this.shown = shown;
    }

    /** The drawing, or nothing for one pool and for rounds that are too large to be drawn. */
    String svg() {
        var left = on(Side.A);
        var right = on(Side.B);
        var most = Math.max(left.size(), right.size());
        if (left.isEmpty() || right.isEmpty() || most > MOST_ON_A_SIDE) {
            return "";
        }
        place(left, right);
        var height = TOP + most * STEP;
        var drawing = new ArrayList<String>();
        drawing.add("""
            <svg viewBox="0 0 1100 %d" role="img" aria-labelledby="routes-title">
            <title id="routes-title">The proposed pairs as routes between two platforms; the table below says the same</title>
            <text x="%d" y="24" text-anchor="end">Side A</text><text x="%d" y="24">Side B</text>\
            """.formatted(height, LEFT - 32, RIGHT + 32));
        drawing.add(platform(LEFT, height));
        drawing.add(platform(RIGHT, height));
        if (round.scores().size() <= MOST_POSSIBLE) {
            round.scores().stream()
                    .filter(score -> !review.isChosen(score.a(), score.b()))
                    .forEach(score -> drawing.add(possible(score)));
        }
        review.answer().pairs().forEach(pair -> drawing.add(route(pair.a(), pair.b())));
        left.forEach(city -> drawing.add(station(city, LEFT, LEFT - 32, "end")));
        right.forEach(city -> drawing.add(station(city, RIGHT, RIGHT + 32, "start")));
        review.answer().pairs().forEach(pair -> drawing.add(plate(pair.a(), pair.b(), shown.apply(pair.score()))));
        drawing.add("</svg>");
        return String.join("\n", drawing);
    }

    private List<Profile> on(Side side) {
        return round.byName().stream()
                .filter(profile -> profile.participant().side() == side)
                .toList();
    }

    /** Side B stands in the order of its partners, so that routes cross little. */
    private void place(List<Profile> left, List<Profile> right) {
        for (var i = 0; i < left.size(); i++) {
            heights.put(left.get(i).id(), TOP + i * STEP + STEP / 2);
        }
        var ordered = right.stream()
                .sorted(Comparator.comparingDouble((Profile city) -> review.partners(city.id()).stream()
                                .mapToInt(partner -> heights.getOrDefault(partner, 0))
                                .average()
                                .orElse(Double.MAX_VALUE))
                        .thenComparing(Profile::name))
                .toList();
        for (var i = 0; i < ordered.size(); i++) {
            heights.put(ordered.get(i).id(), TOP + i * STEP + STEP / 2);
        }
    }

    private int height(String id) {
        return heights.getOrDefault(id, 0);
    }

    private static String platform(int x, int height) {
        return "<rect class=\"platform\" x=\"%d\" y=\"%d\" width=\"28\" height=\"%d\" rx=\"14\"/>"
                .formatted(x - 14, TOP - 8, height - TOP + 8);
    }

    private String route(String a, String b) {
        return "<path class=\"route\" d=\"%s\"/>".formatted(curve(a, b));
    }

    private String possible(GivenScore score) {
        return "<path class=\"possible\" d=\"%s\"/>".formatted(curve(score.a(), score.b()));
    }

    private String curve(String a, String b) {
        var one = round.participant(a).side() == Side.A ? a : b;
        var other = one.equals(a) ? b : a;
        return "M%d %d C%d %d %d %d %d %d"
                .formatted(
                        LEFT, height(one), LEFT + 140, height(one), RIGHT - 140, height(other), RIGHT, height(other));
    }

    private String plate(String a, String b, String score) {
        var middle = (height(a) + height(b)) / 2;
        var width = 24 + 9 * score.length();
        return """
            <rect class="plate" x="%d" y="%d" width="%d" height="28" rx="3"/>\
            <text class="plate-text" x="%d" y="%d" text-anchor="middle">%s</text>\
            """.formatted(
                        (LEFT + RIGHT - width) / 2, middle - 14, width, (LEFT + RIGHT) / 2, middle + 5, text(score));
    }

    private String station(Profile city, int x, int textAt, String anchor) {
        var y = height(city.id());
        var alone = review.partners(city.id()).isEmpty();
        return """
            <circle class="station%s" cx="%d" cy="%d" r="9"/><text x="%d" y="%d" text-anchor="%s">%s</text>%s\
            """.formatted(
                        alone ? " alone" : "",
                        x,
                        y,
                        textAt,
                        y + (alone ? 0 : 5),
                        anchor,
                        text(city.name()),
                        alone
                                ? "<text class=\"small\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">no partner</text>"
                                        .formatted(textAt, y + 18, anchor)
                                : "");
    }
}
