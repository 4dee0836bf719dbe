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
              select * from known where %s
            )
            """;

    @Override
    public Optional<Part> of(Person person) {
        return mine(person, """
            select 'activities.task.proposal' as words, '/activities/' || code as link,
                   in_language(title, title_translations, :language) as title,
                   null as detail, from_on as due, 1 as count
              from mine
             where status = 'proposed'
               and (not exists (select from activity_answer a where a.activity = mine.id)
                    or not exists (select from activity_meets c where c.activity = mine.id and not %1$s)
                    or exists (select from activity_meets c
                                where c.activity = mine.id and c.organisation = any(:own_cities) and not %1$s))
            union all
            select 'activities.task.past', '/activities/' || code, in_language(title, title_translations, :language),
                   null, to_on, 1
              from mine where status = 'planned' and to_on < :today
            """.formatted(answered("mine")));
    }

    /** Dates to which cities that were asked have not said yes or no, with who they are. */
    @Override
    public Optional<Part> ofOthers(Person person) {
        return mine(person, """
            select 'activities.task.answers', '/activities/' || m.code, in_language(m.title, m.title_translations, :language),
                   string_agg(distinct in_language(o.name, o.name_translations, :language), ', '), m.from_on,
                   count(distinct o.id)::int
              from mine m
              join activity_meets c on c.activity = m.id
              join organisation_brief o on o.id = c.organisation
             where m.status = 'proposed'
               and exists (select from activity_answer a where a.activity = m.id)
               and o.id <> all(:own_cities)
               and not %s
             group by m.id, m.code, m.title, m.title_translations, m.from_on
            """.formatted(answered("m")));
    }

    @Override
    public Optional<Part> ofQuietDays(Person person) {
        return mine(person, """
            select 'activities.task.undated', '/activities?programme=' || g.code, coalesce(g.abbreviation, g.code),
                   string_agg(in_language(m.title, m.title_translations, :language), '; ' order by m.code), null, count(*)::int
              from mine m join programme_brief g on g.id = m.programme
             where m.from_on is null
             group by g.code, g.abbreviation
            """);
    }

    /** @param select over {@code mine} */
    private static Optional<Part> mine(Person person, String select) {
        return person.assignments().isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        MINE.formatted(Seen.workedOnBy(person, "known")) + select,
                        Map.of("own_cities", cities(person))));
    }

    /** Whether the city {@code c} has said what it thinks of the date that the activity has now. */
    private static String answered(String activity) {
        return """
            exists (select from activity_answer a
                     where a.activity = %1$s.id and a.organisation = c.organisation
                       and a.dates = partial_period(%1$s.from_on, %1$s.to_on, %1$s.precision))""".formatted(activity);
    }

    private static Scope.Id[] cities(Person person) {
        return person.assignments().stream()
                .map(Person.Assignment::scope)
                .filter(scope -> scope.kind().equals(Scope.Kind.CITY))
                .map(Scope::id)
                .toArray(Scope.Id[]::new);
    }
}
