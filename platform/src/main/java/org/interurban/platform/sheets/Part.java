package org.interurban.platform.sheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interurban.platform.sheets.SheetTarget.Repeat;

/**
 * One of the records that each row of a sheet makes: all rows make one, unless a column stands there more than once.
 *
 * @param number from 1
 * @param columns which column holds which field
 * @param said what is the same for all rows, by field
 * @param own the columns that this record alone is read from; empty where the row makes one record only
 */
record Part(int number, Map<String, Integer> columns, Map<String, String> said, List<Integer> own) {

    /** The columns of a sheet by name: one that stands there again has its number behind the name. */
    static String name(String field, int number) {
        return number == 1 ? field : field + "#" + number;
    }

    /** The name of a column without its number. */
    static String field(String name) {
        var mark = name.indexOf('#');
        return mark < 0 ? name : name.substring(0, mark);
    }

    private static int number(String name) {
        var mark = name.indexOf('#');
        return mark < 0 ? 1 : Integer.parseInt(name.substring(mark + 1));
    }

    /** The fields with the column that each stands in, in the order of the columns. */
    static Map<String, Integer> numbered(Map<Integer, String> fieldByColumn) {
        var times = new LinkedHashMap<String, Integer>();
        var columns = new LinkedHashMap<String, Integer>();
        new TreeMap<>(fieldByColumn)
                .forEach((column, field) -> columns.put(name(field, times.merge(field, 1, Integer::sum)), column));
        return columns;
    }

    /** By number, the first one first. */
    static Map<Integer, Part> of(SheetTarget target, SheetImport sheet) {
        var repeats = new LinkedHashMap<String, Repeat>();
        target.repeats().forEach(repeat -> repeats.put(repeat.column().name(), repeat));
        var shared = new LinkedHashMap<String, Integer>();
        var together = new TreeMap<Integer, Map<String, Integer>>();
        var alone = new LinkedHashMap<String, Integer>();
        var again = sheet.columns().keySet().stream()
                .anyMatch(name -> number(name) > 1
                        && repeats.containsKey(field(name))
                        && !Objects.requireNonNull(repeats.get(field(name))).alone());
        var parts = new LinkedHashMap<Integer, Part>();
        sheet.columns().forEach((name, column) -> {
            var repeat = repeats.get(field(name));
            if (repeat == null || !repeat.alone() && !again) {
                shared.put(name, column);
            } else if (repeat.alone()) {
                alone.put(name, column);
            } else {
                together.computeIfAbsent(number(name), key -> new LinkedHashMap<>())
                        .put(repeat.field(), column);
            }
        });
        together.values().forEach(own -> add(parts, sheet, shared, own, Map.of()));
        for (var repeat : repeats.values()) {
            alone.forEach((name, column) -> {
                if (repeat.alone() && field(name).equals(repeat.column().name())) {
                    add(parts, sheet, shared, Map.of(repeat.field(), column), repeat.says());
                }
            });
        }
        target.repeats().stream()
                .filter(Repeat::alone)
                .map(Repeat::field)
                .distinct()
                .filter(field -> !alone.isEmpty() && shared.containsKey(field))
                .forEach(field -> add(parts, sheet, shared, own(field, shared), Map.of()));
        return parts.isEmpty() ? Map.of(1, new Part(1, shared, sheet.said(), List.of())) : parts;
    }

    private static Map<String, Integer> own(String field, Map<String, Integer> shared) {
        var column = shared.get(field);
        return column == null ? Map.of() : Map.of(field, column);
    }

    private static void add(
            Map<Integer, Part> parts,
            SheetImport sheet,
            Map<String, Integer> shared,
            Map<String, Integer> own,
            Map<String, String> says) {
        var columns = new LinkedHashMap<>(shared);
        columns.putAll(own);
        var said = new LinkedHashMap<>(sheet.said());
        said.putAll(says);
        says.keySet().forEach(columns::remove);
        var number = parts.size() + 1;
        parts.put(number, new Part(number, columns, said, List.copyOf(own.values())));
    }

    /** Whether a column holds the field, or a part of it. */
    boolean holds(String field) {
        return Stream.of(field, SheetField.family(field), SheetField.given(field))
                .anyMatch(columns::containsKey);
    }

    /** Whether the row says anything of this record. */
    boolean isIn(SheetRow row) {
        return own.isEmpty()
                || columns.entrySet().stream()
                        .anyMatch(column -> own.contains(column.getValue())
                                && !row.cell(column.getKey(), this).isBlank());
    }
}
