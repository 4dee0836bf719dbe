package org.interurban.platform.activities;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Dates that are proposed, plans whose day has gone by, and what has no date, of the activities that a person may change. */
@Component
class ActivityTasks implements WaitingTasks {

    /** The activities that somebody may change. */
    private static final String MINE = """
        with known as (
          select a.*, 'ACTIVITIES_EDIT' as permission, s.scopes
            from activity a join activity_seen_by s on s.id = a.id
           where a.status in ('proposed', 'planned', 'held')
        ), mine as (
          select known.*, in_language(title, title_translations, :language) as name from known where %s
        )
        """;

    /** Of those that are proposed and not over, where the cities stand on the date. */
    private static final String STANDING =
            """
            , standing as (
              select mine.id, mine.code, mine.name, mine.from_on, in_language(o.name, o.name_translations, :language) as city,
                     coalesce(m.organisation = any(:own_cities), false) as own,
                     %s as proposes, %s as asked, n.answer, n.words,
                     exists (select from notice_brief t
                              where t.subject_kind = 'activity' and t.subject_key = mine.code and t.words = '%s') as told
                from mine
                left join activity_meets m on m.activity = mine.id
                left join organisation_brief o on o.id = m.organisation
                left join activity_answer n
                  on n.activity = m.activity and n.organisation = m.organisation
                 and n.dates = partial_period(mine.from_on, mine.to_on, mine.precision)
               where mine.status = 'proposed' and (mine.to_on is null or mine.to_on >= :today)
            ), turn as (
              select id, code, name, from_on,
                     bool_or(told or answer is not null) as was_asked,
                     bool_or(own and proposes) or not bool_or(own or proposes) as moves,
                     bool_or(own and not proposes and answer is null) and from_on is not null as answers,
                     string_agg(city, ', ' order by city) filter (where proposes) as proposers,
                     string_agg(city, ', ' order by city) filter (where not own and not proposes and asked and answer is null)
                       as awaited,
                     count(*) filter (where not own and not proposes and asked and answer is null)::int as awaited_count,
                     bool_or(answer = 'no') as declined,
                     string_agg(city || coalesce(': ' || words, ''), '; ' order by city) filter (where answer in ('no', 'another-day'))
                       as against,
                     count(*) filter (where answer in ('no', 'another-day'))::int as against_count
                from standing
               group by id, code, name, from_on
            )
            """.formatted(DateAnswers.PROPOSES, DateAnswers.CAN_BE_ASKED, AskForDate.ASKED);

    /** What waits for an answer waits now, and not on the day of the visit. */
    private static final String NOW = "least(from_on, cast(:today as date))";

    @Override
    public Optional<Part> of(Person person) {
        return standing(person, """
            select case when answers then 'activities.task.answer'
                        when against is null then 'activities.task.proposal'
                        when declined then 'activities.task.declined'
                        else 'activities.task.another-day' end as words,
                   '/activities/' || code as link, name as title,
                   case when not answers then against end as detail,
                   case when was_asked then %s else from_on end as due,
                   case when answers then 1 else greatest(against_count, 1) end as count
              from turn
             where answers or (moves and (against is not null or not was_asked or awaited is null))
            union all
            select 'activities.task.past', '/activities/' || code, name, null, to_on, 1
              from mine where status in ('planned', 'proposed') and to_on < :today
            """.formatted(NOW));
    }

    /** Dates to which cities that were asked have not said yes or no, and those that have to move, with who they are. */
    @Override
    public Optional<Part> ofOthers(Person person) {
        return standing(person, """
            select 'activities.task.answers', '/activities/' || code, name, awaited, %1$s, awaited_count
              from turn where was_asked and awaited is not null
            union all
            select 'activities.task.another-date', '/activities/' || code, name, proposers, %1$s, 1
              from turn where against is not null and not moves and not answers
            """.formatted(NOW));
    }

    @Override
    public Optional<Part> ofQuietDays(Person person) {
        return mine(person, """
            select 'activities.task.undated', '/activities?programme=' || g.code,
                   coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)),
                   string_agg(m.name, '; ' order by m.code), null, count(*)::int
              from mine m join programme_brief g on g.id = m.programme
             where m.from_on is null
             group by g.code, g.abbreviation, g.name, g.name_translations
            """);
    }

    /** @param select over {@code turn} and {@code mine} */
    private static Optional<Part> standing(Person person, String select) {
        return mine(person, STANDING + select);
    }

    /** @param select over {@code mine} */
    private static Optional<Part> mine(Person person, String select) {
        return person.assignments().isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        MINE.formatted(Seen.workedOnBy(person, "known")) + select,
                        Map.of("own_cities", cities(person), "roles", DateAnswers.ROLES)));
    }

    private static Scope.Id[] cities(Person person) {
        return person.assignments().stream()
                .map(Person.Assignment::scope)
                .filter(scope -> scope.kind().equals(Scope.Kind.CITY))
                .map(Scope::id)
                .toArray(Scope.Id[]::new);
    }
}
