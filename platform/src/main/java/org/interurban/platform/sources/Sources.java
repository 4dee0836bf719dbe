package org.interurban.platform.sources;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.archive.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What records rest on, and where documents disagree about them. Records are named by their kind and code. */
@Service
public class Sources {

    /** A passage of a document. */
    public record Cited(String document, String title, String locator) {}

    /** What one side of a disagreement says; the value is written as the record's attribute would hold it. */
    public record Reading(
            String letter,
            String statement,
            @Nullable String value,
            boolean chosen,
            @Nullable String reason,
            List<Cited> passages) {}

    /** A record that facts are known of. */
    public record Subject(String kind, String code) {}

    /** A disagreement about one aspect of a record. @param all whether all readings are here, or only the chosen one */
    public record OpenQuestion(String code, String subject, boolean all, List<Reading> readings) {}

    private record Passage(String record, Cited cited) {}

    private record PassageOf(Subject subject, Cited cited) {}

    /** What both records rest on stands once. */
    private static final List<String> RENAME = List.of("""
        with gone as (delete from reference where record_kind = :kind and record_code = :from returning id, document, locator, position)
        insert into reference (id, record_kind, record_code, document, locator, position)
        select id, :kind, :to, document, locator, position from gone
        on conflict (record_kind, record_code, document, locator) do nothing
        """, """
        with gone as (delete from question_record where record_kind = :kind and record_code = :from returning question)
        insert into question_record (question, record_kind, record_code) select question, :kind, :to from gone
        on conflict do nothing
        """, """
        with gone as (delete from conclusion where record_kind = :kind and record_code = :from returning id, about, note)
        insert into conclusion (id, record_kind, record_code, about, note) select id, :kind, :to, about, note from gone
        on conflict (record_kind, record_code, about) do nothing
        """);

    private final JdbcClient sql;
    private final Readings readings;
    private final Conclusions conclusions;

    Sources(JdbcClient sql, Readings readings, Conclusions conclusions) {
        this.sql = sql;
        this.readings = readings;
        this.conclusions = conclusions;
    }

    /** What is cited of one document, together: for pages, which say each document once. */
    public List<Cited> byDocument(@Nullable List<Cited> cited) {
        return (cited == null ? List.<Cited>of() : cited)
                .stream().collect(groupingBy(Cited::document, LinkedHashMap::new, toList())).values().stream()
                        .map(all -> new Cited(
                                all.getFirst().document(),
                                all.getFirst().title(),
                                all.stream()
                                        .map(Cited::locator)
                                        .filter(locator -> !locator.isEmpty())
                                        .distinct()
                                        .collect(joining("; "))))
                        .toList();
    }

    /** Keeps the passages an imported row names in its column {@code sources}, in place of those kept before. */
    public void cite(Row row, String kind, String code) {
        var entries = List.copyOf(new LinkedHashSet<>(row.sources()));
        if (row.isSound()) {
            var documents = entries.stream().map(Row.SourceEntry::document).toList();
            var unknown = new LinkedHashSet<>(documents);
            unknown.removeAll(cite(
                    kind,
                    code,
                    documents,
                    entries.stream().map(Row.SourceEntry::locator).toList()));
            for (var document : unknown) {
                row.fault("sources", "there is no document \"%s\"".formatted(document));
            }
        }
    }

    private List<String> cite(String kind, String code, List<String> documents, List<String> locators) {
        forget(kind, code);
        return sql.sql("""
            with kept as (
              insert into reference (id, record_kind, record_code, document, locator, position)
              select gen_random_uuid(), :kind, :code, d.id, e.locator, e.position
                from unnest(:documents::text[], :locators::text[]) with ordinality as e(document, locator, position)
                join document d on d.code = e.document
              returning document)
            select d.code from kept join document d on d.id = kept.document
            """)
                .param("kind", kind)
                .param("code", code)
                .param("documents", documents.toArray(String[]::new))
                .param("locators", locators.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** What documents tell of one record they tell of another from now on. */
    public void rename(String kind, String from, String to) {
        for (var statement : RENAME) {
            sql.sql(statement)
                    .param("kind", kind)
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    /** Takes away which passages the record rests on. */
    public void forget(String kind, String code) {
        sql.sql("delete from reference where record_kind = ? and record_code = ?")
                .params(kind, code)
                .update();
    }

    public List<Cited> of(String kind, String code) {
        return of(kind, List.of(code)).getOrDefault(code, List.of());
    }

    /** The passages of many records of a kind, by code; records without any are left out. */
    public Map<String, List<Cited>> of(String kind, Collection<String> codes) {
        return sql
                .sql("""
                    select r.record_code, d.code, d.title, r.locator
                      from reference r join document d on d.id = r.document
                     where r.record_kind = :kind and r.record_code = any(:codes)
                     order by r.record_code, r.position
                    """)
                .param("kind", kind)
                .param("codes", codes.toArray(String[]::new))
                .query((rs, row) -> new Passage(
                        rs.getString("record_code"),
                        new Cited(rs.getString("code"), rs.getString("title"), rs.getString("locator"))))
                .list()
                .stream()
                .collect(groupingBy(Passage::record, mapping(Passage::cited, toList())));
    }

    /** What of the record was concluded and not read. */
    public List<Conclusion> concludedOf(String kind, String code) {
        return concludedOf(List.of(new Subject(kind, code))).getOrDefault(kind + "/" + code, List.of());
    }

    /** The same of many records in one statement, by kind and code with a slash between; records without any are left out. */
    public Map<String, List<Conclusion>> concludedOf(Collection<Subject> subjects) {
        return conclusions.of(subjects);
    }

    /** The passages of many records of several kinds; records without any are left out. */
    public Map<Subject, List<Cited>> of(Collection<Subject> subjects) {
        return sql
                .sql("""
                    select r.record_kind, r.record_code, d.code, d.title, r.locator
                      from reference r join document d on d.id = r.document
                     where (r.record_kind, r.record_code) in (select * from unnest(:kinds, :codes))
                     order by r.record_kind, r.record_code, r.position
                    """)
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("codes", subjects.stream().map(Subject::code).toArray(String[]::new))
                .query((rs, row) -> new PassageOf(
                        new Subject(rs.getString("record_kind"), rs.getString("record_code")),
                        new Cited(rs.getString("code"), rs.getString("title"), rs.getString("locator"))))
                .list()
                .stream()
                .collect(groupingBy(PassageOf::subject, mapping(PassageOf::cited, toList())));
    }

    /** The same by kind and code with a slash between, as templates look them up. */
    public Map<String, List<Cited>> citedOf(Collection<Subject> subjects) {
        return of(subjects).entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().kind() + "/" + entry.getKey().code(), Map.Entry::getValue));
    }

    /** The code itself, where there is such a question. */
    public Optional<String> question(String code) {
        return sql.sql("select code from question where code = ?")
                .param(code)
                .query(String.class)
                .optional();
    }

    /** @param all whether the reader may see every reading; else only the chosen ones, with what they rest on */
    public List<OpenQuestion> questionsOn(String kind, String code, boolean all) {
        return questionsOn(List.of(new Subject(kind, code)), all);
    }

    /** The disagreements about any of the records, in one statement. */
    public List<OpenQuestion> questionsOn(Collection<Subject> subjects, boolean all) {
        return readings.aboutRecords(subjects, all);
    }

    /** The disagreements about all records of some kinds. */
    public List<OpenQuestion> questionsOnKinds(Collection<String> kinds, boolean all) {
        return readings.aboutKinds(kinds, all);
    }
}
