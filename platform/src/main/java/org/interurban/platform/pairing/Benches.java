package org.interurban.platform.pairing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The runs that were looked at last, ready to be looked at again. */
@Component
class Benches {

    private static final int MOST = 12;

    /** Some 100 bytes of memory a pair: two rounds of 500 x 500. */
    private static final int MOST_PAIRS = 600_000;

    private final Runs runs;
    private final Map<RunId, Bench> open = new LinkedHashMap<>(16, 0.75f, true);

    Benches(Runs runs) {
        this.runs = runs;
    }

    Bench of(Run run) {
        synchronized (open) {
            var known = open.get(run.id());
            if (known != null && known.run().result().equals(run.result())) {
                return known;
            }
        }
        return open(run, new Solving(scoring(run), run.rules(), run.locks()));
    }

    /** Lays out a run that has just been solved, so that nobody solves it again to look at it. */
    Bench open(Run run, Solving solving) {
        var bench = new Bench(run, solving);
        synchronized (open) {
            open.remove(run.id());
            open.put(run.id(), bench);
            var eldest = open.values().iterator();
            while ((open.size() > MOST || pairsOpen() > MOST_PAIRS) && eldest.next() != bench) {
                eldest.remove();
            }
            return bench;
        }
    }

    private long pairsOpen() {
        return open.values().stream()
                .mapToLong(bench -> bench.solving().asked().candidates().size())
                .sum();
    }

    /** Of another run with the same scores where one is open, else as it was kept. */
    Scoring scoring(Run run) {
        synchronized (open) {
            for (var bench : open.values()) {
                if (bench.scoring().id().equals(run.scoring())) {
                    return bench.scoring();
                }
            }
        }
        return runs.scoring(run.scoring());
    }
}
