package org.interurban.platform.database;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * PostgreSQL's own programs on the data folder: durable, behind a password, on this machine's loopback address only. A server
 * that outlived its application is stopped at the next start; one that dies while we run is started again, on another port.
 * One that recovers is waited for as long as it takes.
 */
class EmbeddedServer implements DisposableBean {

    static final String REMEDY =
            "Mend the cause and start again; docs/operations.md says more under \"When it does not start\".";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int TRIES = 10;
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final String WRONG_PASSWORD = "28P01";

    private record Server(Process process, ProgramOutput output) {}

    private final DataFolder folder;
    private final Cluster cluster;
    private final PostgresPrograms programs;
    private final Consumer<CannotStart> lost;
    private final Thread watcher = new Thread(this::watch, "postgresql");
    private volatile Server server;
    private volatile int port;
    private volatile boolean stopping;

    /** @param lost is told why the server that died while we ran could not be started again */
    EmbeddedServer(DataFolder folder, Consumer<CannotStart> lost) {
        this.folder = folder;
        this.cluster = new Cluster(folder);
        this.lost = lost;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true)); // ends waiting for a recovery, too
        try {
            endLeftBehind();
            this.programs = new PostgresPrograms(folder);
            cluster.make(programs);
            this.server = start();
            beLetIn();
        } catch (IOException e) {
            folder.forgetUnfinished();
            throw folder.unusable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the database was interrupted.", "Start again.", e);
        }
        watcher.setDaemon(true);
        watcher.start();
    }

    /** With the port of now. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    String user() {
        return Cluster.USER;
    }

    private Server start() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            endLeftBehind();
            var free = freePort();
            var process = launch(free);
            server = new Server(process, new ProgramOutput(process));
            if (becomesReady(server)) {
                port = free;
                return server;
            }
            var cause = server.output().cause();
            if (stopping) {
                throw new CannotStart("Stopped before the database was ready.", "Start again.");
            }
            if (attempt == TRIES || cause.contains("incompatible")) {
                throw new CannotStart(
                        "The database in %s does not start: %s.".formatted(folder.postgres(), cause), REMEDY);
            }
            LOG.info("PostgreSQL did not start, trying again: {}", cause);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private Process launch(int port) throws IOException {
        return programs.call(
                        "postgres",
                        "-D",
                        folder.postgres().toString(),
                        "--port=" + port,
                        "--listen_addresses=127.0.0.1",
                        "--unix_socket_directories=",
                        "--max_connections=50",
                        "--timezone=UTC",
                        "--fsync=on",
                        "--synchronous_commit=on",
                        "--full_page_writes=on",
                        "--log_min_messages=log", // no faults of statements, which quote what people wrote
                        "--log_checkpoints=off",
                        "--log_line_prefix=")
                .start();
    }

    /** False when it ended before. A recovery may take as long as it needs. */
    private boolean becomesReady(Server starting) throws IOException, InterruptedException {
        var nextWord = Instant.now().plus(A_WHILE);
        while (!starting.process().waitFor(A_MOMENT)) {
            if (stopping) {
                end(starting.process().toHandle());
                return false;
            }
            if (cluster.isReady(starting.process().pid())) {
                return true;
            }
            if (Instant.now().isAfter(nextWord)) {
                LOG.info("PostgreSQL is starting: {}", starting.output().lastLine());
                nextWord = Instant.now().plus(A_WHILE);
            }
        }
        return false;
    }

    /** The password lies in a file of its own, which may be lost or come from another installation; the folder is ours all the same. */
    private void beLetIn() throws IOException, InterruptedException {
        try {
            if (isRefused()) {
                LOG.warn("The database did not take the password in {} and is given it", folder.passwordFile());
                end(server.process().toHandle());
                cluster.setPassword(programs);
                start();
                if (isRefused()) {
                    throw new SQLException("it does not take the password in " + folder.passwordFile());
                }
            }
        } catch (SQLException e) {
            end(server.process().toHandle());
            throw new CannotStart(
                    "The database in %s lets nobody in: %s.".formatted(folder.postgres(), e.getMessage()), REMEDY, e);
        }
    }

    private boolean isRefused() throws SQLException {
        try {
            DriverManager.getConnection(url(), user(), folder.password()).close();
            return false;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return true;
            }
            throw e;
        }
    }

    /** After a kill of the application its server lives on; it must end before a new one may have the folder. */
    private void endLeftBehind() throws IOException, InterruptedException {
        var leftBehind = cluster.server();
        if (leftBehind.isPresent()) {
            LOG.info(
                    "Stopping the PostgreSQL that an earlier run left behind, process {}",
                    leftBehind.get().pid());
            end(leftBehind.get());
        }
    }

    /** Fast, then at once, then by force. */
    private static void end(ProcessHandle server) throws IOException, InterruptedException {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, server.pid()))
                    .start()
                    .waitFor();
            try {
                server.onExit().get(TO_END.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (TimeoutException lives) {
                LOG.warn("PostgreSQL, process {}, does not end on signal {}", server.pid(), signal);
            } catch (ExecutionException e) {
                throw new IOException(e);
            }
        }
    }

    /** One that ends again and again soon after its start does not count as started. */
    private void watch() {
        try {
            for (int failures = 0; failures < TRIES; failures++) {
                var started = Instant.now();
                server.process().waitFor();
                if (stopping) {
                    return;
                }
                if (started.plus(A_WHILE).isBefore(Instant.now())) {
                    failures = 0;
                }
                LOG.warn(
                        "PostgreSQL ended by itself and is started again: {}",
                        server.output().cause());
                start();
            }
            throw new CannotStart(
                    "The database in %s ends soon after each start: %s."
                            .formatted(folder.postgres(), server.output().cause()),
                    REMEDY);
        } catch (CannotStart e) {
            tell(e);
        } catch (IOException e) {
            tell(folder.unusable(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a thread of its own, since whoever is told may end the application, and that waits for the watcher. */
    private void tell(CannotStart why) {
        if (!stopping) {
            new Thread(() -> lost.accept(why), "no database").start();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void destroy() throws IOException, InterruptedException {
        stopping = true;
        end(server.process().toHandle());
        watcher.join();
    }
}
