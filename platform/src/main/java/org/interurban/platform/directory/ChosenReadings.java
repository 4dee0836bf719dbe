package org.interurban.platform.directory;

import java.util.ArrayList;
import org.interurban.platform.sources.ReadingChosen;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets an organisation's name follow the reading that a person chose; the other name still leads to it. */
@Component
class ChosenReadings {

    private final JdbcClient sql;
    private final Directory directory;
    private final OrganisationNames names;

    ChosenReadings(JdbcClient sql, Directory directory, OrganisationNames names) {
        this.sql = sql;
        this.directory = directory;
        this.names = names;
    }

    @EventListener
    void on(ReadingChosen event) {
        var value = event.value();
        if (event.recordKind().equals("organisation") && value != null && event.aspect() != null) {
            switch (event.aspect()) {
                case "name" ->
                    directory.idOf(event.recordCode()).ifPresent(id -> rename(id, "name", value, Alias.Kind.NAME));
                case "abbreviation" ->
                    directory
                            .idOf(event.recordCode())
                            .ifPresent(id -> rename(id, "abbreviation", value, Alias.Kind.ABBREVIATION));
                default -> {} // the record does not hold this aspect
            }
        }
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
