package org.interurban.platform.plans;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Actions that are due within a month or late, for those who record how far they have come. */
@Component
class ActionTasks implements WaitingTasks {

    @Override
    public Optional<Part> of(Person person) {
        if (person.assignments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part(
                """
            with known as (
              select i.*, 'PLANS_EDIT' as permission, s.scopes
                from plan_item i join plan_item_seen_by s on s.id = i.id
               where i.due_on < cast(:today as date) + 31 and i.status <> :carried_out
            )
            select 'plans.task.action', '/actions/' || known.code || '/edit',
                   in_language(known.statement, known.statement_translations, :language),
                   in_language(b.name, b.name_translations, :language), known.due_on, 1
              from known left join partnership_brief b on b.id = known.partnership
             where %s
            """.formatted(Seen.workedOnBy(person, "known")),
                Map.of("carried_out", ActionStatus.CARRIED_OUT.code())));
    }
}
