package org.interurban.platform.programmes;

import org.interurban.platform.authority.ScopeNames;
import org.interurban.platform.database.ScopeTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programmes as scopes of roles. */
@Configuration
class ProgrammeScopes {

    @Bean
    ScopeNames programmeScopesNames(JdbcClient sql) {
        return new ScopeTable(sql, ProgrammeId.SCOPE, "programme");
    }
}
