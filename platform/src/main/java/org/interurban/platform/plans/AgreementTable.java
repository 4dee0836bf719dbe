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

/** The file {@code agreements.csv}. */
@Component
class AgreementTable implements RecordTable {

    private final JdbcClient sql;
    private final Programmes programmes;
    private final Partnerships partnerships;
    private final Sources sources;

    AgreementTable(JdbcClient sql, Programmes programmes, Partnerships partnerships, Sources sources) {
        this.sql = sql;
        this.programmes = programmes;
        this.partnerships = partnerships;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "type", "title", "status");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "title_xx",
                "programme",
                "partnership",
                "activity",
                "date",
                "precision",
                "place",
                "subject",
                "subject_xx",
                "expires",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select g.code, g.type, g.title, g.title_translations as title_xx, p.code as programme, s.code as partnership,
                   g.signed_at as activity, g.status, partial_period(g.from_on, g.to_on, g.precision) as date, g.precision,
                   g.place, g.subject, g.subject_translations as subject_xx, g.expires_on as expires, g.note,
                   cited('agreement', g.code) as sources
              from agreement g
              left join programme_brief p on p.id = g.programme
              left join partnership_brief s on s.id = g.partnership
             order by g.code
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var code = row.code("code");
            var type = row.oneOf("type", AgreementType.class);
            var title = row.required("title", Agreement.TITLE_LENGTH);
            var programme = row.reference("programme", "programme", programmes::idOf);
            var partnership = row.reference("partnership", "partnership", partnerships::idOf);
            var status = row.oneOf("status", AgreementStatus.class);
            var when = row.period("date", "", "precision");
            var expires = row.period("expires", "", "");
            if (!row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into agreement (id, code, programme, partnership, type, title, title_translations, status, from_on,
                       to_on, precision, signed_at, expires_on, place, subject, subject_translations, note)
                values (:id, :code, :programme, :partnership, :type, :title, :titles::jsonb, :status, :from,
                       :to, :precision, :activity, :expires, :place, :subject, :subjects::jsonb, :note)
                on conflict (code) do update set programme = excluded.programme, partnership = excluded.partnership,
                       type = excluded.type, title = excluded.title,
                       title_translations = excluded.title_translations, status = excluded.status,
                       from_on = excluded.from_on, to_on = excluded.to_on, precision = excluded.precision,
                       signed_at = excluded.signed_at, expires_on = excluded.expires_on, place = excluded.place,
                       subject = excluded.subject, subject_translations = excluded.subject_translations,
                       note = excluded.note
                """)
                    .param("id", Identifier.next())
                    .param("code", code)
                    .param("programme", programme == null ? null : programme.value())
                    .param("partnership", partnership == null ? null : partnership.value())
                    .param("type", type)
                    .param("title", title)
                    .param("titles", row.translationsJson("title"))
                    .param("status", status)
                    .param("from", when.from())
                    .param("to", when.to())
                    .param("precision", when.precision().code())
                    .param("activity", row.textOrNull("activity"))
                    .param("expires", expires.to())
                    .param("place", row.textOrNull("place"))
                    .param("subject", row.textOrNull("subject"))
                    .param("subjects", row.translationsJson("subject"))
                    .param("note", row.textOrNull("note"))
                    .update();
            sources.cite(row, "agreement", code);
        }
    }
}
