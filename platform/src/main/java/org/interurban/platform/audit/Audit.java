package org.interurban.platform.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what people and the system did. */
@Service
public class Audit {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Seals seals;
    private final OfferedRemovals removals;

    Audit(JdbcClient sql, JsonMapper json, Clock clock, Seals seals, OfferedRemovals removals) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.seals = seals;
        this.removals = removals;
    }

    /** What an act was done to: its kind ("programme", "account") and its code, or its id where it has no code. */
    public record Subject(String kind, String key) {}

    /**
     * Records an act of the current person, or of the system where nobody is signed in, in the transaction that does it.
     *
     * @param act module and deed, as {@code "programmes.created"}; readers see the message {@code programmes.act.created}
     * @param details what the deed needs to be understood later, and why; people stand here by the id of their account, never
     *     by name or address, so that they can be erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String act, Subject subject, Map<String, String> details) {
        record(Rights.account(), act, subject, details);
    }

    /** The same for somebody who is not signed in, as when a mail is answered by its link; null for the system. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(@Nullable AccountId actor, String act, Subject subject, Map<String, String> details) {
        sql.sql("""
            insert into audit_act (happened_at, actor, act, subject_kind, subject_key, details)
            values (:at, :actor, :act, :kind, :key, :details::jsonb)
            """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("act", act)
                .param("kind", subject.kind())
                .param("key", subject.key())
                .param("details", json.writeValueAsString(details))
                .update();
    }

    /**
     * Offers to undo what this transaction removed, on the page that follows; called last in the deed.
     *
     * @param permission with its scopes what the deed has asked
     * @param back where the record is seen again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mayBeUndone(Permission permission, Subject subject, String back, Scope... scopes) {
        removals.offer(permission, subject, back, scopes);
    }

    /** Recomputes every seal, and says that all is as it was written or names the first place that is not. */
    public Verdict verify() {
        return seals.verify();
    }
}
