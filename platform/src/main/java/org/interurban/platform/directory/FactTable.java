package org.interurban.platform.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code city_facts.csv}: single statements or figures about an organisation. */
@Component
class FactTable implements RecordTable {

    private final JdbcClient sql;
    private final Directory directory;
    private final Sources sources;

    FactTable(JdbcClient sql, Directory directory, Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "city_facts";
    }

    @Override
    public int order() {
        return 32;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "organisation", "attribute");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("value", "unit", "qualifier", "scope", "text", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select f.code, o.code as organisation, f.attribute, f.low as value, f.unit, f.qualifier, f.scope,
                   f.statement as text, cited('fact', f.code) as sources
              from organisation_fact f join organisation o on o.id = f.organisation
             order by f.position, f.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var code = row.code("code");
            var organisation = row.reference("organisation", "organisation", directory::idOf);
            var attribute = row.required("attribute");
            var figure = row.quantity("value", "", "qualifier", "unit");
            if (figure == null && row.text("text").isEmpty()) {
                row.fault("text", "is empty; a fact has a text, a value or both");
            }
            position++;
            if (row.isSound()) {
                sql.sql("""
                    insert into organisation_fact (id, code, organisation, attribute, statement, low, qualifier, unit,
                      scope, position)
                    values (:id, :code, :organisation, :attribute, :statement, :low, :qualifier, :unit, :scope, :position)
                    on conflict (code) do update set organisation = excluded.organisation,
                      attribute = excluded.attribute, statement = excluded.statement, low = excluded.low,
                      qualifier = excluded.qualifier, unit = excluded.unit, scope = excluded.scope,
                      position = excluded.position
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("organisation", organisation)
                        .param("attribute", attribute)
                        .param("statement", row.textOrNull("text"))
                        .param("low", figure == null ? null : figure.low())
                        .param(
                                "qualifier",
                                figure == null ? null : figure.qualifier().code())
                        .param("unit", row.textOrNull("unit"))
                        .param("scope", row.textOrNull("scope"))
                        .param("position", position)
                        .update();
                sources.cite(row, "fact", code);
            }
        }
    }
}
