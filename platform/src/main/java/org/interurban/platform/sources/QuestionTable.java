package org.interurban.platform.sources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code questions.csv}. */
@Component
class QuestionTable implements RecordTable {

    static final List<String> EXTENTS = List.of("between-documents", "within-one-document", "both");

    private final JdbcClient sql;

    QuestionTable(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public int order() {
        return 24;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "subject", "kind", "extent", "treatment");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("record_kind", "record_code", "aspect");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select code, subject, kind, extent,
                   (select min(r.record_kind) from question_record r where r.question = q.id) as record_kind,
                   array(select r.record_code from question_record r where r.question = q.id order by r.record_code) as record_code,
                   aspect, treatment
              from question q
             order by code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        for (var row : rows) {
            var code = row.code("code");
            var subject = row.required("subject");
            var kind = row.required("kind");
            var extent = row.oneOf("extent", EXTENTS);
            var treatment = row.required("treatment");
            var records = row.list("record_code");
            if (row.text("record_kind").isEmpty() != records.isEmpty()) {
                row.fault("record_kind", "record_kind and record_code go together");
            }
            if (row.isSound()) {
                var id = sql.sql("""
                    insert into question (id, code, subject, kind, extent, aspect, treatment)
                    values (:id, :code, :subject, :kind, :extent, :aspect, :treatment)
                    on conflict (code) do update set subject = excluded.subject, kind = excluded.kind,
                      extent = excluded.extent, aspect = excluded.aspect, treatment = excluded.treatment
                    returning id
                    """)
                        .param("id", QuestionId.next())
                        .param("code", code)
                        .param("subject", subject)
                        .param("kind", kind)
                        .param("extent", extent)
                        .param("aspect", row.textOrNull("aspect"))
                        .param("treatment", treatment)
                        .query(UUID.class)
                        .single();
                sql.sql("delete from question_record where question = ?")
                        .param(id)
                        .update();
                for (var record : records) {
                    sql.sql("insert into question_record (question, record_kind, record_code) values (?, ?, ?)")
                            .params(id, row.text("record_kind"), record)
                            .update();
                }
            }
        }
    }
}
