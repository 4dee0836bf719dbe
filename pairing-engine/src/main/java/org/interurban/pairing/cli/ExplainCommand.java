package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.files.GivenScore;
import org.interurban.pairing.scoring.Meaning;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Reading;

/** {@code explain}: why a pair was chosen, or why not and what choosing it would cost. */
final class ExplainCommand implements Command {

    /** A part speaks for a pair from here on, and against it below. */
    private static final double GOOD = 0.5;

    private final Meaning meaning;

    ExplainCommand(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) throws UsageException, IOException {
        var arguments = Arguments.of(words, Set.of(), 3, 3);
        var a = arguments.words().get(1);
        var b = arguments.words().get(2);
        var findings = new Findings();
        var prepared =
                new RunFolder(Path.of(arguments.words().getFirst())).prepared(meaning, findings, new Progress(err));
        Messages.print(findings, err);
        if (prepared.isEmpty()) {
            return Pairing.BAD_INPUT;
        }
        for (var id : List.of(a, b)) {
            if (!prepared.get().takesPart(id)) {
                err.println(id + " does not take part in this run");
                return Pairing.BAD_INPUT;
            }
        }
        if (a.equals(b)) {
            err.println("a pair has two participants");
            return Pairing.BAD_INPUT;
        }
        lines(prepared.get(), a, b).forEach(out::println);
        return Pairing.DONE;
    }

    private static List<String> lines(PreparedRound round, String a, String b) {
        var title = "%s - %s".formatted(round.name(a), round.name(b));
        var forbidden = round.forbidden(a, b);
        if (forbidden.isPresent()) {
            return List.of(title + ": not allowed, since " + forbidden.get());
        }
        var score = score(round, a, b);
        if (score.isEmpty()) {
            return List.of(title + ": not allowed, since the scores do not list this pair");
        }
        var lines = new ArrayList<String>();
        var problem = round.problem();
        switch (Engine.solve(problem)) {
            case Outcome.Solved solved
            when Regrets.canBeFound(solved) -> lines.add(title + verdict(problem, solved, a, b));
            case Outcome.Solved(var answer, var _) -> lines.add(title + withoutCost(answer, a, b));
            case Outcome.Bounded(var answer, var _, var _) -> lines.add(title + withoutCost(answer, a, b));
            case Outcome.Infeasible infeasible -> lines.add(title + ": the rules of this run cannot all be met");
            case Outcome.Refused refused -> lines.add(title + ": " + refused.reason());
        }
        lines.add("score %d".formatted(score.get().score()));
        round.parts(a, b)
                .ifPresentOrElse(
                        parts -> lines.addAll(reasons(round, parts)),
                        () -> lines.add("the score is the programme's own"));
        for (var city : List.of(a, b)) {
            var partner = city.equals(a) ? b : a;
            add(
                    lines,
                    "what %s could add to get %s".formatted(round.name(city), round.name(partner)),
                    AdditionWords.lines(round, problem, city, partner));
        }
        return lines;
    }

    private static Optional<GivenScore> score(PreparedRound round, String a, String b) {
        return round.scores().stream()
                .filter(score -> Set.of(score.a(), score.b()).equals(Set.of(a, b)))
                .findFirst();
    }

    private static boolean isIn(Answer answer, String a, String b) {
        return answer.pairs().stream()
                .anyMatch(pair -> Set.of(pair.a(), pair.b()).equals(Set.of(a, b)));
    }

    private static String verdict(Problem problem, Outcome.Solved solved, String a, String b) {
        var regret = Regrets.of(problem, solved).of(a, b);
        return isIn(solved.answer(), a, b)
                ? ": chosen; "
                        + cost(regret, "without it the whole would lose %s", "without it the rules cannot all be met")
                : ": not chosen; "
                        + cost(regret, "choosing it would cost the whole %s", "with it the rules cannot all be met");
    }

    private static String withoutCost(Answer answer, String a, String b) {
        return (isIn(answer, a, b) ? ": chosen" : ": not chosen")
                + "; what choosing otherwise would cost is not known, since the answer has a bound and no exact method";
    }

    private static String cost(OptionalLong regret, String words, String impossible) {
        if (regret.isEmpty()) {
            return "a lock decides";
        }
        return regret.getAsLong() == Regrets.IMPOSSIBLE ? impossible : words.formatted(regret.getAsLong());
    }

    private static List<String> reasons(PreparedRound round, PairScore score) {
        var speaksFor = new ArrayList<String>();
        var against = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        score.parts().forEach((part, reading) -> {
            if (round.round().rules().weights().values().getOrDefault(part.criterion(), 0.0) > 0) {
                switch (reading) {
                    case Reading.Known known ->
                        (known.value() >= GOOD ? speaksFor : against).addAll(known(part, known));
                    case Reading.Unknown(var prior, var reason) ->
                        unknown.add(line(part, prior) + "; unknown, a cautious value: " + reason);
                }
            }
        });
        var lines = new ArrayList<String>();
        lines.add("known: %d %% of the weight%s"
                .formatted(
                        Math.round(100.0 * score.confidence() / PairScore.ONE),
                        score.donor() ? "; a donor pair: one gives and the other hardly does" : ""));
        add(lines, "for", speaksFor);
        add(lines, "against", against);
        add(lines, "unknown", unknown);
        return lines;
    }

    private static void add(List<String> lines, String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add(title + ":");
            items.forEach(item -> lines.add("  " + item));
        }
    }

    private static List<String> known(Part part, Reading.Known known) {
        var lines = new ArrayList<String>();
        lines.add(line(part, known.value()) + "; " + known.reason());
        for (var evidence : known.evidence()) {
            lines.add("    \"%s\" and \"%s\": %s"
                    .formatted(evidence.a().words(), evidence.b().words(), evidence.match()));
        }
        return lines;
    }

    private static String line(Part part, double value) {
        return String.format(Locale.ROOT, "%s %.2f", part.words(), value);
    }
}
