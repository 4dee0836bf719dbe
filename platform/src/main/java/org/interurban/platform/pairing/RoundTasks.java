package org.interurban.platform.pairing;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Rounds that are not published, for those who run them. */
@Component
class RoundTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            select 'pairing.task.round', '/rounds/' || r.id, r.name, null, r.answers_by, 1
              from pairing_round r join pairing_round_seen_by s on s.id = r.id
             where r.state <> 'published' and %s
            """.formatted(Seen.workedOnBy(person, "s")), Map.of()));
    }
}
