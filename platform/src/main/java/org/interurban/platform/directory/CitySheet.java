package org.interurban.platform.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.database.Codes;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cities from any sheet: recognised by any of their names within their country. */
@Component
class CitySheet implements SheetTarget {

    /** Fields that are columns of the table, and how a text becomes their value. */
    private static final Map<String, String> COLUMNS = Map.of(
            "name", "name = :name",
            "country", "country = :country",
            "kind", "kind = coalesce(:kind, 'not-stated')",
            "official_name", "official_name = :official_name",
            "local_name", "local_name = :local_name, local_language = :local_language",
            "population",
                    "population = :population::bigint,"
                            + " population_qualifier = case when :population::text is not null then 'exact' end",
            "latitude", "latitude = :latitude::float8",
            "longitude", "longitude = :longitude::float8",
            "website", "website = :website",
            "note", "note = :note");

    private final JdbcClient sql;
    private final OrganisationNames names;
    private final Codes codes;

    CitySheet(JdbcClient sql, OrganisationNames names, Codes codes) {
        this.sql = sql;
        this.names = names;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "cities";
    }

    @Override
    public List<SheetField> fields() {
        return CityWords.FIELDS;
    }

    @Override
    public Records records() {
        return CityRecords.read(sql);
    }

    @Override
    public List<String> create(List<Map<String, String>> cities) {
        codes.alone("organisation");
        var free = FreeCodes.besides(
                sql.sql("select code from organisation").query(String.class).list());
        var others = new LinkedHashMap<OrganisationId, @Nullable String>();
        var rows = new ArrayList<Map<String, String>>();
        for (var city : cities) {
            var row = new HashMap<>(city);
            var id = OrganisationId.next();
            others.put(id, city.getOrDefault("other_names", ""));
            row.put("id", id.value().toString());
            row.put("code", free.free(Slug.of(city.getOrDefault("name", ""), "city")));
            var local = city.get("local_name");
            if (local != null) {
                row.put("local_language", CityWords.language(local, city.get("country")));
            }
            rows.add(row);
        }
        sql.sql("""
            insert into organisation (id, code, kind, local_government, name, official_name, local_name,
                   local_language, country, population, population_qualifier, latitude, longitude, website, note)
            select id, code, coalesce(kind, 'city'), true, name, official_name, local_name, local_language, country,
                   population, case when population is not null then 'exact' end, latitude, longitude, website, note
              from jsonb_populate_recordset(null::organisation, :cities::jsonb)
            """)
                .param("cities", JsonMapper.shared().writeValueAsString(rows))
                .update();
        rename(others);
        return others.keySet().stream().map(id -> id.value().toString()).toList();
    }

    @Override
    public void update(Map<String, Map<String, String>> changes) {
        var others = new LinkedHashMap<OrganisationId, @Nullable String>();
        changes.forEach((record, values) -> {
            var id = new OrganisationId(UUID.fromString(record));
            var columns = Stream.concat(
                            Stream.of("version = version + 1"),
                            values.keySet().stream()
                                    .filter(COLUMNS::containsKey)
                                    .map(COLUMNS::get))
                    .collect(Collectors.joining(", "));
            var update = sql.sql("update organisation set %s where id = :id".formatted(columns));
            for (var field : COLUMNS.keySet()) {
                var text = values.getOrDefault(field, "");
                update = update.param(field, text.isEmpty() ? null : text);
            }
            var local = values.getOrDefault("local_name", "");
            update.param("local_language", local.isEmpty() ? null : CityWords.language(local, country(id, values)))
                    .param("id", id)
                    .update();
            others.put(id, values.get("other_names"));
        });
        rename(others);
    }

    private @Nullable String country(OrganisationId id, Map<String, String> values) {
        return values.containsKey("country")
                ? values.get("country")
                : sql.sql("select country from organisation where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    /**
     * The names that lead to the cities follow their columns; other names keep the language they were given.
     *
     * @param others their other names by city; null where they stay
     */
    private void rename(Map<OrganisationId, @Nullable String> others) {
        var known = names.of(others.keySet());
        var aliases = new HashMap<OrganisationId, List<Alias>>();
        sql.sql("""
            select id, name, official_name, local_name, local_language, abbreviation
              from organisation where id = any(:ids)
            """)
                .param("ids", others.keySet().toArray(OrganisationId[]::new))
                .query(rs -> {
                    var id = new OrganisationId(rs.getObject("id", UUID.class));
                    var all = new ArrayList<Alias>();
                    add(all, rs.getString("name"), null, Alias.Kind.NAME);
                    add(all, rs.getString("official_name"), null, Alias.Kind.OFFICIAL);
                    add(all, rs.getString("local_name"), rs.getString("local_language"), Alias.Kind.LOCAL);
                    add(all, rs.getString("abbreviation"), null, Alias.Kind.ABBREVIATION);
                    var before = known.getOrDefault(id, List.of());
                    var given = others.get(id);
                    if (given == null) {
                        before.stream()
                                .filter(alias -> alias.kind() == Alias.Kind.ALTERNATIVE)
                                .forEach(alias -> add(all, alias.name(), alias.language(), alias.kind()));
                    } else {
                        for (var other : given.split(";")) {
                            add(all, other.strip(), language(before, other.strip()), Alias.Kind.ALTERNATIVE);
                        }
                    }
                    aliases.put(id, all);
                });
        names.replace(aliases);
    }

    private static @Nullable String language(List<Alias> aliases, String name) {
        return aliases.stream()
                .filter(alias -> alias.name().equals(name))
                .map(Alias::language)
                .findFirst()
                .orElse(null);
    }

    private static void add(List<Alias> aliases, @Nullable String name, @Nullable String language, Alias.Kind kind) {
        if (name != null
                && !name.isEmpty()
                && aliases.stream().noneMatch(alias -> alias.name().equals(name))) {
            aliases.add(new Alias(name, language, kind));
        }
    }

    @Override
    public void remove(Collection<String> records) {
        var ids = records.stream().map(UUID::fromString).toArray(UUID[]::new);
        sql.sql("delete from organisation_name where organisation = any(:ids)")
                .param("ids", ids)
                .update();
        sql.sql("delete from organisation where id = any(:ids)")
                .param("ids", ids)
                .update();
    }
}
