package org.interurban.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * PostgreSQL's own binaries on the data folder: durable, behind a password, on this machine's loopback address only. A server
 * that outlived its application is stopped at the next start; one that dies while we run is started again.
 */
class EmbeddedServer implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String USER = "postgres";
    private static final int TRIES = 10;
    private static final String BY_PASSWORD_ONLY = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final DataFolder folder;
    private final int port;
    private volatile EmbeddedPostgres server;
    private volatile boolean stopping;

    EmbeddedServer(DataFolder folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        stopOrphan();
        this.server = startWithRetry();
        protectByPassword();
        watch();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    String user() {
        return USER;
    }

    private EmbeddedPostgres startWithRetry() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return start();
            } catch (IOException | IllegalStateException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                LOG.info("PostgreSQL did not start, trying again: {}", e.toString());
                pause();
            }
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60)) // recovery after a crash replays the log first
                .setPort(port)
                .setConnectConfig("password", folder.password())
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "50")
                .start();
    }

    /** A new cluster trusts whoever connects; from here on it asks for the password. */
    private void protectByPassword() throws IOException {
        var access = folder.postgres().resolve("pg_hba.conf");
        if (Files.readString(access).equals(BY_PASSWORD_ONLY)) {
            return;
        }
        try (var connection = DriverManager.getConnection(url(), USER, folder.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "alter user postgres password '%s'".formatted(folder.password())); // hexadecimal digits only
            Files.writeString(access, BY_PASSWORD_ONLY);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("The database could not be given its password", e);
        }
    }

    /** After a kill of the application its server lives on; it must end before a new one may have the folder. */
    private void stopOrphan() throws IOException {
        var orphan = running();
        if (orphan.isEmpty()) {
            return;
        }
        LOG.info(
                "Stopping the PostgreSQL that an earlier run left behind, process {}",
                orphan.get().pid());
        new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid())).start(); // fast shutdown
        try {
            orphan.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            orphan.get().destroyForcibly();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** The process named in the data folder, if it lives and is PostgreSQL. */
    private Optional<ProcessHandle> running() throws IOException {
        var file = folder.postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var firstLine = Files.readAllLines(file).stream().findFirst().orElse("").strip();
        if (!firstLine.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(firstLine))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private void watch() throws IOException {
        running().ifPresent(process -> process.onExit().thenRun(this::restart));
    }

    private void restart() {
        if (stopping) {
            return;
        }
        LOG.warn("PostgreSQL ended by itself; starting it again");
        try {
            server.close(); // gives back the old one's hold on the folder
            server = startWithRetry();
            watch();
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be started again", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void destroy() throws IOException {
        stopping = true;
        server.close();
    }
}
