package org.interurban.platform.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A file of the platform's own format whose rows are rows of one table. Each column is said once: what its cells may hold, and
 * where that is kept, in a column of the same name unless another is given. A row that is there already, by its key, is written
 * over.
 */
public final class RecordFile implements RecordTable {

    private static final String TRANSLATIONS = "_translations";

    /** What one cell says, or nothing; what is wrong with it is said through the row. */
    @FunctionalInterface
    public interface Cell {
        @Nullable
        Object of(Row row);
    }

    /** Turns cells of a row into what is kept, by column of the table. */
    @FunctionalInterface
    private interface Reading {
        void into(Map<String, @Nullable Object> kept, Row row);
    }

    private final JdbcClient sql;
    private final String name;
    private final int order;
    private final String table;
    private final String key;
    private final Map<String, String> needed = new HashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> optional = new LinkedHashSet<>();
    private final List<Reading> readings = new ArrayList<>();
    private final String stored;
    private Consumer<Row> afterwards = row -> {};
    private @Nullable String position;

    RecordFile(JdbcClient sql, String name, int order, String table, String key, String stored) {
        this.sql = sql;
        this.name = name;
        this.order = order;
        this.table = table;
        this.key = key;
        this.stored = stored;
    }

    public RecordFile code(String column) {
        return needs(column, column, row -> row.code(column));
    }

    public RecordFile text(String column) {
        return text(column, column, Integer.MAX_VALUE);
    }

    /** @param length in characters at most */
    public RecordFile text(String column, String kept, int length) {
        return needs(column, kept, row -> row.required(column, length));
    }

    public RecordFile textIfAny(String column) {
        return textIfAny(column, column);
    }

    public RecordFile textIfAny(String column, String kept) {
        return takes(column, kept, row -> row.textOrNull(column));
    }

    /** The text of that column has translations, in further columns named for their languages. */
    public RecordFile translated(String column, String kept) {
        return takes(column + "_xx", kept + TRANSLATIONS, row -> row.translationsJson(column));
    }

    public <E extends Enum<E> & Coded> RecordFile choice(String column, Class<E> choices) {
        return needs(column, column, row -> row.oneOf(column, choices));
    }

    public RecordFile integerIfAny(String column, String kept) {
        return takes(column, kept, row -> row.integer(column));
    }

    /** @param first year that it can be */
    public RecordFile yearIfAny(String column, String kept, int first) {
        return takes(column, kept, row -> row.year(column, first));
    }

    /** A record of an earlier file, by its code. */
    public RecordFile one(String column, String kept, String whatItIs, Function<String, ? extends Optional<?>> lookUp) {
        return needs(column, kept, row -> found(row, column, whatItIs, lookUp));
    }

    public RecordFile oneIfAny(
            String column, String kept, String whatItIs, Function<String, ? extends Optional<?>> lookUp) {
        return takes(column, kept, row -> found(row, column, whatItIs, lookUp));
    }

    private static @Nullable Object found(
            Row row, String column, String whatItIs, Function<String, ? extends Optional<?>> lookUp) {
        return row.reference(column, whatItIs, code -> lookUp.apply(code).map(Object.class::cast));
    }

    /** A date as exactly as it is known, kept as {@code from_on}, {@code to_on} and {@code precision}; the columns may be empty. */
    public RecordFile date(String column, String precisionColumn) {
        return reads(List.of(column, precisionColumn), (kept, row) -> {
            var date = row.period(column, "", precisionColumn);
            kept.put("from_on", date.from());
            kept.put("to_on", date.to());
            kept.put("precision", date.precision().code());
        });
    }

    /** A number as it was stated, kept as {@code low}, {@code high}, {@code qualifier} and {@code unit}; it may not be missing. */
    public RecordFile quantity(String low, String high, String qualifier, String unit) {
        required.add(low);
        return reads(List.of(high, qualifier, unit), (kept, row) -> {
            row.required(low);
            var quantity = row.quantity(low, high, qualifier, unit);
            if (quantity != null) {
                kept.put("low", quantity.low());
                kept.put("high", quantity.high());
                kept.put("qualifier", quantity.qualifier().code());
                kept.put("unit", quantity.unit());
            }
        });
    }

    /** A cell of its own sort that may not be empty. */
    public RecordFile needs(String column, String kept, Cell value) {
        required.add(column);
        needed.put(kept, column);
        return reads(List.of(), (all, row) -> {
            row.required(column);
            all.put(kept, value.of(row));
        });
    }

    /** A cell of its own sort. */
    public RecordFile takes(String column, String kept, Cell value) {
        return reads(List.of(column), (all, row) -> all.put(kept, value.of(row)));
    }

    /** The place of the row in the file, counted from 1. */
    public RecordFile position(String kept) {
        position = kept;
        return this;
    }

    /** Where the row stands among its like, as a column of that name says; its place in the file where it says nothing. */
    public RecordFile placed(String column) {
        return position(column).reads(List.of(column), (all, row) -> {
            var place = row.integer(column);
            if (place != null) {
                all.put(column, place);
            }
        });
    }

    /** The file has this column, though its cells may be empty. */
    public RecordFile always(String column) {
        required.add(column);
        return this;
    }

    /** A column that a file may have, of which nothing is kept. */
    public RecordFile passesOver(String column) {
        optional.add(column);
        return this;
    }

    /** What is done with a further column once a row is kept, as to cite its sources. */
    public RecordFile then(String column, Consumer<Row> deed) {
        optional.add(column);
        afterwards = afterwards.andThen(deed);
        return this;
    }

    private RecordFile reads(List<String> columns, Reading reading) {
        columns.stream().filter(column -> !column.isEmpty()).forEach(optional::add);
        readings.add(reading);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.copyOf(required);
    }

    @Override
    public List<String> key() {
        var columns = List.of(key.split(", "));
        return needed.keySet().containsAll(columns)
                ? columns.stream()
                        .map(column -> needed.getOrDefault(column, column))
                        .toList()
                : List.of();
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.copyOf(optional);
    }

    @Override
    public Optional<String> stored() {
        return Optional.of(stored);
    }

    @Override
    public void load(List<Row> rows) {
        var place = 0;
        for (var row : rows) {
            var kept = new LinkedHashMap<String, @Nullable Object>();
            readings.forEach(reading -> reading.into(kept, row));
            place++;
            if (position != null) {
                kept.putIfAbsent(position, place);
            }
            if (row.isSound()) {
                keep(kept);
                afterwards.accept(row);
            }
        }
    }

    private void keep(Map<String, @Nullable Object> kept) {
        var values = kept.keySet().stream()
                .map(column -> ":" + column + (column.endsWith(TRANSLATIONS) ? "::jsonb" : ""))
                .collect(Collectors.joining(", "));
        var keys = Set.of(key.split(", "));
        var changes = kept.keySet().stream()
                .filter(column -> !keys.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        sql.sql("insert into %s (id, %s) values (:id, %s) on conflict (%s) do update set %s"
                        .formatted(table, String.join(", ", kept.keySet()), values, key, changes))
                .param("id", Identifier.next())
                .params(kept)
                .update();
    }
}
