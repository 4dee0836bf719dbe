package org.interurban.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that stands in the tables of a database, as text: by table, by what tells a row from others, by column. */
record StoredRows(Map<String, String> keys, Map<String, Map<String, Map<String, String>>> tables) {

    private static final String KEYS = """
            select c.relname as table_name,
                   string_agg(format('%I::text', a.attname), ', ' order by array_position(i.indkey::int[], a.attnum::int)) as key
              from pg_class c
              join pg_index i on i.indrelid = c.oid and i.indisprimary
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
             group by c.relname
            """;

    /** Of tables that have a primary key, which all do that people's words come into. */
    static StoredRows in(Connection database) throws SQLException {
        return in(database, Map.of());
    }

    /** The same of a later state, whose primary keys may have grown: each row by the key that it had before. */
    StoredRows laterIn(Connection database) throws SQLException {
        return in(database, keys);
    }

    private static StoredRows in(Connection database, Map<String, String> before) throws SQLException {
        var keys = new TreeMap<String, String>();
        try (var statement = database.createStatement();
                var found = statement.executeQuery(KEYS)) {
            while (found.next()) {
                keys.put(found.getString("table_name"), found.getString("key"));
            }
        }
        keys.replaceAll(before::getOrDefault);
        var tables = new TreeMap<String, Map<String, Map<String, String>>>();
        for (var table : keys.entrySet()) {
            tables.put(table.getKey(), rows(database, table.getKey(), table.getValue()));
        }
        return new StoredRows(keys, tables);
    }

    private static Map<String, Map<String, String>> rows(Connection database, String table, String key)
            throws SQLException {
        var rows = new TreeMap<String, Map<String, String>>();
        var values = "select concat_ws(' ', %s), v.key, v.value from %s t, jsonb_each_text(to_jsonb(t)) v"
                .formatted(key, table);
        try (var statement = database.createStatement();
                var found = statement.executeQuery(values)) {
            while (found.next()) {
                if (found.getString(3) != null) {
                    rows.computeIfAbsent(found.getString(1), _ -> new TreeMap<>())
                            .put(found.getString(2), found.getString(3));
                }
            }
        }
        return rows;
    }

    /**
     * What stood here and does not stand in a later state: a row, or the value of a column, each kind once with an example.
     *
     * @param named the tables that are compared
     * @param elsewhere tables, and columns as {@code table.column}, whose contents the later state keeps in another way
     */
    List<String> missingIn(StoredRows later, Set<String> named, Set<String> elsewhere) {
        var missing = new TreeMap<String, String>();
        tables.forEach((table, rows) -> {
            if (!named.contains(table) || elsewhere.contains(table)) {
                return;
            }
            var now = later.tables().getOrDefault(table, Map.of());
            rows.forEach((key, row) -> row.forEach((column, value) -> {
                var kept = now.getOrDefault(key, Map.of()).get(column);
                var name = table + "." + column;
                if (!elsewhere.contains(name) && !value.equals(kept)) {
                    missing.putIfAbsent(name, "%s of %s %s is now %s".formatted(value, name, key, kept));
                }
            }));
        });
        return List.copyOf(missing.values());
    }
}
