package org.interurban.platform.directory;

import static org.interurban.platform.directory.DirectoryPermission.DIRECTORY_EDIT;

import java.util.Locale;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds an organisation, changes one, and takes the last change back. */
@Service
class KeepOrganisation {

    sealed interface Outcome {
        record Kept(String code) implements Outcome {}

        /** There is one of this name already. */
        record Known(Directory.Entry entry) implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private static final String COLUMNS = """
        name = :name, official_name = :official, abbreviation = :abbreviation, kind = :kind, country = :country,
        local_name = :local, local_language = :language, latitude = :latitude::float8, longitude = :longitude::float8, time_zone = :zone,
        population = :population::bigint, population_qualifier = case when :population::bigint is null then null
          when population = :population::bigint then population_qualifier else 'exact' end,
        website = :website, description = :description, note = :note
        """;

    private final JdbcClient sql;
    private final OrganisationNames names;
    private final Directory directory;
    private final Codes codes;
    private final Rights rights;
    private final Audit audit;

    KeepOrganisation(
            JdbcClient sql, OrganisationNames names, Directory directory, Codes codes, Rights rights, Audit audit) {
        this.sql = sql;
        this.names = names;
        this.directory = directory;
        this.codes = codes;
        this.rights = rights;
        this.audit = audit;
    }

    @Transactional
    Outcome add(OrganisationForm form, boolean city) {
        rights.require(DIRECTORY_EDIT);
        var name = String.valueOf(form.name()).strip();
        var code = code(
                name, form.country()); // first, so that of two who add one name at once the second finds the first's
        if (!Boolean.TRUE.equals(form.another())) {
            switch (directory.findByName(name, Locale.ENGLISH)) {
                case Directory.Match.Known(var entry) -> {
                    return new Outcome.Known(entry);
                }
                case Directory.Match.Several(var entries)
                when isCalled(entries.getFirst(), name) -> {
                    return new Outcome.Known(entries.getFirst());
                }
                case Directory.Match.Several _, Directory.Match.Likely _, Directory.Match.None _ -> {}
            }
        }
        var id = OrganisationId.next();
        sql.sql("insert into organisation (id, code, kind, local_government, name) values (?, ?, ?, ?, ?)")
                .params(id, code, String.valueOf(form.kind()), city, name)
                .update();
        write(id, form);
        audit.record("directory.added", new Audit.Subject("organisation", code), Map.of("name", name));
        return new Outcome.Kept(code);
    }

    @Transactional
    Outcome change(String code, OrganisationForm form) {
        rights.require(DIRECTORY_EDIT);
        var id = directory.idOf(code);
        if (id.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!stillAt(id.get(), form.version())) {
            return new Outcome.Overtaken();
        }
        write(id.get(), form);
        audit.record("directory.changed", new Audit.Subject("organisation", code), Map.of());
        return new Outcome.Kept(code);
    }

    /** Puts the record back to what it was before its last change; that is a change too and can be taken back. */
    @Transactional
    Outcome takeBack(String code, int version) {
        rights.require(DIRECTORY_EDIT);
        var id = directory.idOf(code);
        if (id.isEmpty()) {
            return new Outcome.Unknown();
        }
        var before = sql.sql("""
            select before::text from row_change_view
             where table_name = 'organisation' and row_key = ? and operation = 'UPDATE' order by id desc limit 1
            """)
                .param(id.get().value().toString())
                .query(String.class)
                .optional();
        if (before.isEmpty() || !stillAt(id.get(), version)) {
            return new Outcome.Overtaken();
        }
        sql.sql("""
            update organisation o
               set name = b.name, official_name = b.official_name, abbreviation = b.abbreviation, kind = b.kind,
                   country = b.country, local_name = b.local_name, local_language = b.local_language,
                   latitude = b.latitude, longitude = b.longitude, time_zone = b.time_zone,
                   population = b.population, population_qualifier = b.population_qualifier, website = b.website,
                   description = b.description, note = b.note, version = :version + 1
              from jsonb_populate_record(null::organisation, :before::jsonb) b
             where o.id = :id
            """)
                .param("before", before.get())
                .param("version", version)
                .param("id", id.get())
                .update();
        audit.record("directory.taken-back", new Audit.Subject("organisation", code), Map.of());
        return new Outcome.Kept(code);
    }

    private boolean isCalled(Directory.Entry entry, String name) {
        return names.of(entry.id()).stream()
                .anyMatch(alias -> Names.fold(alias.name()).equals(Names.fold(name)));
    }

    private boolean stillAt(OrganisationId id, @Nullable Integer version) {
        return sql.sql("select version from organisation where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single()
                .equals(version);
    }

    private void write(OrganisationId id, OrganisationForm form) {
        sql.sql("update organisation set version = version + 1, " + COLUMNS + " where id = :id")
                .param("id", id)
                .param("name", OrganisationForm.text(form.name()))
                .param("official", OrganisationForm.text(form.officialName()))
                .param("abbreviation", OrganisationForm.text(form.abbreviation()))
                .param("kind", form.kind())
                .param("country", OrganisationForm.text(form.country()))
                .param("local", OrganisationForm.text(form.localName()))
                .param("language", OrganisationForm.text(form.localLanguage()))
                .param("latitude", OrganisationForm.text(form.latitude()))
                .param("longitude", OrganisationForm.text(form.longitude()))
                .param("zone", OrganisationForm.text(form.timeZone()))
                .param("population", OrganisationForm.text(form.population()))
                .param("website", form.webAddress())
                .param("description", OrganisationForm.text(form.description()))
                .param("note", OrganisationForm.text(form.note()))
                .update();
        names.replace(id, form.aliases());
    }

    /** The name in plain letters; with its country and then a number where others have it too. */
    private String code(String name, @Nullable String country) {
        var plain = Names.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var wish = plain.isEmpty() ? "organisation" : plain.substring(0, Math.min(plain.length(), 60));
        var code = codes.named("organisation", wish);
        return code.equals(wish) || country == null || country.isBlank()
                ? code
                : codes.named("organisation", wish + "-" + country.toLowerCase(Locale.ROOT));
    }
}
