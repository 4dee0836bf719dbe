package org.interurban.platform.activities;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.Aspect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of an activity follows the reading that a person chose. */
@Configuration
class ActivityAspects {

    @Bean
    Aspect dateOfActivity(JdbcClient sql) {
        return new Aspect("activity", "date", (code, value, chosen) -> {
            var when = period(value);
            sql.sql("""
                update activity set from_on = :from, to_on = :to, precision = :precision, version = version + 1
                 where code = :code
                   and (from_on, to_on, precision) is distinct from (:from::date, :to::date, :precision)
                """)
                    .param("from", when.from())
                    .param("to", when.to())
                    .param("precision", when.precision().code())
                    .param("code", code)
                    .update();
        });
    }

    @Bean
    Aspect titleOfActivity(JdbcClient sql) {
        return new Aspect("activity", "title", (code, value, chosen) -> sql.sql("""
                update activity set title = :title, version = version + 1 where code = :code and title <> :title
                """)
                .param("title", value)
                .param("code", code)
                .update());
    }

    /** Reads {@code 2023-02|month} or {@code 2023-03-27/2023-03-31|day}. */
    static PartialPeriod period(String value) {
        var parts = value.split("\\|", 2);
        var dates = parts[0].split("/", 2);
        return PartialPeriod.parse(
                dates[0],
                dates.length > 1 ? dates[1] : "",
                parts.length > 1 ? Coded.of(Precision.class, parts[1]) : null);
    }
}
