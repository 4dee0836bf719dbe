package org.interurban.platform.plans;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Agreements that run out within three months or did in the last one, for those who can renew them or say that they ended. */
@Component
class AgreementTasks implements WaitingTasks {

    private static final String MADE = Stream.of(AgreementStatus.values())
            .filter(AgreementStatus::isMade)
            .map(AgreementStatus::code)
            .collect(Collectors.joining("', '", "'", "'"));

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            with known as (
              select a.*, 'AGREEMENTS_EDIT' as permission, s.scopes
                from agreement a join agreement_seen_by s on s.id = a.id
               where a.expires_on between cast(:today as date) - 31 and cast(:today as date) + 92 and a.status in (%s)
            )
            select 'plans.task.agreement', '/agreements/' || known.code || '/edit',
                   in_language(known.title, known.title_translations, :language),
                   in_language(b.name, b.name_translations, :language), known.expires_on, 1
              from known left join partnership_brief b on b.id = known.partnership
             where %s
            """.formatted(MADE, Seen.workedOnBy(person, "known")), Map.of()));
    }
}
