package org.interurban.benchmarks.pairing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints the benchmark table, or the rows named as arguments.
 *
 * <p>Engine and peer run in turns, each time in a fresh process; the medians are compared. Both start from the same round in memory. The
 * engine's time ends with its written certificate.
 */
final class Table {

    private static final int RUNS = 5;

    /** Options of a process that is to answer one question in little memory. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private record Measured(long objective, double seconds, long megabytes) {}

    private Table() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var rows = arguments.length > 0
                ? Arrays.asList(arguments)
                : List.of("loose", "contested", "equal", "everyone", "pool", "workbench", "complete", "candidates");
        for (var row : rows) {
            switch (row) {
                case "loose", "contested", "equal" ->
                    compare(row, "-Xmx64m", row.toUpperCase(Locale.ROOT), 20_000, RUNS);
                case "everyone" -> compare(row, "-Xmx112m", "LOOSE", 120_000, 3);
                case "pool" -> {
                    var pool = run("engine", "-Xmx2g", "POOL", 13_000, 30);
                    print("%-10s engine %6.2f s %5d MB", row, pool.seconds(), pool.megabytes());
                }
                case "workbench" -> Workbench.run();
                case "complete" -> Complete.run();
                case "candidates" -> Shortlisted.run();
                default -> throw new IllegalArgumentException("There is no row " + row);
            }
        }
    }

    private static void compare(String row, String heap, String family, int size, int runs)
            throws IOException, InterruptedException {
        var engine = new ArrayList<Measured>();
        var peer = new ArrayList<Measured>();
        for (var i = 0; i < runs; i++) {
            engine.add(run("engine", heap, family, size, 50));
            peer.add(run("ortools", heap, family, size, 50));
        }
        if (engine.getFirst().objective() != peer.getFirst().objective()) {
            throw new IllegalStateException("The optima differ in row " + row);
        }
        var seconds = median(engine, Measured::seconds);
        var megabytes = median(engine, Measured::megabytes);
        var peerSeconds = median(peer, Measured::seconds);
        var peerMegabytes = median(peer, Measured::megabytes);
        print(
                "%-10s engine %6.2f s %5.0f MB   OR-Tools %6.2f s %5.0f MB   ratio %.2f CPU %.2f memory",
                row, seconds, megabytes, peerSeconds, peerMegabytes, seconds / peerSeconds, megabytes / peerMegabytes);
    }

    static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private interface Reading {
        double of(Measured measured);
    }

    private static double median(List<Measured> runs, Reading reading) {
        return runs.stream().mapToDouble(reading::of).sorted().toArray()[runs.size() / 2];
    }

    private static Measured run(String solver, String heap, String family, int size, int candidates)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.add(heap);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Contestant.class.getName()));
        command.addAll(List.of(solver, family, Integer.toString(size), Integer.toString(candidates)));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .trim()
                .split(" ");
        if (process.waitFor() != 0 || words.length != 3) {
            throw new IllegalStateException("A process failed: " + String.join(" ", command));
        }
        return new Measured(Long.parseLong(words[0]), Double.parseDouble(words[1]), Long.parseLong(words[2]));
    }
}
