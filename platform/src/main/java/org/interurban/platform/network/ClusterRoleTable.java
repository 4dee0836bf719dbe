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

/** The file {@code cluster_roles.csv}: who leads a cluster. */
@Component
class ClusterRoleTable implements RecordTable {

    static final List<String> ROLES = List.of("lead", "co-lead", "member");

    private final JdbcClient sql;
    private final Sources sources;

    ClusterRoleTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "cluster_roles";
    }

    @Override
    public int order() {
        return 42;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("cluster", "member", "role");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("elected_at", "elected", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select c.code as cluster, m.code as member, r.role, r.elected_at,
                   partial_period(r.from_on, r.to_on, r.precision) as elected,
                   cited('cluster-role', c.code || '.' || m.code) as sources
              from cluster_role r
              join cluster c on c.id = r.cluster
              join member m on m.id = r.member
             order by r.position, c.code, m.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var cluster = row.reference("cluster", "cluster", this::cluster);
            var member = row.reference("member", "member", this::member);
            var role = row.oneOf("role", ROLES);
            var date = row.period("elected", "", "");
            position++;
            if (row.isSound()) {
                sql.sql("""
                    insert into cluster_role (id, cluster, member, role, elected_at, from_on, to_on, precision, position)
                    values (:id, :cluster, :member, :role, :elected_at, :from_on, :to_on, :precision, :position)
                    on conflict (cluster, member) do update set role = excluded.role, elected_at = excluded.elected_at, from_on = excluded.from_on, to_on = excluded.to_on, precision = excluded.precision, position = excluded.position
                    """)
                        .param("id", Identifier.next())
                        .param("cluster", cluster)
                        .param("member", member)
                        .param("role", role)
                        .param("elected_at", row.textOrNull("elected_at"))
                        .param("from_on", date.from())
                        .param("to_on", date.to())
                        .param("precision", date.precision().code())
                        .param("position", position)
                        .update();
                sources.cite(row, "cluster-role", row.text("cluster") + "." + row.text("member"));
            }
        }
    }

    private Optional<UUID> cluster(String code) {
        return sql.sql("select id from cluster where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    private Optional<UUID> member(String code) {
        return sql.sql("select id from member where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }
}
