package org.interurban.platform.database;

import java.util.Arrays;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@link JdbcClient} that takes and gives our value types, as {@link Conversions} says. */
@Configuration
class TypedJdbc implements WebMvcConfigurer {

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source) {
        return new JdbcTemplate(source) {
            @Override
            protected PreparedStatementSetter newArgPreparedStatementSetter(@Nullable Object @Nullable [] arguments) {
                return super.newArgPreparedStatementSetter(
                        arguments == null
                                ? null
                                : Arrays.stream(arguments)
                                        .map(Conversions::bound)
                                        .toArray());
            }
        };
    }

    @Bean
    NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate template) {
        return new NamedParameterJdbcTemplate(template) {
            @Override
            protected PreparedStatementCreator getPreparedStatementCreator(
                    String sql,
                    SqlParameterSource values,
                    @Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
                return super.getPreparedStatementCreator(sql, new Bound(values), customizer);
            }
        };
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
        return JdbcClient.create(template, Conversions.ofRows());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        Conversions.addTo(registry);
    }

    private record Bound(SqlParameterSource values) implements SqlParameterSource {

        @Override
        public boolean hasValue(String name) {
            return values.hasValue(name);
        }

        @Override
        public @Nullable Object getValue(String name) {
            return Conversions.bound(values.getValue(name));
        }

        @Override
        public int getSqlType(String name) {
            return values.getSqlType(name);
        }

        @Override
        public @Nullable String getTypeName(String name) {
            return values.getTypeName(name);
        }

        @Override
        public String @Nullable [] getParameterNames() {
            return values.getParameterNames();
        }
    }
}
