package org.interurban.pairing.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interurban.pairing.scoring.Meaning;

/** The command line of the pairing engine. */
public final class Pairing {

    static final int DONE = 0;
    static final int REFUSED_CERTIFICATE = 1;
    static final int BAD_INPUT = 2;
    static final int INFEASIBLE = 3;

    static final String USAGE = """
        usage: pairing solve --participants P.csv [--offers O.csv] [--seeks S.csv] [--topics T.csv] [--scores W.csv] [--rules R.yaml] --out DIR
               pairing verify CERTIFICATE [--participants P.csv] [--offers O.csv] [--seeks S.csv] [--topics T.csv] [--scores W.csv] [--rules R.yaml]
               pairing explain DIR A B
               pairing repair DIR [--agreed PAIRS.csv] [--withdrawn ID;ID] [--participants P.csv] [--offers O.csv] [--seeks S.csv] [--topics T.csv] [--scores W.csv] [--rules R.yaml] --out NEW
               pairing backtest --cities C.csv --truth T.csv [--out DIR]\
        """;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Command> commands;

    Pairing(PrintStream out, PrintStream err, Meaning meaning) {
        this.out = out;
        this.err = err;
        commands = Map.of(
                "solve", new SolveCommand(meaning),
                "verify", new VerifyCommand(meaning),
                "explain", new ExplainCommand(meaning),
                "repair", new RepairCommand(meaning),
                "backtest", new BacktestCommand(meaning));
    }

    public static void main(String[] arguments) {
        // the model's library speaks through SLF4J, which would complain that nobody listens
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(new Pairing(out, err, Meaning.installed()).run(arguments));
    }

    int run(String... arguments) {
        var name = arguments.length == 0 ? "" : arguments[0];
        if (List.of("help", "--help", "-h").contains(name)) {
            out.println(USAGE);
            return DONE;
        }
        try {
            var command = commands.get(name);
            if (command == null) {
                throw new UsageException(name.isEmpty() ? "a command is missing" : "unknown command: " + name);
            }
            return command.run(Arrays.asList(arguments).subList(1, arguments.length), out, err);
        } catch (UsageException | InvalidPathException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return BAD_INPUT;
        } catch (IOException e) {
            err.println("a file cannot be read or written: " + e.getMessage());
            return BAD_INPUT;
        }
    }
}
