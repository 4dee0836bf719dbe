package org.interurban.platform.sources;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.sheets.ChosenReadings;
import org.interurban.platform.sheets.SheetDocuments;
import org.interurban.platform.sheets.SheetId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sheets are on record as documents, and the questions that come of what they say otherwise. */
@Component
class SheetEvidence implements SheetDocuments {

    private static final String KIND = "sheet";

    private final JdbcClient sql;
    private final ObjectProvider<ChosenReadings> readings;
    private final MessageSource messages;

    SheetEvidence(JdbcClient sql, ObjectProvider<ChosenReadings> readings, MessageSource messages) {
        this.sql = sql;
        this.readings = readings;
        this.messages = messages;
    }

    @Override
    public List<Document> all() {
        return sql.sql("select code, title from document order by position, code")
                .query(Document.class)
                .list();
    }

    @Override
    public String add(String title, PartialPeriod dated) {
        var id = Identifier.next();
        return sql.sql("""
            insert into document (id, code, title, kind, from_on, to_on, precision, position)
            select :id, 'sheet-' || :id, :title, :kind, :from, :to, :precision, coalesce(max(position), 0) + 1 from document
            returning code
            """)
                .param("id", id)
                .param("title", title)
                .param("kind", KIND)
                .param("from", dated.from())
                .param("to", dated.to())
                .param("precision", dated.precision().code())
                .query(String.class)
                .single();
    }

    @Override
    public Set<String> restingElsewhere(String kind, String document) {
        return new HashSet<>(
                sql.sql("""
            select distinct r.record_code from reference r join document d on d.id = r.document
             where r.record_kind = ? and d.code <> ?
            """).params(kind, document).query(String.class).list());
    }

    @Override
    public Set<String> asked(String kind) {
        return new HashSet<>(sql.sql("""
            select s.record_code, q.aspect, r.value
              from question q join question_record s on s.question = q.id join reading r on r.question = q.id
             where s.record_kind = ? and q.aspect is not null and r.value is not null
            """)
                .param(kind)
                .query((rs, row) -> SheetDocuments.asked(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list());
    }

    @Override
    public void ask(SheetId sheet, String kind, String document, String file, Collection<Disagreement> disagreements) {
        var treatment =
                messages.getMessage("sources.sheet.treatment", new Object[] {file}, LocaleContextHolder.getLocale());
        var number = 0;
        for (var one : disagreements) {
            var question = QuestionId.next();
            sql.sql("""
                insert into question (id, code, subject, kind, extent, aspect, treatment)
                values (:id, :code, :subject, 'value', 'between-documents', :aspect, :treatment)
                """)
                    .param("id", question)
                    .param("code", code(sheet) + ++number)
                    .param("subject", one.subject())
                    .param("aspect", one.field())
                    .param("treatment", treatment)
                    .update();
            sql.sql("insert into question_record (question, record_kind, record_code) values (?, ?, ?)")
                    .params(question, kind, one.record())
                    .update();
            var known = reading(question, "a", one.known(), one.before());
            sql.sql("""
                insert into reading_reference (reading, document, locator)
                select :reading, r.document, r.locator from reference r join document d on d.id = r.document
                 where r.record_kind = :kind and r.record_code = :code and d.code <> :document
                """)
                    .param("reading", known)
                    .param("kind", kind)
                    .param("code", one.record())
                    .param("document", document)
                    .update();
            sql.sql(
                            "insert into reading_reference (reading, document, locator) select ?, id, ? from document where code = ?")
                    .params(reading(question, "b", one.given(), one.after()), locator(file, one.row()), document)
                    .update();
        }
    }

    private ReadingId reading(QuestionId question, String letter, String statement, String value) {
        var id = ReadingId.next();
        sql.sql("insert into reading (id, question, letter, statement, value) values (?, ?, ?, ?, ?)")
                .params(id, question, letter, statement, value)
                .update();
        return id;
    }

    private static String code(SheetId sheet) {
        return "sheet-" + sheet + "-";
    }

    private static String locator(String file, int row) {
        return file + ", row " + row;
    }

    @Override
    public void cite(String kind, String document, String file, Map<String, Integer> rows) {
        sql.sql("""
            insert into reference (id, record_kind, record_code, document, locator, position)
            select gen_random_uuid(), :kind, given.code, d.id, given.locator, 100
              from unnest(:codes::text[], :locators::text[]) as given (code, locator), document d
             where d.code = :document
            on conflict do nothing
            """)
                .param("kind", kind)
                .param("codes", rows.keySet().toArray(String[]::new))
                .param(
                        "locators",
                        rows.values().stream().map(row -> locator(file, row)).toArray(String[]::new))
                .param("document", document)
                .update();
    }

    @Override
    public void takeBack(SheetId sheet, String document, String file) {
        var questions = "(select id from question q where starts_with(q.code, :code)"
                + " and not exists (select from reading r where r.question = q.id and r.chosen))";
        for (var statement : List.of(
                "delete from reading_reference where reading in (select id from reading where question in " + questions
                        + ")",
                "delete from reading where question in " + questions,
                "delete from question_record where question in " + questions,
                "delete from question where starts_with(code, :code)"
                        + " and not exists (select from reading where question = question.id)")) {
            sql.sql(statement).param("code", code(sheet)).update();
        }
        sql.sql(
                        "delete from reference r using document d where d.id = r.document and d.code = ? and starts_with(r.locator, ?)")
                .params(document, file + ", row ")
                .update();
    }

    @EventListener
    void on(ReadingChosen chosen) {
        var field = chosen.aspect();
        var value = chosen.value();
        if (chosen.question().startsWith(KIND + "-") && field != null && value != null) {
            readings.getObject().write(chosen.recordKind(), chosen.recordCode(), field, value);
        }
    }
}
