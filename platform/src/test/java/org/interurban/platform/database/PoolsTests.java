package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.interurban.platform.database.DatabaseSettings.Database;
import org.junit.jupiter.api.Test;

class PoolsTests {

    @Test
    void keepNotEvenTheVeryFirstRequestWaitingForADatabaseThatFellSilentBeforeIt() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var pools = new Pools(to(server), 3, () -> true);
            pools.afterPropertiesSet();
            try {
                signal(server, "STOP");
                var answered = CompletableFuture.supplyAsync(() -> answers(pools));
                assertThat(answered.orTimeout(8, TimeUnit.SECONDS).join()).isFalse();
            } finally {
                signal(server, "CONT");
            }
            try (var connection = pools.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            } finally {
                pools.destroy();
            }
        }
    }

    @Test
    void haveOthersForTheWorkBehindRequests() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var pools = new Pools(to(server), 1, () -> true);
            pools.afterPropertiesSet();
            try (var taken = ofARequest(pools::getConnection);
                    var others = pools.getConnection()) {
                assertThat(taken.isValid(5)).isTrue();
                assertThat(others.isValid(5)).isTrue();
                assertThatThrownBy(() -> ofARequest(pools::getConnection)).matches(DatabaseWatch::isMissedBy);
            } finally {
                pools.destroy();
            }
        }
    }

    @Test
    void giveUpOnADatabaseThatHasVanishedUnderTheirWork() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var pools = new Pools(to(server), 1, () -> true);
            pools.afterPropertiesSet();
            try (var connection = pools.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
                assertThat(connection.getNetworkTimeout()).isEqualTo(Pools.PATIENCE_OF_WORK);
                connection.setNetworkTimeout(Runnable::run, 500); // as if that time had passed
                signal(server, "STOP");

                assertThatThrownBy(() -> connection.createStatement().executeQuery("select 1"))
                        .matches(DatabaseWatch::isMissedBy);
            } finally {
                signal(server, "CONT");
                pools.destroy();
            }
        }
    }

    private static boolean answers(Pools pools) {
        try (var connection = ofARequest(pools::getConnection)) {
            return connection.isValid(1);
        } catch (Exception refused) {
            return false;
        }
    }

    private static Connection ofARequest(Callable<Connection> work) {
        try {
            return ScopedValue.where(Pools.BORROWED, new ConcurrentLinkedQueue<>())
                    .call(work::call);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signal(EmbeddedPostgres server, String signal) throws Exception {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("-p " + server.getPort() + " "))
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .map(process -> String.valueOf(process.pid()))
                .forEach(command::add);
        assertThat(command).hasSizeGreaterThan(3);
        new ProcessBuilder(command).start().waitFor();
    }

    private static DatabaseServer to(EmbeddedPostgres server) {
        return new DatabaseServer(() -> new Database(server.getJdbcUrl("postgres", "postgres"), "", "", 0));
    }
}
