package org.interurban.platform.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interurban.platform.shared.MergedRows.Row;

/** Lines that people type one below the other, each known again as the row that it was, also where a word of it was corrected. */
public final class TypedLines {

    /** A row of such a list. */
    public record Id(UUID value) implements Identifier {}

    /** At least so alike are a line and its correction; otherwise one was taken away and another added. */
    private static final double CORRECTED = 0.7;

    private TypedLines() {}

    /** @param theirs the rows as they stand now */
    public static MergedRows<Id, String> merged(List<String> typed, SeenRows seen, Map<Id, String> theirs) {
        var left = new LinkedHashMap<>(theirs);
        var known = new ArrayList<List<Id>>();
        for (var line : typed) {
            var same = left.entrySet().stream()
                    .filter(row -> row.getValue().equals(line))
                    .map(Map.Entry::getKey)
                    .toList();
            known.add(same.isEmpty() ? seen.holding(line).map(Id::new).stream().toList() : same);
            left.keySet().removeAll(known.getLast());
        }
        var mine = new ArrayList<Row<Id, String>>();
        for (var place = 0; place < typed.size(); place++) {
            var line = typed.get(place);
            if (known.get(place).isEmpty()) {
                var corrected = left.entrySet().stream()
                        .filter(row -> seen.has(row.getKey()) && alike(row.getValue(), line) >= CORRECTED)
                        .max(Comparator.comparingDouble(row -> alike(row.getValue(), line)))
                        .map(Map.Entry::getKey)
                        .orElse(null);
                left.keySet().removeIf(id -> id.equals(corrected));
                mine.add(new Row<>(corrected, line));
            }
            known.get(place).forEach(id -> mine.add(new Row<>(id, line)));
        }
        return MergedRows.of(seen, mine, theirs);
    }

    /** The rows as a field shows them. */
    public static String text(MergedRows<Id, String> rows) {
        return rows.rows().stream().map(Row::value).distinct().collect(Collectors.joining("\n"));
    }

    public static String text(Map<Id, String> rows) {
        return String.join("\n", rows.values());
    }

    /** How many of the pairs of letters are in both, 0 to 1. */
    private static double alike(String one, String other) {
        var pairs = pairs(one);
        var others = pairs(other);
        var all = pairs.size() + others.size();
        var common = pairs.stream().filter(others::remove).count();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static List<String> pairs(String text) {
        var letters = text.toLowerCase(Locale.ROOT);
        var pairs = new ArrayList<String>();
        for (var i = 0; i + 2 <= letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }
}
