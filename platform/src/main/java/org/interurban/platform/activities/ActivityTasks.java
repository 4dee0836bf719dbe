package org.interurban.platform.activities;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Dates that are proposed, plans whose day has gone by, and what has no date, of the activities that a person may change. */
@Component
class ActivityTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            with known as (
              select a.*, 'ACTIVITIES_EDIT' as permission,
                     coalesce(g.scopes, '{}') || coalesce(p.scopes, '{}')
                       || array_remove(array['city:' || a.host, 'city:' || a.visitor], null) as scopes
                from activity a
                left join programme_seen_by g on g.id = a.programme
                left join partnership_seen_by p on p.id = a.partnership
               where a.status in ('proposed', 'planned', 'held')
            ), mine as (
              select * from known where %s
            )
            select 'activities.task.proposal' as words, '/activities/' || code as link,
                   in_language(title, title_translations, :language) as title,
                   null as detail, from_on as due, 1 as count
              from mine where status = 'proposed'
            union all
            select 'activities.task.past', '/activities/' || code, in_language(title, title_translations, :language),
                   null, to_on, 1
              from mine where status = 'planned' and to_on < :today
            union all
            select 'activities.task.undated', '/activities?programme=' || g.code, coalesce(g.abbreviation, g.code),
                   string_agg(in_language(m.title, m.title_translations, :language), '; ' order by m.code), null, count(*)::int
              from mine m join programme_brief g on g.id = m.programme
             where m.from_on is null
             group by g.code, g.abbreviation
            """.formatted(Seen.workedOnBy(person, "known")), Map.of()));
    }
}
