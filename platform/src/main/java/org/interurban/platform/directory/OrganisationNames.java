package org.interurban.platform.directory;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All names of all organisations. */
@Repository
class OrganisationNames {

    private final JdbcClient sql;

    OrganisationNames(JdbcClient sql) {
        this.sql = sql;
    }

    List<Alias> of(UUID organisation) {
        return sql.sql("select name, language, kind from organisation_name where organisation = ? order by kind,"
                        + " language, name")
                .param(organisation)
                .query((rs, row) -> new Alias(
                        rs.getString("name"),
                        rs.getString("language"),
                        Alias.Kind.valueOf(rs.getString("kind").toUpperCase(java.util.Locale.ROOT))))
                .list();
    }

    /** Keeps these names and no others; a name that stays keeps its row. */
    void replace(UUID organisation, List<Alias> aliases) {
        sql.sql("delete from organisation_name where organisation = ? and name <> all(?)")
                .params(organisation, aliases.stream().map(Alias::name).toArray(String[]::new))
                .update();
        for (var alias : aliases) {
            sql.sql("""
                insert into organisation_name (id, organisation, name, folded, language, kind)
                values (:id, :organisation, :name, :folded, :language, :kind)
                on conflict (organisation, name) do update
                  set folded = excluded.folded, language = excluded.language, kind = excluded.kind
                """)
                    .param("id", Identifier.next())
                    .param("organisation", organisation)
                    .param("name", alias.name())
                    .param("folded", Names.fold(alias.name()))
                    .param("language", alias.language())
                    .param("kind", alias.kind().code())
                    .update();
        }
    }
}
