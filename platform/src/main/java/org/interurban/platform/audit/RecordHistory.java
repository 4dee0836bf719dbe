package org.interurban.platform.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Scope;

/**
 * What is kept of the past of one kind of record, for those who may change it; a bean of the module that keeps the kind.
 *
 * @param kind as {@code PageOf} calls it
 * @param table in which it has a row with its {@code code}
 * @param permission of those who may change it
 * @param scopes of the record with a code, to be held in one of them or in the network; empty where there is none
 * @param parts tables of its parts, with the column that names the record
 */
public record RecordHistory(
        String kind,
        String table,
        Permission permission,
        Function<String, Optional<List<Scope>>> scopes,
        Map<String, String> parts) {

    public RecordHistory {
        parts = Map.copyOf(parts);
    }

    /** Of what lies in no scope, for those who hold the permission for the network. */
    public static RecordHistory of(String kind, String table, Permission permission) {
        return new RecordHistory(kind, table, permission, code -> Optional.of(List.of()), Map.of());
    }

    /** @param in the scopes of the record with a code; empty where there is none */
    public RecordHistory within(Function<String, Optional<List<Scope>>> in) {
        return new RecordHistory(kind, table, permission, in, parts);
    }

    /** @param column that names the record in each of the tables */
    public RecordHistory withParts(String column, String... tables) {
        var all = new HashMap<String, String>();
        for (var part : tables) {
            all.put(part, column);
        }
        return new RecordHistory(kind, table, permission, scopes, all);
    }
}
