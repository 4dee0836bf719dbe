package org.interurban.benchmarks.pairing;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Problem;

/**
 * Solves one round in this process and prints the objective, the CPU seconds and the peak memory in megabytes.
 *
 * <p>The time runs from the finished round in memory to the answer (of the engine: to the written certificate), compilation by the
 * virtual machine included. The memory is that of the whole process.
 */
final class Contestant {

    private Contestant() {}

    /** Arguments: who solves, family, cities a side, candidates a city. */
    public static void main(String[] arguments) throws IOException {
        var size = Integer.parseInt(arguments[2]);
        var candidates = Integer.parseInt(arguments[3]);
        if (arguments[0].equals("ortools")) {
            var round = Round.of(Round.Family.valueOf(arguments[1]), size, candidates, 1);
            Loader.loadNativeLibraries();
            measure(() -> byMinCostFlow(round));
        } else {
            var problem = arguments[1].equals("POOL")
                    ? Pool.of(size, candidates, 1)
                    : Round.of(Round.Family.valueOf(arguments[1]), size, candidates, 1)
                            .problem();
            measure(() -> byEngine(problem));
        }
    }

    private interface Solver {
        long objective() throws IOException;
    }

    private static void measure(Solver solver) throws IOException {
        var before = cpuSeconds();
        var objective = solver.objective();
        System.out.printf(Locale.ROOT, "%d %.2f %d%n", objective, cpuSeconds() - before, peakMegabytes());
    }

    private static double cpuSeconds() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static long peakMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long byEngine(Problem problem) throws IOException {
        var solved = (Outcome.Solved) Engine.solve(problem);
        var file = Files.createTempFile("certificate", ".json");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            solved.certificate().writeTo(out);
        } finally {
            Files.delete(file);
        }
        return solved.answer().objective();
    }

    private static long byMinCostFlow(Round round) {
        var size = round.size();
        var source = 2 * size;
        var sink = source + 1;
        var flow = new MinCostFlow(sink + 1, round.partner().length + 2 * size + 1);
        for (var a = 0; a < size; a++) {
            for (var at = round.start()[a]; at < round.start()[a + 1]; at++) {
                flow.addArcWithCapacityAndUnitCost(a, size + round.partner()[at], 1, -round.score()[at]);
            }
        }
        for (var i = 0; i < size; i++) {
            flow.addArcWithCapacityAndUnitCost(source, i, 1, 0);
            flow.addArcWithCapacityAndUnitCost(size + i, sink, 1, 0);
        }
        flow.addArcWithCapacityAndUnitCost(source, sink, size, 0);
        flow.setNodeSupply(source, size);
        flow.setNodeSupply(sink, -size);
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools found no optimum");
        }
        return -flow.getOptimalCost();
    }
}
