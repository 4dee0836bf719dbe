package org.interurban.platform.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list that several people changed at once, brought together row by row, so that nobody's row is lost by another's save.
 *
 * @param rows with what each of them added and changed, and without what they took away
 * @param disputed whether both changed one row, or one of them changed what the other took away: the row is there, and whoever comes
 *     second is asked
 */
public record MergedRows<K extends Identifier, R>(List<Row<K, R>> rows, boolean disputed) {

    /** @param id null where the row is new */
    public record Row<K extends Identifier, R>(@Nullable K id, R value) {}

    public MergedRows {
        rows = List.copyOf(rows);
    }

    /**
     * @param seen the rows as they were when the form was opened
     * @param mine as they were typed
     * @param theirs as they stand now
     */
    public static <K extends Identifier, R> MergedRows<K, R> of(SeenRows seen, List<Row<K, R>> mine, Map<K, R> theirs) {
        var rows = new ArrayList<Row<K, R>>();
        var left = new LinkedHashMap<>(theirs);
        var disputed = false;
        for (var row : mine) {
            var stands = row.id() == null ? null : left.remove(row.id());
            if (row.id() == null) {
                if (left.entrySet().stream()
                        .noneMatch(other ->
                                !seen.has(other.getKey()) && other.getValue().equals(row.value()))) { // both added it
                    rows.add(row);
                }
            } else if (stands == null) { // they took it away
                if (!seen.has(row.id(), row.value())) {
                    rows.add(new Row<>(null, row.value()));
                    disputed |= seen.has(row.id());
                }
            } else if (seen.has(row.id(), row.value())) {
                rows.add(new Row<>(row.id(), stands));
            } else {
                rows.add(row);
                disputed |= !seen.has(row.id(), stands) && !stands.equals(row.value());
            }
        }
        for (var other : left.entrySet()) {
            var stands = other.getValue();
            if (!seen.has(other.getKey(), stands)) { // new, or changed by them and taken away here
                rows.add(new Row<>(other.getKey(), stands));
                disputed |= seen.has(other.getKey());
            }
        }
        return new MergedRows<>(rows, disputed);
    }
}
