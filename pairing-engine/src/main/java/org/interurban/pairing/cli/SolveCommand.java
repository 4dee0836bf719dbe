package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Certificate;
import org.interurban.pairing.Engine;
import org.interurban.pairing.InvalidProblemException;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Problem;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.files.RoundFiles;
import org.interurban.pairing.scoring.Meaning;

/** {@code solve}: the best answer to a round, with its proof and its reasons. */
final class SolveCommand implements Command {

    private record Solved(PreparedRound round, Problem problem, Outcome outcome) {}

    private final Meaning meaning;

    SolveCommand(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) throws UsageException, IOException {
        var options = new HashSet<>(RoundOptions.NAMES);
        options.add("--out");
        var arguments = Arguments.of(words, options, 0, 0);
        var files = RoundOptions.files(arguments);
        var folder = new RunFolder(arguments.required("--out"));
        var findings = new Findings();
        var round = files.read(findings);
        Messages.print(findings, err);
        if (round.isEmpty()) {
            return Pairing.BAD_INPUT;
        }
        try {
            var solved = solved(PreparedRound.of(round.get(), meaning, new Progress(err)), err);
            return switch (solved.outcome) {
                case Outcome.Solved(var answer, var certificate) -> {
                    write(folder, files, solved, answer, certificate, OptionalLong.empty());
                    yield told(solved, answer, "exact", out);
                }
                case Outcome.Bounded(var answer, var bound, var certificate) -> {
                    write(folder, files, solved, answer, certificate, OptionalLong.of(bound));
                    out.printf(
                            "no answer is worth more than %d: the gap is %s%n", bound, ReportWords.gap(bound, answer));
                    yield told(solved, answer, "bound " + bound, out);
                }
                case Outcome.Infeasible infeasible -> {
                    folder.removeAnswer(err);
                    yield Messages.print(infeasible, solved.round, err);
                }
                case Outcome.Refused refused -> {
                    folder.removeAnswer(err);
                    yield Messages.print(refused, err);
                }
            };
        } catch (InvalidProblemException e) {
            Messages.print(e, err);
            return Pairing.BAD_INPUT;
        }
    }

    /** Solves over the pairs worth it and, where there is a method, makes sure that no other pair could do better. */
    private static Solved solved(PreparedRound prepared, PrintStream err) {
        var priced = prepared.shortlisted() && prepared.canBePriced();
        if (priced) {
            err.println("solving, and pricing the pairs that were left out");
        }
        var round = prepared.complete();
        var problem = round.problem();
        var outcome = Engine.solve(problem);
        if (priced && outcome instanceof Outcome.Solved) {
            err.printf(
                    "note: %,d pairs take part, %,d of them added by pricing; no other pair could raise the"
                            + " objective%n",
                    round.scores().size(),
                    round.scores().size() - prepared.scores().size());
        } else if (round.shortlisted()) {
            err.printf(
                    "note: %,d pairs take part, the best of each participant; what is said is about these%n",
                    round.scores().size());
        }
        return new Solved(round, problem, outcome);
    }

    private void write(
            RunFolder folder,
            RoundFiles files,
            Solved solved,
            Answer answer,
            Certificate certificate,
            OptionalLong bound)
            throws IOException {
        var review = AnswerReview.of(solved.problem, solved.outcome, answer);
        folder.writeWithInputs(beside -> {
            beside.keepInputs(files, solved.round.scores());
            beside.writePairs(answer);
            beside.writeCertificate(certificate);
            Explanations.write(beside.file("explanations.csv"), solved.round, review);
            Files.writeString(
                    beside.file("report.html"), new Report(solved.round, review, bound, meaning.name()).html());
        });
    }

    private static int told(Solved solved, Answer answer, String proof, PrintStream out) {
        for (var pair : answer.pairs()) {
            out.printf("%s - %s  %d%n", solved.round.name(pair.a()), solved.round.name(pair.b()), pair.score());
        }
        if (answer.pairs().isEmpty()) {
            out.println("no pair was made: " + solved.round.whyNone());
        }
        out.printf(
                "objective %d pairs %d proof %s%n",
                answer.objective(), answer.pairs().size(), proof);
        return Pairing.DONE;
    }
}
