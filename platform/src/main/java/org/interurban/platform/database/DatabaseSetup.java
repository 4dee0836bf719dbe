package org.interurban.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

    @Bean
    DataSource dataSource(
            DatabaseSettings settings, ObjectProvider<EmbeddedServer> own, ObjectProvider<DataFolder> folder) {
        var pool = new HikariDataSource();
        var server = own.getIfAvailable();
        if (server != null) {
            pool.setJdbcUrl(server.url());
            pool.setUsername(server.user());
            pool.setPassword(folder.getObject().password());
        } else {
            pool.setJdbcUrl(settings.database().url());
            if (!settings.database().username().isBlank()) {
                pool.setUsername(settings.database().username());
                pool.setPassword(settings.database().password());
            }
        }
        pool.setMaximumPoolSize(settings.database().connections());
        pool.setPoolName("interurban");
        return pool;
    }
}
