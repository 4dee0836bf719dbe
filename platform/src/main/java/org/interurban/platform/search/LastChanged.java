package org.interurban.platform.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When what can be found of records last changed. */
@Component
public class LastChanged {

    private final JdbcClient sql;

    LastChanged(JdbcClient sql) {
        this.sql = sql;
    }

    /** By code; records that cannot be found yet are left out. */
    public Map<String, Instant> of(String kind, Collection<String> codes) {
        var changed = new HashMap<String, Instant>();
        sql.sql("select code, changed_at from search_document where kind = :kind and code = any(:codes)")
                .param("kind", kind)
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    changed.put(
                            row.getString("code"),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant());
                });
        return changed;
    }
}
