package org.interurban.platform.programmes;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.directory.TakingPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Narrows the directory's lists to a programme. */
@Repository
class Participating implements TakingPart {

    private final ProgrammeLists programmes;
    private final JdbcClient sql;

    Participating(ProgrammeLists programmes, JdbcClient sql) {
        this.programmes = programmes;
        this.sql = sql;
    }

    @Override
    public List<String> in(String programme) {
        return programmes.one(programme, Locale.ENGLISH).isEmpty()
                ? List.of()
                : sql.sql("""
                    select distinct o.code
                      from participant a
                      join programme p on p.id = a.programme
                      join organisation_brief o on o.id = a.organisation
                     where p.code = ? and a.left_on is null
                    """).param(programme).query(String.class).list();
    }
}
