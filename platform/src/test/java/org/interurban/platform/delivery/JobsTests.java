package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.delivery.Jobs.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
@Import(TestKinds.class)
class JobsTests {

    static final CountDownLatch WATCHED = new CountDownLatch(1);

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient sql;

    @Test
    void doesTheWorkAndSaysWhereItsResultIs() {
        var job = jobs.start("delivery.counting", Map.of("programme", "IURC"));

        var done = over(job);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(3);
        assertThat(done.total()).isEqualTo(3);
        assertThat(done.result()).isEqualTo("/programmes/IURC");
    }

    @Test
    void stopsAtTheNextStepOnceCancelled() throws Exception {
        var job = jobs.start("delivery.endless", Map.of());
        WATCHED.await();

        jobs.cancel(job);

        assertThat(over(job).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void beginsAgainWhenTheDatabaseWasLostUnderIt() {
        var job = jobs.start("delivery.interrupted", Map.of());

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            sql.sql(
                            "update scheduled_tasks set execution_time = now() where task_instance = ? and not picked") // it waits a little
                    .param(job.value().toString())
                    .update();
            return jobs.find(job).orElseThrow().state().isOver();
        });

        assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void keepsWhatWentWrong() {
        var job = jobs.start("delivery.failing", Map.of());

        var failed = over(job);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).isEqualTo("The file has no rows");
    }

    private Jobs.Job over(JobId job) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jobs.find(job).orElseThrow().state().isOver());
        return jobs.find(job).orElseThrow();
    }
}
