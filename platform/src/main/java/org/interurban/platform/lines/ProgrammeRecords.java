package org.interurban.platform.lines;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Cited;
import org.interurban.platform.sources.Sources.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;

/** All that is on record of a programme besides its partnerships and what these did, each with the passages it rests on. */
@Repository
class ProgrammeRecords {

    /** @param question where documents disagree about it, for those who see all readings */
    record Figure(
            Subject subject,
            String measure,
            Quantity quantity,
            PartialPeriod when,
            @Nullable String area,
            @Nullable String note,
            @Nullable String question,
            boolean chosen) {}

    /** What is said in words: of an objective, a rule, a step, a theme, a body, somebody who takes part. */
    record Saying(
            Subject subject,
            String heading,
            String text,
            @Nullable String language,
            @Nullable String note) {}

    record Milestone(
            Subject subject,
            PartialPeriod when,
            String title,
            @Nullable String language,
            @Nullable String note) {}

    /**
     * @param statements by what they are: objective, principle, rule
     * @param steps by the name of the method
     * @param notes of those who take part, for those who work on it; their heading is where the page of each is
     */
    record Held(
            List<Figure> figures,
            Map<String, List<Saying>> statements,
            Map<String, List<Saying>> steps,
            List<Milestone> milestones,
            Map<String, List<Saying>> themes,
            List<Saying> bodies,
            List<Saying> notes,
            Map<Subject, List<Cited>> sources) {

        public List<Cited> sourcesOf(Subject subject) {
            return sources.getOrDefault(subject, List.of());
        }

        boolean isEmpty() {
            return figures.isEmpty()
                    && statements.isEmpty()
                    && steps.isEmpty()
                    && milestones.isEmpty()
                    && themes.isEmpty()
                    && bodies.isEmpty()
                    && notes.isEmpty();
        }
    }

    private record Row(
            String kind,
            String code,
            String heading,
            String text,
            @Nullable String language,
            @Nullable String note) {

        Saying saying() {
            return new Saying(new Subject(kind, code), heading, text, language, note);
        }
    }

    private static final SimplePropertyRowMapper<Row> ROW = new SimplePropertyRowMapper<>(Row.class);

    private final NamedParameterJdbcOperations sql;
    private final Sources sources;

    ProgrammeRecords(NamedParameterJdbcOperations sql, Sources sources) {
        this.sql = sql;
        this.sources = sources;
    }

    /** @param works whether the reader works on it, and sees every reading and what was remarked */
    Held of(ProgrammePortraits.Programme programme, View view, boolean works) {
        var exchange =
                PartnershipLines.exchange(Map.of("id", programme.id(), "code", programme.code(), "works", works), view);
        var figures = exchange.ask("""
            select code, measure, low, high, qualifier, unit, from_on, to_on, precision, area, note, question, chosen
              from network_figure_record where programme = :code and (chosen or :works) order by position
            """, (row, n) -> figure(row));
        var statements = exchange.ask("""
            select 'objective' as kind, :code || '/' || position as code, kind as heading,
                   in_language(statement, statement_translations, :language) as text,
                   language_shown(statement_translations, :language) as language, cast(null as text) as note
              from programme_objective_brief where programme = :id order by place
            """, ROW);
        var steps = exchange.ask("""
            select 'step' as kind, method || '/' || position as code,
                   in_language(method_name, method_name_translations, :language) as heading,
                   in_language(step, step_translations, :language) as text,
                   language_shown(step_translations, :language) as language, case when :works then note end as note
              from method_step_brief where programme = :id order by method, position
            """, ROW);
        var milestones = exchange.ask("""
            select code, from_on, to_on, precision, in_language(title, title_translations, :language) as title,
                   language_shown(title_translations, :language) as language, description
              from milestone_brief where programme = :code order by from_on nulls last, code
            """, (row, n) -> milestone(row));
        var themes = exchange.ask("""
            select 'theme' as kind, :code || '/' || reading || '/' || position as code, role as heading,
                   in_language(label, label_translations, :language) as text,
                   language_shown(label_translations, :language) as language, case when :works then note end as note
              from programme_theme_brief where programme = :id and chosen order by place
            """, ROW);
        var bodies = exchange.ask("""
            select 'programme-body' as kind, :code || '/' || b.role || '/' || coalesce(o.code, b.name) as code, b.role as heading,
                   b.name as text, cast(null as text) as language, nullif(b.note, b.name) as note
              from programme_body_brief b left join organisation_brief o on o.id = b.organisation
             where b.programme = :id order by array_position(array['funder', 'initiator', 'managing', 'implementing'], b.role), b.position
            """, ROW);
        var notes = exchange.ask("""
            select 'participant' as kind, :code || '/' || o.code as code,
                   case when o.local_government then '/cities/' else '/organisations/' end || o.code as heading,
                   in_language(o.name, o.name_translations, :language) as text, cast(null as text) as language, t.note
              from participant_note t
              join participant_seen_by s on s.id = t.id
              join organisation_brief o on o.id = t.organisation
             where t.programme = :id and :works and %s order by 4
            """.formatted(view.sees("s")), ROW);
        exchange.send(sql);
        var subjects = Stream.of(statements, steps, themes, bodies, notes)
                .flatMap(rows -> rows.get().stream().map(row -> row.saying().subject()));
        var others = Stream.concat(
                figures.get().stream().map(Figure::subject),
                milestones.get().stream().map(Milestone::subject));
        return new Held(
                figures.get(),
                byHeading(statements.get()),
                byHeading(steps.get()),
                milestones.get(),
                byHeading(themes.get()),
                bodies.get().stream().map(Row::saying).toList(),
                notes.get().stream().map(Row::saying).toList(),
                sources.of(Stream.concat(subjects, others).distinct().toList()));
    }

    private static Map<String, List<Saying>> byHeading(List<Row> rows) {
        return rows.stream().map(Row::saying).collect(groupingBy(Saying::heading, LinkedHashMap::new, toList()));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                new Subject("figure", row.getString("code")),
                row.getString("measure"),
                ProgrammePortraits.quantity(row, ""),
                period(row),
                row.getString("area"),
                row.getString("note"),
                row.getString("question"),
                row.getBoolean("chosen"));
    }

    private static Milestone milestone(ResultSet row) throws SQLException {
        return new Milestone(
                new Subject("milestone", row.getString("code")),
                period(row),
                row.getString("title"),
                row.getString("language"),
                row.getString("description"));
    }

    static PartialPeriod period(ResultSet row) throws SQLException {
        return new PartialPeriod(
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Coded.of(Precision.class, row.getString("precision")));
    }
}
