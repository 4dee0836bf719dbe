package org.interurban.platform.accounts;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cities as scopes of roles. */
@Component
class CityScopes implements ScopeNames {

    private final JdbcClient sql;

    CityScopes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Scope.Kind kind() {
        return Scope.Kind.CITY;
    }

    @Override
    public Optional<UUID> find(String code) {
        return sql.sql("select id from organisation where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            sql.sql("select id, name from organisation where id = any(:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((ResultSet rs) -> {
                        names.put(rs.getObject("id", UUID.class), rs.getString("name"));
                    });
        }
        return names;
    }
}
