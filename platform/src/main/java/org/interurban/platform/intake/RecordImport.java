package org.interurban.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings in files of the platform's own format: everything, or nothing and every fault at once. */
@Service
public class RecordImport {

    public sealed interface Outcome {
        /** @param rows number of rows by file */
        record Imported(Map<String, Integer> rows) implements Outcome {}

        record Refused(List<Fault> faults) implements Outcome {}
    }

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final List<RecordTable> tables;
    private final TransactionTemplate transaction;

    RecordImport(List<RecordTable> tables, TransactionTemplate transaction) {
        this.tables = tables.stream()
                .sorted(Comparator.comparingInt(RecordTable::order))
                .toList();
        this.transaction = transaction;
    }

    /** The files that can be read, in the order in which they load. */
    public List<String> fileNames() {
        return tables.stream().map(table -> table.name() + ".csv").distinct().toList();
    }

    /** @param files any of {@link #fileNames}, in any order */
    public Outcome load(List<Resource> files) {
        var faults = new TreeSet<Fault>(
                Comparator.<Fault>naturalOrder().thenComparing(Fault::column).thenComparing(Fault::message));
        var byName = new LinkedHashMap<String, Resource>();
        for (var file : files) {
            var name = String.valueOf(file.getFilename());
            if (!fileNames().contains(name)) {
                faults.add(new Fault(
                        name, 0, "", "is none of the files that can be imported: " + String.join(", ", fileNames())));
            } else if (byName.put(name, file) != null) {
                faults.add(new Fault(name, 0, "", "is given twice"));
            }
        }
        var rows = transaction.execute(status -> {
            var loaded = new LinkedHashMap<String, Integer>();
            for (var table : tables) {
                var file = byName.get(table.name() + ".csv");
                if (file != null) {
                    var read = read(table, file, faults);
                    loaded.put(table.name(), read.size());
                    try {
                        table.load(read);
                    } catch (DataIntegrityViolationException e) {
                        faults.add(new Fault(table.name() + ".csv", 0, "", refusal(e)));
                        break; // the database takes no more statements in this transaction
                    }
                }
            }
            if (!faults.isEmpty()) {
                status.setRollbackOnly();
            }
            return loaded;
        });
        return faults.isEmpty() ? new Outcome.Imported(rows) : new Outcome.Refused(List.copyOf(faults));
    }

    /** What a table did not find itself the database still refuses, though it knows no line. */
    private static String refusal(DataIntegrityViolationException e) {
        return "the database refused a row: " + e.getMostSpecificCause().getMessage();
    }

    private static List<Row> read(RecordTable table, Resource file, TreeSet<Fault> faults) {
        var name = table.name() + ".csv";
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.parse(reader(file), FORMAT)) {
            var lines = parser.iterator();
            if (!lines.hasNext()) {
                faults.add(new Fault(name, 1, "", "is empty; the first line names the columns"));
                return rows;
            }
            var header = lines.next().toList().stream().map(String::strip).toList();
            if (!checkHeader(table, name, header, faults)) {
                return rows;
            }
            while (lines.hasNext()) {
                var line = parser.getCurrentLineNumber() + 1;
                CSVRecord cells = lines.next();
                if (cells.size() != header.size()) {
                    faults.add(new Fault(
                            name, line, "", "has %d cells; the header has %d".formatted(cells.size(), header.size())));
                    continue;
                }
                var byColumn = new LinkedHashMap<String, String>();
                for (int c = 0; c < header.size(); c++) {
                    byColumn.put(header.get(c), cells.get(c));
                }
                rows.add(new Row(name, line, byColumn, faults));
            }
        } catch (CharacterCodingException e) {
            faults.add(new Fault(name, 0, "", "is not UTF-8 text; save it as CSV UTF-8"));
        } catch (IOException | java.io.UncheckedIOException e) {
            faults.add(new Fault(name, 0, "", "cannot be read as CSV: " + e.getMessage()));
        }
        return rows;
    }

    private static Reader reader(Resource file) throws IOException {
        InputStream withoutMark =
                BOMInputStream.builder().setInputStream(file.getInputStream()).get();
        return new InputStreamReader(
                withoutMark, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }

    private static boolean checkHeader(RecordTable table, String name, List<String> header, TreeSet<Fault> faults) {
        var before = faults.size();
        for (var column : table.requiredColumns()) {
            if (!header.contains(column)) {
                faults.add(new Fault(name, 1, column, "this column is missing"));
            }
        }
        for (var column : header) {
            if (!table.requiredColumns().contains(column)
                    && !table.optionalColumns().contains(column)
                    && table.optionalColumns().stream()
                            .noneMatch(known -> known.endsWith("_xx")
                                    && Row.isTranslation(column, known.substring(0, known.length() - 3)))) {
                faults.add(new Fault(name, 1, column, "is no column of this file; it has: " + known(table)));
            }
        }
        if (header.stream().distinct().count() < header.size()) {
            faults.add(new Fault(name, 1, "", "names a column twice"));
        }
        return faults.size() == before;
    }

    private static String known(RecordTable table) {
        var all = new TreeSet<>(table.requiredColumns());
        all.addAll(table.optionalColumns());
        return all.stream().collect(Collectors.joining(", "));
    }
}
