package org.interurban.platform.participants;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/**
 * Cities of a person that take part in a programme and whose profile lacks something. Nothing is asked for one that is over; one of which
 * no end is known counts as over after five years.
 */
@Component
class ProfileTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        var cities = person.assignments().stream()
                .filter(held -> ProgrammePermission.PROFILE_EDIT.isHeldBy(held.role()))
                .map(Person.Assignment::scope)
                .filter(scope -> scope.kind().equals(Scope.Kind.CITY))
                .map(Scope::id)
                .toArray(Scope.Id[]::new);
        return cities.length == 0
                ? Optional.empty()
                : Optional.of(new Part("""
                    select 'participants.task.profile', '/programmes/' || g.code || '/participants/' || o.code,
                           in_language(o.name, o.name_translations, :language) || ', '
                             || coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)),
                           null, null::date, 1
                      from participant a
                      join profile_lack k on k.participant = a.id
                      join programme_portrait g on g.id = a.programme
                      join organisation_brief o on o.id = a.organisation
                     where a.organisation = any(:cities_with_profiles) and a.left_on is null and a.status = 'participant'
                       and coalesce(g.to_on, g.from_on + interval '5 years', :today) >= :today
                       and (not exists (select from profile_line l where l.participant = a.id) or k.missing <> '{}')
                    """, Map.of("cities_with_profiles", cities)));
    }
}
