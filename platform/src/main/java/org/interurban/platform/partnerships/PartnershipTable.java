package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.programmes.CooperationForm;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code partnerships.csv}. */
@Component
class PartnershipTable implements RecordTable {

    private final JdbcClient sql;
    private final Topics topics;
    private final Programmes programmes;
    private final ThemeLines lines;
    private final Sources sources;

    PartnershipTable(JdbcClient sql, Topics topics, Programmes programmes, ThemeLines lines, Sources sources) {
        this.sql = sql;
        this.topics = topics;
        this.programmes = programmes;
        this.lines = lines;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "partnerships";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "programme", "name");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "name_xx",
                "theme",
                "line",
                "cohort",
                "form",
                "coordinator",
                "status",
                "published",
                "round",
                "run",
                "made",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select s.code, p.code as programme, s.name, s.name_translations as name_xx, t.written as theme, s.line,
                   s.cohort, s.form, s.coordinator, s.status, s.published, s.round, s.run, s.made_on as made, s.note,
                   cited('partnership', s.code) as sources
              from partnership s
              join programme_brief p on p.id = s.programme
              left join topic_label t on t.id = s.topic
             order by s.code
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var code = row.code("code");
            row.required("programme");
            var programme = row.reference("programme", "programme", programmes::idOf);
            var name = row.required("name", Partnership.NAME_LENGTH);
            var topic = row.reference(
                    "theme", "topic", written -> topics.find(written).map(Topics.Topic::id));
            var form = row.text("form").isEmpty() ? null : row.oneOf("form", CooperationForm.class);
            var status = row.text("status").isEmpty() ? "active" : row.oneOf("status", PartnershipStatus.class);
            if (!row.text("line").matches("[A-H]?")) {
                row.fault("line", "\"%s\" is none of the lines A to H".formatted(row.text("line")));
            }
            var made = row.period("made", "", "").from();
            if ((made == null) != row.text("round").isEmpty()) {
                row.fault("made", "a round has a name and a day");
            }
            var published = row.yesOrUnknown("published");
            if (programme == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into partnership (id, code, programme, name, name_translations, cohort, form, coordinator, status,
                       published, round, run, made_on, note)
                values (:id, :code, :programme, :name, :names::jsonb, :cohort, :form, :coordinator, :status, :published,
                       :round, :run, :made, :note)
                on conflict (code) do update set programme = excluded.programme, name = excluded.name,
                       name_translations = excluded.name_translations, cohort = excluded.cohort,
                       form = excluded.form, coordinator = excluded.coordinator, status = excluded.status,
                       published = excluded.published, round = excluded.round, run = excluded.run,
                       made_on = excluded.made_on, note = excluded.note
                """)
                    .param("id", Identifier.next())
                    .param("code", code)
                    .param("programme", programme.value())
                    .param("name", name)
                    .param("names", row.translationsJson("name"))
                    .param("cohort", row.textOrNull("cohort"))
                    .param("form", form)
                    .param("coordinator", row.textOrNull("coordinator"))
                    .param("status", status)
                    .param("published", published == null || published)
                    .param("round", row.textOrNull("round"))
                    .param("run", row.integer("run"))
                    .param("made", made)
                    .param("note", row.textOrNull("note"))
                    .update();
            lines.setTheme(code, topic, row.textOrNull("line"));
            sources.cite(row, "partnership", code);
        }
    }
}
