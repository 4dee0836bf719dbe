package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Certificate;
import org.interurban.pairing.Engine;
import org.interurban.pairing.InvalidProblemException;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Rule;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.files.RoundFiles;
import org.interurban.pairing.scoring.Meaning;

/** {@code solve}: the best answer to a round, with its proof and its reasons. */
final class SolveCommand implements Command {

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
        var prepared = PreparedRound.of(round.get(), meaning, new Progress(err));
        if (prepared.shortlisted()) {
            err.printf(
                    "note: %,d pairs are worth scoring and take part; the others do not%n",
                    prepared.scores().size());
        }
        Problem problem;
        try {
            problem = prepared.problem();
        } catch (InvalidProblemException e) {
            e.faults().forEach(err::println);
            return Pairing.BAD_INPUT;
        }
        return switch (Engine.solve(problem)) {
            case Outcome.Solved solved ->
                answered(folder, files, prepared, problem, solved, solved.answer(), solved.certificate(), "exact", out);
            case Outcome.Bounded bounded ->
                answered(
                        folder,
                        files,
                        prepared,
                        problem,
                        bounded,
                        bounded.answer(),
                        bounded.certificate(),
                        "bound " + bounded.bound(),
                        out);
            case Outcome.Infeasible(var conflict) -> {
                err.println(
                        "The rules cannot all be met. These conflict; without any one of them the others can hold:");
                conflict.stream().map(Rule::sentence).forEach(sentence -> err.println("- " + sentence));
                yield Pairing.INFEASIBLE;
            }
            case Outcome.Refused(var reason, var names) -> {
                err.println(reason + (names.isEmpty() ? "" : ": " + String.join(", ", names)));
                yield Pairing.BAD_INPUT;
            }
        };
    }

    private int answered(
            RunFolder folder,
            RoundFiles files,
            PreparedRound prepared,
            Problem problem,
            Outcome outcome,
            Answer answer,
            Certificate certificate,
            String proof,
            PrintStream out)
            throws IOException {
        Files.createDirectories(folder.folder());
        folder.keepInputs(files, prepared.scores());
        folder.writePairs(answer);
        folder.writeCertificate(certificate);
        var review = AnswerReview.of(problem, outcome, answer);
        Explanations.write(folder.file("explanations.csv"), prepared, review);
        Files.writeString(folder.file("report.html"), new Report(prepared, review, proof, meaning.name()).html());
        for (var pair : answer.pairs()) {
            out.printf("%s - %s  %d%n", prepared.name(pair.a()), prepared.name(pair.b()), pair.score());
        }
        out.printf(
                "objective %d pairs %d proof %s%n",
                answer.objective(), answer.pairs().size(), proof);
        return Pairing.DONE;
    }
}
