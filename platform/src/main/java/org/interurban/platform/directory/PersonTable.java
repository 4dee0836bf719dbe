package org.interurban.platform.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.intake.RecordTable;
import org.interurban.platform.intake.Row;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code people.csv}: holders of public posts. Someone who was erased does not come back with the next import. */
@Component
class PersonTable implements RecordTable {

    private final JdbcClient sql;
    private final Organisations organisations;
    private final Sources sources;

    PersonTable(JdbcClient sql, Organisations organisations, Sources sources) {
        this.sql = sql;
        this.organisations = organisations;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public int order() {
        return 34;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "name", "post", "organisation");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("name_local", "name_local_language", "as_of", "sources");
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            var code = row.code("code");
            var name = row.required("name", 200);
            var title = row.required("post", 200);
            var organisation = row.reference("organisation", "organisation", organisations::idOf);
            var seen = row.period("as_of", "", "");
            if (row.isSound() && !isErased(code)) {
                var person = sql.sql("""
                    insert into person (id, code, name, local_name, local_language) values (:id, :code, :name, :local, :language)
                    on conflict (code) do update set name = excluded.name, local_name = excluded.local_name,
                      local_language = excluded.local_language
                    returning id
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("name", name)
                        .param("local", row.textOrNull("name_local"))
                        .param("language", row.textOrNull("name_local_language"))
                        .query(UUID.class)
                        .single();
                sql.sql("""
                    insert into post (id, organisation, title, duty, holder, from_on, to_on, precision, public)
                    select :id, :organisation, :title, 'public-office', :person, :from, :to, :precision, true
                     where not exists (select from post
                                        where organisation = :organisation and title = :title and holder = :person)
                    """)
                        .param("id", Identifier.next())
                        .param("organisation", organisation)
                        .param("title", title)
                        .param("person", person)
                        .param("from", seen.from())
                        .param("to", seen.to())
                        .param("precision", seen.precision().code())
                        .update();
                sources.cite(row, "person", code);
            }
        }
    }

    private boolean isErased(String code) {
        return sql.sql("select exists (select from erased_code where digest = sha256(convert_to(?, 'UTF8')))")
                .param(code)
                .query(Boolean.class)
                .single();
    }
}
