package org.interurban.platform.sources;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code readings.csv}. What a person chose since stays chosen: a file chooses only where nobody has. */
@Component
class ReadingTable implements RecordTable {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d");

    private final JdbcClient sql;

    ReadingTable(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("question", "letter", "statement");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("value", "chosen", "reason", "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select q.code as question, r.letter, r.statement, r.value, r.chosen, r.reason,
                   array(select d.code || ' § ' || p.locator
                           from reading_reference p join document d on d.id = p.document
                          where p.reading = r.id
                          order by d.code, p.locator) as sources
              from reading r join question q on q.id = r.question
             order by q.code, r.letter
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var chosenInFile = new HashSet<String>();
        for (var row : rows) {
            row.required("question");
            var question = row.reference("question", "question", this::question);
            var letter = row.oneOf("letter", LETTERS);
            var statement = row.required("statement");
            var chosen = row.yes("chosen");
            if (chosen && !chosenInFile.add(row.text("question"))) {
                row.fault("chosen", "question %s has two chosen readings".formatted(row.text("question")));
            }
            if (question != null && row.isSound()) {
                store(row, question, letter, statement, chosen);
            }
        }
    }

    private void store(Row row, QuestionId question, String letter, String statement, boolean chosen) {
        var reading = sql.sql("""
            insert into reading (id, question, letter, statement, value, chosen, reason)
            values (:id, :question, :letter, :statement, :value,
                    :chosen and not exists (select from reading where question = :question and chosen), :reason)
            on conflict (question, letter) do update set statement = excluded.statement, value = excluded.value,
              reason = case when reading.chosen then coalesce(reading.reason, excluded.reason) else excluded.reason end
            returning id
            """)
                .param("id", ReadingId.next())
                .param("question", question)
                .param("letter", letter)
                .param("statement", statement)
                .param("value", row.textOrNull("value"))
                .param("chosen", chosen)
                .param("reason", row.textOrNull("reason"))
                .query(UUID.class)
                .single();
        sql.sql("delete from reading_reference where reading = ?")
                .param(reading)
                .update();
        for (var entry : Set.copyOf(row.sources())) {
            var document = document(entry.document());
            if (document == null) {
                row.fault("sources", "there is no document \"%s\"".formatted(entry.document()));
            } else {
                sql.sql("insert into reading_reference (reading, document, locator) values (?, ?, ?)")
                        .params(reading, document, entry.locator())
                        .update();
            }
        }
    }

    private Optional<QuestionId> question(String code) {
        return sql.sql("select id from question where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(QuestionId::new);
    }

    private @Nullable DocumentId document(String code) {
        return sql.sql("select id from document where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(DocumentId::new)
                .orElse(null);
    }
}
