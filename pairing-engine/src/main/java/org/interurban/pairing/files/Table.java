package org.interurban.pairing.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a header as RFC 4180 describes it, its cells parted by commas or, as spreadsheets of many countries write them, by
 * semicolons or tabs.
 *
 * <p>No cell is lost without a word: one beyond the header is a fault. Cells that a row lacks at its end are empty, since spreadsheets
 * leave them out; that is noted.
 */
final class Table {

    private static final List<String> SEPARATORS = List.of(",", ";", "\t");

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final String file;
    private final Findings findings;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean whole;
    private boolean hasShortRows;

    private Table(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Reads the file; what is wrong with its form becomes a fault, a column that is not known a note. */
    static Table read(Path file, Set<String> required, Set<String> optional, Findings findings) {
        var table = new Table(file.getFileName().toString(), findings);
        Text.of(file, findings).ifPresent(text -> table.parse(text, required, optional));
        return table;
    }

    private void parse(String text, Set<String> required, Set<String> optional) {
        var line = 1L;
        var separator = separator(text, required, optional);
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (var parser = format.parse(new StringReader(text))) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                findings.fault(
                        new Fault(file, 1, "", "expected a header: " + String.join(",", new TreeSet<>(required))));
                return;
            }
            header(records.next(), required, optional);
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                row(records.next(), (int) line, separator);
                line = parser.getCurrentLineNumber() + 1;
            }
            whole = columns.keySet().containsAll(required);
        } catch (UncheckedIOException | IllegalStateException | IOException e) {
            findings.fault(new Fault(
                    file,
                    (int) line,
                    "",
                    "expected cells as RFC 4180 writes them: a quotation mark inside a quoted cell is doubled,"
                            + " and the last one closes the cell"));
        }
    }

    /** What parts the cells: whatever gives the header more known columns than a comma does. */
    private static String separator(String text, Set<String> required, Set<String> optional) {
        var header = text.lines().findFirst().orElse("");
        var best = SEPARATORS.getFirst();
        var most = 0L;
        for (var separator : SEPARATORS) {
            var known = Arrays.stream(header.split(separator))
                    .map(cell -> key(cell.replace("\"", "")))
                    .filter(key -> required.contains(key) || optional.contains(key))
                    .count();
            if (known > most) {
                best = separator;
                most = known;
            }
        }
        return best;
    }

    /** What a heading is called here: people write "ID" and "Capacity max". */
    private static String key(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private void header(CSVRecord headings, Set<String> required, Set<String> optional) {
        for (var at = 0; at < headings.size(); at++) {
            var name = headings.get(at).strip();
            names.add(name);
            if (required.contains(key(name)) || optional.contains(key(name))) {
                if (columns.putIfAbsent(key(name), at) != null) {
                    findings.fault(
                            new Fault(file, 1, column(at, name), "expected each column once; this one stands twice"));
                }
            } else if (!name.isEmpty()) {
                findings.note("%s: the column %s is not known and is ignored".formatted(file, name));
            }
        }
        for (var name : new TreeSet<>(required)) {
            if (!columns.containsKey(name)) {
                findings.fault(new Fault(file, 1, "", "expected a column " + name));
            }
        }
    }

    private void row(CSVRecord cells, int line, String separator) {
        var last = cells.size() - 1;
        while (last >= 0 && cells.get(last).isBlank()) {
            last--;
        }
        if (last < 0) {
            return;
        }
        if (last >= names.size()) {
            findings.fault(new Fault(
                    file,
                    line,
                    "",
                    ("expected a row like the header, found %s cells where the header has %s;"
                                    + " a cell that holds a %s stands in quotation marks")
                            .formatted(number(last + 1), number(names.size()), word(separator))));
        } else if (cells.size() < names.size() && !hasShortRows) {
            hasShortRows = true;
            findings.note(
                    "%s: rows with fewer cells than the header, the first of them in line %d; what they lack counts as empty"
                            .formatted(file, line));
        }
        for (var at = 0; at <= last; at++) {
            checkCell(cells.get(at).strip(), at, line);
        }
        rows.add(new Row(this, cells, line));
    }

    private void checkCell(String cell, int at, int line) {
        var name = at < names.size() ? names.get(at) : "";
        if (at < names.size() && name.isEmpty() && !cell.isEmpty()) {
            findings.fault(new Fault(
                    file,
                    line,
                    column(at, name),
                    "expected nothing below an empty heading, found \"%s\"".formatted(Row.shortened(cell))));
        }
        cell.codePoints()
                .filter(Table::cannotBeShown)
                .findFirst()
                .ifPresent(character -> findings.fault(new Fault(
                        file,
                        line,
                        column(at, name),
                        "expected letters and signs, found the character U+%04X".formatted(character))));
    }

    /** Control characters, and what stands where a letter could not be read. */
    private static boolean cannotBeShown(int character) {
        return Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0 || character == 0xFFFD;
    }

    private static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    }

    private static String word(String separator) {
        return switch (separator) {
            case "," -> "comma";
            case ";" -> "semicolon";
            default -> "tab";
        };
    }

    /** Whether the file was read to its end with all the columns that every row needs. */
    boolean isWhole() {
        return whole;
    }

    /** The rows, or none when a column is missing that every row needs. */
    List<Row> rows() {
        return rows;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    String cell(CSVRecord cells, String column) {
        var at = columns.get(column);
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }

    void fault(int line, String column, String what) {
        var at = columns.get(column);
        findings.fault(new Fault(file, line, at == null ? "" : column(at, names.get(at)), what));
    }

    void note(int line, String note) {
        findings.note("%s, line %d: %s".formatted(file, line, note));
    }

    private static String column(int at, String name) {
        return name.isEmpty() ? String.valueOf(at + 1) : "%d (%s)".formatted(at + 1, name);
    }
}
