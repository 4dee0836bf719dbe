package org.interurban.platform.sources;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources.Subject;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of records was concluded and not read. */
@Repository
class Conclusions {

    private record Line(String record, Conclusion.About about, String note) {}

    private final JdbcClient sql;
    private final SeenRecords seen;

    Conclusions(JdbcClient sql, SeenRecords seen) {
        this.sql = sql;
        this.seen = seen;
    }

    /** By the kind and the code of each record with a slash between; records of which nothing was concluded are left out. */
    Map<String, List<Conclusion>> of(Collection<Subject> subjects) {
        return sql
                .sql("""
                    select record_kind || '/' || record_code as record, about, note from conclusion
                     where (record_kind, record_code) in (select * from unnest(:kinds, :codes))
                     order by record_kind, record_code, about
                    """)
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("codes", subjects.stream().map(Subject::code).toArray(String[]::new))
                .query(Line.class)
                .list()
                .stream()
                .collect(
                        groupingBy(Line::record, mapping(line -> new Conclusion(line.about(), line.note()), toList())));
    }

    /** What the record is called, where it is of a kind that has names and the current person sees it. */
    Optional<String> name(Subject subject, Locale locale) {
        return sql
                .sql("""
            select %s from (values (:kind, :code)) record (record_kind, record_code) where %s
            """.formatted(seen.name("record"), seen.in("record")))
                .param("language", locale.getLanguage())
                .param("kind", subject.kind())
                .param("code", subject.code())
                .query(String.class)
                .list()
                .stream()
                .flatMap(name -> Optional.ofNullable(name).stream())
                .findFirst();
    }

    void put(Subject subject, Conclusion conclusion) {
        sql.sql("""
            insert into conclusion (id, record_kind, record_code, about, note) values (:id, :kind, :code, :about, :note)
            on conflict (record_kind, record_code, about) do update set note = excluded.note
            """)
                .param("id", Identifier.next())
                .param("kind", subject.kind())
                .param("code", subject.code())
                .param("about", conclusion.about().code())
                .param("note", conclusion.note())
                .update();
    }

    /** What was taken away, if it was there. */
    Optional<Conclusion> take(Subject subject, Conclusion.About about) {
        return sql.sql("""
            delete from conclusion where record_kind = :kind and record_code = :code and about = :about returning about, note
            """)
                .param("kind", subject.kind())
                .param("code", subject.code())
                .param("about", about.code())
                .query(Conclusion.class)
                .optional();
    }

    @Bean
    static RecordTable conclusionFile(RecordFiles files) {
        return files.file("conclusions", 26, "conclusion", "record_kind, record_code, about", """
                select record_kind, record_code, about, note from conclusion order by record_kind, record_code, about
                """)
                .text("record_kind")
                .text("record_code")
                .choice("about", Conclusion.About.class)
                .text("note", "note", Conclusion.NOTE_LENGTH);
    }
}
