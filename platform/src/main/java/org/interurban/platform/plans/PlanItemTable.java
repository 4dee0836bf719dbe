package org.interurban.platform.plans;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code plan_items.csv}: the actions of partnerships and how far they have come. */
@Component
class PlanItemTable implements RecordTable {

    private final JdbcClient sql;
    private final Programmes programmes;
    private final Partnerships partnerships;
    private final Sources sources;

    PlanItemTable(JdbcClient sql, Programmes programmes, Partnerships partnerships, Sources sources) {
        this.sql = sql;
        this.programmes = programmes;
        this.partnerships = partnerships;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "plan_items";
    }

    @Override
    public int order() {
        return 64;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "kind", "title", "status");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "title_xx",
                "programme",
                "partnership",
                "plan",
                "seq",
                "activity",
                "question",
                "due",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select i.code, p.code as programme, s.code as partnership, i.plan_name as plan, i.position as seq, i.kind,
                   i.statement as title, i.statement_translations as title_xx, i.status, i.activity, i.question, i.due_on as due,
                   i.note, cited('plan-item', i.code) as sources
              from plan_item i
              left join programme_brief p on p.id = i.programme
              left join partnership_brief s on s.id = i.partnership
             order by i.code
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var code = row.code("code");
            var programme = row.reference("programme", "programme", programmes::idOf);
            var partnership = row.reference("partnership", "partnership", partnerships::idOf);
            var kind = row.oneOf("kind", ActionKind.class);
            var statement = row.required("title", PlanItem.STATEMENT_LENGTH);
            var status = row.oneOf("status", ActionStatus.class);
            var position = row.integer("seq");
            var due = row.period("due", "", "");
            if (!row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into plan_item (id, code, programme, partnership, plan_name, kind, statement,
                       statement_translations, status, note, activity, question, due_on, position)
                values (:id, :code, :programme, :partnership, :plan, :kind, :statement, :statements::jsonb, :status,
                       :note, :activity, :question, :due, :position)
                on conflict (code) do update set programme = excluded.programme, partnership = excluded.partnership,
                       plan_name = excluded.plan_name, kind = excluded.kind, statement = excluded.statement,
                       statement_translations = excluded.statement_translations, status = excluded.status,
                       note = excluded.note, activity = excluded.activity, question = excluded.question,
                       due_on = excluded.due_on, position = excluded.position
                """)
                    .param("id", Identifier.next())
                    .param("code", code)
                    .param("programme", programme == null ? null : programme.value())
                    .param("partnership", partnership == null ? null : partnership.value())
                    .param("plan", row.textOrNull("plan"))
                    .param("kind", kind)
                    .param("statement", statement)
                    .param("statements", row.translationsJson("title"))
                    .param("status", status)
                    .param("note", row.textOrNull("note"))
                    .param("activity", row.textOrNull("activity"))
                    .param("question", row.textOrNull("question"))
                    .param("due", due.to())
                    .param("position", position == null ? 1 : position)
                    .update();
            sources.cite(row, "plan-item", code);
        }
    }
}
