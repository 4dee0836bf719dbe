package org.interurban.platform.sources;

import java.util.List;
import java.util.Optional;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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

    /** A record that rests on a document, with the passages it names. @param name null where records of the kind have none */
    record Resting(String kind, String code, @Nullable String name, String passages) {}

    private static final String SELECT = """
        select d.code, d.title, d.kind, d.publisher, d.from_on, d.note, d.position,
               jsonb_build_object('from', d.from_on, 'to', d.to_on, 'precision', d.precision) as date,
               (select count(distinct (record_kind, record_code)) from reference r
                 where r.document = d.id and %s) as records
          from document d
        """;

    private final JdbcClient sql;
    private final SeenRecords seen;

    Documents(JdbcClient sql, SeenRecords seen) {
        this.sql = sql;
        this.seen = seen;
    }

    private String select() {
        return SELECT.formatted(seen.in("r"));
    }

    List<Document> all() {
        return sql.sql(select() + " order by d.position").query(Document.class).list();
    }

    @Bean
    Listing<Document> documentListing() {
        return Listing.of(Sheet.of("documents", Document.class), lines().terms(), this::list)
                .at("/api/v1/documents")
                .forEveryone();
    }

    Slice<Document> list(ListQuery query) {
        return lines().run(sql, query);
    }

    private ListSql<Document> lines() {
        return ListSql.of(this::select, Document.class)
                .search("concat_ws(' ', d.code, d.title, d.publisher, d.note)")
                .filter("kind", "d.kind = :kind")
                .filter("publisher", "d.publisher = :publisher")
                .sort("title", "lower(title)")
                .sort("kind", "kind")
                .sort("date", "from_on")
                .sort("records", "records")
                .usually("position");
    }

    Optional<Document> find(String code) {
        return sql.sql(select() + " where d.code = :code")
                .param("code", code)
                .query(Document.class)
                .optional();
    }

    /** What rests on the document, as far as the current person sees it. */
    Slice<Resting> resting(String document, ListQuery query) {
        return ListSql.of("""
                        select r.record_kind as kind, r.record_code as code, %s as name, r.passages
                          from (select r.record_kind, r.record_code,
                                       string_agg(r.locator, '; ' order by r.position) as passages
                                  from reference r join document d on d.id = r.document
                                 where d.code = :document and %s
                                 group by r.record_kind, r.record_code) r
                        """.formatted(seen.name("r"), seen.in("r")), Resting.class)
                .with("document", document)
                .search("concat_ws(' ', r.record_kind, r.record_code, r.passages)")
                .filter("kind", "r.record_kind = :kind")
                .sort("kind", "kind")
                .sort("code", "code")
                .usually("kind, code")
                .run(sql, query);
    }

    List<String> kindsResting(String document) {
        return sql.sql("""
            select distinct r.record_kind from reference r join document d on d.id = r.document
             where d.code = :code and %s order by 1
            """.formatted(seen.in("r")))
                .param("code", document)
                .query(String.class)
                .list();
    }
}
