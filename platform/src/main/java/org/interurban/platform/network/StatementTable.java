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
        return Set.of("value", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select aspect, value, text, cited('network', code) as sources from network_statement order by position
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
                sql.sql("insert into network_statement (id, code, aspect, value, text, position) values (:id,"
                                + " :code, :aspect, :value, :text, :position)")
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("aspect", aspect)
                        .param("value", row.textOrNull("value"))
                        .param("text", text)
                        .param("position", position)
                        .update();
                sources.cite(row, "network", code);
            }
        }
    }
}
