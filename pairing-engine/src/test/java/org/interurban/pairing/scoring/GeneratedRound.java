package org.interurban.pairing.scoring;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;

/** Rounds of made-up cities with full profiles, the same for the same seed. */
final class GeneratedRound {

    private static final List<String> TAGS =
            List.of("port", "river", "mountain", "capital", "industrial", "university");
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ko", "zh", "de", "id");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Europe/Lisbon", "Asia/Seoul", "Asia/Jakarta", "Asia/Dhaka", "America/Bogota");

    private final SplittableRandom random;

    GeneratedRound(long seed) {
        random = new SplittableRandom(seed);
    }

    List<Profile> twoSides(int a, int b) {
        var profiles = new ArrayList<Profile>();
        for (var i = 0; i < a; i++) {
            profiles.add(profile("a" + i, Side.A, "b", b));
        }
        for (var i = 0; i < b; i++) {
            profiles.add(profile("b" + i, Side.B, "a", a));
        }
        return profiles;
    }

    private Profile profile(String id, Side side, String others, int howMany) {
        var offers = new ArrayList<Offer>();
        var seeks = new ArrayList<Seek>();
        for (var topic : topics(2 + random.nextInt(3))) {
            offers.add(Offer.of(topic, 1 + random.nextInt(3)));
        }
        for (var topic : topics(2 + random.nextInt(3))) {
            seeks.add(Seek.of(topic, 1 + random.nextInt(3)));
        }
        var wishes = new ArrayList<>(
                new TreeSet<>(List.of(others + random.nextInt(howMany), others + random.nextInt(howMany))));
        return new Profile(
                Participant.single(id, side),
                id,
                "",
                offers,
                seeks,
                new Setting(
                        (long) Math.pow(10, 4 + 3 * random.nextDouble()),
                        Math.pow(10, 3 + 1.8 * random.nextDouble()),
                        some(TAGS, 2),
                        some(LANGUAGES, 2),
                        ZoneId.of(ZONES.get(random.nextInt(ZONES.size())))),
                new Ties(wishes, Set.of(), Set.of(), random.nextInt(3) == 0));
    }

    private Set<String> topics(int howMany) {
        var topics = new TreeSet<String>();
        while (topics.size() < howMany) {
            topics.add(Topics.shipped()
                    .get(random.nextInt(Topics.shipped().size()))
                    .code());
        }
        return topics;
    }

    private Set<String> some(List<String> of, int howMany) {
        var some = new HashSet<String>();
        while (some.size() < howMany) {
            some.add(of.get(random.nextInt(of.size())));
        }
        return some;
    }

    /** The profile without what it says, but for a share of its parts. */
    Profile emptied(Profile profile, double kept) {
        var setting = profile.setting();
        var ties = profile.ties();
        return profile.withLines(keep(kept) ? profile.offers() : List.of(), keep(kept) ? profile.seeks() : List.of())
                .with(new Setting(
                        keep(kept) ? setting.population() : null,
                        keep(kept) ? setting.income() : null,
                        keep(kept) ? setting.tags() : Set.of(),
                        keep(kept) ? setting.languages() : Set.of(),
                        keep(kept) ? setting.zone() : null))
                .with(new Ties(
                        keep(kept) ? ties.wishes() : List.of(),
                        Set.of(),
                        Set.of(),
                        keep(kept) ? ties.firstTimer() : null));
    }

    private boolean keep(double kept) {
        return random.nextDouble() < kept;
    }
}
