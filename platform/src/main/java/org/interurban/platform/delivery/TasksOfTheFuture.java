package org.interurban.platform.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings back work that repeats and is due later than it ever should be: where the clock of the machine went forward and back, it
 * would rest until the clock is there again.
 */
@Component
class TasksOfTheFuture {

    private static final Logger LOG = LoggerFactory.getLogger(TasksOfTheFuture.class);

    /** No task repeats more seldom. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Nodes whose clocks differ by less are no reason. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final Clock clock;
    private final List<String> repeating;

    TasksOfTheFuture(JdbcClient sql, Clock clock, List<Task<?>> tasks) {
        this.sql = sql;
        this.clock = clock;
        this.repeating = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .map(Task::getName)
                .toList();
    }

    /** As the machine counts its seconds, which no clock moves. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void bringBack() {
        var now = clock.instant();
        var broughtBack = sql.sql("""
            update scheduled_tasks set execution_time = :now, version = version + 1
             where task_name in (:repeating) and not picked
               and (greatest(last_success, last_failure) > :soon or execution_time > :latest)
            returning task_name
            """)
                .param("repeating", repeating)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", now.plus(TOLERANCE).atOffset(ZoneOffset.UTC))
                .param("latest", now.plus(LONGEST).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        broughtBack.forEach(task ->
                LOG.warn("{} was due in a time that has not come, as after a jump of the clock; it runs now", task));
    }
}
