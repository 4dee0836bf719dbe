package org.interurban.platform.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Seen;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a person, over all modules, in one statement. */
@Component
class Waiting {

    /**
     * One thing to do.
     *
     * @param kind names its words and its link: proposal, past, question, undated, round, consultation
     * @param due null where it can wait
     */
    record Task(
            String kind,
            String code,
            String title,
            @Nullable String detail,
            @Nullable LocalDate due,
            int count) {

        public boolean isLate(LocalDate today) {
            return due != null && due.isBefore(today);
        }

        public String dueText(Locale locale) {
            return due == null ? "" : PartialPeriod.day(due).text(locale);
        }

        /** Where the one action that settles it is. */
        public String link() {
            return switch (kind) {
                case "question" -> "/questions?q=" + code;
                case "undated" -> "/activities?programme=" + code;
                case "round", "consultation" -> "/rounds/" + code;
                default -> "/activities/" + code;
            };
        }
    }

    private static final Scope.Id NONE = new Scope.Id(new UUID(0, 0));

    private final JdbcClient sql;
    private final Clock clock;

    Waiting(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Earliest first; of what the person works on, and of what is asked of them. */
    List<Task> of(Person person, String language) {
        return sql.sql("""
            with mine as (
              select a.*
                from activity_brief a join activity_seen_by s on s.id = a.id
               where %1$s
                 and a.status in ('proposed', 'planned', 'held')
            )
            select 'proposal' as kind, code, in_language(title, title_translations, :language) as title,
                   null as detail, from_on as due, 1 as count
              from mine where status = 'proposed'
            union all
            select 'past', code, in_language(title, title_translations, :language), null, to_on, 1
              from mine where status = 'planned' and to_on < :today
            union all
            select 'question', question, subject, null, null, 1
              from competing_reading
             where :chooses and record_kind in ('activity', 'agreement', 'partnership', 'plan-item')
             group by question, subject
            having not bool_or(chosen)
            union all
            select 'undated', g.code, coalesce(g.abbreviation, g.code), string_agg(in_language(m.title, m.title_translations, :language), '; ' order by m.code),
                   null, count(*)::int
              from mine m join programme_brief g on g.id = m.programme
             where m.from_on is null
             group by g.code, g.abbreviation
            union all
            select 'round', r.id::text, r.name, r.state, null, 1
              from pairing_round_brief r join pairing_round_seen_by s on s.id = r.id
             where r.state <> 'published' and %1$s
            union all
            select distinct 'consultation', w.round || '/cities/' || o.code,
                   in_language(o.name, o.name_translations, :language) || ', ' || w.name, w.state, null::date, 1
              from pairing_answer_awaited w
              join organisation_brief o on o.id = w.organisation
             where o.id in (:cities)
            order by due nulls last, kind, title
            """.formatted(Seen.workedOnBy(person, "s")))
                .param("chooses", person.may(Permission.READINGS_CHOOSE, Scope.NETWORK))
                .param("cities", orNone(held(person, Scope.Kind.CITY, Permission.PAIRING_ANSWER)))
                .param("language", language)
                .param("today", LocalDate.now(clock))
                .query(Task.class)
                .list();
    }

    /** The objects in which the person holds a role that grants the permission. */
    static List<Scope.Id> held(Person person, Scope.Kind kind, Permission permission) {
        return person.assignments().stream()
                .filter(held -> held.role().grants(permission))
                .map(Person.Assignment::scope)
                .filter(scope -> scope.kind() == kind)
                .map(Scope::id)
                .toList();
    }

    /** SQL has no empty list. */
    private static List<Scope.Id> orNone(List<Scope.Id> ids) {
        return ids.isEmpty() ? List.of(NONE) : ids;
    }
}
