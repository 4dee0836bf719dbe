package org.interurban.platform.programmes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code programme_themes.csv}: the themes as each document words them, and which list the public sees. */
@Component
class ProgrammeThemeTable implements RecordTable {

    private final JdbcClient sql;
    private final Topics topics;
    private final Programmes programmes;
    private final Sources sources;

    ProgrammeThemeTable(JdbcClient sql, Topics topics, Programmes programmes, Sources sources) {
        this.sql = sql;
        this.topics = topics;
        this.programmes = programmes;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "programme_themes";
    }

    @Override
    public int order() {
        return 42;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("programme", "reading", "seq", "label");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("label_xx", "role", "topic", "question", "chosen", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select p.code as programme, h.reading, h.position as seq, h.label, h.label_translations as label_xx, h.role,
                   t.written as topic, h.question, h.chosen, h.note,
                   cited('theme', p.code || '/' || h.reading || '/' || h.position) as sources
              from programme_theme h
              join programme p on p.id = h.programme
              left join topic_label t on t.id = h.topic
             order by p.code, h.reading, h.position
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var programme = row.reference("programme", "programme", programmes::idOf);
            var reading = row.required("reading");
            var position = row.integer("seq");
            var label = row.required("label");
            var topic = row.reference(
                    "topic", "topic", written -> topics.find(written).map(Topics.Topic::id));
            var chosen = row.yesOrUnknown("chosen");
            if (programme == null || position == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into programme_theme (id, programme, reading, chosen, label, label_translations, role, topic,
                       question, note, position)
                values (:id, :programme, :reading, :chosen, :label, :labels::jsonb, :role, :topic, :question, :note,
                       :position)
                on conflict (programme, reading, position) do update set chosen = excluded.chosen,
                       label = excluded.label, label_translations = excluded.label_translations,
                       role = excluded.role, topic = excluded.topic, question = excluded.question,
                       note = excluded.note
                """)
                    .param("id", Identifier.next())
                    .param("programme", programme.value())
                    .param("reading", reading)
                    .param("chosen", chosen == null || chosen)
                    .param("label", label)
                    .param("labels", row.translationsJson("label"))
                    .param("role", row.text("role").isEmpty() ? "theme" : row.text("role"))
                    .param("topic", topic)
                    .param("question", row.textOrNull("question"))
                    .param("note", row.textOrNull("note"))
                    .param("position", position)
                    .update();
            sources.cite(row, "theme", row.text("programme") + "/" + reading + "/" + position);
        }
    }
}
