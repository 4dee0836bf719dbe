package org.interurban.pairing.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.interurban.pairing.InvalidProblemException;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Rule;
import org.interurban.pairing.files.Findings;

/** What a person is told about the input, and about a round without an answer. */
final class Messages {

    private Messages() {}

    /** Whoever has read so many mends the kind of fault that they are. */
    private static final int MOST = 100;

    static void print(Findings findings, PrintStream err) {
        print(findings.notes().stream().map("note: "::concat).toList(), "notes", err);
        print(findings.faults(), "faults", err);
    }

    static void print(InvalidProblemException invalid, PrintStream err) {
        print(invalid.faults(), "faults", err);
    }

    private static void print(List<?> all, String what, PrintStream err) {
        all.stream().limit(MOST).forEach(err::println);
        if (all.size() > MOST) {
            err.printf(Locale.ROOT, "and %,d more %s%n", all.size() - MOST, what);
        }
    }

    /** Says why a round has no answer; what the command then ends with. */
    static int print(Outcome.Infeasible infeasible, PreparedRound round, PrintStream err) {
        var conflict = infeasible.conflict();
        err.println("The rules cannot all be met. "
                + (conflict.size() == 1
                        ? "This one cannot hold:"
                        : "These conflict; "
                                + (infeasible.minimal()
                                        ? "without any one of them the others can hold:"
                                        : "whether it takes all of them is not known:")));
        conflict.forEach(rule -> err.println("- " + rule.sentence() + because(rule, round)));
        return Pairing.INFEASIBLE;
    }

    /** Why a lock asks for what cannot be. */
    private static String because(Rule rule, PreparedRound round) {
        return rule instanceof Rule.Locked(Lock.Must must)
                ? round.barred(must.a(), must.b())
                        .map(why -> ", a pair that is not allowed, since " + why)
                        .orElse("")
                : "";
    }

    static int print(Outcome.Refused refused, PrintStream err) {
        err.println(refused.reason() + (refused.names().isEmpty() ? "" : ": " + String.join(", ", refused.names())));
        return Pairing.BAD_INPUT;
    }
}
