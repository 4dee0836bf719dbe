package org.interurban.platform.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code members.csv}. */
@Component
class MemberTable implements RecordTable {

    private final JdbcClient sql;
    private final Sources sources;

    MemberTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "organisation", "type", "region");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("joined", "approved_at", "exception", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select m.code, o.code as organisation, m.type, m.region, m.joined_year as joined, m.approved_at, m.exception, m.note,
                   cited('member', m.code) as sources
              from member m join organisation o on o.id = m.organisation
             order by m.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            var code = row.code("code");
            var organisation = row.reference("organisation", "organisation", this::organisation);
            row.required("organisation");
            var type = row.oneOf("type", MembershipType.class);
            var region = row.reference("region", "region of members", this::region);
            row.required("region");
            var joined = row.integer("joined");
            if (row.isSound()) {
                sql.sql("""
                    insert into member (id, code, organisation, type, region, joined_year, approved_at, exception, note)
                    values (:id, :code, :organisation, :type, :region, :joined_year, :approved_at, :exception, :note)
                    on conflict (code) do update set organisation = excluded.organisation, type = excluded.type, region = excluded.region, joined_year = excluded.joined_year, approved_at = excluded.approved_at, exception = excluded.exception, note = excluded.note
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("organisation", organisation)
                        .param("type", type)
                        .param("region", region)
                        .param("joined_year", joined)
                        .param("approved_at", row.textOrNull("approved_at"))
                        .param("exception", row.textOrNull("exception"))
                        .param("note", row.textOrNull("note"))
                        .update();
                sources.cite(row, "member", code);
            }
        }
    }

    private Optional<UUID> organisation(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    private Optional<String> region(String code) {
        return sql.sql("select t.code from topic t join taxonomy x on x.id = t.taxonomy where x.code = ? and t.code ="
                        + " ?")
                .params(Members.REGIONS, code)
                .query(String.class)
                .optional();
    }
}
