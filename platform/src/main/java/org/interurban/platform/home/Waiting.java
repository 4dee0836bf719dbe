package org.interurban.platform.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.interurban.platform.authority.Person;
import org.interurban.platform.web.WaitingTasks;
import org.interurban.platform.web.WaitingTasks.Part;
import org.interurban.platform.web.WaitingTasks.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a person, as all modules say it, in one statement. */
@Component
class Waiting {

    private static final int WEEK = 7;

    /** Days after which nobody is late any more: it is a record to be tidied. */
    private static final int OLD = 180;

    private final ObjectProvider<WaitingTasks> tasks;
    private final JdbcClient sql;
    private final Clock clock;

    Waiting(ObjectProvider<WaitingTasks> tasks, JdbcClient sql, Clock clock) {
        this.tasks = tasks;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What waits, earliest first in each.
     *
     * @param week due today or within a week
     * @param later due after that, or whenever there is time
     * @param others what others have not answered
     * @param quiet what only tidies old records
     */
    record Day(List<Task> late, List<Task> week, List<Task> later, List<Task> others, List<Task> quiet) {

        static final Day EMPTY = new Day(List.of(), List.of(), List.of(), List.of(), List.of());

        /** How many wait for the person, without old records and what others have to do. */
        public int mine() {
            return late.size() + week.size() + later.size();
        }

        public Map<String, List<Task>> parts() {
            var parts = new LinkedHashMap<String, List<Task>>();
            parts.put("late", late);
            parts.put("week", week);
            parts.put("later", later);
            parts.values().removeIf(List::isEmpty);
            return parts;
        }
    }

    /** Whose turn it is. */
    private enum Kind {
        OWN,
        OTHERS,
        QUIET
    }

    private record Row(
            Kind kind,
            String words,
            String link,
            String title,
            @Nullable String detail,
            @Nullable LocalDate due,
            int count) {

        Task task() {
            return new Task(words, link, title, detail, due, count);
        }
    }

    Day of(Person person, String language) {
        var selects = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        ask(Kind.OWN, module -> module.of(person), selects, values);
        ask(Kind.OTHERS, module -> module.ofOthers(person), selects, values);
        ask(Kind.QUIET, module -> module.ofQuietDays(person), selects, values);
        if (selects.isEmpty()) {
            return Day.EMPTY;
        }
        var today = LocalDate.now(clock);
        values.put("language", language);
        values.put("today", today);
        var day =
                new Day(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sql.sql(String.join(" union all ", selects) + " order by due nulls last, words, title")
                .params(values)
                .query(Row.class)
                .list()
                .forEach(row -> place(row, today, day).add(row.task()));
        return day;
    }

    private void ask(
            Kind kind,
            Function<WaitingTasks, Optional<Part>> question,
            List<String> selects,
            Map<String, Object> values) {
        tasks.stream().flatMap(module -> question.apply(module).stream()).forEach(part -> {
            selects.add("""
                select '%s' as kind, words, link, title, cast(detail as text) as detail, cast(due as date) as due,
                       cast(count as int) as count
                  from (%s) as task (words, link, title, detail, due, count)
                """.formatted(kind, part.select()));
            values.putAll(part.values());
        });
    }

    private static List<Task> place(Row row, LocalDate today, Day day) {
        return switch (row.kind()) {
            case OTHERS -> day.others();
            case QUIET -> day.quiet();
            case OWN -> {
                var due = row.due();
                yield due == null || due.isAfter(today.plusDays(WEEK))
                        ? day.later()
                        : !due.isBefore(today)
                                ? day.week()
                                : due.isBefore(today.minusDays(OLD)) ? day.quiet() : day.late();
            }
        };
    }
}
