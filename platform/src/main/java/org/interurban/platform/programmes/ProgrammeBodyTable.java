package org.interurban.platform.programmes;

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

/** The file {@code programme_bodies.csv}: who funds, manages and carries out a programme. */
@Component
class ProgrammeBodyTable implements RecordTable {

    private final JdbcClient sql;
    private final Directory directory;
    private final Programmes programmes;
    private final Sources sources;

    ProgrammeBodyTable(JdbcClient sql, Directory directory, Programmes programmes, Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.programmes = programmes;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "programme_bodies";
    }

    @Override
    public int order() {
        return 41;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("programme", "role", "organisation");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("name", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select p.code as programme, b.role, o.code as organisation, b.name, b.note,
                   cited('programme-body', p.code || '/' || b.role || '/' || coalesce(o.code, b.name)) as sources
              from programme_body b
              join programme p on p.id = b.programme
              left join organisation_brief o on o.id = b.organisation
             order by b.position, p.code, b.role, b.name
            """);
    }

    @Override
    public void load(List<Row> rows) {

        var position = 0;
        for (var row : rows) {
            var programme = row.reference("programme", "programme", programmes::idOf);
            var role = row.oneOf("role", BodyRole.class);
            var body = row.reference("organisation", "organisation", code -> directory.find(code, Locale.ENGLISH));
            var name = body != null && row.text("name").isEmpty() ? body.name() : nameOf(row);
            position++;
            if (programme == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into programme_body (id, programme, role, name, organisation, note, position)
                values (:id, :programme, :role, :name, :organisation, :note, :position)
                on conflict (programme, role, name) do update set organisation = excluded.organisation,
                       note = excluded.note, position = excluded.position
                """)
                    .param("id", Identifier.next())
                    .param("programme", programme.value())
                    .param("role", role)
                    .param("name", name)
                    .param("organisation", body == null ? null : body.id())
                    .param("note", row.textOrNull("note"))
                    .param("position", position)
                    .update();
            var named = body == null ? name : row.text("organisation");
            sources.cite(row, "programme-body", row.text("programme") + "/" + role + "/" + named);
        }
    }

    /** A body that is not named still has its description. */
    private static String nameOf(Row row) {
        return row.text("name").isEmpty() && !row.text("note").isEmpty() ? row.text("note") : row.required("name");
    }
}
