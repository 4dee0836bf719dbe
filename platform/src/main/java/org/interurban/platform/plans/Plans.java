package org.interurban.platform.plans;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All agreements and actions. */
@Repository
class Plans {

    private final JdbcClient sql;

    Plans(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<UUID> agreementOf(String code) {
        return sql.sql("select id from agreement where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }
}
