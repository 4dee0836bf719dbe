package org.interurban.platform.programmes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code programme_objectives.csv}. */
@Component
class ProgrammeObjectiveTable implements RecordTable {

    private final JdbcClient sql;
    private final Programmes programmes;
    private final Sources sources;

    ProgrammeObjectiveTable(JdbcClient sql, Programmes programmes, Sources sources) {
        this.sql = sql;
        this.programmes = programmes;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "programme_objectives";
    }

    @Override
    public int order() {
        return 43;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("programme", "seq", "text");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("text_xx", "kind", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select p.code as programme, b.position as seq, b.kind, b.statement as text, b.statement_translations as text_xx,
                   cited('objective', p.code || '/' || b.position) as sources
              from programme_objective b join programme p on p.id = b.programme
             order by p.code, b.position
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var programme = row.reference("programme", "programme", programmes::idOf);
            var position = row.integer("seq");
            var statement = row.required("text");
            if (programme == null || position == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into programme_objective (id, programme, kind, statement, statement_translations, position)
                values (:id, :programme, :kind, :statement, :statements::jsonb, :position)
                on conflict (programme, position) do update set kind = excluded.kind,
                       statement = excluded.statement, statement_translations = excluded.statement_translations
                """)
                    .param("id", Identifier.next())
                    .param("programme", programme.value())
                    .param("kind", row.text("kind").isEmpty() ? "objective" : row.text("kind"))
                    .param("statement", statement)
                    .param("statements", row.translationsJson("text"))
                    .param("position", position)
                    .update();
            sources.cite(row, "objective", row.text("programme") + "/" + position);
        }
    }
}
