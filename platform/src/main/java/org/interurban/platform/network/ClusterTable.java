package org.interurban.platform.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code clusters.csv}. */
@Component
class ClusterTable implements RecordTable {

    private final JdbcClient sql;
    private final Sources sources;
    private final Topics topics;

    ClusterTable(JdbcClient sql, Sources sources, Topics topics) {
        this.sql = sql;
        this.sources = sources;
        this.topics = topics;
    }

    @Override
    public String name() {
        return "clusters";
    }

    @Override
    public int order() {
        return 41;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "name");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("name_xx", "topic", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select c.code, c.name, c.name_translations as name_xx, x.code || ':' || t.code as topic,
                   cited('cluster', c.code) as sources
              from cluster c
              left join topic t on t.id = c.topic
              left join taxonomy x on x.id = t.taxonomy
             order by c.position, c.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var code = row.code("code");
            var name = row.required("name", 200);
            var topic = row.reference("topic", "topic", this::topic);
            position++;
            if (row.isSound()) {
                sql.sql("""
                    insert into cluster (id, code, name, name_translations, topic, position)
                    values (:id, :code, :name, :name_translations::jsonb, :topic, :position)
                    on conflict (code) do update set name = excluded.name, name_translations = excluded.name_translations, topic = excluded.topic, position = excluded.position
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("name", name)
                        .param("name_translations", row.translationsJson("name"))
                        .param("topic", topic)
                        .param("position", position)
                        .update();
                sources.cite(row, "cluster", code);
            }
        }
    }

    private Optional<UUID> topic(String name) {
        return topics.find(name).map(Topics.Topic::id);
    }
}
