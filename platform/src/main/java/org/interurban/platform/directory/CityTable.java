package org.interurban.platform.directory;

import java.util.List;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.springframework.stereotype.Component;

/** Reads {@code cities.csv}. */
@Component
class CityTable implements RecordTable {

    private final OrganisationRows organisations;

    CityTable(OrganisationRows organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "cities";
    }

    @Override
    public int order() {
        return 30;
    }

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
                "place",
                "latitude",
                "longitude",
                "time_zone",
                "website",
                "description",
                "description_xx",
                "note",
                "sources");
    }

    @Override
    public void load(List<Row> rows) {
        rows.forEach(row -> organisations.store(row, true));
    }
}
