package org.interurban.platform.database;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.util.ReflectionUtils;
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
        var client = JdbcClient.create(template, Conversions.ofRows());
        return statement -> typed(client.sql(statement));
    }

    /** Values by position reach some statements past the template; so they are made plain where they are given. */
    private static StatementSpec typed(StatementSpec statement) {
        return (StatementSpec) Proxy.newProxyInstance(
                TypedJdbc.class.getClassLoader(),
                new Class<?>[] {StatementSpec.class},
                (typed, method, given) -> answer(typed, statement, method, given));
    }

    private static @Nullable Object answer(
            Object typed, StatementSpec statement, Method method, @Nullable Object @Nullable [] given) {
        var answer = ReflectionUtils.invokeMethod(method, statement, arguments(method, given));
        return answer == statement ? typed : answer;
    }

    private static @Nullable Object[] arguments(Method method, @Nullable Object @Nullable [] given) {
        if (given == null) {
            return new Object[0];
        }
        if (method.getName().startsWith("param")) {
            return bound(given);
        }
        return given;
    }

    private static @Nullable Object[] bound(@Nullable Object[] given) {
        return Arrays.stream(given)
                .map(value -> value instanceof Object[] several && several.getClass() == Object[].class
                        ? Arrays.stream(several).map(Conversions::bound).toArray()
                        : Conversions.bound(value))
                .toArray();
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
