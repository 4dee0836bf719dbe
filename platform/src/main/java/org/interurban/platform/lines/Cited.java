package org.interurban.platform.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sources.Conclusion;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The documents that a page's records rest on, and what of these no document states. */
@Repository
class Cited {

    /** @param passages how many places of it are named */
    record Source(String code, String title, int passages) {
        public String link() {
            return "/documents/" + code;
        }
    }

    /**
     * @param concluded by the kind and the code of the record with a slash between
     * @param aims the passages of the aims of a programme, likewise
     */
    record Grounds(
            List<Source> sources, Map<String, List<Conclusion>> concluded, Map<String, List<Sources.Cited>> aims) {}

    private static final String SOURCES = """
        select document as code, title, count(*)::int as passages, document_position as position
          from reference_brief
         where (record_kind, record_code) in (select * from unnest(:kinds, :codes))
         group by document, title, document_position
        """;

    private final JdbcClient sql;

    Cited(JdbcClient sql) {
        this.sql = sql;
    }

    /** All in one statement. */
    Grounds groundsOf(List<Subject> subjects) {
        var sources = new ArrayList<Source>();
        var concluded = new TreeMap<String, List<Conclusion>>();
        var aims = new TreeMap<String, List<Sources.Cited>>();
        asked("""
            select code, title, passages, position, null as record, null as about, null as note from (%s) sources
            union all
            select null, null, null, null, record_kind || '/' || record_code, about, note from conclusion_brief
             where (record_kind, record_code) in (select * from unnest(:kinds, :codes))
            union all
            select document, title, null, position, record_kind || '/' || record_code, null, locator from reference_brief
             where record_kind = 'objective' and (record_kind, record_code) in (select * from unnest(:kinds, :codes))
             order by position, record, about
            """.formatted(SOURCES), subjects).query(row -> {
            if (row.getString("record") == null) {
                sources.add(new Source(row.getString("code"), row.getString("title"), row.getInt("passages")));
            } else if (row.getString("about") == null) {
                aims.computeIfAbsent(row.getString("record"), record -> new ArrayList<>())
                        .add(new Sources.Cited(row.getString("code"), row.getString("title"), row.getString("note")));
            } else {
                concluded
                        .computeIfAbsent(row.getString("record"), record -> new ArrayList<>())
                        .add(new Conclusion(
                                Coded.of(Conclusion.About.class, row.getString("about")), row.getString("note")));
            }
        });
        return new Grounds(sources, concluded, aims);
    }

    private StatementSpec asked(String question, List<Subject> subjects) {
        return sql.sql(question)
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("codes", subjects.stream().map(Subject::code).toArray(String[]::new));
    }
}
