package org.interurban.platform.sources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code documents.csv}. */
@Component
class DocumentTable implements RecordTable {

    private final JdbcClient sql;

    DocumentTable(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "title", "kind");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("publisher", "date", "precision", "note");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select code, title, kind, publisher, partial_period(from_on, to_on, precision) as date, precision, note
              from document
             order by position, code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var code = row.code("code");
            var title = row.required("title");
            var kind = row.required("kind");
            var date = row.period("date", "", "precision");
            position++;
            if (row.isSound()) {
                sql.sql("""
                    insert into document (id, code, title, kind, publisher, from_on, to_on, precision, note, position)
                    values (:id, :code, :title, :kind, :publisher, :from, :to, :precision, :note, :position)
                    on conflict (code) do update set title = excluded.title, kind = excluded.kind,
                      publisher = excluded.publisher, from_on = excluded.from_on, to_on = excluded.to_on,
                      precision = excluded.precision, note = excluded.note, position = excluded.position
                    """)
                        .param("id", DocumentId.next())
                        .param("code", code)
                        .param("title", title)
                        .param("kind", kind)
                        .param("publisher", row.textOrNull("publisher"))
                        .param("from", date.from())
                        .param("to", date.to())
                        .param("precision", date.precision().code())
                        .param("note", row.textOrNull("note"))
                        .param("position", position)
                        .update();
            }
        }
    }
}
