package org.interurban.platform.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/** A data folder with its running server, and a number kept in it. */
public class Installation implements AutoCloseable {

    static final int KEPT = 42;

    private final Path data;
    private final DataFolder folder;
    private final EmbeddedServer server;
    private final CompletableFuture<CannotStart> lost = new CompletableFuture<>();

    private Installation(Path data) throws IOException {
        this.data = data;
        this.folder = new DataFolder(data);
        try {
            this.server = new EmbeddedServer(folder, lost::complete);
        } catch (RuntimeException e) {
            folder.destroy();
            throw e;
        }
    }

    public static Installation start(Path data) throws IOException {
        return new Installation(data);
    }

    /** One that was started once and holds the number, as a copy, since making one takes seconds. */
    static void make(Path data) throws Exception {
        copy(Made.ONCE, data);
    }

    /** The programs alone, which take most of a first start. */
    static void makePrograms(Path data) throws Exception {
        copy(Made.ONCE.resolve("postgres-binaries"), data.resolve("postgres-binaries"));
    }

    private static final class Made {
        static final Path ONCE = make();

        private static Path make() {
            try {
                var folder = Files.createTempDirectory("installation");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
                try (var made = start(folder)) {
                    made.keep();
                }
                return folder;
            } catch (IOException | InterruptedException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void copy(Path from, Path to) throws Exception {
        var copying = new ProcessBuilder("cp", "-a", "-T", from.toString(), to.toString())
                .inheritIO()
                .start();
        copying.waitFor();
    }

    void keep() throws SQLException {
        try (var connection = source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept values (%d)".formatted(KEPT));
        }
    }

    int read() throws SQLException {
        try (var connection = source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select n from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    int readWithPatience() {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(this::read, read -> read == KEPT);
    }

    public DataSource source() {
        return new DatabaseServer(
                () -> new DatabaseSettings.Database(server.url(), server.user(), folder.password(), 1));
    }

    int port() {
        return URI.create(server.url().substring("jdbc:".length())).getPort();
    }

    /** Why it is lost, once it is. */
    CompletableFuture<CannotStart> lost() {
        return lost;
    }

    ProcessHandle postmaster() throws IOException {
        return postmaster(data);
    }

    static ProcessHandle postmaster(Path data) throws IOException {
        var number = Files.readAllLines(statusFile(data)).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    static Path statusFile(Path data) {
        return data.resolve("postgres/postmaster.pid");
    }

    static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get();
    }

    /** One of PostgreSQL's own programs as it lies in the data folder. */
    static Path program(Path data, String name) throws IOException {
        try (var files = Files.walk(data.resolve("postgres-binaries"))) {
            return files.filter(file -> file.endsWith(Path.of("bin", name)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.destroy();
        folder.destroy();
    }
}
