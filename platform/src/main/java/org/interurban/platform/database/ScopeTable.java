package org.interurban.platform.database;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a table as scopes of roles, found by their code.
 *
 * @param table of the module that offers it, with the columns id, code and name
 */
public record ScopeTable(JdbcClient sql, Scope.Kind kind, String table) implements ScopeNames {

    @Override
    public Optional<UUID> find(String code) {
        return sql.sql("select id from " + table + " where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            sql.sql("select id, name from " + table + " where id = any(:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((ResultSet rs) -> {
                        names.put(rs.getObject("id", UUID.class), rs.getString("name"));
                    });
        }
        return names;
    }
}
