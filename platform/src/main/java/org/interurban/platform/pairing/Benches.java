package org.interurban.platform.pairing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The runs that were looked at last, ready to be looked at again. */
@Component
class Benches {

    private static final int MOST = 8;

    private final Runs runs;
    private final Map<UUID, Bench> open = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Bench> eldest) {
            return size() > MOST;
        }
    };

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
        return keep(new Bench(run, scoring(run)));
    }

    private Bench keep(Bench bench) {
        synchronized (open) {
            open.put(bench.run().id(), bench);
            return bench;
        }
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
