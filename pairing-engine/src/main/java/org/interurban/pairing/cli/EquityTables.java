package org.interurban.pairing.cli;

import static org.interurban.pairing.cli.Html.text;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interurban.pairing.Answer;
import org.interurban.pairing.cli.Html.Column;
import org.interurban.pairing.cli.Html.Line;
import org.interurban.pairing.scoring.Profile;

/** Who fares how: by country, size and whether they are new. */
final class EquityTables {

    private final PreparedRound round;
    private final AnswerReview review;
    private final ReportWords words;

    EquityTables(ReportWords words) {
        this.round = words.round();
        this.review = words.review();
        this.words = words;
    }

    String section() {
        return ReportWords.section(
                "equity",
                "Who fares how",
                spread("By country", city -> city.country().isEmpty() ? "unknown" : city.country())
                        + spread("By size", EquityTables::size)
                        + spread("Newcomers", EquityTables::newcomer));
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
                            .filter(city -> words.isServed(city.id()))
                            .count();
                    var mean = entry.getValue().stream()
                            .flatMap(city -> review.answer().pairs().stream()
                                    .filter(pair -> pair.a().equals(city.id())
                                            || pair.b().equals(city.id())))
                            .mapToLong(Answer.Pair::score)
                            .average();
                    return Line.of(
                            entry.getKey(),
                            String.valueOf(entry.getValue().size()),
                            String.valueOf(servedHere),
                            mean.isPresent() ? words.shown(Math.round(mean.getAsDouble())) : "–");
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
}
