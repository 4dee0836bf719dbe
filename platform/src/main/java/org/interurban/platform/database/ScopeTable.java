package org.interurban.platform.database;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a table as scopes of roles, found by their code or name.
 *
 * @param table of the module that offers it, with the columns id, code, name and name_translations
 */
public record ScopeTable(JdbcClient sql, Scope.Kind kind, String table) implements ScopeNames {

    @Override
    public List<Scope.Id> find(String codeOrName) {
        return sql.sql("""
            select id from %1$s where lower(code) = lower(:text)
            union all
            select id from %1$s
             where (lower(name) = lower(:text)
                    or exists (select from jsonb_each(name_translations) t where lower(t.value ->> 'text') = lower(:text)))
               and not exists (select from %1$s where lower(code) = lower(:text))
            """.formatted(table))
                .param("text", codeOrName)
                .query((rs, row) -> new Scope.Id(rs.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Named> all() {
        return sql.sql("select code, name from " + table + " order by lower(name), code")
                .query(Named.class)
                .list();
    }

    @Override
    public Map<Scope.Id, String> names(Collection<Scope.Id> ids) {
        var names = new HashMap<Scope.Id, String>();
        if (!ids.isEmpty()) {
            sql.sql("select id, name from " + table + " where id = any(:ids)")
                    .param("ids", ids.toArray(Scope.Id[]::new))
                    .query((ResultSet rs) -> {
                        names.put(new Scope.Id(rs.getObject("id", UUID.class)), rs.getString("name"));
                    });
        }
        return names;
    }
}
