package org.interurban.platform.taxonomy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code crosswalk.csv}: how a topic of one taxonomy corresponds to a topic of another, in the words of SKOS. */
@Component
class CrosswalkTable implements RecordTable {

    private static final List<String> RELATIONS = List.of("exact", "close", "broad", "narrow", "related");

    private final JdbcClient sql;
    private final Topics topics;

    CrosswalkTable(JdbcClient sql, Topics topics) {
        this.sql = sql;
        this.topics = topics;
    }

    @Override
    public String name() {
        return "crosswalk";
    }

    @Override
    public int order() {
        return 23;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("from_taxonomy", "from_code", "to_taxonomy", "to_code", "relation");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of();
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select fx.code as from_taxonomy, f.code as from_code, tx.code as to_taxonomy, t.code as to_code, c.relation
              from crosswalk c
              join topic f on f.id = c.from_topic
              join taxonomy fx on fx.id = f.taxonomy
              join topic t on t.id = c.to_topic
              join taxonomy tx on tx.id = t.taxonomy
             order by fx.code, f.code, tx.code, t.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            var from = topic(row, "from");
            var to = topic(row, "to");
            var relation = row.oneOf("relation", RELATIONS);
            if (from != null && to != null && row.isSound()) {
                sql.sql("""
                    insert into crosswalk (from_topic, to_topic, relation) values (?, ?, ?)
                    on conflict (from_topic, to_topic) do update set relation = excluded.relation
                    """).params(from, to, relation).update();
            }
        }
    }

    private Optional<TopicId> find(String taxonomy, String code) {
        return topics.find(taxonomy, code).map(Topics.Topic::id);
    }

    private @Nullable TopicId topic(Row row, String side) {
        var taxonomy = row.required(side + "_taxonomy");
        row.required(side + "_code");
        return row.reference(side + "_code", "topic in " + taxonomy, code -> find(taxonomy, code));
    }
}
