package org.interurban.platform.archive;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a module begins to say a file of its own. */
@Component
public class RecordFiles {

    private final JdbcClient sql;

    RecordFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param name see {@link RecordTable#name}
     * @param order see {@link RecordTable#order}
     * @param table of the module that asks
     * @param key the columns of that table by which a row is known, with commas
     * @param stored see {@link RecordTable#stored}
     */
    public RecordFile file(String name, int order, String table, String key, String stored) {
        return new RecordFile(sql, name, order, table, key, stored);
    }
}
