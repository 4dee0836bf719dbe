package org.interurban.platform.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open questions about records that the current person sees. */
@Repository
class Questions {

    /** A record that a question is about. */
    record About(String kind, String code) {}

    record Question(
            String code,
            String subject,
            String kind,
            String extent,
            @Nullable String aspect,
            String treatment,
            int version,
            List<About> records,
            List<Sources.Reading> readings) {

        Question {
            records = List.copyOf(records);
            readings = List.copyOf(readings);
        }

        public @Nullable String chosenLetter() {
            return readings.stream()
                    .filter(Sources.Reading::chosen)
                    .map(Sources.Reading::letter)
                    .findFirst()
                    .orElse(null);
        }

        private Question with(List<Sources.Reading> found) {
            return new Question(code, subject, kind, extent, aspect, treatment, version, records, found);
        }
    }

    private static final String SELECT = """
        select q.code, q.subject, q.kind, q.extent, q.aspect, q.treatment, q.version,
               coalesce((select jsonb_agg(jsonb_build_object('kind', r.record_kind, 'code', r.record_code)
                                  order by r.record_kind, r.record_code)
                           from question_record r where r.question = q.id), '[]') as records,
               '[]'::jsonb as readings
          from question q
        """;

    private final JdbcClient sql;
    private final Readings readings;
    private final SeenRecords seen;

    Questions(JdbcClient sql, Readings readings, SeenRecords seen) {
        this.sql = sql;
        this.readings = readings;
        this.seen = seen;
    }

    @Bean
    Listing<Question> questionListing(Labels labels) {
        var sheet = Sheet.of("questions", Question.class)
                .with("records", Questions::records)
                .with("readings", Questions::readings)
                .with("chosen", Question::chosenLetter)
                .only("code subject kind extent records aspect readings chosen treatment");
        return Listing.of(sheet, list().terms(), this::list)
                .at("/api/v1/questions", "/questions")
                .forNetwork(CommonPermission.RECORDS_READ)
                .asking(ListForm.searching("sources.find")
                        .choice("kind", "sources.what")
                        .choice("extent", "sources.extent")
                        .choice("record", "sources.with-record")
                        .choice("chosen", "sources.decided")
                        .among((nothing, locale) -> {
                            var whether = labels.of("sources", List.of("yes", "no"), locale);
                            return Map.of(
                                    "kind",
                                    labels.of("sources.kind", kinds(), locale),
                                    "extent",
                                    labels.of("sources.extent", QuestionTable.EXTENTS, locale),
                                    "record",
                                    whether,
                                    "chosen",
                                    whether);
                        }));
    }

    private static String records(Question question) {
        return question.records().stream()
                .map(record -> record.kind() + " " + record.code())
                .collect(Collectors.joining("; "));
    }

    private static String readings(Question question) {
        return question.readings().stream()
                .map(reading -> reading.letter() + ": " + reading.statement())
                .collect(Collectors.joining(" | "));
    }

    private ListSql<Question> list() {
        return ListSql.of(SELECT, Question.class)
                .always(() -> seen.question("q"))
                .search("concat_ws(' ', q.code, q.subject, q.treatment, "
                        + "(select string_agg(r.statement, ' ') from reading r where r.question = q.id))")
                .filter("kind", "q.kind = :kind")
                .filter("extent", "q.extent = :extent")
                .filter("record", "exists (select from question_record r where r.question = q.id) = (:record = 'yes')")
                .filter(
                        "chosen",
                        "exists (select from reading r where r.question = q.id and r.chosen) = (:chosen = 'yes')")
                .sort("code", "code")
                .sort("subject", "lower(subject)")
                .sort("kind", "kind")
                .usually("code");
    }

    /** A page of questions, each with all its readings. */
    Slice<Question> list(ListQuery query) {
        var slice = list().run(sql, query);
        var found = readings.of(slice.items().stream().map(Question::code).toList());
        return new Slice<>(
                slice.items().stream()
                        .map(question -> question.with(found.getOrDefault(question.code(), List.of())))
                        .toList(),
                slice.total(),
                query);
    }

    Optional<Question> find(String code) {
        return sql.sql(SELECT + " where q.code = ? and " + seen.question("q"))
                .param(code)
                .query(Question.class)
                .optional()
                .map(question -> question.with(readings.of(List.of(code)).getOrDefault(code, List.of())));
    }

    List<String> kinds() {
        return sql.sql("select distinct q.kind from question q where " + seen.question("q") + " order by 1")
                .query(String.class)
                .list();
    }
}
