package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One of the things the command line can do. */
interface Command {

    /** Runs with the words after its name and returns the exit code. */
    int run(List<String> words, PrintStream out, PrintStream err) throws UsageException, IOException;
}
