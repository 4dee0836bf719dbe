package org.interurban.platform.sources;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interurban.platform.sources.Sources.Cited;
import org.interurban.platform.sources.Sources.OpenQuestion;
import org.interurban.platform.sources.Sources.Reading;
import org.interurban.platform.sources.Sources.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** All readings, each with its passages; however many are asked for, in one statement. */
@Repository
class Readings {

    private record Line(
            String question,
            String subject,
            String letter,
            String statement,
            @Nullable String value,
            boolean chosen,
            @Nullable String reason,
            @Nullable Cited passage) {}

    private static final String SELECT = """
        select q.code, q.subject, r.letter, r.statement, r.value, r.chosen, r.reason,
               d.code as document, d.title, p.locator
          from question q
          join reading r on r.question = q.id
          left join reading_reference p on p.reading = r.id
          left join document d on d.id = p.document
         where (r.chosen or :all) and %s and %s
         order by q.code, r.letter, d.position, p.locator
        """;

    private final JdbcClient sql;
    private final SeenRecords seen;

    Readings(JdbcClient sql, SeenRecords seen) {
        this.sql = sql;
        this.seen = seen;
    }

    /** The readings of questions, by the question's code. */
    Map<String, List<Reading>> of(Collection<String> questions) {
        return read(
                        sql.sql(SELECT.formatted("q.code = any(:codes)", seen.question("q")))
                                .param("codes", questions.toArray(String[]::new)),
                        true)
                .stream()
                .collect(toMap(OpenQuestion::code, OpenQuestion::readings));
    }

    List<OpenQuestion> aboutRecords(Collection<Subject> subjects, boolean all) {
        return read(
                sql.sql(SELECT.formatted("""
                    q.id in (select question from question_record
                              where (record_kind, record_code) in (select * from unnest(:kinds, :codes)))
                    """, seen.question("q")))
                        .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                        .param("codes", subjects.stream().map(Subject::code).toArray(String[]::new)),
                all);
    }

    List<OpenQuestion> aboutKinds(Collection<String> kinds, boolean all) {
        return read(
                sql.sql(SELECT.formatted(
                                "q.id in (select question from question_record where record_kind = any(:kinds))",
                                seen.question("q")))
                        .param("kinds", kinds.toArray(String[]::new)),
                all);
    }

    private static List<OpenQuestion> read(StatementSpec statement, boolean all) {
        return statement
                .param("all", all)
                .query((rs, row) -> new Line(
                        rs.getString("code"),
                        rs.getString("subject"),
                        rs.getString("letter"),
                        rs.getString("statement"),
                        rs.getString("value"),
                        rs.getBoolean("chosen"),
                        rs.getString("reason"),
                        rs.getString("document") == null
                                ? null
                                : new Cited(rs.getString("document"), rs.getString("title"), rs.getString("locator"))))
                .list()
                .stream()
                .collect(groupingBy(Line::question, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(lines -> new OpenQuestion(
                        lines.getFirst().question(), lines.getFirst().subject(), all, readings(lines)))
                .toList();
    }

    private static List<Reading> readings(List<Line> lines) {
        return lines.stream().collect(groupingBy(Line::letter, LinkedHashMap::new, toList())).values().stream()
                .map(Readings::reading)
                .toList();
    }

    private static Reading reading(List<Line> lines) {
        var line = lines.getFirst();
        return new Reading(
                line.letter(),
                line.statement(),
                line.value(),
                line.chosen(),
                line.reason(),
                lines.stream().flatMap(one -> Stream.ofNullable(one.passage())).toList());
    }
}
