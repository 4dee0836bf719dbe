package org.interurban.platform.programmes;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.sources.Aspect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of a programme follows the reading that a person chose. */
@Configuration
class ProgrammeAspects {

    private final JdbcClient sql;

    ProgrammeAspects(JdbcClient sql) {
        this.sql = sql;
    }

    @Bean
    Aspect themesOfProgramme() {
        return new Aspect("programme", "themes", (code, value, chosen) -> sql.sql("""
                update programme_theme set chosen = (reading = :reading)
                 where question = :question and programme = (select id from programme where code = :code)
                """)
                .param("reading", value)
                .param("question", chosen.question())
                .param("code", code)
                .update());
    }

    @Bean
    Aspect startOfProgramme() {
        return new Aspect("programme", "start", (code, value, chosen) -> setStart(code, value));
    }

    @Bean
    Aspect scopeOfProgramme() {
        return new Aspect("programme", "scope", (code, value, chosen) -> sql.sql("""
                update programme set scope = :scope, version = version + 1 where code = :code and scope <> :scope
                """)
                .param("scope", value.split(";"))
                .param("code", code)
                .update());
    }

    @Bean
    Aspect citiesOfGroup() {
        return new Aspect("programme-group", "cities", (code, value, chosen) -> {
            if (value.matches("\\d{1,5}")) {
                sql.sql("""
                    update programme_group g set cities = :cities, version = g.version + 1
                      from programme p where p.id = g.programme and p.code || '/' || g.code = :code
                    """)
                        .param("cities", Integer.valueOf(value))
                        .param("code", code)
                        .update();
            }
        });
    }

    private void setStart(String code, String value) {
        var parts = value.split("\\|", 2);
        var read = PartialPeriod.parse(parts[0], "", parts.length > 1 ? Coded.of(Precision.class, parts[1]) : null);
        var start = PartialPeriod.around(read.from(), read.precision());
        sql.sql("""
            update programme set from_on = :from, from_precision = :precision, version = version + 1
             where code = :code and (from_on, from_precision) is distinct from (:from::date, :precision)
            """)
                .param("from", start.from())
                .param("precision", start.precision().code())
                .param("code", code)
                .update();
    }
}
