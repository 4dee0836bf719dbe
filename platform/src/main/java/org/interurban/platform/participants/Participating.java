package org.interurban.platform.participants;

import java.util.List;
import org.interurban.platform.directory.TakingPart;
import org.interurban.platform.programmes.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Narrows the directory's lists to a programme. */
@Repository
class Participating implements TakingPart {

    private final Programmes programmes;
    private final JdbcClient sql;

    Participating(Programmes programmes, JdbcClient sql) {
        this.programmes = programmes;
        this.sql = sql;
    }

    @Override
    public List<String> in(String programme) {
        return programmes.seen(programme).isEmpty()
                ? List.of()
                : sql.sql("""
                    select distinct o.code
                      from participant a
                      join programme_brief p on p.id = a.programme
                      join organisation_brief o on o.id = a.organisation
                     where p.code = ? and a.left_on is null and a.status <> 'applicant'
                    """).param(programme).query(String.class).list();
    }
}
