package org.interurban.pairing.files;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final long MOST_PARTNERS = 1_000_000;

    private ParticipantsFile() {}

    /** The participants in the order of the file; without lines of offers and seeks. */
    static Participants read(Path file, Findings findings) {
        var table = Table.read(file, REQUIRED, OPTIONAL, findings);
        var twoSides = table.rows().stream().anyMatch(row -> !row.text("side").isEmpty());
        var rows = new LinkedHashMap<String, Row>();
        var called = new LinkedHashMap<String, String>();
        for (var row : table.rows()) {
            id(row).ifPresent(id -> {
                var before = rows.putIfAbsent(id, row);
                if (before != null) {
                    row.fault(
                            "id",
                            "expected an id of its own, found \"%s\" of line %d again".formatted(id, before.line()));
                } else {
                    called.put(id, row.text("name"));
                }
            });
        }
        // whom a row names is known when all have been read
        var names = new Names(called, table.isWhole());
        var profiles = new LinkedHashMap<String, Profile>();
        rows.forEach((id, row) -> profiles.put(id, profile(row, id, twoSides, names)));
        return new Participants(profiles, names);
    }

    /** Ids go as they are into files that spreadsheets open, and out of these again. */
    private static Optional<String> id(Row row) {
        return row.required("id")
                .flatMap(present ->
                        row.checked("id", id -> !isFormula(id), "an id that no spreadsheet takes for a formula"));
    }

    private static boolean isFormula(String text) {
        return "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    private static Profile profile(Row row, String id, boolean twoSides, Names names) {
        var min = row.wholeNumber("capacity_min", 0, MOST_PARTNERS).orElse(0);
        var max = row.wholeNumber("capacity_max", 0, MOST_PARTNERS).orElse(Math.max(1, min));
        if (max < min) {
            row.fault("capacity_max", "expected at least capacity_min, which is %d, found %d".formatted(min, max));
            max = min;
        }
        return new Profile(
                new Participant(id, side(row, twoSides), (int) min, (int) max),
                row.text("name").isEmpty() ? id : row.text("name"),
                row.checked(
                                "country",
                                country -> Countries.code(country).isPresent(),
                                "a country by its code of ISO 3166-1 or its English name")
                        .flatMap(Countries::code)
                        .orElse(""),
                List.of(),
                List.of(),
                setting(row),
                ties(row, id, names));
    }

    private static Ties ties(Row row, String id, Names names) {
        var wishes = row.names("wishes", names::participant, Names.PARTICIPANT, names);
        if (wishes.contains(id)) {
            row.fault("wishes", "expected ids of others, found the city itself");
        }
        return new Ties(
                wishes,
                Set.copyOf(row.names("excluded", names::participantOrCountry, Names.PARTICIPANT_OR_COUNTRY, names)),
                Set.copyOf(row.names("past", names::participant, Names.PARTICIPANT, names)),
                firstTimer(row).orElse(null));
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
                Set.copyOf(row.list("setting", ";,")),
                Set.copyOf(row.list(
                        "languages",
                        ";,",
                        ParticipantsFile::isLanguage,
                        "a language tag of BCP 47, such as en or pt-BR")),
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
}
