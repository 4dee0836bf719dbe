package org.interurban.benchmarks.pairing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.HardRules;
import org.interurban.pairing.scoring.Offer;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Scorer;
import org.interurban.pairing.scoring.Seek;
import org.interurban.pairing.scoring.Setting;
import org.interurban.pairing.scoring.Shortlist;
import org.interurban.pairing.scoring.Ties;
import org.interurban.pairing.scoring.Topics;

/** Finds candidates among 20,000 by 20,000 made-up profiles, and how many of the truly best partners are among them. */
final class Shortlisted {

    private static final int SIZE = 20_000;
    private static final int KEPT = 50;

    /** For so many cities all 20,000 partners are scored, to know which are truly best. */
    private static final int SAMPLE = 100;

    private static final List<String> TAGS =
            List.of("port", "river", "mountain", "capital", "industrial", "university");
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ko", "zh", "de", "id");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Europe/Lisbon", "Asia/Seoul", "Asia/Jakarta", "Asia/Dhaka", "America/Bogota");

    private final SplittableRandom random = new SplittableRandom(1);

    private Shortlisted() {}

    static void run() {
        var generator = new Shortlisted();
        var profiles = new ArrayList<Profile>();
        for (var side : List.of(Side.A, Side.B)) {
            for (var i = 0; i < SIZE; i++) {
                profiles.add(generator.profile(side, i));
            }
        }
        var start = System.nanoTime();
        var startOfCpu = cpuSeconds();
        var scorer = Scorer.of(profiles).build();
        var pairs = Shortlist.of(scorer, HardRules.NONE, KEPT, done -> {});
        var seconds = (System.nanoTime() - start) / 1e9;
        var secondsOfCpu = cpuSeconds() - startOfCpu;
        Table.print(
                "%-10s engine %.1f s CPU, %.1f s on the clock, %d pairs, recall of the true top %d %.1f %%",
                "candidates", secondsOfCpu, seconds, pairs.size(), KEPT, 100 * recall(scorer, pairs));
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static double recall(Scorer scorer, List<Shortlist.Scored> pairs) {
        var found =
                pairs.stream().map(pair -> List.of(pair.a(), pair.b())).collect(Collectors.toCollection(HashSet::new));
        var sideA = scorer.on(Side.A);
        var hit = 0L;
        for (var at = 0; at < SIZE; at += SIZE / SAMPLE) {
            var city = sideA[at];
            hit += Arrays.stream(scorer.on(Side.B))
                    .mapToObj(
                            other -> new int[] {other, scorer.marks(city, other).joint()})
                    .sorted((one, other) -> Integer.compare(other[1], one[1]))
                    .limit(KEPT)
                    .filter(best -> found.contains(List.of(city, best[0])))
                    .count();
        }
        return hit / (double) (SAMPLE * KEPT);
    }

    private Profile profile(Side side, int number) {
        var id = side.name() + number;
        return new Profile(
                Participant.single(id, side),
                id,
                "",
                topics().stream()
                        .map(topic -> Offer.of(topic, 1 + random.nextInt(3)))
                        .toList(),
                topics().stream()
                        .map(topic -> Seek.of(topic, 1 + random.nextInt(3)))
                        .toList(),
                new Setting(
                        (long) Math.pow(10, 4 + 3 * random.nextDouble()),
                        Math.pow(10, 3 + 1.8 * random.nextDouble()),
                        two(TAGS),
                        two(LANGUAGES),
                        ZoneId.of(ZONES.get(random.nextInt(ZONES.size())))),
                new Ties(List.of(), Set.of(), Set.of(), random.nextInt(3) == 0));
    }

    private Set<String> topics() {
        var topics = new TreeSet<String>();
        var count = 2 + random.nextInt(3);
        while (topics.size() < count) {
            topics.add(Topics.shipped()
                    .get(random.nextInt(Topics.shipped().size()))
                    .code());
        }
        return topics;
    }

    private Set<String> two(List<String> of) {
        var first = random.nextInt(of.size());
        return Set.of(of.get(first), of.get((first + 1 + random.nextInt(of.size() - 1)) % of.size()));
    }
}
