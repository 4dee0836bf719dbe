package org.interurban.platform.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Organisation.Refusal;
import org.interurban.platform.directory.Profile.OtherName;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.WebAddress;
import org.interurban.platform.shared.Years;
import org.interurban.platform.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** Stores what the files of cities and of other organisations have in common: nearly everything. */
@Component
class OrganisationRows {

    /** How a file says that nobody noted a name's language, as in BCP 47. */
    static final String UNKNOWN_LANGUAGE = "und";

    /** The columns that are not called as the components of an organisation. */
    private static final Map<String, String> COLUMNS = Map.of(
            "localName", "name_local", "localLanguage", "name_local_language", "otherNames", "alternative_names");

    private final JdbcClient sql;
    private final Sources sources;
    private final OrganisationNames names;
    private final MessageSource messages;

    OrganisationRows(JdbcClient sql, Sources sources, OrganisationNames names, MessageSource messages) {
        this.sql = sql;
        this.sources = sources;
        this.names = names;
        this.messages = messages;
    }

    void store(Row row, boolean city) {
        var code = row.code("code");
        var name = row.required("name");
        var kind = row.text("kind").isEmpty()
                ? OrganisationKind.NOT_STATED.code()
                : row.oneOf("kind", OrganisationKind.class);
        var country = row.reference("country", "country", this::country);
        var population = row.quantity("population", "", "population_qualifier", "");
        var populationYear = row.year("population_year", Years.FIRST);
        var place = row.longInteger("place");
        var website = WebAddress.of(row.link("website")).orElse(null);
        var localName = row.textOrNull("name_local");
        var otherNames = otherNames(row);
        Organisation.made(
                        () -> new Organisation(
                                OrganisationId.next(),
                                code,
                                Coded.find(OrganisationKind.class, kind).orElse(OrganisationKind.NOT_STATED),
                                city,
                                name,
                                row.textOrNull("official_name"),
                                row.textOrNull("abbreviation"),
                                country,
                                localName,
                                localName == null ? null : row.textOrNull("name_local_language"),
                                otherNames,
                                degrees(row, "latitude"),
                                degrees(row, "longitude"),
                                row.textOrNull("time_zone"),
                                population,
                                row.textOrNull("population_scope"),
                                populationYear,
                                website,
                                row.textOrNull("description"),
                                row.textOrNull("note"),
                                0),
                        refusal -> refuse(row, refusal))
                .filter(_ -> row.isSound())
                .ifPresent(organisation -> store(organisation, row, place));
    }

    private static @Nullable Double degrees(Row row, String column) {
        var degrees = row.decimal(column);
        return degrees == null ? null : degrees.doubleValue();
    }

    /** A cell that could not be read is told of already. */
    private void refuse(Row row, Refusal refusal) {
        var column = COLUMNS.getOrDefault(
                refusal.component(), JdbcUtils.convertPropertyNameToUnderscoreName(refusal.component()));
        if (row.isSound(column)) {
            row.fault(column, messages.getMessage(refusal.message(), null, Locale.ENGLISH));
        }
    }

    private void store(Organisation organisation, Row row, @Nullable Long place) {
        var id = sql.sql("""
            insert into organisation (id, code, kind, local_government, name, name_translations, official_name,
              local_name, local_language, abbreviation, country, place, latitude, longitude, time_zone, population,
              population_qualifier, population_scope, population_year, description, description_translations, website, note, listed)
            values (:id, :code, :kind, :local_government, :name, :translations::jsonb, :official_name, :local_name,
              :local_language, :abbreviation, :country, :place, :latitude, :longitude, :time_zone, :population,
              :population_qualifier, :population_scope, :population_year, :description, :descriptions::jsonb, :website, :note, :listed)
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
                .params(Organisations.columns(organisation))
                .param("translations", inOtherLanguages(row, organisation.names()))
                .param("place", place)
                .param("listed", !Boolean.FALSE.equals(row.yesOrUnknown("listed")))
                .param("descriptions", row.translationsJson("description"))
                .query(UUID.class)
                .single();
        names.replace(new OrganisationId(id), organisation.names());
        sources.cite(row, "organisation", organisation.code());
    }

    private Optional<String> country(String code) {
        return sql.sql("select code from country_brief where code = ?")
                .param(code)
                .query(String.class)
                .optional();
    }

    private static List<OtherName> otherNames(Row row) {
        var all = new ArrayList<OtherName>();
        for (var entry : row.list("alternative_names")) {
            var parts = entry.split(":", 2);
            if (parts.length != 2 || !Organisation.LANGUAGE.matcher(parts[0]).matches() || parts[1].isBlank()) {
                row.fault("alternative_names", "\"%s\" is not a name with its language: write ko:이름".formatted(entry));
            } else {
                all.add(new OtherName(parts[1].strip(), parts[0].equals(UNKNOWN_LANGUAGE) ? null : parts[0]));
            }
        }
        return all;
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
