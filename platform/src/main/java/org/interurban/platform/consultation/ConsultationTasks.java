package org.interurban.platform.consultation;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.pairing.PairingPermission;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Proposed partners that a person's cities have not answered. */
@Component
class ConsultationTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            select distinct 'consultation.task', '/rounds/' || w.round || '/cities/' || o.code,
                   in_language(o.name, o.name_translations, :language) || ', ' || w.name, null, null::date, 1
              from pairing_answer_awaited w
              join organisation_brief o on o.id = w.organisation
             where o.id = any(:cities)
            """, Map.of("cities", cities(person))));
    }

    private static Scope.Id[] cities(Person person) {
        return person.assignments().stream()
                .filter(held -> PairingPermission.PAIRING_ANSWER.isHeldBy(held.role()))
                .map(Person.Assignment::scope)
                .filter(scope -> scope.kind().equals(Scope.Kind.CITY))
                .map(Scope::id)
                .toArray(Scope.Id[]::new);
    }
}
