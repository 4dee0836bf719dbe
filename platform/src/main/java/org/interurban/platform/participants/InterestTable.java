package org.interurban.platform.participants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code interests.csv}: what participants said they are interested in, offer or seek. A topic that a profile already has is
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
        return Set.of(
                "cohort", "seq", "kind", "partnership", "grade", "statement", "statement_xx", "evidence", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select p.code as programme, o.code as organisation, a.cohort, l.position as seq, l.kind,
                   t.written as topic, l.grade, l.statement, l.statement_translations as statement_xx, l.evidence,
                   cited('interest', p.code || '/' || o.code || '/' || t.written) as sources
              from profile_line l
              join participant a on a.id = l.participant
              join programme_brief p on p.id = a.programme
              join organisation_brief o on o.id = a.organisation
              left join topic_label t on t.id = l.topic
             order by p.code, o.code, a.cohort, l.position, l.id
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var added = new ArrayList<ProfileLineId>();
        for (var row : rows) {
            var programme = row.reference("programme", "programme", programmes::idOf);
            var body = row.reference("organisation", "organisation", code -> directory.find(code, Locale.ENGLISH));
            var topic = row.reference("topic", "topic", topics::find);
            if (row.text("topic").isEmpty()) {
                row.required("statement");
            }
            var kind = row.text("kind").isEmpty() || row.text("kind").equals("area")
                    ? ProfileLine.Kind.INTEREST.code()
                    : row.oneOf("kind", Coded.codes(ProfileLine.Kind.class));
            var grade = row.integer("grade");
            if (grade != null && (grade < 1 || grade > 3)) {
                row.fault("grade", "goes from 1 to 3");
            }
            if (programme == null || body == null || !row.isSound()) {
                continue;
            }
            var participant = sql.sql("""
                select id from participant
                 where programme = :programme and organisation = :organisation
                 order by cohort = :cohort desc, cohort desc
                 limit 1
                """)
                    .param("programme", programme.value())
                    .param("organisation", body.id())
                    .param("cohort", row.text("cohort"))
                    .query(UUID.class)
                    .optional();
            if (participant.isEmpty()) {
                row.fault("organisation", "takes no part in %s".formatted(row.text("programme")));
                continue;
            }
            var id = ProfileLineId.next();
            added.add(id);
            sql.sql("""
                insert into profile_line (id, participant, kind, topic, statement, statement_translations, grade,
                       evidence, position)
                select :id, :participant, :kind, t.id, coalesce(:statement, t.label),
                       case when :statement::text is null then t.label_translations else :statements::jsonb end,
                       :grade, :evidence,
                       (select coalesce(max(position), 0) + 1 from profile_line where participant = :participant)
                  from (values (:topic::uuid)) as named (topic) left join topic_label t on t.id = named.topic
                 where not exists (select from profile_line l
                                    where l.participant = :participant and l.topic is not distinct from t.id
                                      and (t.id is not null or l.statement = :statement)
                                      and l.id <> all(:added))
                """)
                    .param("id", id)
                    .param("participant", participant.get())
                    .param("kind", kind)
                    .param("topic", topic == null ? null : topic.id())
                    .param("statement", row.textOrNull("statement"))
                    .param("statements", row.translationsJson("statement"))
                    .param("grade", grade)
                    .param("evidence", row.textOrNull("evidence"))
                    .param("added", added.toArray(ProfileLineId[]::new))
                    .update();
            if (topic != null) {
                sources.cite(
                        row, "interest", row.text("programme") + "/" + row.text("organisation") + "/" + topic.name());
            }
        }
    }
}
