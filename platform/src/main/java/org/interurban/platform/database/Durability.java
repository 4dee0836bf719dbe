package org.interurban.platform.database;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to work on a server of ours that could lose what it has acknowledged, and warns of a configured one. */
@Component
class Durability implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    private final JdbcClient sql;
    private final boolean own;

    Durability(JdbcClient sql, ObjectProvider<EmbeddedServer> embedded) {
        this.sql = sql;
        this.own = embedded.getIfAvailable() != null;
    }

    @Override
    public void afterPropertiesSet() {
        var off = weakSettings();
        if (!off.isEmpty() && own) {
            throw new IllegalStateException("The database could lose what was saved; these settings are off: " + off);
        }
        if (!off.isEmpty()) {
            LOG.warn("The configured database could lose what was saved; these settings are off: {}", off);
        }
    }

    List<String> weakSettings() {
        return sql.sql("""
            select name
              from pg_settings
             where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
            """).query(String.class).list();
    }
}
