package org.interurban.platform.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.database.DatabaseWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Does a job's work, in the name of who asked for it, and keeps its state. */
@Component
class RunJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("run-job");
    private static final Duration UNTIL_THE_DATABASE_IS_BACK = Duration.ofSeconds(10);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<Work> works;
    private final TransactionTemplate apart;

    RunJob(
            JdbcClient sql,
            JsonMapper json,
            Clock clock,
            ObjectProvider<Work> works,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.works = works;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static final class Cancelled extends RuntimeException {}

    private record Asked(
            String kind, String parameters, @Nullable AccountId startedBy) {}

    @Bean
    OneTimeTask<Void> runJobTask() {
        return Tasks.oneTime(TASK)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(UNTIL_THE_DATABASE_IS_BACK))
                .execute((instance, context) -> run(JobId.of(instance.getId())));
    }

    /** A job that was running when the machine went down begins again. */
    void run(JobId id) {
        var asked = sql.sql("""
            update job set state = 'running', done = 0, total = null
             where id = :id and state in ('waiting', 'running')
            returning kind, parameters::text, started_by
            """).param("id", id).query(Asked.class).optional();
        if (asked.isEmpty()) {
            return;
        }
        var job = asked.get();
        if (job.startedBy() != null) {
            SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    job.startedBy().toString(), null, List.of())));
        }
        var progress = new Written(id);
        try {
            var parameters = json.readValue(job.parameters(), new TypeReference<Map<String, String>>() {});
            var result = work(job.kind()).run(parameters, progress);
            progress.save();
            finish(id, "done", null, result);
        } catch (Cancelled byAPerson) {
            finish(id, "cancelled", null, null);
        } catch (Exception failure) {
            if (failure instanceof RuntimeException missed && DatabaseWatch.isMissedBy(missed)) {
                throw missed; // and begins again, as after the machine went down
            }
            LOG.error("Job {} of kind {} failed", id, job.kind(), failure);
            finish(id, "failed", failure.getMessage() == null ? failure.toString() : failure.getMessage(), null);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Work work(String kind) {
        return works.stream()
                .filter(work -> work.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing here does work of the kind " + kind));
    }

    private void finish(JobId id, String state, @Nullable String problem, @Nullable String result) {
        sql.sql("""
            update job set state = :state, problem = :problem, result = :result, finished_at = :at where id = :id
            """)
                .param("state", state)
                .param("problem", problem)
                .param("result", result)
                .param("at", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Writes progress now and then, apart from the work's own transactions, so that it shows before they end. */
    private final class Written implements Work.Progress {

        private final JobId id;
        private @Nullable Long total;
        private long done;
        private Instant written = Instant.EPOCH;

        Written(JobId id) {
            this.id = id;
        }

        @Override
        public void outOf(long all) {
            total = all;
            write();
        }

        @Override
        public void reached(long now) {
            done = now;
            if (Duration.between(written, clock.instant()).compareTo(BETWEEN_WRITES) >= 0) {
                write();
            }
        }

        private void write() {
            if (save()) {
                throw new Cancelled();
            }
        }

        /** Whether a person has cancelled the job meanwhile. */
        private boolean save() {
            written = clock.instant();
            return Boolean.TRUE.equals(apart.execute(
                    status -> sql.sql("update job set done = :done, total = :total where id = :id returning cancelling")
                            .param("done", done)
                            .param("total", total)
                            .param("id", id)
                            .query(Boolean.class)
                            .single()));
        }
    }
}
