package org.interurban.platform.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The past of one row, as its triggers kept it. */
@Component
class RowHistory {

    private final JdbcClient sql;
    private final JsonMapper json;

    RowHistory(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @param by the account's id, or what else the database knew; null for the system */
    record Change(
            String operation, OffsetDateTime at, @Nullable String by, List<Field> fields) {}

    record Field(
            String name, @Nullable String before, @Nullable String after) {}

    private record Kept(
            String operation,
            @Nullable String before,
            OffsetDateTime changedAt,
            @Nullable String changedBy) {}

    /** Newest first. */
    List<Change> of(String table, String key) {
        requireHistory(table);
        var kept = sql.sql("""
            select operation, before::text as before, changed_at, changed_by
              from row_change_view where table_name = :table and row_key = :key order by id desc
            """)
                .param("table", table)
                .param("key", key)
                .query(Kept.class)
                .list();
        if (kept.isEmpty()) {
            throw new NotFound("Nothing is known of a row %s in %s.".formatted(key, table));
        }
        var changes = new ArrayList<Change>();
        var after = now(table, key);
        for (var one : kept) {
            var before = one.before() == null ? Map.<String, JsonNode>of() : fields(one.before());
            changes.add(new Change(
                    one.operation(),
                    one.changedAt().withOffsetSameInstant(ZoneOffset.UTC),
                    one.changedBy(),
                    differences(before, one.operation().equals("DELETE") ? Map.of() : after)));
            after = before;
        }
        return changes;
    }

    /** The name goes into a statement, so only one that the database knows to keep a history will do. */
    private void requireHistory(String table) {
        var known = table.matches("[a-z_]{1,63}")
                && sql.sql("""
                        select exists (select from pg_trigger where tgname = 'keep_history' and tgrelid = to_regclass(:table))
                        """)
                        .param("table", "public." + table)
                        .query(Boolean.class)
                        .single();
        if (!known) {
            throw new NotFound("No history is kept of %s.".formatted(table));
        }
    }

    private Map<String, JsonNode> now(String table, String key) {
        return sql.sql("select to_jsonb(t)::text from " + table
                        + " t where coalesce(to_jsonb(t) ->> 'id', to_jsonb(t) ->> 'code') = :key")
                .param("key", key)
                .query(String.class)
                .optional()
                .map(this::fields)
                .orElse(Map.of());
    }

    private Map<String, JsonNode> fields(String row) {
        return json.readValue(row, new TypeReference<Map<String, JsonNode>>() {});
    }

    private static List<Field> differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Field(name, text(before.get(name)), text(after.get(name))))
                .filter(field -> !Objects.equals(field.before(), field.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value.isString() ? value.stringValue() : value.toString();
    }
}
