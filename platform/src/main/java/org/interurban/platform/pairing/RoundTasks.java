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
            select 'pairing.task.round', '/rounds/' || r.id, r.name, null, null::date, 1
              from pairing_round r join pairing_round_seen_by s on s.id = r.id
             where r.state <> 'published' and %s
               and not exists (select from pairing_answer_awaited w where w.round = r.id)
            """.formatted(Seen.workedOnBy(person, "s")), Map.of()));
    }

    /** Rounds in which cities have not answered, with how many of them. */
    @Override
    public Optional<Part> ofOthers(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            select 'pairing.task.answers', '/rounds/' || r.id, r.name,
                   string_agg(distinct in_language(o.name, o.name_translations, :language), ', '), null::date,
                   count(distinct w.organisation)::int
              from pairing_round r
              join pairing_round_seen_by s on s.id = r.id
              join pairing_answer_awaited w on w.round = r.id
              join organisation_brief o on o.id = w.organisation
             where %s
             group by r.id, r.name
            """.formatted(Seen.workedOnBy(person, "s")), Map.of()));
    }
}
