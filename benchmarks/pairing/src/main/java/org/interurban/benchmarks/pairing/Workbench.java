package org.interurban.benchmarks.pairing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.Side;

/** Solves 500 by 500 cities, all pairs allowed, again and again after another lock, with the regrets of all pairs. */
final class Workbench {

    private static final int SIZE = 500;
    private static final int RUNS = 41;

    private Workbench() {}

    static void run() {
        var random = new SplittableRandom(1);
        var builder = Problem.builder(1);
        for (var i = 0; i < SIZE; i++) {
            builder.participant(Participant.single("a" + i, Side.A));
            builder.participant(Participant.single("b" + i, Side.B));
        }
        var fame = random.ints(SIZE, 0, 500_000).toArray();
        for (var a = 0; a < SIZE; a++) {
            for (var b = 0; b < SIZE; b++) {
                builder.pair("a" + a, "b" + b, fame[b] + random.nextInt(500_000));
            }
        }
        var problem = builder.build();
        var milliseconds = LongStream.range(0, RUNS)
                .map(run -> {
                    var start = System.nanoTime();
                    var locked = problem.withLocks(
                            List.of(new Lock.Must("a" + run, "b" + run * 7 % SIZE, "benchmark", "benchmark")));
                    Regrets.of(locked, (Outcome.Solved) Engine.solve(locked)).all();
                    return (System.nanoTime() - start) / 1_000_000;
                })
                .sorted()
                .toArray();
        Table.print(
                "%-10s engine median %d ms, slowest %d ms",
                "workbench", milliseconds[RUNS / 2], milliseconds[RUNS - 1]);
    }
}
