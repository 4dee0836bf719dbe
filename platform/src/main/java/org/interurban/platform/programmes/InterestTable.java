package org.interurban.platform.programmes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code interests.csv}: what participants said they are interested in, offer or seek. A topic that a profile already has is
 * left as people have made it since. */
@Component
class InterestTable implements RecordTable {

    private final JdbcClient sql;
    private final Topics topics;
    private final Directory directory;
    private final Programmes programmes;
    private final Sources sources;

    InterestTable(JdbcClient sql, Topics topics, Directory directory, Programmes programmes, Sources sources) {
        this.sql = sql;
        this.topics = topics;
        this.directory = directory;
        this.programmes = programmes;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "interests";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("programme", "organisation", "topic");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("seq", "kind", "partnership", "grade", "statement", "statement_xx", "evidence", "sources");
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var programme = row.reference("programme", "programme", programmes::idOf);
            var body = row.reference("organisation", "organisation", code -> directory.find(code, Locale.ENGLISH));
            row.required("topic");
            var topic = row.reference(
                    "topic", "topic", written -> topics.find(written).map(Topics.Topic::id));
            var kind = row.text("kind").isEmpty() || row.text("kind").equals("area")
                    ? "interest"
                    : row.oneOf("kind", ProfileLine.KINDS);
            var grade = row.integer("grade");
            if (grade != null && (grade < 1 || grade > 3)) {
                row.fault("grade", "goes from 1 to 3");
            }
            if (programme == null || body == null || topic == null || !row.isSound()) {
                continue;
            }
            var participant = sql.sql(
                            "select id from participant where programme = ? and organisation = ? order by cohort desc"
                                    + " limit 1")
                    .params(programme.value(), body.id())
                    .query(UUID.class)
                    .optional();
            if (participant.isEmpty()) {
                row.fault("organisation", "takes no part in %s".formatted(row.text("programme")));
                continue;
            }
            sql.sql("""
                insert into profile_line (id, participant, kind, topic, statement, statement_translations, grade,
                       evidence, position)
                select :id, :participant, :kind, t.id, coalesce(:statement, t.label),
                       case when :statement::text is null then t.label_translations else :statements::jsonb end,
                       :grade, :evidence,
                       (select coalesce(max(position), 0) + 1 from profile_line where participant = :participant)
                  from topic t
                 where t.id = :topic
                   and not exists (select from profile_line where participant = :participant and topic = :topic)
                """)
                    .param("id", Identifier.next())
                    .param("participant", participant.get())
                    .param("kind", kind)
                    .param("topic", topic)
                    .param("statement", row.textOrNull("statement"))
                    .param("statements", LocalizedText.stored(row.translations("statement")))
                    .param("grade", grade)
                    .param("evidence", row.textOrNull("evidence"))
                    .update();
            sources.cite(
                    row, "interest", row.text("programme") + "/" + row.text("organisation") + "/" + row.text("topic"));
        }
    }
}
