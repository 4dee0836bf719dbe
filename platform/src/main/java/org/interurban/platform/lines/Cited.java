package org.interurban.platform.lines;

import java.util.Collection;
import java.util.List;
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

    /** @param records each as {@code kind:code} */
    List<Source> by(Collection<String> records) {
        return sql.sql("""
            select d.code, d.title, count(*) as passages
              from reference r join document d on d.id = r.document
             where (r.record_kind || ':' || r.record_code) = any(:records)
             group by d.id, d.code, d.title, d.position
             order by d.position
            """)
                .param("records", records.toArray(String[]::new))
                .query(Source.class)
                .list();
    }
}
