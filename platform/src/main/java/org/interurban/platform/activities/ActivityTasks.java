package org.interurban.platform.activities;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Dates that are proposed, plans whose day has gone by, and what has no date, of the activities on which a person works. */
@Component
class ActivityTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            with mine as (
              select a.* from activity a join activity_seen_by s on s.id = a.id
               where %s and a.status in ('proposed', 'planned', 'held')
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
            """.formatted(Seen.workedOnBy(person, "s")), Map.of()));
    }
}
