package org.interurban.platform.archive;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds in the history of rows what people changed since a record was last imported and an import has written over. */
@Component
class LostEdits {

    /** Tables whose rows others name by their code; a column that points to one is named after it. */
    private static final Set<String> OWN = Set.of("id", "version");

    /**
     * One value that a person entered.
     *
     * @param codes the record's code, else the codes of those it belongs to
     * @param column of the table; empty where the whole row is gone
     */
    record Lost(Set<String> codes, String column, String value, LocalDate on, String by) {}

    private record Overwritten(
            String tableName,
            String rowKey,
            String stood,
            @Nullable String imported,
            OffsetDateTime changedAt,
            String changedBy) {}

    private final JdbcClient sql;
    private final JsonMapper json;
    private final People people;

    LostEdits(JdbcClient sql, JsonMapper json, People people) {
        this.sql = sql;
        this.json = json;
        this.people = people;
    }

    /** Where the history stands now. */
    long mark() {
        return sql.sql("select coalesce(max(id), 0) from row_change_view")
                .query(Long.class)
                .single();
    }

    List<Lost> since(long mark) {
        return sql.sql("""
            with written as (
              select distinct on (table_name, row_key) table_name, row_key, before
                from row_change_view where id > :mark and operation <> 'INSERT'
               order by table_name, row_key, id)
            select w.table_name, w.row_key, w.before::text as stood, first.before::text as imported,
                   last.changed_at, last.changed_by
              from written w
              cross join lateral (
                select coalesce(max(id), 0) as id from row_change_view h
                 where (h.table_name, h.row_key) = (w.table_name, w.row_key) and h.id <= :mark
                   and h.changed_by is null) known
              cross join lateral (
                select before from row_change_view h
                 where (h.table_name, h.row_key) = (w.table_name, w.row_key) and h.id <= :mark
                   and h.id > known.id
                 order by h.id limit 1) first
              cross join lateral (
                select changed_at, changed_by from row_change_view h
                 where (h.table_name, h.row_key) = (w.table_name, w.row_key) and h.id <= :mark
                 order by h.id desc limit 1) last
             order by w.table_name, w.row_key
            """).param("mark", mark).query(Overwritten.class).list().stream()
                .flatMap(this::lost)
                .toList();
    }

    private Stream<Lost> lost(Overwritten row) {
        var stood = json.readTree(row.stood());
        var imported = row.imported() == null ? json.createObjectNode() : json.readTree(row.imported());
        var now = sql.sql("select to_jsonb(t)::text from %s t where id = :id::uuid".formatted(row.tableName()))
                .param("id", row.rowKey())
                .query(String.class)
                .optional()
                .map(json::readTree);
        var columns = new ArrayList<String>();
        if (now.isEmpty()) {
            columns.add("");
        } else {
            for (var column : stood.propertyNames()) {
                if (!OWN.contains(column)
                        && !stood.path(column).equals(imported.path(column))
                        && !stood.path(column).equals(now.get().path(column))) {
                    columns.add(column);
                }
            }
        }
        if (columns.isEmpty()) {
            return Stream.of();
        }
        var codes = codes(stood);
        var by = name(row.changedBy());
        return columns.stream().map(column -> {
            var value = stood.path(column.isEmpty() ? "name" : column);
            return new Lost(
                    codes,
                    column,
                    value.isString() ? value.stringValue() : value.isMissingNode() ? "" : value.toString(),
                    row.changedAt().toLocalDate(),
                    by);
        });
    }

    private Set<String> codes(JsonNode row) {
        return row.has("code")
                ? Set.of(row.path("code").stringValue())
                : Set.copyOf(row.propertyStream()
                        .filter(column -> column.getValue().isString() && isNamedByCode(column.getKey()))
                        .flatMap(column ->
                                codes(column.getKey(), column.getValue().stringValue()))
                        .toList());
    }

    /** A column that is called like a table names one of its rows; those with a code are told by it. */
    private boolean isNamedByCode(String table) {
        return sql.sql("""
            select count(*) = 2 from information_schema.columns
             where table_schema = current_schema() and table_name = :table and column_name in ('id', 'code')
            """).param("table", table).query(Boolean.class).single();
    }

    private Stream<String> codes(String table, String id) {
        var row = sql.sql("select to_jsonb(t)::text from %s t where id = :id::uuid".formatted(table))
                .param("id", id)
                .query(String.class)
                .optional();
        return row.map(json::readTree).map(this::codes).stream().flatMap(Set::stream);
    }

    private String name(String account) {
        try {
            var id = AccountId.of(account);
            return people.names(Set.of(id)).getOrDefault(id, "somebody");
        } catch (IllegalArgumentException notAnAccount) {
            return account;
        }
    }
}
