package org.interurban.platform.programmes;

import java.util.List;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code method_steps.csv}: the ordered steps by which a programme works. */
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
                    .param("names", LocalizedText.stored(row.translations("method_name")))
                    .param("programme", programme == null ? null : programme.value())
                    .param("position", position)
                    .param("step", step)
                    .param("steps", LocalizedText.stored(row.translations("step")))
                    .param("kind", row.textOrNull("kind"))
                    .param("note", row.textOrNull("note"))
                    .update();
            sources.cite(row, "step", method + "/" + position);
        }
    }
}
