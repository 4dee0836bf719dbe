package org.interurban.platform.directory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All organisations, cities among them. */
@Repository
class Organisations {

    private final JdbcClient sql;

    Organisations(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<UUID> idOf(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }
}
