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

/** The file {@code chapters.csv}: the network in one country. */
@Component
class ChapterTable implements RecordTable {

    private final JdbcClient sql;
    private final Sources sources;

    ChapterTable(JdbcClient sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "chapters";
    }

    @Override
    public int order() {
        return 43;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "name", "country");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("name_xx", "host", "note", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select n.code, n.name, n.name_translations as name_xx, n.country, m.code as host, n.note,
                   cited('chapter', n.code) as sources
              from national_chapter n left join member m on m.id = n.host
             order by n.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            var code = row.code("code");
            var name = row.required("name", 200);
            row.required("country");
            var country = row.reference("country", "country", this::country);
            var host = row.reference("host", "member", this::member);
            if (row.isSound()) {
                sql.sql("""
                    insert into national_chapter (id, code, name, name_translations, country, host, note)
                    values (:id, :code, :name, :name_translations::jsonb, :country, :host, :note)
                    on conflict (code) do update set name = excluded.name, name_translations = excluded.name_translations, country = excluded.country, host = excluded.host, note = excluded.note
                    """)
                        .param("id", Identifier.next())
                        .param("code", code)
                        .param("name", name)
                        .param("name_translations", row.translationsJson("name"))
                        .param("country", country)
                        .param("host", host)
                        .param("note", row.textOrNull("note"))
                        .update();
                sources.cite(row, "chapter", code);
            }
        }
    }

    private Optional<String> country(String code) {
        return sql.sql("select code from country where code = ?")
                .param(code)
                .query(String.class)
                .optional();
    }

    private Optional<UUID> member(String code) {
        return sql.sql("select id from member where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }
}
