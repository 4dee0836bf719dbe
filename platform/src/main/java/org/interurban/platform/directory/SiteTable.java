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

/** Reads of {@code sites.csv} what can be seen and learned in a city; where it was shown is for higher modules to read. */
@Component
class SiteTable implements RecordTable {

    static final List<String> KINDS = List.of("site", "system", "practice", "best-practice", "project");

    private final JdbcClient sql;
    private final Directory directory;
    private final Sources sources;

    SiteTable(JdbcClient sql, Directory directory, Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "sites";
    }

    @Override
    public int order() {
        return 33;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "organisation", "name", "kind");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("name_xx", "partnership", "activity", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.empty();
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            var code = row.code("code");
            var organisation = row.reference("organisation", "organisation", directory::idOf);
            var name = row.required("name", 200);
            var kind = row.oneOf("kind", KINDS);
            if (row.isSound()) {
                sql.sql("""
                    insert into site (id, code, organisation, name, name_translations, kind, note)
                    values (:id, :code, :organisation, :name, :translations::jsonb, :kind, :note)
                    on conflict (code) do update set organisation = excluded.organisation, name = excluded.name,
                      name_translations = excluded.name_translations, kind = excluded.kind,
                      note = excluded.note
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("organisation", organisation)
                        .param("name", name)
                        .param("translations", row.translationsJson("name"))
                        .param("kind", kind)
                        .param("note", row.textOrNull("note"))
                        .update();
                sources.cite(row, "site", code);
            }
        }
    }
}
