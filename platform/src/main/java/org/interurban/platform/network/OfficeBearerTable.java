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

/** The file {@code office_bearers.csv}: who holds an office of the network in a term. */
@Component
class OfficeBearerTable implements RecordTable {

    static final List<String> OFFICES = List.of(
            "president-city", "vice-president-city", "executive-committee-member", "auditor", "secretary-general");

    private final JdbcClient sql;
    private final Sources sources;

    OfficeBearerTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "office_bearers";
    }

    @Override
    public int order() {
        return 44;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("term", "role", "holder");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("rank", "person", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select b.term, b.role, b.rank, o.code as holder, h.code as person,
                   cited('office-bearer', b.term || '.' || b.role || '.' || o.code) as sources
              from office_bearer b
              join organisation o on o.id = b.organisation
              left join person h on h.id = b.person and h.erased_at is null
             order by b.position, b.term, b.role, o.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var position = 0;
        for (var row : rows) {
            var term = row.required("term");
            if (!term.isEmpty() && !term.matches("[0-9]{4}-[0-9]{4}")) {
                row.fault("term", "\"%s\" is not a term: write 2023-2026".formatted(term));
            }
            var role = row.oneOf("role", OFFICES);
            var rank = row.integer("rank");
            var holder = row.reference("holder", "organisation", this::organisation);
            var person = row.reference("person", "person", this::person);
            position++;
            if (row.isSound()) {
                sql.sql("""
                    insert into office_bearer (id, term, role, rank, organisation, person, position)
                    values (:id, :term, :role, :rank, :organisation, :person, :position)
                    on conflict (term, role, organisation) do update set rank = excluded.rank, person = excluded.person, position = excluded.position
                    """)
                        .param("id", Identifier.next())
                        .param("term", term)
                        .param("role", role)
                        .param("rank", rank)
                        .param("organisation", holder)
                        .param("person", person)
                        .param("position", position)
                        .update();
                sources.cite(row, "office-bearer", term + "." + role + "." + row.text("holder"));
            }
        }
    }

    private Optional<UUID> organisation(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    private Optional<UUID> person(String code) {
        return sql.sql("select id from person where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }
}
