package org.interurban.pairing.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Prints how long the candidates of a large round take, and how many of the truly best partners are among them. */
final class ShortlistBenchmark {

    private static final int KEPT = 50;

    private ShortlistBenchmark() {}

    public static void main(String[] arguments) {
        var cities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        var profiles = new GeneratedRound(1).twoSides(cities, cities);
        var start = System.nanoTime();
        var scorer = Scorer.of(profiles).build();
        var scored = System.nanoTime();
        var pairs = Shortlist.of(scorer, HardRules.NONE, KEPT, done -> {});
        var listed = System.nanoTime();

        var found =
                pairs.stream().map(pair -> List.of(pair.a(), pair.b())).collect(Collectors.toCollection(HashSet::new));
        System.out.printf(
                "%,d x %,d cities: profiles read %.1f s, %,d candidates %.1f s, recall of the true top %d: %.1f %%%n",
                cities,
                cities,
                (scored - start) / 1e9,
                pairs.size(),
                (listed - scored) / 1e9,
                KEPT,
                100 * ShortlistTests.recall(scorer, found, KEPT));
    }
}
