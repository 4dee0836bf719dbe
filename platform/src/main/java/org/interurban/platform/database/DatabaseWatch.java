package org.interurban.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Knows whether the database answers: it is asked twice a second, on a connection of its own. Requests that wait for a database which
 * has stayed silent are let go.
 */
public class DatabaseWatch implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    /** What PostgreSQL says of a lock that was not had in time. */
    private static final String LOCKED = "55P03";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final DatabaseServer server;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("database-watch").daemon().factory());
    private final Set<Queue<Connection>> requests = ConcurrentHashMap.newKeySet();
    private volatile boolean answers = true;
    private long awaySince;
    private @Nullable Connection connection;

    DatabaseWatch(DatabaseServer server) {
        this.server = server;
        thread.scheduleWithFixedDelay(this::look, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What a request does. */
    @FunctionalInterface
    public interface Request {
        void run() throws Exception;
    }

    public boolean answers() {
        return answers;
    }

    /** Does what a request asks, with connections of those kept for requests. */
    public void serve(Request request) throws Exception {
        var borrowed = new ConcurrentLinkedQueue<Connection>();
        requests.add(borrowed);
        try {
            ScopedValue.where(Pools.BORROWED, borrowed).call(() -> {
                request.run();
                return null;
            });
        } finally {
            requests.remove(borrowed);
        }
    }

    /** Whether something failed since the database was away, had no connection left, or kept a lock for somebody else too long. */
    public static boolean isMissedBy(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException refused
                            && (isPassing(refused.getSQLState()) || CLOSED.equals(refused.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether something failed since somebody else kept a record too long, while the database itself is well. */
    public static boolean isLocked(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && LOCKED.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** What the pool says of a connection that it closed since it was lost, as when what was begun is to be taken back. */
    private static final String CLOSED = "Connection is closed";

    /** Connection lost or refused, server shutting down or starting, too many connections, a lock not had in time. */
    private static boolean isPassing(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P0")
                        || state.equals("53300")
                        || state.equals(LOCKED));
    }

    private void look() {
        try {
            judge(System.nanoTime());
        } catch (RuntimeException odd) { // or it would never look again
            LOG.warn("The database could not be asked", odd);
        }
    }

    /** A connection of the watch's own may end for reasons of its own, so a quick no is asked for once more. */
    private void judge(long now) {
        if (ask() || System.nanoTime() - now < PATIENCE.toNanos() && ask()) {
            if (!answers) {
                LOG.info("The database answers again");
            }
            answers = true;
            return;
        }
        if (answers) {
            LOG.warn("The database does not answer; requests are told to come again until it does");
            answers = false;
            awaySince = now;
        }
        if (System.nanoTime() - awaySince >= PATIENCE.multipliedBy(2).toNanos()) {
            requests.forEach(borrowed -> borrowed.forEach(DatabaseWatch::cut));
        }
    }

    private boolean ask() {
        try {
            if (connection == null) {
                connection = connect();
            }
            if (connection.isValid(PATIENCE.toSecondsPart())) {
                return true;
            }
        } catch (SQLException away) {
            LOG.debug("The database does not answer", away);
        }
        if (connection != null) {
            cut(connection);
            connection = null;
        }
        return false;
    }

    private Connection connect() throws SQLException {
        return server.connection(Map.of(
                "ApplicationName", "interurban-watch",
                "connectTimeout", String.valueOf(PATIENCE.toSeconds()),
                "socketTimeout", String.valueOf(PATIENCE.toSeconds())));
    }

    /** Closes the way to the server without a word to it; one that was given back already stays as it is. */
    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.debug("A connection could not be cut", gone);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
        if (connection != null) {
            cut(connection);
        }
    }
}
