package org.interurban.platform.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Person;
import org.interurban.platform.web.WaitingTasks;
import org.interurban.platform.web.WaitingTasks.Part;
import org.interurban.platform.web.WaitingTasks.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a person, as all modules say it, in one statement. */
@Component
class Waiting {

    private final ObjectProvider<WaitingTasks> tasks;
    private final JdbcClient sql;
    private final Clock clock;

    Waiting(ObjectProvider<WaitingTasks> tasks, JdbcClient sql, Clock clock) {
        this.tasks = tasks;
        this.sql = sql;
        this.clock = clock;
    }

    /** Earliest first; of what the person works on, and of what is asked of them. */
    List<Task> of(Person person, String language) {
        var parts = tasks.stream().flatMap(module -> module.of(person).stream()).toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>();
        parts.forEach(part -> values.putAll(part.values()));
        values.put("language", language);
        values.put("today", LocalDate.now(clock));
        return sql.sql(parts.stream()
                        .map(Part::select)
                        .collect(Collectors.joining(
                                ") union all (",
                                "select words, link, title, detail, due, count from ((",
                                ")) as task (words, link, title, detail, due, count)"
                                        + " order by due nulls last, words, title")))
                .params(values)
                .query(Task.class)
                .list();
    }
}
