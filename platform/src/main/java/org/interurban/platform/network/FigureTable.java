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

/** The file {@code network_figures.csv}: what was counted, by whom and when; readings that disagree share their question. */
@Component
class FigureTable implements RecordTable {

    private final JdbcClient sql;
    private final Sources sources;

    FigureTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "network_figures";
    }

    @Override
    public int order() {
        return 46;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "subject", "measure", "value");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "value_max",
                "unit",
                "qualifier",
                "date",
                "precision",
                "programme",
                "area",
                "question",
                "chosen",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select code, subject, measure, low as value, high as value_max, unit, qualifier,
                   partial_period(from_on, to_on, precision) as date, precision, programme, area, question, chosen, note,
                   cited('figure', code) as sources
              from network_figure
             order by position, code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var code = row.code("code");
            var subject = row.required("subject");
            var measure = row.required("measure");
            var figure = row.quantity("value", "value_max", "qualifier", "unit");
            row.required("value");
            var date = row.period("date", "", "precision");
            var chosen = row.text("chosen").isEmpty() || row.yes("chosen");
            position++;
            if (figure != null && row.isSound()) {
                sql.sql("""
                    insert into network_figure (id, code, subject, measure, low, high, qualifier, unit, from_on, to_on, precision, programme, area, question, chosen, note, position)
                    values (:id, :code, :subject, :measure, :low, :high, :qualifier, :unit, :from_on, :to_on, :precision, :programme, :area, :question, :chosen, :note, :position)
                    on conflict (code) do update set subject = excluded.subject, measure = excluded.measure, low = excluded.low, high = excluded.high, qualifier = excluded.qualifier, unit = excluded.unit, from_on = excluded.from_on, to_on = excluded.to_on, precision = excluded.precision, programme = excluded.programme, area = excluded.area, question = excluded.question, chosen = excluded.chosen, note = excluded.note, position = excluded.position
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("subject", subject)
                        .param("measure", measure)
                        .param("low", figure.low())
                        .param("high", figure.high())
                        .param("qualifier", figure.qualifier().code())
                        .param("unit", figure.unit())
                        .param("from_on", date.from())
                        .param("to_on", date.to())
                        .param("precision", date.precision().code())
                        .param("programme", row.textOrNull("programme"))
                        .param("area", row.textOrNull("area"))
                        .param("question", row.textOrNull("question"))
                        .param("chosen", chosen)
                        .param("note", row.textOrNull("note"))
                        .param("position", position)
                        .update();
                sources.cite(row, "figure", code);
            }
        }
    }
}
