package org.interurban.platform.pairing;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Rounds in which the next step is theirs, for those who run them; of those in which cities are asked consultation tells. */
@Component
class RoundTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            select 'pairing.task.round', '/rounds/' || r.id, r.name, null,
                   case when r.state <> 'draft' then cast(:today as date) end, 1
              from pairing_round r join pairing_round_seen_by s on s.id = r.id
             where r.state not in ('proposed', 'published') and %s
            """.formatted(Seen.workedOnBy(person, "s")), Map.of()));
    }
}
