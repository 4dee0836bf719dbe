package org.interurban.platform.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code network_profile.csv}: what the network says of itself. */
@Component
class StatementTable implements RecordTable {

    private final JdbcClient sql;
    private final Sources sources;

    StatementTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "network_profile";
    }

    @Override
    public int order() {
        return 47;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("aspect", "text");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("value", "value_xx", "text_xx", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select aspect, value, value_translations as value_xx, text, text_translations as text_xx,
                   cited('network', code) as sources from network_statement order by position
            """);
    }

    @Override
    public void load(List<Row> rows) {
        sql.sql("delete from network_statement").update();
        var position = 0;
        for (var row : rows) {
            var aspect = row.code("aspect");
            var text = row.required("text");
            position++;
            if (row.isSound()) {
                var code = aspect + "." + position;
                sql.sql("""
                    insert into network_statement (id, code, aspect, value, value_translations, text, text_translations, position)
                    values (?, ?, ?, nullif(?, ''), ?::jsonb, ?, ?::jsonb, ?)
                    """)
                        .params(
                                Identifier.next(),
                                code,
                                aspect,
                                row.text("value"),
                                row.translationsJson("value"),
                                text,
                                row.translationsJson("text"),
                                position)
                        .update();
                sources.cite(row, "network", code);
            }
        }
    }
}
