package org.interurban.platform.database;

import java.io.IOException;
import javax.sql.DataSource;
import org.interurban.platform.database.DatabaseSettings.Database;
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
        EmbeddedServer embeddedServer(DataFolder folder) throws IOException {
            return new EmbeddedServer(folder);
        }
    }

    /** The server to use: the configured one, or our own. */
    private static Database server(
            DatabaseSettings settings, ObjectProvider<EmbeddedServer> own, ObjectProvider<DataFolder> folder) {
        var server = own.getIfAvailable();
        return server == null
                ? settings.database()
                : new Database(
                        server.url(),
                        server.user(),
                        folder.getObject().password(),
                        settings.database().connections());
    }

    @Bean
    DataSource dataSource(
            DatabaseSettings settings,
            ObjectProvider<EmbeddedServer> own,
            ObjectProvider<DataFolder> folder,
            DatabaseWatch watch) {
        return new Pools(server(settings, own, folder), watch::answers);
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
