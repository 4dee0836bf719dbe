package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class TasksOfTheFutureTests {

    private static final String TASK = "forget-old-sign-ins"; // repeats each hour, and nothing else waits for it

    @Autowired
    TasksOfTheFuture tasks;

    @Autowired
    JdbcClient sql;

    /** As a clock leaves it that went forward, let the task run once, and went back. */
    @ParameterizedTest
    @CsvSource({"2 days, 2 days", "3 hours, 2 hours", "2 days,"})
    void bringsBackWhatAClockAheadHasPutOff(String due, String ran) {
        putOff(due, ran);

        tasks.bringBack();

        assertThat(next()).isBefore(OffsetDateTime.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void leavesWhatIsDueInItsTime() {
        putOff("50 minutes", "-10 minutes");
        var before = next();

        tasks.bringBack();

        assertThat(next()).isEqualTo(before);
    }

    private void putOff(String due, String ran) {
        sql.sql("""
            update scheduled_tasks set execution_time = now() + :due::interval, last_success = now() + :ran::interval
             where task_name = :task
            """).param("due", due).param("ran", ran).param("task", TASK).update();
    }

    private OffsetDateTime next() {
        return sql.sql("select execution_time from scheduled_tasks where task_name = :task")
                .param("task", TASK)
                .query(OffsetDateTime.class)
                .single();
    }
}
