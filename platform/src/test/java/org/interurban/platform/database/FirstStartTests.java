package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first start is killed with signal 9 as soon as a file appears, in every step of it; the next one is ready. */
class FirstStartTests {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "lock,                       true",
        "bin/postgres,               true",
        "share/postgresql/timezone,  true"
    })
    void isFinishedByTheNextOne(Path file, boolean withItsChildren) throws Exception {
        killAsSoonAs(file, withItsChildren);

        theNextOneIsReady();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres-password,          true",
        "base,                       false",
        "postgresql.conf,            true",
        "pg_control,                 true",
        "base/1,                     true",
        "base/4,                     false",
        "base/5,                     true",
        "postgres/PG_VERSION,        true",
        "postgres/postmaster.pid,    true",
        "postgres/postmaster.pid,    false"
    })
    void isFinishedByTheNextOneAlsoOnceTheProgramsAreThere(Path file, boolean withItsChildren) throws Exception {
        Installation.makePrograms(data);
        killAsSoonAs(file, withItsChildren);

        theNextOneIsReady();
    }

    private void killAsSoonAs(Path file, boolean withItsChildren) throws Exception {
        var first = EmbeddedServerProcess.start(data);
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!appeared(file)) {
            assertThat(first.isAlive()).as("it starts").isTrue();
            assertThat(Instant.now()).as("in time").isBefore(deadline);
        }
        var children = first.descendants().toList();
        first.destroyForcibly();
        if (withItsChildren) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        first.waitFor();
    }

    private void theNextOneIsReady() throws Exception {
        var second = EmbeddedServerProcess.start(data);
        try {
            assertThat(EmbeddedServerProcess.untilReady(second)).noneMatch(line -> line.contains("trying again"));
            assertThat(second.isAlive()).as("it is ready").isTrue();
        } finally {
            second.descendants().toList().forEach(ProcessHandle::destroyForcibly);
            second.destroyForcibly().waitFor();
        }
    }

    private boolean appeared(Path file) {
        try (var files = Files.walk(data)) {
            return files.anyMatch(each -> each.endsWith(file));
        } catch (IOException | UncheckedIOException changing) {
            return false;
        }
    }
}
