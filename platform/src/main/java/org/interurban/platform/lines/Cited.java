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
            select document as code, title, count(*) as passages
              from reference_brief
             where (record_kind, record_code) in (select * from unnest(:kinds, :codes))
             group by document, title, document_position
             order by document_position
            """)
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("codes", subjects.stream().map(Subject::code).toArray(String[]::new))
                .query(Source.class)
                .list();
    }
}
