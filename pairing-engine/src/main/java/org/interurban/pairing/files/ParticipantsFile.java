package org.interurban.pairing.files;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Setting;
import org.interurban.pairing.scoring.Ties;

/** Who takes part: one row per participant. */
final class ParticipantsFile {

    private static final Set<String> REQUIRED = Set.of("id");
    private static final Set<String> OPTIONAL = Set.of(
            "side",
            "name",
            "country",
            "capacity_min",
            "capacity_max",
            "population",
            "gdp_per_capita",
            "setting",
            "languages",
            "time_zone",
            "first_timer",
            "wishes",
            "excluded",
            "past");
    static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final long MOST_PARTNERS = 1_000_000;

    private ParticipantsFile() {}

    /** The participants in the order of the file, by id; without lines of offers and seeks. */
    static Map<String, Profile> read(Path file, Findings findings) {
        var rows = Table.read(file, REQUIRED, OPTIONAL, findings).rows();
        var twoSides = rows.stream().anyMatch(row -> !row.text("side").isEmpty());
        var lines = new HashMap<String, Integer>();
        var profiles = new LinkedHashMap<String, Profile>();
        for (var row : rows) {
            row.required("id").ifPresent(id -> {
                var before = lines.putIfAbsent(id, row.line());
                if (before != null) {
                    row.fault("id", "expected an id of its own, found \"%s\" of line %d again".formatted(id, before));
                } else {
                    profiles.put(id, profile(row, id, twoSides));
                }
            });
        }
        for (var row : rows) {
            checkNames(row, profiles.keySet());
        }
        return profiles;
    }

    private static Profile profile(Row row, String id, boolean twoSides) {
        var min = row.wholeNumber("capacity_min", 0, MOST_PARTNERS).orElse(0);
        var max = row.wholeNumber("capacity_max", 0, MOST_PARTNERS).orElse(Math.max(1, min));
        if (max < min) {
            row.fault("capacity_max", "expected at least capacity_min, which is %d, found %d".formatted(min, max));
            max = min;
        }
        return new Profile(
                new Participant(id, side(row, twoSides), (int) min, (int) max),
                row.text("name").isEmpty() ? id : row.text("name"),
                row.checked("country", COUNTRIES::contains, "a country code of ISO 3166-1 in two capital letters")
                        .orElse(""),
                List.of(),
                List.of(),
                setting(row),
                new Ties(
                        row.list("wishes"),
                        Set.copyOf(row.list("excluded")),
                        Set.copyOf(row.list("past")),
                        firstTimer(row).orElse(null)));
    }

    private static Side side(Row row, boolean twoSides) {
        if (!twoSides) {
            return Side.POOL;
        }
        if (row.text("side").isEmpty()) {
            row.fault("side", "expected A or B, as other rows have it, found nothing");
        }
        return row.checked("side", side -> side.equals("A") || side.equals("B"), "A, B or nothing")
                .map(Side::valueOf)
                .orElse(Side.A);
    }

    private static Setting setting(Row row) {
        var population = row.wholeNumber("population", 1, Long.MAX_VALUE);
        return new Setting(
                population.isPresent() ? population.getAsLong() : null,
                row.positive("gdp_per_capita").orElse(null),
                Set.copyOf(row.list("setting")),
                Set.copyOf(row.list(
                        "languages", ParticipantsFile::isLanguage, "a language tag of BCP 47, such as en or pt-BR")),
                row.checked(
                                "time_zone",
                                ZoneId.getAvailableZoneIds()::contains,
                                "a time zone of the IANA list, such as Asia/Seoul")
                        .map(ZoneId::of)
                        .orElse(null));
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static Optional<Boolean> firstTimer(Row row) {
        return row.checked("first_timer", answer -> answer.equals("yes") || answer.equals("no"), "yes, no or nothing")
                .map("yes"::equals);
    }

    /** Names of others are checked when all are known. A name from outside the round is no fault: cities withdraw. */
    private static void checkNames(Row row, Set<String> ids) {
        var outside = new ArrayList<String>();
        row.list("wishes").stream().filter(id -> !ids.contains(id)).forEach(outside::add);
        row.list("excluded").stream()
                .filter(name -> !ids.contains(name) && !COUNTRIES.contains(name))
                .forEach(outside::add);
        outside.forEach(name -> row.note("%s does not take part and is ignored".formatted(name)));
        if (row.list("wishes").contains(row.text("id"))) {
            row.fault("wishes", "expected ids of others, found the city itself");
        }
    }
}
