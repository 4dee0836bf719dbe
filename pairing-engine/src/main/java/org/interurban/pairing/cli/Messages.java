package org.interurban.pairing.cli;

import java.io.PrintStream;
import org.interurban.pairing.files.Findings;

/** What a person is told about the input. */
final class Messages {

    private Messages() {}

    static void print(Findings findings, PrintStream err) {
        findings.notes().forEach(note -> err.println("note: " + note));
        findings.faults().forEach(err::println);
    }
}
