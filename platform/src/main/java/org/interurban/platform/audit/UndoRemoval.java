package org.interurban.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Brings back what somebody removed by mistake, for a while: rows go back as their history kept them. */
@Service
class UndoRemoval {

    /** In which a removal may be undone. */
    static final Duration WHILE = Duration.ofHours(1);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    UndoRemoval(
            JdbcClient sql,
            JsonMapper json,
            Clock clock,
            Rights rights,
            Audit audit,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    sealed interface Outcome {
        record Undone(String back) implements Outcome {}

        /** Something that would come back is there again, or what it belongs to is gone or was changed. */
        record ChangedSince(String back) implements Outcome {}

        record TooLate(String back) implements Outcome {}

        /** There is none, it was somebody else's, or the right to it is gone. */
        record Unknown() implements Outcome {}
    }

    private record Kept(
            RemovalId id,
            OffsetDateTime at,
            String permission,
            String scopes,
            String subject,
            String back,
            @Nullable OffsetDateTime undoneAt) {}

    private record Change(
            long id, String tableName, @Nullable String rowKey, String operation, String before) {}

    @Transactional
    Outcome undo(RemovalId id) {
        var account = Rights.account();
        var found = account == null ? Optional.<Kept>empty() : find(id, account);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var removal = found.get();
        if (!rights.may(Permission.named(removal.permission()), scopes(removal))) {
            return new Outcome.Unknown();
        }
        if (removal.undoneAt() != null) {
            return new Outcome.Undone(removal.back());
        }
        if (removal.at().plus(WHILE).isBefore(now())) {
            return new Outcome.TooLate(removal.back());
        }
        var changes = changes(id);
        try {
            if (changes.isEmpty() || !changes.stream().allMatch(change -> takeBack(id, change))) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Outcome.ChangedSince(removal.back());
            }
        } catch (DataIntegrityViolationException inTheWay) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.ChangedSince(removal.back());
        }
        sql.sql("update removal set undone_at = :at where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
        var subject = json.readValue(removal.subject(), Audit.Subject.class);
        audit.record("audit.removal-undone", subject, Map.of());
        events.publishEvent(new RemovalUndone(subject));
        return new Outcome.Undone(removal.back());
    }

    private Optional<Kept> find(RemovalId id, AccountId account) {
        return sql.sql("""
            select id, at, permission, scopes::text as scopes, subject::text as subject, back, undone_at
              from removal where id = :id and account = :account for update
            """)
                .param("id", id)
                .param("account", account)
                .query(Kept.class)
                .optional();
    }

    private Scope[] scopes(Kept removal) {
        return json.readValue(removal.scopes(), new TypeReference<List<RemovalId.Held>>() {}).stream()
                .map(held -> held.id() == null
                        ? Scope.NETWORK
                        : new Scope(new Scope.Kind(held.kind(), ""), new Scope.Id(held.id())))
                .toArray(Scope[]::new);
    }

    private List<Change> changes(RemovalId id) {
        return sql.sql("""
            select c.id, c.table_name, c.row_key, c.operation, c.before::text as before
              from removal r join row_change_view c on c.id = any(r.changes)
             where r.id = :id and c.before is not null order by c.id desc
            """).param("id", id).query(Change.class).list();
    }

    /** False where the row was changed since the removal, which may have changed it more than once itself. */
    private boolean takeBack(RemovalId removal, Change change) {
        var columns = columns(change.tableName());
        if (change.operation().equals("DELETE")) {
            return sql.sql("""
                insert into %1$s (%2$s) overriding system value
                select %2$s from jsonb_populate_record(null::%1$s, :before::jsonb)
                """.formatted(change.tableName(), columns))
                            .param("before", change.before())
                            .update()
                    == 1;
        }
        var later = sql.sql("""
            select exists (select from row_change_view
                            where table_name = :table and row_key = :key and id > :id
                              and changed_at <> transaction_timestamp()
                              and id <> all((select changes from removal where id = :removal)::bigint[]))
            """)
                .param("removal", removal)
                .param("table", change.tableName())
                .param("key", change.rowKey())
                .param("id", change.id())
                .query(Boolean.class)
                .single();
        return change.rowKey() != null
                && !later
                && sql.sql("""
                    update %1$s t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, :before::jsonb))
                     where t.id::text = :key
                    """.formatted(change.tableName(), columns))
                                .param("before", change.before())
                                .param("key", change.rowKey())
                                .update()
                        == 1;
    }

    /** Those that are written, quoted; the table is one that keeps a history. */
    private String columns(String table) {
        return sql
                .sql("""
                    select quote_ident(a.attname) from pg_attribute a
                     where a.attrelid = to_regclass(:table) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                     order by a.attnum
                    """)
                .param("table", "public." + Objects.requireNonNull(table))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(", "));
    }

    void forgetOld() {
        sql.sql("delete from removal where at < :before")
                .param("before", now().minusDays(1))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
