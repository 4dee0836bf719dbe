package org.interurban.platform.plans;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code agreement_parties.csv}. */
@Component
class AgreementPartyTable implements RecordTable {

    private final JdbcClient sql;
    private final Directory directory;
    private final Plans plans;
    private final Sources sources;

    AgreementPartyTable(JdbcClient sql, Directory directory, Plans plans, Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.plans = plans;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "agreement_parties";
    }

    @Override
    public int order() {
        return 63;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("agreement", "seq");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("organisation", "name", "kind", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select g.code as agreement, y.position as seq, o.code as organisation, y.name, y.kind,
                   cited('agreement-party', g.code || '/' || y.position) as sources
              from agreement_party y
              join agreement g on g.id = y.agreement
              left join organisation_brief o on o.id = y.organisation
             order by g.code, y.position
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var agreement = row.reference("agreement", "agreement", plans::agreementOf);
            var body = row.reference("organisation", "organisation", code -> directory.find(code, Locale.ENGLISH));
            var position = row.integer("seq");
            var name = body != null && row.text("name").isEmpty() ? body.name() : row.required("name");
            if (agreement == null || position == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into agreement_party (id, agreement, organisation, name, kind, position)
                values (:id, :agreement, :organisation, :name, :kind, :position)
                on conflict (agreement, position) do update set organisation = excluded.organisation,
                       name = excluded.name, kind = excluded.kind
                """)
                    .param("id", Identifier.next())
                    .param("agreement", agreement)
                    .param("organisation", body == null ? null : body.id())
                    .param("name", name)
                    .param("kind", row.textOrNull("kind"))
                    .param("position", position)
                    .update();
            sources.cite(row, "agreement-party", row.text("agreement") + "/" + position);
        }
    }
}
