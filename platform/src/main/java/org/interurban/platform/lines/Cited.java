package org.interurban.platform.lines;

import java.util.List;
import org.interurban.platform.sources.Sources.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents that a page's records rest on. */
@Repository
class Cited {

    /** @param passages how many places of it are named */
    record Source(String code, String title, int passages) {
        public String link() {
            return "/documents/" + code;
        }
    }

    private final JdbcClient sql;

    Cited(JdbcClient sql) {
        this.sql = sql;
    }

    List<Source> by(List<Subject> subjects) {
        return sql.sql("""
            select d.code, d.title, count(*) as passages
              from reference r join document d on d.id = r.document
             where (r.record_kind, r.record_code) in (select * from unnest(:kinds, :codes))
             group by d.id, d.code, d.title, d.position
             order by d.position
            """)
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("codes", subjects.stream().map(Subject::code).toArray(String[]::new))
                .query(Source.class)
                .list();
    }
}
