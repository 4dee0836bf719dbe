package org.interurban.platform.pairing;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.platform.drawing.TextWidth;
import org.jspecify.annotations.Nullable;

/**
 * Every pair as a cell, or a window of the cells where there are very many.
 *
 * @param cells one path for each step of the colour, the lightest first
 * @param hatched the cells of pairs that are not allowed
 * @param row the first row shown, of so many
 */
record Matrix(
        List<Head> rows,
        List<Head> columns,
        List<String> cells,
        String hatched,
        String unknown,
        List<Mark> proposed,
        List<Mark> locked,
        @Nullable Mark selected,
        List<String> legend,
        int row,
        int rowsOfAll,
        int column,
        int columnsOfAll) {

    static final int CELL = 27;

    /** Cells of so many rows and columns are sent at a time. */
    static final int WINDOW = 100;

    static final int STEPS = 7;

    /** The room for a name beside a row, or aslant above a column. */
    private static final double NAME = 160;

    /** @param label the name as far as there is room */
    record Head(String id, String name, String label, int at, boolean selected) {}

    /** A cell by the corner of its square; the lock's kind, or empty. */
    record Mark(int x, int y, String kind) {}

    public int width() {
        return columns.size() * CELL;
    }

    public int height() {
        return rows.size() * CELL;
    }

    public boolean isWhole() {
        return rows.size() == rowsOfAll && columns.size() == columnsOfAll;
    }

    static Matrix of(Bench bench, Choice choice, Locale locale) {
        return new Drawing(bench, choice, locale).draw();
    }

    private static final class Drawing {

        private final Bench bench;
        private final Choice choice;
        private final Locale locale;
        private final int[] allRows;
        private final int[] allColumns;

        Drawing(Bench bench, Choice choice, Locale locale) {
            this.bench = bench;
            this.choice = choice;
            this.locale = locale;
            allRows = bench.ordered(bench.scoring().rows(), order());
            var byOrder = bench.ordered(bench.scoring().columns(), order());
            allColumns = choice.order() == null ? bench.alongDiagonal(allRows, byOrder) : byOrder;
        }

        private Comparator<Integer> order() {
            var collator = Collator.getInstance(locale);
            Comparator<Integer> byName = (one, other) -> collator.compare(
                    bench.city(one).name(locale), bench.city(other).name(locale));
            return switch (choice.order() == null ? "" : choice.order()) {
                case "country" ->
                    Comparator.<Integer, String>comparing(
                                    city -> bench.city(city).countryName(locale), collator)
                            .thenComparing(byName);
                case "theme" ->
                    Comparator.<Integer, String>comparing(
                                    city -> String.join(" ", bench.city(city).themes(locale)), collator)
                            .thenComparing(byName);
                default -> byName;
            };
        }

        /** The window that was asked for, else the one around the selected pair. */
        private int start(int[] all, @Nullable Integer asked, @Nullable String selected) {
            var start = asked != null
                    ? asked
                    : IntStream.range(0, all.length)
                            .filter(i -> bench.city(all[i]).id().equals(selected))
                            .map(i -> i / WINDOW * WINDOW)
                            .findFirst()
                            .orElse(0);
            return Math.clamp(start, 0, Math.max(0, all.length - 1)) / WINDOW * WINDOW;
        }

        Matrix draw() {
            var row = start(allRows, choice.row(), choice.a());
            var column = start(allColumns, choice.column(), choice.b());
            var rows = java.util.Arrays.copyOfRange(allRows, row, Math.min(row + WINDOW, allRows.length));
            var columns =
                    java.util.Arrays.copyOfRange(allColumns, column, Math.min(column + WINDOW, allColumns.length));
            var scale = scale();
            var cells = new ArrayList<StringBuilder>();
            IntStream.range(0, STEPS).forEach(step -> cells.add(new StringBuilder()));
            var hatched = new StringBuilder();
            var unknown = new StringBuilder();
            var proposed = new ArrayList<Mark>();
            var locked = new ArrayList<Mark>();
            Mark selected = null;
            for (var r = 0; r < rows.length; r++) {
                for (var c = 0; c < columns.length; c++) {
                    var one = rows[r];
                    var other = columns[c];
                    var value = value(one, other);
                    var square = "M%d %dh26v26h-26z".formatted(c * CELL, r * CELL);
                    if (one == other) {
                        continue;
                    } else if (!bench.scoring().allowed(one, other)) {
                        hatched.append(square);
                    } else if (Double.isNaN(value)) {
                        unknown.append(square);
                    } else {
                        cells.get(scale.step(value)).append(square);
                    }
                    var lock = bench.lock(one, other);
                    if (lock.isPresent()) {
                        locked.add(
                                new Mark(c * CELL, r * CELL, lock.get().kind().code()));
                    } else if (bench.isChosen(one, other)) {
                        proposed.add(new Mark(c * CELL, r * CELL, ""));
                    }
                    if (bench.city(one).id().equals(choice.a())
                            && bench.city(other).id().equals(choice.b())) {
                        selected = new Mark(c * CELL, r * CELL, "");
                    }
                }
            }
            return new Matrix(
                    heads(rows, choice.a()),
                    heads(columns, choice.b()),
                    cells.stream().map(StringBuilder::toString).toList(),
                    hatched.toString(),
                    unknown.toString(),
                    proposed,
                    locked,
                    selected,
                    scale.legend(),
                    row,
                    allRows.length,
                    column,
                    allColumns.length);
        }

        private List<Head> heads(int[] cities, @Nullable String selected) {
            return IntStream.range(0, cities.length)
                    .mapToObj(i -> new Head(
                            bench.city(cities[i]).id(),
                            bench.city(cities[i]).name(locale),
                            TextWidth.SANS.cut(bench.city(cities[i]).name(locale), 14, NAME),
                            i * CELL,
                            bench.city(cities[i]).id().equals(selected)))
                    .toList();
        }

        private double value(int one, int other) {
            return switch (choice.show() == null ? "" : choice.show()) {
                case "cost" -> {
                    var cost = bench.isChosen(one, other) ? java.util.OptionalLong.of(0) : bench.cost(one, other);
                    yield cost.isEmpty() || cost.getAsLong() == Regrets.IMPOSSIBLE
                            ? Double.NaN
                            : cost.getAsLong() / (double) PairScore.ONE;
                }
                case "confidence" -> bench.scoring().confidence(one, other) / (double) PairScore.ONE;
                default -> bench.scoring().score(one, other) / (double) PairScore.ONE;
            };
        }

        /** Dark is good: a high score or confidence, a low cost. */
        private record Scale(double low, double high, boolean turned) {

            int step(double value) {
                var share = high == low ? 1 : (value - low) / (high - low);
                return Math.clamp((int) ((turned ? 1 - share : share) * STEPS), 0, STEPS - 1);
            }

            List<String> legend() {
                return IntStream.range(0, STEPS)
                        .mapToObj(step -> (turned ? STEPS - 1 - step : step) / (double) STEPS)
                        .map(share -> String.format(Locale.ROOT, "%.2f", low + share * (high - low)))
                        .toList();
            }
        }

        /** One scale for all cells, those outside the window too. */
        private Scale scale() {
            var low = Double.MAX_VALUE;
            var high = -Double.MAX_VALUE;
            for (var one : allRows) {
                for (var other : allColumns) {
                    if (bench.scoring().allowed(one, other)) {
                        var value = value(one, other);
                        if (!Double.isNaN(value)) {
                            low = Math.min(low, value);
                            high = Math.max(high, value);
                        }
                    }
                }
            }
            return low > high ? new Scale(0, 1, false) : new Scale(low, high, "cost".equals(choice.show()));
        }
    }
}
