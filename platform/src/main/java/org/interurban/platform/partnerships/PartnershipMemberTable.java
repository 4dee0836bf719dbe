package org.interurban.platform.partnerships;

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

/** The file {@code partnership_members.csv}. */
@Component
class PartnershipMemberTable implements RecordTable {

    private final JdbcClient sql;
    private final Directory directory;
    private final Partnerships partnerships;
    private final Sources sources;

    PartnershipMemberTable(JdbcClient sql, Directory directory, Partnerships partnerships, Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.partnerships = partnerships;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "partnership_members";
    }

    @Override
    public int order() {
        return 51;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("partnership", "organisation");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("seq", "side", "role", "joined", "left", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select s.code as partnership, m.side as seq, o.code as organisation, m.party as side, m.role, m.joined_on as joined,
                   m.left_on as left, cited('partnership-member', s.code || '/' || o.code) as sources
              from partnership_member m
              join partnership s on s.id = m.partnership
              join organisation_brief o on o.id = m.organisation
             order by s.code, m.side, o.code
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            row.required("partnership");
            row.required("organisation");
            var partnership = row.reference("partnership", "partnership", partnerships::idOf);
            var body = row.reference("organisation", "organisation", code -> directory.find(code, Locale.ENGLISH));
            var position = row.integer("seq");
            var joined = row.period("joined", "", "");
            var left = row.period("left", "", "");
            if (partnership == null || body == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into partnership_member (id, partnership, organisation, side, party, role, joined_on, left_on)
                values (:id, :partnership, :organisation, :side, :party, :role, :joined, :left)
                on conflict (partnership, organisation) do update set side = excluded.side, party = excluded.party,
                       role = excluded.role, joined_on = excluded.joined_on, left_on = excluded.left_on
                """)
                    .param("id", Identifier.next())
                    .param("partnership", partnership.value())
                    .param("organisation", body.id())
                    .param("side", position == null ? 1 : position)
                    .param("party", row.textOrNull("side"))
                    .param("role", row.textOrNull("role"))
                    .param("joined", joined.from())
                    .param("left", left.to())
                    .update();
            sources.cite(row, "partnership-member", row.text("partnership") + "/" + row.text("organisation"));
        }
    }
}
