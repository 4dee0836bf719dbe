package org.interurban.platform.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code milestones.csv}: what happened that was no activity. */
@Component
class MilestoneTable implements RecordTable {

    private final JdbcClient sql;
    private final Sources sources;

    MilestoneTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "milestones";
    }

    @Override
    public int order() {
        return 48;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "date", "title", "subject");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("precision", "title_xx", "programme", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select code, partial_period(from_on, to_on, precision) as date, precision, title, title_translations as title_xx,
                   subject, programme, description as note, cited('milestone', code) as sources
              from milestone
             order by code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            var code = row.code("code");
            var title = row.required("title");
            var subject = row.required("subject");
            var date = row.period("date", "", "precision");
            if (row.isSound()) {
                sql.sql("""
                    insert into milestone (id, code, title, title_translations, subject, from_on, to_on, precision, programme, description)
                    values (:id, :code, :title, :title_translations::jsonb, :subject, :from_on, :to_on, :precision, :programme, :description)
                    on conflict (code) do update set title = excluded.title, title_translations = excluded.title_translations, subject = excluded.subject, from_on = excluded.from_on, to_on = excluded.to_on, precision = excluded.precision, programme = excluded.programme, description = excluded.description
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("title", title)
                        .param("title_translations", row.translationsJson("title"))
                        .param("subject", subject)
                        .param("from_on", date.from())
                        .param("to_on", date.to())
                        .param("precision", date.precision().code())
                        .param("programme", row.textOrNull("programme"))
                        .param("description", row.textOrNull("note"))
                        .update();
                sources.cite(row, "milestone", code);
            }
        }
    }
}
