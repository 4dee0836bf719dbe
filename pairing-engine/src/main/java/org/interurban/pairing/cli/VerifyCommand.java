package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.interurban.pairing.Checker;
import org.interurban.pairing.InvalidProblemException;
import org.interurban.pairing.Problem;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.scoring.Meaning;

/** {@code verify}: whether a certificate is whole and its proof holds. */
final class VerifyCommand implements Command {

    private final Meaning meaning;

    VerifyCommand(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) throws UsageException, IOException {
        var arguments = Arguments.of(words, RoundOptions.NAMES, 1, 1);
        var inputs = Optional.<Problem>empty();
        if (!arguments.options().isEmpty()) {
            var findings = new Findings();
            var round = RoundOptions.files(arguments).read(findings);
            Messages.print(findings, err);
            if (round.isEmpty()) {
                return Pairing.BAD_INPUT;
            }
            try {
                inputs = Optional.of(PreparedRound.of(round.get(), meaning, new Progress(err))
                        .complete()
                        .problem());
            } catch (InvalidProblemException e) {
                Messages.print(e, err);
                return Pairing.BAD_INPUT;
            }
        }
        return switch (Checker.check(Path.of(arguments.words().getFirst()), inputs)) {
            case Checker.Verdict.Valid(var notChecked) -> {
                out.println("valid");
                notChecked.forEach(what -> out.println("not checked: " + what));
                yield Pairing.DONE;
            }
            case Checker.Verdict.Invalid(var where, var what) -> {
                out.println("not valid: %s: %s".formatted(where, what));
                yield Pairing.REFUSED_CERTIFICATE;
            }
        };
    }
}
