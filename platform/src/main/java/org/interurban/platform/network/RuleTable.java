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

/** The file {@code membership_rules.csv}. */
@Component
class RuleTable implements RecordTable {

    private final JdbcClient sql;
    private final Sources sources;

    RuleTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "membership_rules";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "subject", "rule");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("rule_xx", "applies_to", "parameter", "operator", "value", "unit", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select code, subject, applies_to, rule, rule_translations as rule_xx, parameter, operator, value, unit, note,
                   cited('rule', code) as sources
              from membership_rule
             order by position, code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var code = row.code("code");
            var subject = row.required("subject");
            var rule = row.required("rule");
            position++;
            if (row.isSound()) {
                sql.sql("""
                    insert into membership_rule (id, code, subject, applies_to, rule, rule_translations, parameter, operator, value, unit, note, position)
                    values (:id, :code, :subject, :applies_to, :rule, :rule_translations::jsonb, :parameter, :operator, :value, :unit, :note, :position)
                    on conflict (code) do update set subject = excluded.subject, applies_to = excluded.applies_to, rule = excluded.rule, rule_translations = excluded.rule_translations, parameter = excluded.parameter, operator = excluded.operator, value = excluded.value, unit = excluded.unit, note = excluded.note, position = excluded.position
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("subject", subject)
                        .param("applies_to", row.textOrNull("applies_to"))
                        .param("rule", rule)
                        .param("rule_translations", row.translationsJson("rule"))
                        .param("parameter", row.textOrNull("parameter"))
                        .param("operator", row.textOrNull("operator"))
                        .param("value", row.textOrNull("value"))
                        .param("unit", row.textOrNull("unit"))
                        .param("note", row.textOrNull("note"))
                        .param("position", position)
                        .update();
                sources.cite(row, "rule", code);
            }
        }
    }
}
