package org.interurban.platform.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All names of all organisations. */
@Repository
class OrganisationNames {

    private final JdbcClient sql;

    OrganisationNames(JdbcClient sql) {
        this.sql = sql;
    }

    List<Alias> of(OrganisationId organisation) {
        return sql.sql("select name, language, kind from organisation_name where organisation = ? order by kind,"
                        + " language, name")
                .param(organisation)
                .query((rs, row) -> alias(rs))
                .list();
    }

    /** The names of several organisations; one without any is left out. */
    Map<OrganisationId, List<Alias>> of(Collection<OrganisationId> organisations) {
        return sql
                .sql("select organisation, name, language, kind from organisation_name where organisation = any(?)"
                        + " order by kind, language, name")
                .param(organisations.toArray(OrganisationId[]::new))
                .query((rs, row) -> Map.entry(new OrganisationId(rs.getObject("organisation", UUID.class)), alias(rs)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Alias alias(ResultSet rs) throws SQLException {
        return new Alias(
                rs.getString("name"),
                rs.getString("language"),
                Alias.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)));
    }

    void replace(OrganisationId organisation, List<Alias> aliases) {
        replace(Map.of(organisation, aliases));
    }

    /** Keeps these names and no others, of each organisation; a name that stays keeps its row. */
    void replace(Map<OrganisationId, List<Alias>> aliases) {
        var rows = new ArrayList<Map<String, @Nullable String>>();
        aliases.forEach((organisation, all) -> all.forEach(alias -> {
            var row = new HashMap<String, @Nullable String>();
            row.put("id", Identifier.next().toString());
            row.put("organisation", organisation.value().toString());
            row.put("name", alias.name());
            row.put("folded", Names.fold(alias.name()));
            row.put("language", alias.language());
            row.put("kind", alias.kind().code());
            rows.add(row);
        }));
        var given = JsonMapper.shared().writeValueAsString(rows);
        sql.sql("""
            delete from organisation_name n
             where organisation = any(:organisations)
               and not exists (select from jsonb_populate_recordset(null::organisation_name, :given::jsonb) g
                                where g.organisation = n.organisation and g.name = n.name)
            """)
                .param("organisations", aliases.keySet().toArray(OrganisationId[]::new))
                .param("given", given)
                .update();
        sql.sql("""
            insert into organisation_name (id, organisation, name, folded, language, kind)
            select id, organisation, name, folded, language, kind
              from jsonb_populate_recordset(null::organisation_name, :given::jsonb)
            on conflict (organisation, name) do update
              set folded = excluded.folded, language = excluded.language, kind = excluded.kind
            """).param("given", given).update();
    }
}
