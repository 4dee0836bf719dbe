package org.interurban.platform.sources;

import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.WaitingTasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Questions about records that follow readings, in which none is chosen, for whoever may choose. */
@Component
class QuestionTasks implements WaitingTasks {

    private final SeenRecords seen;
    private final ObjectProvider<Aspect> aspects;

    QuestionTasks(SeenRecords seen, ObjectProvider<Aspect> aspects) {
        this.seen = seen;
        this.aspects = aspects;
    }

    @Override
    public Optional<Part> of(Person person) {
        return Optional.empty();
    }

    @Override
    public Optional<Part> ofQuietDays(Person person) {
        if (!person.may(SourcePermission.READINGS_CHOOSE, Scope.NETWORK)) {
            return Optional.empty();
        }
        return Optional.of(new Part("""
            select 'sources.task.question', '/questions/' || q.code, q.subject, null, null::date, 1
              from question q join reading r on r.question = q.id
             where %s and q.id in (select question from question_record where record_kind = any(:followed))
             group by q.id
            having not bool_or(r.chosen)
            """.formatted(seen.question("q")), Map.of("followed", followed())));
    }

    private String[] followed() {
        return aspects.stream().map(Aspect::kind).distinct().toArray(String[]::new);
    }
}
