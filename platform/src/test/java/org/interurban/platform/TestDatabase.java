package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.interurban.platform.archive.RecordImport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL for all tests of a run. Every application context gets a database of its own in it, which holds the sample network,
 * the places of the world and nothing else: a copy of one that was filled once.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "500")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Sample {
        static final String NAME = filled();

        private static String filled() {
            var name = "sample";
            execute("create database " + name);
            try (var application = new SpringApplicationBuilder(Platform.class)
                    .run(
                            "--interurban.database.url=" + url(name),
                            "--interurban.search.in-memory=true",
                            "--db-scheduler.polling-interval=100ms",
                            "--server.port=-1",
                            "--spring.main.register-shutdown-hook=false")) {
                assertThat(SampleNetwork.load(application.getBean(RecordImport.class)))
                        .isInstanceOf(RecordImport.Outcome.Imported.class);
                var sql = application.getBean(JdbcClient.class);
                Awaitility.await("places of the world")
                        .pollInSameThread()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> sql.sql("select bool_and(state = 'done') from job")
                                .query(Boolean.class)
                                .single());
                sql.sql("analyze").update();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return name;
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + Sample.NAME + " strategy file_copy");
        TestPropertyValues.of("interurban.database.url=" + url(name)).applyTo(context);
    }

    /** The address of a new, empty database. */
    public static String empty() {
        var name = "empty_" + NUMBER.incrementAndGet();
        execute("create database " + name);
        return url(name);
    }

    private static String url(String database) {
        return Server.INSTANCE.getJdbcUrl("postgres", database);
    }

    private static void execute(String statement) {
        try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                var command = connection.createStatement()) {
            command.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
