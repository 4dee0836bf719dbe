package org.interurban.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Connections for requests, which are refused rather than kept waiting, and others for work behind them, which waits and is not held up
 * by however many readers. What a request has borrowed can be cut, to end its waiting for a database that is away.
 */
class Pools extends AbstractRoutingDataSource implements DisposableBean {

    private static final long PATIENCE_OF_A_REQUEST = 3000;
    private static final long VALIDATION = 1000;

    /** Milliseconds for which one statement may be silent; none of ours takes a tenth of it. */
    static final int PATIENCE_OF_WORK = 600_000;

    /** The connections that the request of this thread has borrowed; unbound outside of requests. */
    static final ScopedValue<ConcurrentLinkedQueue<Connection>> BORROWED = ScopedValue.newInstance();

    private enum Use {
        REQUESTS,
        WORK
    }

    private final HikariDataSource requests;
    private final HikariDataSource work;
    private final BooleanSupplier answers;

    /**
     * @param most connections of each pool
     * @param answers whether the database does; while it does not, requests are refused at once
     */
    Pools(DataSource server, int most, BooleanSupplier answers) {
        this.answers = answers;
        var refusing = configuration("requests", server, most);
        refusing.setConnectionTimeout(PATIENCE_OF_A_REQUEST);
        refusing.setConnectionInitSql("set lock_timeout = " + PATIENCE_OF_A_REQUEST);
        this.requests = new HikariDataSource(refusing);
        var waiting = configuration("work", new NotForEver(server), most);
        waiting.setMinimumIdle(1);
        this.work = new HikariDataSource(waiting);
        setTargetDataSources(Map.of(Use.REQUESTS, requests, Use.WORK, work));
    }

    /** Its connections give up on a database that is silent, as one whose machine has vanished, and not on one that works. */
    private static final class NotForEver extends DelegatingDataSource {

        NotForEver(DataSource server) {
            super(server);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            connection.setNetworkTimeout(Runnable::run, PATIENCE_OF_WORK);
            return connection;
        }
    }

    private static HikariConfig configuration(String name, DataSource server, int most) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(server);
        pool.setMaximumPoolSize(most);
        pool.setValidationTimeout(VALIDATION);
        return pool;
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return BORROWED.isBound() ? Use.REQUESTS : Use.WORK;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!BORROWED.isBound()) {
            return super.getConnection();
        }
        if (!answers.getAsBoolean()) {
            throw new SQLTransientConnectionException("The database does not answer");
        }
        var connection = super.getConnection();
        BORROWED.get().add(connection);
        return connection;
    }

    @Override
    public void destroy() {
        requests.close();
        work.close();
    }
}
