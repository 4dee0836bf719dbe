package org.interurban.platform.participants;

import java.util.Optional;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.RestsOnGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bodies that take part in a group. */
@Component
class ParticipantsInGroups implements RestsOnGroup {

    private final JdbcClient sql;

    ParticipantsInGroups(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Things> of(Programme programme, String group) {
        var many =
                sql.sql("""
            select count(distinct a.organisation) from participant a join programme_group_brief g on g.id = a.programme_group
             where g.programme = ? and g.code = ? and a.left_on is null
            """).params(programme.id(), group).query(Integer.class).single();
        return Optional.of(many)
                .filter(number -> number > 0)
                .map(number -> new Things(
                        "participants.in-group",
                        number,
                        "/programmes/%s/participants?group=%s".formatted(programme.code(), group)));
    }
}
