package org.interurban.platform.taxonomy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code taxonomies.csv}. */
@Component
class TaxonomyTable implements RecordTable {

    private final JdbcClient sql;

    TaxonomyTable(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "taxonomies";
    }

    @Override
    public int order() {
        return 21;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "name");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("name_xx", "programme", "documents", "note");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select code, name, name_translations as name_xx, programme, note from taxonomy order by position, code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var code = row.code("code");
            var name = row.required("name", 200);
            position++;
            if (row.isSound()) {
                sql.sql("""
                    insert into taxonomy (id, code, name, name_translations, programme, note, position)
                    values (:id, :code, :name, :translations::jsonb, :programme, :note, :position)
                    on conflict (code) do update set name = excluded.name,
                      name_translations = excluded.name_translations, programme = excluded.programme,
                      note = excluded.note, position = excluded.position
                    """)
                        .param("id", TaxonomyId.next())
                        .param("code", code)
                        .param("name", name)
                        .param("translations", row.translationsJson("name"))
                        .param("programme", row.textOrNull("programme"))
                        .param("note", row.textOrNull("note"))
                        .param("position", position)
                        .update();
            }
        }
    }
}
