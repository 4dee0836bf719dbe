package org.interurban.platform.directory;

import java.util.ArrayList;
import org.interurban.platform.sources.Aspect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation's name follows the reading that a person chose; the other name still leads to it. */
@Configuration
class OrganisationAspects {

    private final JdbcClient sql;
    private final Directory directory;
    private final OrganisationNames names;

    OrganisationAspects(JdbcClient sql, Directory directory, OrganisationNames names) {
        this.sql = sql;
        this.directory = directory;
        this.names = names;
    }

    @Bean
    Aspect nameOfOrganisation() {
        return named("name", Alias.Kind.NAME);
    }

    @Bean
    Aspect abbreviationOfOrganisation() {
        return named("abbreviation", Alias.Kind.ABBREVIATION);
    }

    private Aspect named(String column, Alias.Kind kind) {
        return new Aspect("organisation", column, (code, value, chosen) -> directory
                .idOf(code)
                .ifPresent(id -> rename(id, column, value, kind)));
    }

    private void rename(OrganisationId id, String column, String value, Alias.Kind kind) {
        sql.sql("update organisation set " + column + " = :value, version = version + 1 where id = :id and " + column
                        + " is distinct from :value")
                .param("value", value)
                .param("id", id)
                .update();
        var all = new ArrayList<Alias>();
        all.add(new Alias(value, null, kind));
        for (var alias : names.of(id)) {
            if (!alias.name().equals(value)) {
                all.add(
                        alias.kind() == kind
                                ? new Alias(alias.name(), alias.language(), Alias.Kind.ALTERNATIVE)
                                : alias);
            }
        }
        names.replace(id, all);
    }
}
