package org.interurban.platform.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The past of rows, as their triggers kept it. */
@Component
class RowHistory {

    /** Of one record; what is older is read by administrators, row by row. */
    static final int MOST = 300;

    /** What a row is called by, the first that it has. */
    private static final List<String> NAMES = List.of("title", "name", "statement", "label", "text", "code");

    private final JdbcClient sql;
    private final JsonMapper json;

    RowHistory(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * @param by the account's id, or what else the database knew; null for the system
     * @param name what the row is called, null where it is called nothing
     */
    record Change(
            String table,
            String operation,
            OffsetDateTime at,
            @Nullable String by,
            @Nullable String name,
            List<Field> fields) {

        Optional<AccountId> account() {
            return Optional.ofNullable(by)
                    .filter(account -> account.length() == 36)
                    .map(AccountId::of);
        }
    }

    record Field(
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    private record Kept(
            long id,
            String tableName,
            @Nullable String rowKey,
            String operation,
            @Nullable String before,
            OffsetDateTime changedAt,
            @Nullable String changedBy) {}

    /** The row that a code names. */
    private record Key(UUID value) implements Identifier {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Newest first. */
    List<Change> of(String table, String key) {
        requireHistory(table);
        var kept = sql.sql("""
            select id, table_name, row_key, operation, before::text as before, changed_at, changed_by
              from row_change_view where table_name = :table and row_key = :key order by id desc
            """)
                .param("table", table)
                .param("key", key)
                .query(Kept.class)
                .list();
        if (kept.isEmpty()) {
            throw new NotFound("Nothing is known of a row %s in %s.".formatted(key, table));
        }
        return changes(kept, Map.of(table, Map.of(key, now(table, key))));
    }

    /** Of a record and its parts, those that are gone among them; newest first. */
    List<Change> of(RecordHistory history, String code) {
        var key = key(history, code);
        var parts = new ArrayList<>(history.parts().keySet());
        parts.forEach(this::requireHistory);
        var here = new HashMap<String, Map<String, Map<String, JsonNode>>>();
        here.put(history.table(), Map.of(key.toString(), now(history.table(), key.toString())));
        history.parts().forEach((part, column) -> here.put(part, now(part, column, key)));
        var kept = sql.sql("""
            select id, table_name, row_key, operation, before::text as before, changed_at, changed_by
              from row_change_view r
             where (r.table_name = :table and r.row_key = :key)
                or exists (select from unnest(cast(:parts as text[]), cast(:columns as text[])) as part (name, parent)
                            where part.name = r.table_name
                              and (r.before ->> part.parent = :key or r.row_key = any(:here)))
             order by id desc limit :most
            """)
                .param("table", history.table())
                .param("key", key.toString())
                .param("parts", parts.toArray(String[]::new))
                .param("columns", parts.stream().map(history.parts()::get).toArray(String[]::new))
                .param(
                        "here",
                        parts.stream()
                                .flatMap(part -> here.getOrDefault(part, Map.of()).keySet().stream())
                                .toArray(String[]::new))
                .param("most", MOST)
                .query(Kept.class)
                .list();
        return changes(kept, here);
    }

    /** What the record is called now. */
    String name(RecordHistory history, String code) {
        return Optional.ofNullable(name(now(history.table(), key(history, code).toString())))
                .orElse(code);
    }

    private Key key(RecordHistory history, String code) {
        requireHistory(history.table());
        return sql.sql("select id from " + history.table() + " where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional()
                .map(Key::new)
                .orElseThrow(() -> new NotFound("There is no %s %s.".formatted(history.kind(), code)));
    }

    /** @param kept newest first; @param here rows as they are, by table and key */
    private List<Change> changes(List<Kept> kept, Map<String, Map<String, Map<String, JsonNode>>> here) {
        var later = new HashMap<String, Map<String, JsonNode>>();
        var changes = new ArrayList<Change>();
        for (var one : kept) {
            var row = one.tableName() + " " + one.rowKey();
            var after = one.operation().equals("DELETE")
                    ? Map.<String, JsonNode>of()
                    : later.getOrDefault(
                            row,
                            here.getOrDefault(one.tableName(), Map.of())
                                    .getOrDefault(String.valueOf(one.rowKey()), Map.of()));
            var before = one.before() == null ? Map.<String, JsonNode>of() : fields(one.before());
            var name = name(after);
            changes.add(new Change(
                    one.tableName(),
                    one.operation(),
                    one.changedAt().withOffsetSameInstant(ZoneOffset.UTC),
                    one.changedBy(),
                    name == null ? name(before) : name,
                    differences(before, after)));
            later.put(row, before);
        }
        return changes;
    }

    private static @Nullable String name(Map<String, JsonNode> row) {
        return NAMES.stream()
                .map(row::get)
                .filter(value -> value != null && value.isString())
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse(null);
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

    /** The parts of a record, by their keys. */
    private Map<String, Map<String, JsonNode>> now(String part, String column, Key whole) {
        var rows = new HashMap<String, Map<String, JsonNode>>();
        sql.sql("select to_jsonb(t)::text from " + part + " t where t." + column + " = :whole")
                .param("whole", whole)
                .query(String.class)
                .list()
                .forEach(row -> {
                    var fields = fields(row);
                    var id = fields.get("id");
                    if (id != null) {
                        rows.put(id.stringValue(), fields);
                    }
                });
        return rows;
    }

    /** What rows of other tables are called that are named by a field, by their keys. */
    Map<String, String> namesIn(String table, List<String> keys, String field) {
        var target = sql.sql("""
                    select c.confrelid::regclass::text
                      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                     where c.contype = 'f' and cardinality(c.conkey) = 1 and c.conrelid = to_regclass(:table) and a.attname = :field
                    """)
                .param("table", "public." + table)
                .param("field", field)
                .query(String.class)
                .optional();
        var names = new HashMap<String, String>();
        target.filter(other -> other.matches("[a-z_]{1,63}")).ifPresent(other -> sql.sql(
                        "select to_jsonb(t)::text from " + other + " t where t.id::text = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(row -> {
                    var fields = fields(row);
                    var name = name(fields);
                    var id = fields.get("id");
                    if (name != null && id != null) {
                        names.put(id.stringValue(), name);
                    }
                }));
        return names;
    }

    private Map<String, JsonNode> fields(String row) {
        return json.readValue(row, new TypeReference<Map<String, JsonNode>>() {});
    }

    private static List<Field> differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Field(name, known(before.get(name)), known(after.get(name))))
                .filter(field -> !Objects.equals(field.before(), field.after()))
                .toList();
    }

    private static @Nullable JsonNode known(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }
}
