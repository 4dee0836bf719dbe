package org.interurban.platform.taxonomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code topics.csv}. */
@Component
class TopicTable implements RecordTable {

    private static final int LABEL_LENGTH = 300;

    private final JdbcClient sql;
    private final Sources sources;

    TopicTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("taxonomy", "code", "label");
    }

    @Override
    public List<String> key() {
        return List.of("taxonomy", "code");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("label_xx", "alternatives", "parent", "relevant", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select x.code as taxonomy, t.code, t.label, t.label_translations as label_xx,
                   array_to_string(t.alternatives, ';') as alternatives, p.code as parent, t.relevant, t.note,
                   cited('topic', x.code || ':' || t.code) as sources
              from topic t
              join taxonomy x on x.id = t.taxonomy
              left join topic p on p.id = t.parent
             order by t.position, x.code, t.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var taxonomies = new HashMap<String, TaxonomyId>();
        sql.sql("select code, id from taxonomy").query(rs -> {
            taxonomies.put(rs.getString("code"), new TaxonomyId(rs.getObject("id", UUID.class)));
        });
        var topics = new HashMap<String, TopicId>();
        sql.sql("select x.code || ':' || t.code as name, t.id from topic t join taxonomy x on x.id = t.taxonomy")
                .query(rs -> {
                    topics.put(rs.getString("name"), new TopicId(rs.getObject("id", UUID.class)));
                });
        var position = 0;
        for (var row : rows) {
            var list = row.required("taxonomy");
            var taxonomy = row.reference("taxonomy", "taxonomy", code -> Optional.ofNullable(taxonomies.get(code)));
            var code = row.code("code");
            var label = row.required("label", LABEL_LENGTH);
            var relevant = row.yesOrUnknown("relevant");
            position++;
            if (row.isSound()) {
                var id = sql.sql("""
                    insert into topic (id, taxonomy, code, label, label_translations, alternatives, relevant, note, position)
                    values (:id, :taxonomy, :code, :label, :translations::jsonb, :alternatives, :relevant, :note, :position)
                    on conflict (taxonomy, code) do update set label = excluded.label,
                      label_translations = excluded.label_translations, alternatives = excluded.alternatives, relevant = excluded.relevant,
                      note = excluded.note, position = excluded.position
                    returning id
                    """)
                        .param("id", TopicId.next())
                        .param("taxonomy", taxonomy)
                        .param("code", code)
                        .param("label", label)
                        .param("translations", row.translationsJson("label"))
                        .param("alternatives", row.list("alternatives").toArray(String[]::new))
                        .param("relevant", relevant)
                        .param("note", row.textOrNull("note"))
                        .param("position", position)
                        .query(UUID.class)
                        .single();
                topics.put(list + ":" + code, new TopicId(id));
                sources.cite(row, "topic", list + ":" + code);
            }
        }
        rows.forEach(row -> placeInParent(row, topics));
    }

    /** In a second step, because a file may name a topic before its line. */
    private void placeInParent(Row row, Map<String, TopicId> topics) {
        var list = row.text("taxonomy") + ":";
        var parent = row.reference(
                "parent", "topic in " + row.text("taxonomy"), code -> Optional.ofNullable(topics.get(list + code)));
        sql.sql("update topic set parent = :parent where id = :id and parent is distinct from :parent::uuid")
                .param("parent", parent)
                .param("id", topics.get(list + row.text("code")))
                .update();
    }
}
