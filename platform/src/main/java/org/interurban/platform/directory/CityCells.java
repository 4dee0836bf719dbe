package org.interurban.platform.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interurban.platform.directory.Profile.OtherName;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a sheet of cities say, by the names of the sheet's fields: a field that is left out says nothing, an empty value
 * clears it.
 */
record CityCells(Map<String, String> values) {

    private static final Organisation NOTHING_KNOWN = new Organisation(
            OrganisationId.next(),
            "city",
            OrganisationKind.CITY,
            true,
            "City",
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0);

    /**
     * A new city.
     *
     * @throws Organisation.Refused where it cannot be
     */
    static Organisation city(String code, Map<String, String> values) {
        return new CityCells(values).in(OrganisationId.next(), code, NOTHING_KNOWN);
    }

    /**
     * The city with what the cells say.
     *
     * @throws Organisation.Refused where it cannot be
     */
    static Organisation changed(Organisation city, Map<String, String> values) {
        return new CityCells(values).in(city.id(), city.code(), city);
    }

    /** Another number of people has not the scope and the year of the one before. */
    private Organisation in(OrganisationId id, String code, Organisation before) {
        var country = text("country", before.country());
        var localName = text("local_name", before.localName());
        var people = population(before.population());
        var stated = Objects.equals(people, before.population()) ? before : NOTHING_KNOWN;
        var year = text("population_year", said(stated.populationYear()));
        return new Organisation(
                id,
                code,
                kind(before.kind()),
                before.city(),
                values.getOrDefault("name", before.name()),
                text("official_name", before.officialName()),
                before.abbreviation(),
                country,
                localName,
                language(localName, country, before),
                otherNames(before),
                degrees("latitude", before.latitude()),
                degrees("longitude", before.longitude()),
                before.timeZone(),
                people,
                text("population_scope", stated.populationScope()),
                year == null ? null : Integer.valueOf(year),
                values.containsKey("website") ? Organisation.website(text("website", null)) : before.website(),
                before.description(),
                text("note", before.note()),
                before.version());
    }

    private static @Nullable String said(@Nullable Object before) {
        return before == null ? null : before.toString();
    }

    private @Nullable String text(String field, @Nullable String before) {
        var value = values.get(field);
        if (value == null) {
            return before;
        }
        return value.isEmpty() ? null : value;
    }

    private OrganisationKind kind(OrganisationKind before) {
        var kind = text("kind", before.code());
        return kind == null ? OrganisationKind.NOT_STATED : Coded.of(OrganisationKind.class, kind);
    }

    private @Nullable String language(@Nullable String localName, @Nullable String country, Organisation before) {
        if (!values.containsKey("local_name")) {
            return before.localLanguage();
        }
        return localName == null ? null : CityWords.language(localName, country);
    }

    /** Other names keep the language they were given. */
    private List<OtherName> otherNames(Organisation before) {
        var names = values.get("other_names");
        if (names == null) {
            return before.otherNames();
        }
        return Arrays.stream(names.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new OtherName(name, language(before.names(), name)))
                .toList();
    }

    private static @Nullable String language(List<Alias> names, String name) {
        for (var alias : names) {
            if (alias.name().equals(name)) {
                return alias.language();
            }
        }
        return null;
    }

    private @Nullable Double degrees(String field, @Nullable Double before) {
        var degrees = text(field, said(before));
        return degrees == null ? null : Double.valueOf(degrees);
    }

    private @Nullable Quantity population(@Nullable Quantity before) {
        if (!values.containsKey("population")) {
            return before;
        }
        var people = text("population", null);
        return people == null ? null : Organisation.population(people);
    }
}
