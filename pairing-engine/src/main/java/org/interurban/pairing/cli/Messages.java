package org.interurban.pairing.cli;

import java.io.PrintStream;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Rule;
import org.interurban.pairing.files.Findings;

/** What a person is told about the input, and about a round without an answer. */
final class Messages {

    private Messages() {}

    static void print(Findings findings, PrintStream err) {
        findings.notes().forEach(note -> err.println("note: " + note));
        findings.faults().forEach(err::println);
    }

    /** Says why a round has no answer; what the command then ends with. */
    static int print(Outcome.Infeasible infeasible, PrintStream err) {
        err.println("The rules cannot all be met. These conflict; "
                + (infeasible.minimal()
                        ? "without any one of them the others can hold:"
                        : "whether it takes all of them is not known:"));
        infeasible.conflict().stream().map(Rule::sentence).forEach(sentence -> err.println("- " + sentence));
        return Pairing.INFEASIBLE;
    }

    static int print(Outcome.Refused refused, PrintStream err) {
        err.println(refused.reason() + (refused.names().isEmpty() ? "" : ": " + String.join(", ", refused.names())));
        return Pairing.BAD_INPUT;
    }
}
