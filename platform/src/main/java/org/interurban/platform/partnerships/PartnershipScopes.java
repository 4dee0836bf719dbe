package org.interurban.platform.partnerships;

import org.interurban.platform.authority.ScopeNames;
import org.interurban.platform.database.ScopeTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partnerships as scopes of roles. */
@Configuration
class PartnershipScopes {

    @Bean
    ScopeNames partnershipScopesNames(JdbcClient sql) {
        return new ScopeTable(sql, PartnershipId.SCOPE, "partnership");
    }
}
