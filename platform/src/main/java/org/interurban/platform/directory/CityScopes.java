package org.interurban.platform.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.interurban.platform.database.ScopeTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cities as scopes of roles. */
@Component
class CityScopes implements ScopeNames {

    private final JdbcClient sql;
    private final ScopeTable rows;

    CityScopes(JdbcClient sql) {
        this.sql = sql;
        this.rows = new ScopeTable(sql, Scope.Kind.CITY, "organisation");
    }

    @Override
    public Scope.Kind kind() {
        return rows.kind();
    }

    @Override
    public List<Scope.Id> find(String codeOrName) {
        return rows.find(codeOrName);
    }

    @Override
    public List<Scope.Id> in(String country) {
        return sql.sql("select id from organisation where local_government and country = ?")
                .param(country)
                .query((rs, row) -> new Scope.Id(rs.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Named> all() {
        return rows.all();
    }

    @Override
    public Map<Scope.Id, String> names(Collection<Scope.Id> ids) {
        return rows.names(ids);
    }
}
