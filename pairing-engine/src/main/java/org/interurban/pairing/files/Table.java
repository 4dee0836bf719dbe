package org.interurban.pairing.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header, as RFC 4180 describes it. */
final class Table {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final String file;
    private final Findings findings;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

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
        try (var parser = FORMAT.parse(new StringReader(text))) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                findings.fault(
                        new Fault(file, 1, "", "expected a header: " + String.join(",", new TreeSet<>(required))));
                return;
            }
            header(records.next(), required, optional);
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                row(records.next(), (int) line);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IllegalStateException | IOException e) {
            findings.fault(new Fault(
                    file,
                    (int) line,
                    "",
                    "expected cells as RFC 4180 writes them: a quotation mark inside a quoted cell is doubled,"
                            + " and the last one closes the cell"));
        }
    }

    private void header(CSVRecord names, Set<String> required, Set<String> optional) {
        for (var at = 0; at < names.size(); at++) {
            var name = names.get(at).strip();
            if (required.contains(name) || optional.contains(name)) {
                if (columns.putIfAbsent(name, at) != null) {
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

    private void row(CSVRecord cells, int line) {
        var blank = cells.stream().allMatch(String::isBlank);
        if (!blank) {
            rows.add(new Row(this, cells, line));
        }
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
        findings.fault(new Fault(file, line, at == null ? "" : column(at, column), what));
    }

    void note(int line, String note) {
        findings.note("%s, line %d: %s".formatted(file, line, note));
    }

    private static String column(int at, String name) {
        return "%d (%s)".formatted(at + 1, name);
    }
}
