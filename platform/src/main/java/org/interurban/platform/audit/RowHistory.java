package org.interurban.platform.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** @param name what the record is called now */
    record Past(String name, List<Change> changes) {}

    /** Of a record and its parts, those that are gone among them; newest first. */
    Past of(RecordHistory history, String code) {
        var tables = new HashSet<>(history.parts().keySet());
        tables.add(history.table());
        requireHistory(tables);
        var key = key(history, code);
        var record = now(history.table(), key.toString());
        var here = parts(history.parts(), key);
        here.put(history.table(), Map.of(key.toString(), record));
        var rows = here.entrySet().stream()
                .flatMap(table -> table.getValue().keySet().stream().map(row -> List.of(table.getKey(), row)))
                .toList();
        var kept = sql.sql("""
            with part as (select * from unnest(cast(:parts as text[]), cast(:columns as text[])) as part (name, parent)),
            named as (
              select name, key from unnest(cast(:tables as text[]), cast(:keys as text[])) as row (name, key)
              union
              select g.table_name, g.row_key
                from part join row_change_view g
                  on g.operation = 'DELETE' and g.before @> jsonb_build_object(part.parent, cast(:key as text))
                 and g.table_name = part.name)
            select r.id, r.table_name, r.row_key, r.operation, r.before::text as before, r.changed_at, r.changed_by
              from named cross join lateral (
                   select * from row_change_view r where r.table_name = named.name and r.row_key = named.key
                    order by r.id desc limit :most) r
             order by r.id desc limit :most
            """)
                .param("parts", history.parts().keySet().toArray(String[]::new))
                .param("columns", history.parts().values().toArray(String[]::new))
                .param("tables", rows.stream().map(List::getFirst).toArray(String[]::new))
                .param("keys", rows.stream().map(List::getLast).toArray(String[]::new))
                .param("key", key.toString())
                .param("most", MOST)
                .query(Kept.class)
                .list();
        return new Past(Objects.requireNonNullElse(name(record), code), changes(kept, here));
    }

    private Key key(RecordHistory history, String code) {
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

    private void requireHistory(String table) {
        requireHistory(Set.of(table));
    }

    /** Names go into statements, so only those that the database knows to keep a history will do. */
    private void requireHistory(Set<String> tables) {
        var known = tables.stream().allMatch(table -> table.matches("[a-z_]{1,63}"))
                && sql.sql("""
                    select count(*) from pg_trigger
                     where tgname = 'keep_history'
                       and tgrelid = any(array(select to_regclass('public.' || t) from unnest(:tables::text[]) t))
                    """)
                                .param("tables", tables.toArray(String[]::new))
                                .query(Integer.class)
                                .single()
                        == tables.size();
        if (!known) {
            throw new NotFound("No history is kept of %s.".formatted(tables));
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

    private record PartRow(String part, String row) {}

    /** The parts of a record, by their tables and keys. */
    private Map<String, Map<String, Map<String, JsonNode>>> parts(Map<String, String> columns, Key whole) {
        var rows = new HashMap<String, Map<String, Map<String, JsonNode>>>();
        if (columns.isEmpty()) {
            return rows;
        }
        sql.sql(columns.entrySet().stream()
                        .map(part -> "select '%1$s' as part, to_jsonb(t)::text as row from %1$s t where t.%2$s = :whole"
                                .formatted(part.getKey(), part.getValue()))
                        .collect(Collectors.joining(" union all ")))
                .param("whole", whole)
                .query(PartRow.class)
                .list()
                .forEach(one -> {
                    var fields = fields(one.row());
                    var id = fields.get("id");
                    if (id != null) {
                        rows.computeIfAbsent(one.part(), none -> new HashMap<>())
                                .put(id.stringValue(), fields);
                    }
                });
        return rows;
    }

    /**
     * What rows of other tables are called that are named by fields, by their keys.
     *
     * @param fields with the tables in which they stand
     */
    Map<String, String> namesIn(Set<TableField> fields, Set<String> keys) {
        var targets = sql.sql("""
            select distinct c.confrelid::regclass::text
              from unnest(:tables::text[], :fields::text[]) as field (of, name)
              join pg_constraint c on c.conrelid = to_regclass('public.' || field.of)
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] and a.attname = field.name
             where c.contype = 'f' and cardinality(c.conkey) = 1
            """)
                .param("tables", fields.stream().map(TableField::table).toArray(String[]::new))
                .param("fields", fields.stream().map(TableField::field).toArray(String[]::new))
                .query(String.class)
                .list();
        var names = new HashMap<String, String>();
        var select = targets.stream()
                .filter(other -> other.matches("[a-z_]{1,63}"))
                .map(other -> "select to_jsonb(t)::text from " + other + " t where t.id::text = any(:keys)")
                .collect(Collectors.joining(" union all "));
        if (!select.isEmpty()) {
            sql.sql(select)
                    .param("keys", keys.toArray(String[]::new))
                    .query(String.class)
                    .list()
                    .forEach(row -> {
                        var values = fields(row);
                        var name = name(values);
                        var id = values.get("id");
                        if (name != null && id != null) {
                            names.put(id.stringValue(), name);
                        }
                    });
        }
        return names;
    }

    /** A field of a table. */
    record TableField(String table, String field) {}

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
