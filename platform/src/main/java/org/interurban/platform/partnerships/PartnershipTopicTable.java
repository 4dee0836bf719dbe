package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code partnership_topics.csv}: themes and topics of a partnership, readings beside each other. */
@Component
class PartnershipTopicTable implements RecordTable {

    private final JdbcClient sql;
    private final Topics topics;
    private final Partnerships partnerships;
    private final Sources sources;

    PartnershipTopicTable(JdbcClient sql, Topics topics, Partnerships partnerships, Sources sources) {
        this.sql = sql;
        this.topics = topics;
        this.partnerships = partnerships;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "partnership_topics";
    }

    @Override
    public int order() {
        return 52;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("partnership", "seq", "topic");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("role", "question", "chosen", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select s.code as partnership, h.position as seq, t.written as topic, h.kind as role, h.question,
                   h.chosen, cited('partnership-topic', s.code || '/' || h.position) as sources
              from partnership_topic h
              join partnership s on s.id = h.partnership
              join topic_label t on t.id = h.topic
             order by s.code, h.position
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            row.required("partnership");
            row.required("topic");
            var partnership = row.reference("partnership", "partnership", partnerships::idOf);
            var topic = row.reference(
                    "topic", "topic", written -> topics.find(written).map(Topics.Topic::id));
            var position = row.integer("seq");
            var chosen = row.yesOrUnknown("chosen");
            var question = row.reference("question", "question", sources::question);
            if (partnership == null || topic == null || position == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into partnership_topic (id, partnership, label, label_translations, kind, topic, question, chosen,
                       position)
                select :id, :partnership, label, label_translations, :kind, id, :question, :chosen, :position
                  from topic_label where id = :topic
                on conflict (partnership, position) do update set label = excluded.label,
                       label_translations = excluded.label_translations, kind = excluded.kind,
                       topic = excluded.topic, question = excluded.question, chosen = excluded.chosen
                """)
                    .param("id", Identifier.next())
                    .param("partnership", partnership.value())
                    .param("kind", row.text("role").isEmpty() ? "topic" : row.text("role"))
                    .param("topic", topic)
                    .param("question", question)
                    .param("chosen", chosen == null || chosen)
                    .param("position", position)
                    .update();
            sources.cite(row, "partnership-topic", row.text("partnership") + "/" + position);
        }
    }
}
