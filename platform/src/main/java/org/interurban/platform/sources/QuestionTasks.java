package org.interurban.platform.sources;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.stereotype.Component;

/** Questions in which no reading is chosen, for whoever may choose. */
@Component
class QuestionTasks implements WaitingTasks {

    private final SeenRecords seen;

    QuestionTasks(SeenRecords seen) {
        this.seen = seen;
    }

    @Override
    public Optional<Part> of(Person person) {
        if (!person.may(SourcePermission.READINGS_CHOOSE, Scope.NETWORK)) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            select 'sources.task.question', '/questions?q=' || q.code, q.subject, null, null::date, 1
              from question q join reading r on r.question = q.id
             where %s
             group by q.id
            having not bool_or(r.chosen)
            """.formatted(seen.question("q")), Map.of()));
    }
}
