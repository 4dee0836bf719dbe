package org.interurban.platform.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;

/** One of the two files of organisations, which differ only in whom they hold: local governments or everybody else. */
record OrganisationTable(String name, int order, boolean ofCities, OrganisationRows organisations)
        implements RecordTable {

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "name");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "name_xx",
                "official_name",
                "abbreviation",
                "kind",
                "country",
                "name_local",
                "name_local_language",
                "alternative_names",
                "population",
                "population_qualifier",
                "population_scope",
                "population_year",
                "place",
                "latitude",
                "longitude",
                "time_zone",
                "website",
                "description",
                "description_xx",
                "note",
                "listed",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select code, name, name_translations as name_xx, official_name, abbreviation, kind, country,
                   local_name as name_local, local_language as name_local_language,
                   array(select coalesce(n.language, '%s') || ':' || n.name from organisation_name n
                          where n.organisation = o.id and n.kind = 'alternative'
                          order by n.language, n.name) as alternative_names,
                   population, population_qualifier, population_scope, population_year, place, latitude, longitude,
                   time_zone, website, description, description_translations as description_xx, note, listed,
                   cited('organisation', code) as sources
              from organisation o
             where local_government = %s
             order by code
            """.formatted(OrganisationRows.UNKNOWN_LANGUAGE, ofCities));
    }

    @Override
    public void load(List<Row> rows) {
        rows.forEach(row -> organisations.store(row, ofCities));
    }
}
