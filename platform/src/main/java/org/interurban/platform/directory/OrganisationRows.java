package org.interurban.platform.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.archive.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.Years;
import org.interurban.platform.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what the files of cities and of other organisations have in common: nearly everything. */
@Component
class OrganisationRows {

    /** How a file says that nobody noted a name's language, as in BCP 47. */
    static final String UNKNOWN_LANGUAGE = "und";

    private static final int NAME_LENGTH = 200;

    private final JdbcClient sql;
    private final Sources sources;
    private final OrganisationNames names;

    OrganisationRows(JdbcClient sql, Sources sources, OrganisationNames names) {
        this.sql = sql;
        this.sources = sources;
        this.names = names;
    }

    void store(Row row, boolean city) {
        var code = row.code("code");
        var name = row.required("name", NAME_LENGTH);
        var kind = row.text("kind").isEmpty()
                ? OrganisationKind.NOT_STATED.code()
                : row.oneOf("kind", OrganisationKind.class);
        var country = row.reference("country", "country", this::country);
        var latitude = row.decimal("latitude");
        var longitude = row.decimal("longitude");
        if ((latitude == null) != (longitude == null)) {
            row.fault("latitude", "latitude and longitude go together");
        }
        var population = row.quantity("population", "", "population_qualifier", "");
        var populationYear = row.year("population_year", Years.FIRST);
        var place = row.longInteger("place");
        var aliases = aliases(row, name);
        if (!row.isSound()) {
            return;
        }
        var localName = row.textOrNull("name_local");
        var id = sql.sql("""
            insert into organisation (id, code, kind, local_government, name, name_translations, official_name,
              local_name, local_language, abbreviation, country, place, latitude, longitude, time_zone, population,
              population_qualifier, population_scope, population_year, description, description_translations, website, note)
            values (:id, :code, :kind, :city, :name, :translations::jsonb, :official, :local, :language, :abbreviation,
              :country, :place, :latitude, :longitude, :zone, :population, :qualifier, :scope, :year, :description,
              :descriptions::jsonb, :website, :note)
            on conflict (code) do update set kind = excluded.kind, local_government = excluded.local_government,
              name = excluded.name, name_translations = excluded.name_translations,
              official_name = excluded.official_name, local_name = excluded.local_name,
              local_language = excluded.local_language, abbreviation = excluded.abbreviation,
              country = excluded.country, place = excluded.place, latitude = excluded.latitude,
              longitude = excluded.longitude, time_zone = excluded.time_zone, population = excluded.population,
              population_qualifier = excluded.population_qualifier, population_scope = excluded.population_scope,
              population_year = excluded.population_year,
              description = excluded.description, description_translations = excluded.description_translations,
              website = excluded.website, note = excluded.note
            returning id
            """)
                .param("id", Identifier.next())
                .param("code", code)
                .param("kind", kind)
                .param("city", city)
                .param("name", name)
                .param("translations", inOtherLanguages(row, aliases))
                .param("official", row.textOrNull("official_name"))
                .param("local", localName)
                .param("language", localName == null ? null : row.required("name_local_language"))
                .param("abbreviation", row.textOrNull("abbreviation"))
                .param("country", country)
                .param("place", place)
                .param("latitude", latitude)
                .param("longitude", longitude)
                .param("zone", row.textOrNull("time_zone"))
                .param(
                        "population",
                        population == null ? null : population.low().longValueExact())
                .param(
                        "qualifier",
                        population == null ? null : population.qualifier().code())
                .param("scope", row.textOrNull("population_scope"))
                .param("year", populationYear)
                .param("description", row.textOrNull("description"))
                .param("descriptions", row.translationsJson("description"))
                .param("website", row.link("website"))
                .param("note", row.textOrNull("note"))
                .query(UUID.class)
                .single();
        names.replace(new OrganisationId(id), aliases);
        sources.cite(row, "organisation", code);
    }

    private Optional<String> country(String code) {
        return sql.sql("select code from country_brief where code = ?")
                .param(code)
                .query(String.class)
                .optional();
    }

    private static List<Alias> aliases(Row row, String name) {
        var all = new ArrayList<Alias>();
        all.add(new Alias(name, null, Alias.Kind.NAME));
        add(all, row.text("official_name"), null, Alias.Kind.OFFICIAL);
        add(all, row.text("name_local"), row.textOrNull("name_local_language"), Alias.Kind.LOCAL);
        add(all, row.text("abbreviation"), null, Alias.Kind.ABBREVIATION);
        for (var entry : row.list("alternative_names")) {
            var parts = entry.split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") || parts[1].isBlank()) {
                row.fault("alternative_names", "\"%s\" is not a name with its language: write ko:이름".formatted(entry));
            } else {
                add(all, parts[1].strip(), parts[0].equals(UNKNOWN_LANGUAGE) ? null : parts[0], Alias.Kind.ALTERNATIVE);
            }
        }
        return all;
    }

    private static void add(List<Alias> all, String name, @Nullable String language, Alias.Kind kind) {
        if (!name.isEmpty() && all.stream().noneMatch(alias -> alias.name().equals(name))) {
            all.add(new Alias(name, language, kind));
        }
    }

    /**
     * Names in other languages serve the pages in those languages, where the file has no column for them; English is what the
     * name itself is written in.
     */
    private static String inOtherLanguages(Row row, List<Alias> aliases) {
        var texts = new HashMap<String, String>();
        for (var alias : aliases) {
            var language = alias.language();
            if (language != null && !language.startsWith("en") && !row.has("name_" + language)) {
                texts.putIfAbsent(language, alias.name());
            }
        }
        texts.putAll(row.translations("name"));
        return LocalizedText.stored(texts);
    }
}
