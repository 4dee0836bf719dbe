package org.interurban.platform.sources;

import java.util.List;
import java.util.Optional;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents that facts were taken from. */
@Repository
class Documents {

    /** @param records how many records rest on it */
    record Document(
            String code,
            String title,
            String kind,
            @Nullable String publisher,
            PartialPeriod date,
            @Nullable String note,
            long records) {}

    /** A record that rests on a document, with the passages it names. */
    record Resting(String kind, String code, String passages) {
        public @Nullable String link() {
            return RecordLinks.of(kind, code);
        }
    }

    private static final String SELECT = """
        select d.code, d.title, d.kind, d.publisher, d.from_on, d.to_on, d.precision, d.note, d.position,
               (select count(distinct (record_kind, record_code)) from reference r
                 where r.document = d.id and (:all or not r.record_kind = any(:hidden))) as records
          from document d
        """;

    private static final RowMapper<Document> DOCUMENT = (rs, row) -> new Document(
            rs.getString("code"),
            rs.getString("title"),
            rs.getString("kind"),
            rs.getString("publisher"),
            new PartialPeriod(
                    rs.getObject("from_on", java.time.LocalDate.class),
                    rs.getObject("to_on", java.time.LocalDate.class),
                    Precision.of(rs.getString("precision"))),
            rs.getString("note"),
            rs.getLong("records"));

    /** Kinds of records of which some are not for the public, so that none is named to it here. */
    static final String[] NOT_PUBLIC = {"agreement", "plan-item", "figure"};

    private final JdbcClient sql;

    Documents(JdbcClient sql) {
        this.sql = sql;
    }

    List<Document> all(boolean everything) {
        return sql.sql(SELECT + " order by d.position")
                .param("all", everything)
                .param("hidden", NOT_PUBLIC)
                .query(DOCUMENT)
                .list();
    }

    Slice<Document> list(boolean everything, ListQuery query) {
        return ListSql.of(SELECT, DOCUMENT)
                .with("all", everything)
                .with("hidden", NOT_PUBLIC)
                .search("concat_ws(' ', d.code, d.title, d.publisher, d.note)")
                .filter("kind", "d.kind = :kind")
                .filter("publisher", "d.publisher = :publisher")
                .sort("title", "lower(title)")
                .sort("kind", "kind")
                .sort("date", "from_on")
                .sort("records", "records")
                .usually("position")
                .run(sql, query);
    }

    Optional<Document> find(String code, boolean everything) {
        return sql.sql(SELECT + " where d.code = :code")
                .param("all", everything)
                .param("hidden", NOT_PUBLIC)
                .param("code", code)
                .query(DOCUMENT)
                .optional();
    }

    Slice<Resting> resting(String document, boolean everything, ListQuery query) {
        return ListSql.of(
                        """
                        select r.kind, r.code, r.passages
                          from (select r.record_kind as kind, r.record_code as code,
                                       string_agg(r.locator, '; ' order by r.position) as passages
                                  from reference r join document d on d.id = r.document
                                 where d.code = :document and (:all or not r.record_kind = any(:hidden))
                                 group by r.record_kind, r.record_code) r
                        """,
                        (rs, row) -> new Resting(rs.getString("kind"), rs.getString("code"), rs.getString("passages")))
                .with("document", document)
                .with("all", everything)
                .with("hidden", NOT_PUBLIC)
                .search("concat_ws(' ', r.kind, r.code, r.passages)")
                .filter("kind", "r.kind = :kind")
                .sort("kind", "kind")
                .sort("code", "code")
                .usually("kind, code")
                .run(sql, query);
    }

    List<String> kindsResting(String document, boolean everything) {
        return sql.sql("""
            select distinct r.record_kind from reference r join document d on d.id = r.document
             where d.code = :code and (:all or not r.record_kind = any(:hidden)) order by 1
            """)
                .param("all", everything)
                .param("hidden", NOT_PUBLIC)
                .param("code", document)
                .query(String.class)
                .list();
    }
}
