package org.interurban.platform.activities;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All activities. */
@Repository
class Activities {

    private final JdbcClient sql;

    Activities(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<UUID> idOf(String code) {
        return sql.sql("select id from activity where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }
}
