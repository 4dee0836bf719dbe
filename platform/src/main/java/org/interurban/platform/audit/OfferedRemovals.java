package org.interurban.platform.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.shared.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Removals that may be undone for a while. One that took rows along of which no history is kept is not offered, since it could be
 * brought back in part only.
 */
@Component
class OfferedRemovals {

    /** By this name the page that follows finds the removal that it offers to undo. */
    static final String OFFERED = OfferedRemovals.class.getName();

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    OfferedRemovals(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** {@link Audit#mayBeUndone} */
    void offer(Permission permission, Audit.Subject subject, String back, Scope... scopes) {
        var account = Rights.account();
        if (account == null || !isWhole()) {
            return;
        }
        var id = new RemovalId(Identifier.next());
        var kept = sql.sql("""
            insert into removal (id, account, at, permission, scopes, subject, back, changes)
            select :id, :account, :at, :permission, :scopes::jsonb, :subject::jsonb, :back, array_agg(c.id order by c.id desc)
              from row_change_view c
             where c.changed_at = transaction_timestamp() and c.changed_by = :by and c.operation in ('UPDATE', 'DELETE')
            having count(*) > 0
            """)
                .param("id", id)
                .param("account", account)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("permission", permission.name())
                .param(
                        "scopes",
                        json.writeValueAsString(
                                Stream.of(scopes).map(RemovalId.Held::of).toList()))
                .param("subject", json.writeValueAsString(subject))
                .param("back", back)
                .param("by", account.toString())
                .update();
        var request = RequestContextHolder.getRequestAttributes();
        if (kept == 1 && request != null) {
            request.setAttribute(OFFERED, id.toString(), RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Whether every table from which this transaction's removals took rows along keeps a history. */
    private boolean isWhole() {
        return sql.sql("""
            select not exists (
              select from pg_constraint c
               where c.contype = 'f' and c.confdeltype in ('c', 'n', 'd')
                 and c.confrelid in (select to_regclass('public.' || v.table_name) from row_change_view v
                                      where v.changed_at = transaction_timestamp() and v.operation = 'DELETE')
                 and not exists (select from pg_trigger t where t.tgrelid = c.conrelid and t.tgname = 'keep_history'))
            """).query(Boolean.class).single();
    }
}
