package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTests {

    @TempDir
    Path data;

    @Test
    void keepsItsDataBehindAPasswordAndComesBackAfterItsProcessWasKilled() throws Exception {
        Installation.make(data);
        try (var installation = Installation.start(data)) {
            assertThatThrownBy(() -> installation.source().getConnection("postgres", "wrong"))
                    .isInstanceOf(SQLException.class);

            Installation.kill(installation.postmaster());

            assertThat(installation.readWithPatience()).isEqualTo(Installation.KEPT);
        }
    }

    @Test
    void endsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        Installation.make(data);
        var application = EmbeddedServerProcess.start(data);
        EmbeddedServerProcess.untilReady(application);
        application.destroyForcibly().waitFor();
        var leftBehind = Installation.postmaster(data);
        assertThat(leftBehind.isAlive()).isTrue();

        try (var installation = Installation.start(data)) {
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
    }

    @Test
    void leavesAPostgresqlAloneThatOnlyHasTheNumberOfItsOwn() throws Exception {
        try (var foreign = EmbeddedPostgres.start()) {
            Files.write(Installation.statusFile(installedAndStopped()), leftBehindNaming(processOf(foreign)));

            try (var installation = Installation.start(data)) {
                assertThat(installation.read()).isEqualTo(Installation.KEPT);
                try (var connection = foreign.getPostgresDatabase().getConnection()) {
                    assertThat(connection.isValid(5)).isTrue();
                }
            }
        }
    }

    /** As a power cut may leave it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "17176 garbage\n", "12345678901234567890\n"})
    void startsWhereTheStatusFileCannotBeRead(String left) throws Exception {
        Files.writeString(Installation.statusFile(installedAndStopped()), left);

        try (var installation = Installation.start(data)) {
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
    }

    @Test
    void endsTheServerThatWasLeftBehindAlsoWhereTheStatusFileDoesNotNameIt() throws Exception {
        Installation.make(data);
        var application = EmbeddedServerProcess.start(data);
        EmbeddedServerProcess.untilReady(application);
        application.destroyForcibly().waitFor();
        var leftBehind = Installation.postmaster(data);
        Files.writeString(Installation.statusFile(data), "");

        try (var installation = Installation.start(data)) {
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
    }

    @Test
    void aCopyOfALiveFolderLivesBesideIt(@TempDir Path elsewhere) throws Exception {
        Installation.make(data);
        try (var installation = Installation.start(data)) {
            var live = installation.postmaster();
            Installation.copy(data, elsewhere);
            assertThat(Installation.statusFile(elsewhere)).exists();

            try (var copy = Installation.start(elsewhere)) {
                assertThat(live.isAlive()).as("the live server lives on").isTrue();
                assertThat(installation.read()).isEqualTo(Installation.KEPT);
                assertThat(copy.read()).isEqualTo(Installation.KEPT);
            }
        }
    }

    @Test
    void comesBackWhileAnotherProgramHoldsItsPort() throws Exception {
        Installation.make(data);
        try (var installation = Installation.start(data)) {
            var port = installation.port();

            Installation.kill(installation.postmaster());
            try (var other = hold(port)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> installation.port() != other.getLocalPort());
                assertThat(installation.readWithPatience()).isEqualTo(Installation.KEPT);
            }
        }
    }

    @Test
    void tellsWhyItCannotComeBack() throws Exception {
        Installation.make(data);
        try (var installation = Installation.start(data)) {
            replace(Installation.program(data, "postgres"), """
                #!/bin/sh
                echo "FATAL:  could not write lock file: No space left on device"
                exit 1
                """);

            Installation.kill(installation.postmaster());

            assertThat(installation.lost().get(60, TimeUnit.SECONDS))
                    .hasMessageContaining("could not write lock file: No space left on device");
        }
    }

    @Test
    void endsTheApplicationWhenItCannotComeBack() throws Exception {
        Installation.make(data);
        var application = EmbeddedServerProcess.start(data);
        var program = Installation.program(data, "postgres");
        EmbeddedServerProcess.untilReady(application);
        Files.delete(program);

        Installation.kill(Installation.postmaster(data));

        try (var said = application.inputReader()) {
            assertThat(said.lines().filter(line -> line.contains("Interurban ends: ")))
                    .hasSize(1);
        }
        assertThat(application.waitFor()).isEqualTo(1);
    }

    @Test
    void waitsForAServerThatTakesLongerThanAllItsTries() throws Exception {
        slowDown(installedAndStopped(), Duration.ofSeconds(15));

        try (var installation = Installation.start(data)) {
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
    }

    @Test
    @Tag("long")
    void waitsForARecoveryOfMinutes() throws Exception {
        slowDown(installedAndStopped(), Duration.ofSeconds(150));

        try (var installation = Installation.start(data)) {
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
    }

    private Path installedAndStopped() throws Exception {
        Installation.make(data);
        return data;
    }

    private Iterable<String> leftBehindNaming(ProcessHandle process) throws Exception {
        try (var running = Installation.start(data)) {
            var lines = Files.readAllLines(Installation.statusFile(data));
            assertThat(lines.getFirst())
                    .isEqualTo(Long.toString(running.postmaster().pid()));
            lines.set(0, Long.toString(process.pid()));
            return lines;
        }
    }

    private static ProcessHandle processOf(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1)).orElseThrow().parent().orElseThrow();
        }
    }

    /** The start stands still in the middle, as a long recovery would. */
    private static void slowDown(Path data, Duration time) throws IOException {
        var program = Installation.program(data, "postgres");
        var genuine = Files.move(program, program.resolveSibling("postgres-genuine"));
        replace(program, """
            #!/bin/sh
            me=$$
            (sleep %2$d; kill -CONT $me) >/dev/null 2>&1 &
            kill -STOP $me
            exec "%1$s" "$@"
            """.formatted(genuine, time.toSeconds()));
    }

    private static void replace(Path program, String script) throws IOException {
        Files.deleteIfExists(program);
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static ServerSocket hold(int port) {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), ServerSocket::isBound);
    }
}
