package org.interurban.platform.consultation;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Seen;
import org.interurban.platform.pairing.PairingPermission;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Proposed partners that a person's cities have not answered, and rounds in which all have or the time to answer is over. */
@Component
class ConsultationTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            select distinct 'consultation.task', '/rounds/' || w.round || '/cities/' || o.code,
                   in_language(o.name, o.name_translations, :language) || ', ' || w.name, null, w.answers_by, 1
              from pairing_answer_awaited w
              join organisation_brief o on o.id = w.organisation
             where o.id = any(:cities)
            union all
            select case when awaited = 0 then 'consultation.task.answered' else 'consultation.task.over' end,
                   '/rounds/' || round, name, null, case when awaited = 0 then cast(:today as date) else answers_by end,
                   case when awaited = 0 then declined else awaited end
              from (select p.round, p.name, p.answers_by,
                           count(distinct p.organisation) filter (where n.answer is null) as awaited,
                           count(*) filter (where n.answer = 'declines') as declined
                      from pairing_asked p
                      join pairing_round_seen_by s on s.id = p.round
                      left join pairing_answer n
                        on n.round = p.round and n.organisation = p.organisation and n.partner = p.partner and n.rank is null
                     where %s
                     group by p.round, p.name, p.answers_by) as asked
             where awaited = 0 or answers_by < :today
            """.formatted(Seen.workedOnBy(person, "s")), Map.of("cities", cities(person))));
    }

    /** Rounds in which cities have not answered, with how many of them, for those who run them. */
    @Override
    public Optional<Part> ofOthers(Person person) {
        return person.assignments().isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("""
                    select 'consultation.task.answers', '/rounds/' || w.round, w.name,
                           string_agg(distinct in_language(o.name, o.name_translations, :language), ', '), null::date,
                           count(distinct w.organisation)::int
                      from pairing_answer_awaited w
                      join pairing_round_seen_by s on s.id = w.round
                      join organisation_brief o on o.id = w.organisation
                     where %s
                     group by w.round, w.name
                    """.formatted(Seen.workedOnBy(person, "s")), Map.of()));
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
