package org.interurban.platform.database;

import java.util.Set;
import java.util.TreeSet;
import org.interurban.platform.shared.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What names a record by a foreign key, in whichever table. */
@Component
public class References {

    private final JdbcClient sql;

    References(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Lets whatever names the one name the other. Where both stand in a table, each for itself, nothing is moved: the transaction is
     * taken back, and the tables are told.
     *
     * @param table of the two records
     * @param besides tables that are left as they are
     * @return empty where all of it was moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> move(String table, Identifier gone, Identifier kept, String... besides) {
        var apart = new TreeSet<>(sql.sql("select move_references(:table::regclass, :gone, :kept, :besides)")
                .param("table", table)
                .param("gone", gone)
                .param("kept", kept)
                .param("besides", besides)
                .query(String.class)
                .list());
        if (!apart.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return apart;
    }
}
