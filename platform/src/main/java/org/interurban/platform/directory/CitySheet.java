package org.interurban.platform.directory;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interurban.platform.database.Codes;
import org.interurban.platform.gazetteer.Extents;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cities from any sheet: recognised by any of their names within their country. */
@Component
class CitySheet implements SheetTarget {

    private final JdbcClient sql;
    private final Organisations organisations;
    private final OrganisationNames names;
    private final PlaceCities places;
    private final Codes codes;
    private final Extents extents;

    CitySheet(
            JdbcClient sql,
            Organisations organisations,
            OrganisationNames names,
            PlaceCities places,
            Codes codes,
            Extents extents) {
        this.places = places;
        this.extents = extents;
        this.sql = sql;
        this.organisations = organisations;
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
    public String kind() {
        return "organisation";
    }

    @Override
    public @Nullable String words(String field) {
        return switch (field) {
            case "kind" -> "directory.kind";
            case "population_scope" -> "directory.scope";
            default -> null;
        };
    }

    @Override
    public String shown(String field, String value, Locale reader) {
        return field.equals("country") ? Locale.of("", value).getDisplayCountry(reader) : value;
    }

    @Override
    public Records records() {
        return CityRecords.read(sql, extents);
    }

    @Override
    public List<String> create(List<Map<String, String>> cities) {
        codes.alone("organisation");
        var free = FreeCodes.besides(
                sql.sql("select code from organisation").query(String.class).list());
        var added = cities.stream()
                .map(city -> CityCells.city(free.free(Slug.of(city.getOrDefault("name", ""), "city")), city))
                .toList();
        organisations.add(added);
        organisations.list(added.stream().map(Organisation::id).toList(), false);
        rename(added);
        return added.stream().map(city -> city.id().value().toString()).toList();
    }

    @Override
    public @Nullable Open open(Collection<String> made) {
        var cities = places.countOpen(made.stream().map(CitySheet::id).toList());
        return cities == 0 ? null : new Open("/cities/places", "directory.places.open", cities);
    }

    @Override
    public void update(Map<String, Map<String, String>> changes) {
        var ids = changes.keySet().stream().map(CitySheet::id).toList();
        var changed = organisations.toChange(ids).stream()
                .map(city -> CityCells.changed(
                        city, changes.getOrDefault(city.id().value().toString(), Map.of())))
                .toList();
        organisations.change(changed);
        rename(changed);
    }

    private static OrganisationId id(String record) {
        return new OrganisationId(UUID.fromString(record));
    }

    private void rename(List<Organisation> cities) {
        names.replace(cities.stream().collect(Collectors.toMap(Organisation::id, Organisation::names)));
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
