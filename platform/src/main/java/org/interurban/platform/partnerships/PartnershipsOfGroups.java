package org.interurban.platform.partnerships;

import java.util.Optional;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.RestsOnGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partnerships to which cities belong out of a group. */
@Component
class PartnershipsOfGroups implements RestsOnGroup {

    private final JdbcClient sql;

    PartnershipsOfGroups(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Things> of(Programme programme, String group) {
        var many =
                sql.sql("""
            select count(distinct m.partnership)
              from partnership_member m join programme_group_brief g on g.id = m.programme_group
             where g.programme = ? and g.code = ?
            """).params(programme.id(), group).query(Integer.class).single();
        return Optional.of(many)
                .filter(number -> number > 0)
                .map(number -> new Things(
                        "partnerships.of-group", number, "/partnerships?programme=%s".formatted(programme.code())));
    }
}
