package org.interurban.platform.database;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.interurban.platform.database.DatabaseSettings.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The connection pool, to the configured server or to our own. */
@Configuration
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseSetup {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSetup.class);

    static class NoServerConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("interurban.database.url", "")
                    .isBlank();
        }
    }

    @Configuration
    @Conditional(NoServerConfigured.class)
    static class Own {

        @Bean
        DataFolder dataFolder(DatabaseSettings settings) throws IOException {
            return new DataFolder(settings.data());
        }

        @Bean
        EmbeddedServer embeddedServer(DataFolder folder) {
            return new EmbeddedServer(folder, Own::endWithout);
        }

        /** An application without its database is of no use; whoever started it can start it again. */
        private static void endWithout(CannotStart why) {
            LOG.error("Interurban ends: {} {}", why.sentence(), why.remedy());
            CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS) // what waits for the database waits in vain
                    .execute(() -> Runtime.getRuntime().halt(1));
            System.exit(1);
        }
    }

    /** The server to use: the configured one, or our own. */
    private static DatabaseServer server(
            DatabaseSettings settings, ObjectProvider<EmbeddedServer> own, ObjectProvider<DataFolder> folder) {
        var configured = settings.database();
        var embedded = own.getIfAvailable();
        if (embedded == null) {
            return new DatabaseServer(() -> configured);
        }
        var password = folder.getObject().password();
        return new DatabaseServer(
                () -> new Database(embedded.url(), embedded.user(), password, configured.connections()));
    }

    @Bean
    DataSource dataSource(
            DatabaseSettings settings,
            ObjectProvider<EmbeddedServer> own,
            ObjectProvider<DataFolder> folder,
            DatabaseWatch watch) {
        return new Pools(server(settings, own, folder), settings.database().connections(), watch::answers);
    }

    @Bean
    DatabaseWatch databaseWatch(
            DatabaseSettings settings, ObjectProvider<EmbeddedServer> own, ObjectProvider<DataFolder> folder) {
        return new DatabaseWatch(server(settings, own, folder));
    }

    /** The name under which readiness asks for it. */
    @Bean
    HealthIndicator databaseHealthIndicator(DatabaseWatch watch) {
        return () -> (watch.answers() ? Health.up() : Health.outOfService()).build();
    }
}
