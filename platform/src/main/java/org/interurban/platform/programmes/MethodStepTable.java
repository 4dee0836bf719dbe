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

/** The file {@code method_steps.csv}: the ordered steps by which a programme works. */
@Component
class MethodStepTable implements RecordTable {

    private final JdbcClient sql;
    private final Programmes programmes;
    private final Sources sources;

    MethodStepTable(JdbcClient sql, Programmes programmes, Sources sources) {
        this.sql = sql;
        this.programmes = programmes;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "method_steps";
    }

    @Override
    public int order() {
        return 47;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("method", "method_name", "seq", "step");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("method_name_xx", "step_xx", "programme", "kind", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select s.method, s.method_name, s.method_name_translations as method_name_xx, p.code as programme,
                   s.position as seq, s.kind, s.step, s.step_translations as step_xx, s.note,
                   cited('step', s.method || '/' || s.position) as sources
              from method_step s left join programme p on p.id = s.programme
             order by s.method, s.position
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var method = row.code("method");
            var name = row.required("method_name");
            var position = row.integer("seq");
            var step = row.required("step");
            var programme = row.reference("programme", "programme", programmes::idOf);
            if (position == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into method_step (id, method, method_name, method_name_translations, programme, position, step,
                       step_translations, kind, note)
                values (:id, :method, :name, :names::jsonb, :programme, :position, :step, :steps::jsonb, :kind, :note)
                on conflict (method, position) do update set method_name = excluded.method_name,
                       method_name_translations = excluded.method_name_translations,
                       programme = excluded.programme, step = excluded.step,
                       step_translations = excluded.step_translations, kind = excluded.kind, note = excluded.note
                """)
                    .param("id", Identifier.next())
                    .param("method", method)
                    .param("name", name)
                    .param("names", row.translationsJson("method_name"))
                    .param("programme", programme == null ? null : programme.value())
                    .param("position", position)
                    .param("step", step)
                    .param("steps", row.translationsJson("step"))
                    .param("kind", row.textOrNull("kind"))
                    .param("note", row.textOrNull("note"))
                    .update();
            sources.cite(row, "step", method + "/" + position);
        }
    }
}
