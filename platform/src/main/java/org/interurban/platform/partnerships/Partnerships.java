package org.interurban.platform.partnerships;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All partnerships, and what higher floors ask of them. */
@Repository
public class Partnerships {

    private final JdbcClient sql;

    Partnerships(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<PartnershipId> idOf(String code) {
        return sql.sql("select id from partnership where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(PartnershipId::new);
    }
}
