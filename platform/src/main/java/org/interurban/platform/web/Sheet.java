package org.interurban.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A list as a sheet to download; its column names are those of the interface and of the import.
 *
 * @param row the type of its rows
 */
public record Sheet<T>(String name, Class<T> row, List<Column<T>> columns) {

    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /** A column for each component of the row, in their order. */
    public static <T extends Record> Sheet<T> of(String name, Class<T> row) {
        return new Sheet<>(
                name,
                row,
                Arrays.stream(row.getRecordComponents())
                        .map(component -> new Column<T>(
                                JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()),
                                line -> cell(value(component, line))))
                        .toList());
    }

    /** The value of the column, in the place of the component of that name or behind all others. */
    public Sheet<T> with(String column, Function<T, @Nullable Object> value) {
        var changed = new ArrayList<>(columns);
        var there = names().indexOf(column);
        changed.add(there < 0 ? changed.size() : there, new Column<>(column, value));
        if (there >= 0) {
            changed.remove(there + 1);
        }
        return new Sheet<>(name, row, changed);
    }

    /** Only these columns, in this order. @param chosen their names, with spaces between them */
    public Sheet<T> only(String chosen) {
        return new Sheet<>(
                name,
                row,
                Arrays.stream(chosen.split("\\s+"))
                        .map(column -> columns.get(names().indexOf(column)))
                        .toList());
    }

    private List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        var read = component.getAccessor();
        ReflectionUtils.makeAccessible(read);
        return ReflectionUtils.invokeMethod(read, row);
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Identifier id -> id.value();
            case Coded choice -> choice.code();
            case PartialPeriod period -> period.code();
            case Collection<?> several ->
                several.stream().map(Sheet::cell).map(String::valueOf).collect(Collectors.joining(";"));
            default -> value;
        };
    }

    /** Where a formula begins, also by the wide signs of Chinese and Japanese keyboards. */
    private static final Pattern FORMULA = Pattern.compile("^(?=[=+\\-@＝＋－＠\t\r])|(?<=[;\t\r\n])(?=[=+\\-@＝＋－＠])");

    private static final Pattern GUARD = Pattern.compile("(?<=^|[;\t\r\n])'(?=[=+\\-@＝＋－＠\t\r])");

    private static final int ROWS_AT_ONCE = 1_000;

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** RFC 4180 with a byte order mark, which Excel needs to read names in other scripts. */
    public byte[] csv(List<T> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            csv(rows, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** For very many rows: none is kept once it is written. */
    public void csv(Iterable<T> rows, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord(columns.stream().map(Column::name));
            for (var row : rows) {
                printer.printRecord(
                        columns.stream().map(column -> harmless(column.value().apply(row))));
            }
        }
    }

    /** A cell, or a part of one behind another delimiter, that a spreadsheet would take for a formula is kept as text. */
    private static @Nullable Object harmless(@Nullable Object value) {
        return value instanceof String text ? FORMULA.matcher(text).replaceAll("'") : value;
    }

    /** The cell without what keeps a spreadsheet from taking it for a formula. */
    public static String unguarded(String cell) {
        return GUARD.matcher(cell).replaceAll("");
    }

    /**
     * For people: the first row says what the columns are in the reader's words; the second, which is hidden, has their names, by which
     * the sheet finds its way back.
     */
    public void xlsx(Iterable<T> rows, OutputStream out, UnaryOperator<String> words) throws IOException {
        try (var book = new Workbook(out, "Interurban", "1.0")) {
            var sheet = book.newWorksheet(name);
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, words.apply(columns.get(c).name()));
                sheet.style(0, c).bold().set();
                sheet.value(1, c, columns.get(c).name());
            }
            sheet.hideRow(1);
            sheet.freezePane(0, 2);
            int r = 2;
            for (var row : rows) {
                for (int c = 0; c < columns.size(); c++) {
                    var value = columns.get(c).value().apply(row);
                    switch (value) {
                        case null -> {}
                        case BigDecimal number -> sheet.value(r, c, number);
                        case Number number -> sheet.value(r, c, number);
                        case Boolean yes -> sheet.value(r, c, yes);
                        case LocalDate date -> {
                            sheet.value(r, c, date);
                            sheet.style(r, c).format("yyyy-mm-dd").set();
                        }
                        default -> sheet.value(r, c, value.toString());
                    }
                }
                if (++r % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
