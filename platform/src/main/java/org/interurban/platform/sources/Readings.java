package org.interurban.platform.sources;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interurban.platform.sources.Sources.Cited;
import org.interurban.platform.sources.Sources.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All readings, each with its passages. */
@Repository
class Readings {

    private record Line(String question, Reading reading) {}

    private record Passage(String reading, Cited cited) {}

    private final JdbcClient sql;

    Readings(JdbcClient sql) {
        this.sql = sql;
    }

    /** The readings of questions, by the question's code. */
    Map<String, List<Reading>> of(Collection<String> questions) {
        var codes = questions.toArray(String[]::new);
        var passages = sql
                .sql("""
                    select q.code || '/' || r.letter as reading, d.code, d.title, p.locator
                      from reading_reference p
                      join reading r on r.id = p.reading
                      join question q on q.id = r.question
                      join document d on d.id = p.document
                     where q.code = any(?)
                     order by d.position, p.locator
                    """)
                .param(codes)
                .query((rs, row) -> new Passage(
                        rs.getString("reading"),
                        new Cited(rs.getString("code"), rs.getString("title"), rs.getString("locator"))))
                .list()
                .stream()
                .collect(groupingBy(Passage::reading, mapping(Passage::cited, toList())));
        return sql
                .sql("""
                    select q.code, r.letter, r.statement, r.value, r.chosen, r.reason
                      from reading r join question q on q.id = r.question
                     where q.code = any(?)
                     order by q.code, r.letter
                    """)
                .param(codes)
                .query((rs, row) -> new Line(
                        rs.getString("code"),
                        new Reading(
                                rs.getString("letter"),
                                rs.getString("statement"),
                                rs.getString("value"),
                                rs.getBoolean("chosen"),
                                rs.getString("reason"),
                                passages.getOrDefault(rs.getString("code") + "/" + rs.getString("letter"), List.of()))))
                .list()
                .stream()
                .collect(groupingBy(Line::question, LinkedHashMap::new, mapping(Line::reading, toList())));
    }
}
