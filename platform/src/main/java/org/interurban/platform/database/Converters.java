package org.interurban.platform.database;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.shared.Identifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/** How values of ours are written to columns. */
@Configuration
class Converters {

    @WritingConverter
    private static final class IdentifierToUuid implements Converter<Identifier, UUID> {
        @Override
        public UUID convert(Identifier identifier) {
            return identifier.value();
        }
    }

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
        return JdbcCustomConversions.of(dialect, List.of(new IdentifierToUuid()));
    }
}
