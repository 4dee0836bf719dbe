package org.interurban.platform.directory;

import org.interurban.platform.authority.Scope;
import org.interurban.platform.authority.ScopeNames;
import org.interurban.platform.database.ScopeTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cities as scopes of roles. */
@Configuration
class CityScopes {

    @Bean
    ScopeNames cityScopesNames(JdbcClient sql) {
        return new ScopeTable(sql, Scope.Kind.CITY, "organisation");
    }
}
