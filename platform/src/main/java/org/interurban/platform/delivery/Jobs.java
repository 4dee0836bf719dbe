package org.interurban.platform.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Work under way: asked for, watched at {@code /jobs/{id}}, cancelled, found again. */
@Service
public class Jobs {

    private static final String SELECT =
            "select id, kind, started_by, state, done, total, problem, result, cancelling, asked_at, finished_at from"
                    + " job ";

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Queue queue;
    private final Rights rights;

    Jobs(JdbcClient sql, JsonMapper json, Clock clock, Queue queue, Rights rights) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.queue = queue;
        this.rights = rights;
    }

    public enum State implements Coded {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /** @param startedBy null for the system; @param result the address of what came out */
    public record Job(
            JobId id,
            String kind,
            @Nullable AccountId startedBy,
            State state,
            long done,
            @Nullable Long total,
            @Nullable String problem,
            @Nullable String result,
            boolean cancelling,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime finishedAt) {

        public String link() {
            return "/jobs/" + id;
        }
    }

    /** Has the work begin when the caller's transaction has succeeded; redirect the reader to {@code /jobs/{id}}. */
    @Transactional(propagation = Propagation.REQUIRED)
    public JobId start(String kind, Map<String, String> parameters) {
        var id = JobId.next();
        sql.sql("""
            insert into job (id, kind, parameters, started_by, state, asked_at)
            values (:id, :kind, :parameters::jsonb, :by, 'waiting', :at)
            """)
                .param("id", id)
                .param("kind", kind)
                .param("parameters", json.writeValueAsString(parameters))
                .param("by", Rights.account())
                .param("at", now())
                .update();
        queue.add(RunJob.TASK, id);
        return id;
    }

    public Optional<Job> find(JobId id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Jobs::job)
                .optional();
    }

    List<Job> startedBy(AccountId account, boolean orTheSystem) {
        return sql.sql(SELECT + """
            where started_by = :account or (:system and started_by is null)
            order by asked_at desc, id
            limit 100
            """)
                .param("account", account)
                .param("system", orTheSystem)
                .query(Jobs::job)
                .list();
    }

    /** Work that has not begun ends now; work under way ends at its next step. */
    @Transactional
    public void cancel(JobId id) {
        sql.sql("""
            update job
               set cancelling = true,
                   state = case when state = 'waiting' then 'cancelled' else state end,
                   finished_at = case when state = 'waiting' then :at else finished_at end
             where id = :id and state in ('waiting', 'running') and (:all or started_by is not distinct from :account)
            """)
                .param("id", id)
                .param("at", now())
                .param("all", rights.may(CommonPermission.ADMINISTRATION))
                .param("account", Rights.account())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Job job(ResultSet rs, int row) throws SQLException {
        return new Job(
                new JobId(rs.getObject("id", UUID.class)),
                rs.getString("kind"),
                Identifier.ofNullable(rs.getObject("started_by", UUID.class), AccountId::new),
                State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getLong("done"),
                rs.getObject("total", Long.class),
                rs.getString("problem"),
                rs.getString("result"),
                rs.getBoolean("cancelling"),
                utc(rs, "asked_at"),
                rs.getObject("finished_at") == null ? null : utc(rs, "finished_at"));
    }

    private static OffsetDateTime utc(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
