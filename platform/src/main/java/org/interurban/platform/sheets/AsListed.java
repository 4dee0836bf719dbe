package org.interurban.platform.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.Sheet;

/**
 * What the list of the records shows as it is read, so that a sheet of it that comes back changes only what somebody wrote into it: a
 * list has columns and words of its own, which are not those of the form.
 */
final class AsListed {

    private final Set<String> columns;
    private final Map<String, Map<String, Set<String>>> shown = new HashMap<>(); // by record and column
    private final Map<String, Set<String>> called = new HashMap<>(); // records by what stands in the column of codes

    /** @param codes of the records in the list that is asked for, line by line */
    <T> AsListed(Listing<T> listing, Function<ListQuery, List<String>> codes, List<Locale> languages) {
        this.columns = Set.copyOf(
                listing.sheet().columns().stream().map(Sheet.Column::name).toList());
        for (var language : languages) {
            var query = new ListQuery("", "", "", ListQuery.MOST, 0, Map.of(), language);
            var records = codes.apply(query).iterator();
            for (var line : Lists.all(query, asked -> listing.rows().apply("", asked))) {
                if (records.hasNext()) {
                    add(records.next(), listing.sheet(), line);
                }
            }
        }
    }

    private <T> void add(String record, Sheet<T> sheet, T line) {
        var texts = shown.computeIfAbsent(record, _ -> new HashMap<>());
        for (var column : sheet.columns()) {
            var text = plain(Objects.toString(column.value().apply(line), ""));
            texts.computeIfAbsent(column.name(), _ -> new HashSet<>()).add(text);
            if (column.name().equals(FormColumns.CODE)) {
                called.computeIfAbsent(text, _ -> new HashSet<>()).add(record);
            }
        }
    }

    /** As files of both kinds hold it. */
    private static String plain(String cell) {
        var text = SheetFile.clean(Sheet.unguarded(cell)).replaceAll("\\s+", " ");
        return switch (text) {
            case "true" -> "yes";
            case "false" -> "no";
            default ->
                text.matches("-?\\d{1,18}\\.\\d{1,18}")
                        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                        : text;
        };
    }

    /** Whether these stand above the columns of the list, some of which may be gone. */
    boolean isOf(List<String> headings) {
        return headings.contains(FormColumns.CODE) && columns.containsAll(headings);
    }

    /** The cells of a row of the list but those that stand as they were, below the key of the record. */
    List<String> changed(List<String> headings, List<String> cells) {
        var code = headings.indexOf(FormColumns.CODE);
        if (code >= cells.size()) {
            return cells;
        }
        var records = called.getOrDefault(plain(cells.get(code)), Set.of()).stream()
                .map(record -> new Row(record, unchanged(record, headings, cells)))
                .sorted((one, other) ->
                        other.unchanged().size() - one.unchanged().size())
                .toList();
        if (records.isEmpty()
                || records.size() > 1
                        && records.get(0).unchanged().size()
                                == records.get(1).unchanged().size()) {
            return cells;
        }
        var left = new ArrayList<>(cells);
        records.getFirst().unchanged().forEach(column -> left.set(column, ""));
        left.set(code, records.getFirst().record());
        return left;
    }

    private record Row(String record, List<Integer> unchanged) {}

    private List<Integer> unchanged(String record, List<String> headings, List<String> cells) {
        var texts = Objects.requireNonNull(shown.get(record));
        return IntStream.range(0, Math.min(headings.size(), cells.size()))
                .filter(column ->
                        texts.getOrDefault(headings.get(column), Set.of()).contains(plain(cells.get(column))))
                .boxed()
                .toList();
    }
}
