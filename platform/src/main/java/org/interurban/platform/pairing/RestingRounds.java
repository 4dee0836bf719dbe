package org.interurban.platform.pairing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.participants.RestsOnParticipants;
import org.interurban.platform.programmes.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds that are under way and have the bodies in a proposed pair, or in a lock of their draft. */
@Component
class RestingRounds implements RestsOnParticipants {

    private final JdbcClient sql;

    RestingRounds(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Thing> of(ProgrammeId programme, Collection<String> organisations, Locale locale) {
        return sql.sql("""
            select r.id, r.name
              from pairing_round r
             where r.programme = :programme
               and (r.state in ('proposed', 'consulted', 'confirmed')
                      and exists (select from pairing_run n cross join jsonb_array_elements(n.result -> 'pairs') pair
                                   where n.id = r.run
                                     and (pair ->> 'a' = any(:organisations) or pair ->> 'b' = any(:organisations)))
                    or r.state = 'draft'
                      and exists (select from pairing_lock l
                                   where l.round = r.id and (l.a = any(:organisations) or l.b = any(:organisations))))
             order by r.made_at, r.id
            """)
                .param("programme", programme.value())
                .param("organisations", organisations.toArray(String[]::new))
                .query((rs, row) -> new Thing("round", rs.getString("name"), "/rounds/" + rs.getString("id")))
                .list();
    }
}
