package org.interurban.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** A list as a sheet to download; its column names are those of the interface and of the import. */
public record Sheet<T>(String name, List<Column<T>> columns) {

    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /** Where a formula begins, also by the wide signs of East Asian keyboards. */
    private static final Pattern FORMULA = Pattern.compile("^(?=[=+\\-@＝＋－＠\t\r])|(?<=[;\t\r\n])(?=[=+\\-@＝＋－＠])");

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

    public void xlsx(Iterable<T> rows, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Interurban", "1.0")) {
            var sheet = book.newWorksheet(name);
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c).name());
                sheet.style(0, c).bold().set();
            }
            sheet.freezePane(0, 1);
            int r = 1;
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
