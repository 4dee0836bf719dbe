package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTests {

    @TempDir
    Path data;

    @Test
    void keepsItsDataBehindAPasswordAndComesBackAfterItsProcessWasKilled() throws Exception {
        var folder = new DataFolder(data);
        var server = new EmbeddedServer(folder);
        try {
            try (var connection = connect(server, folder.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (n int)");
                statement.execute("insert into kept values (42)");
            }
            assertThatThrownBy(() -> connect(server, "wrong")).isInstanceOf(SQLException.class);

            killPostmaster();

            assertThat(readWithPatience(server, folder)).isEqualTo(42);
        } finally {
            server.destroy();
            folder.destroy();
        }
    }

    @Test
    void refusesAFolderThatIsInUse() throws Exception {
        var folder = new DataFolder(data);
        try {
            assertThatThrownBy(() -> new DataFolder(data))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("in use");
        } finally {
            folder.destroy();
        }
        new DataFolder(data).destroy();
    }

    private void killPostmaster() throws Exception {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip();
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
    }

    private static int readWithPatience(EmbeddedServer server, DataFolder folder) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try (var connection = connect(server, folder.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select n from kept")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }

    private static Connection connect(EmbeddedServer server, String password) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), password);
    }
}
