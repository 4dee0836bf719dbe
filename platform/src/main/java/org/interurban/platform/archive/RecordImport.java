package org.interurban.platform.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.io.input.BOMInputStream;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.files.DelimitedText;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final List<RecordTable> tables;
    private final LostEdits edits;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;

    RecordImport(
            List<RecordTable> tables, LostEdits edits, Audit audit, TransactionTemplate transaction, JdbcClient sql) {
        this.tables = tables.stream()
                .sorted(Comparator.comparingInt(RecordTable::order))
                .toList();
        this.edits = edits;
        this.audit = audit;
        this.transaction = transaction;
        this.sql = sql;
    }

    /** The files that can be read, in the order in which they load. */
    public List<String> fileNames() {
        return tables.stream().map(table -> table.name() + ".csv").distinct().toList();
    }

    /** The same as {@link #load(List, boolean)} without writing over what people changed. */
    public Outcome load(List<Resource> files) {
        return load(files, false);
    }

    /**
     * @param files any of {@link #fileNames}, in any order
     * @param overEdits whether a row replaces what a person changed in its record since the last import; else that is a fault
     */
    public Outcome load(List<Resource> files, boolean overEdits) {
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
            raiseVersions();
            var loaded = new LinkedHashMap<String, Integer>();
            for (var table : tables) {
                var file = byName.get(table.name() + ".csv");
                if (file != null) {
                    var read = read(table, file, faults);
                    loaded.put(table.name(), read.size());
                    var mark = edits.mark();
                    try {
                        table.load(read);
                        if (!overEdits) {
                            edits.since(mark).forEach(lost -> report(lost, table, read, faults));
                        }
                    } catch (DataIntegrityViolationException e) {
                        faults.add(new Fault(table.name() + ".csv", 0, "", refusal(e)));
                        break; // the database takes no more statements in this transaction
                    }
                }
            }
            if (faults.isEmpty()) {
                var all = loaded.values().stream().mapToInt(Integer::intValue).sum();
                audit.record(
                        "intake.records-imported",
                        new Audit.Subject("network", "records"),
                        Map.of("rows", Integer.toString(all), "files", String.join(", ", loaded.keySet())));
            } else {
                status.setRollbackOnly();
            }
            return loaded;
        });
        return faults.isEmpty() ? new Outcome.Imported(rows) : new Outcome.Refused(List.copyOf(faults));
    }

    /** Of what this transaction changes, so that a form that was opened before is told. */
    private void raiseVersions() {
        sql.sql("select set_config('interurban.importing', 'yes', true)")
                .query(String.class)
                .single();
    }

    /** The line is the first that names the record, or all those it belongs to. */
    private static void report(LostEdits.Lost lost, RecordTable table, List<Row> rows, Set<Fault> faults) {
        var message = "\"%s\" was entered on %s by %s; import with --overwrite to replace it"
                .formatted(lost.value(), lost.on(), lost.by());
        rows.stream()
                .filter(row -> row.names(lost.codes()))
                .findFirst()
                .ifPresentOrElse(
                        row -> row.fault(lost.column(), message),
                        () -> faults.add(new Fault(table.name() + ".csv", 0, lost.column(), message)));
    }

    /** What a table did not find itself the database still refuses, though it knows no line. */
    private static String refusal(DataIntegrityViolationException e) {
        return "the database refused a row: " + e.getMostSpecificCause().getMessage();
    }

    private static List<Row> read(RecordTable table, Resource file, Set<Fault> faults) {
        var name = table.name() + ".csv";
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        try (var reader = reader(file)) {
            var text = new DelimitedText(reader, ',', Integer.MAX_VALUE, Integer.MAX_VALUE);
            if (!next(text, cells)) {
                faults.add(new Fault(name, 1, "", "is empty; the first line names the columns"));
                return rows;
            }
            var header = cells.stream().map(String::strip).toList();
            checkHeader(table, name, header, faults);
            var missing = new TreeSet<>(table.requiredColumns());
            missing.removeAll(header);
            var lines = new HashMap<List<String>, Long>();
            while (next(text, cells)) {
                if (cells.size() != header.size()) {
                    faults.add(new Fault(
                            name,
                            text.line(),
                            "",
                            "has %d cells; the header has %d".formatted(cells.size(), header.size())));
                    continue;
                }
                var byColumn = new LinkedHashMap<String, String>();
                for (int c = 0; c < header.size(); c++) {
                    byColumn.put(header.get(c), cells.get(c));
                }
                var row = new Row(name, text.line(), byColumn, missing, faults);
                var key = table.key().stream()
                        .map(column -> byColumn.getOrDefault(column, "").strip())
                        .toList();
                var earlier = key.isEmpty() || key.contains("") ? null : lines.putIfAbsent(key, text.line());
                if (earlier != null) {
                    row.fault(table.key().getLast(), "stands in line %d too".formatted(earlier));
                }
                rows.add(row);
            }
        } catch (DelimitedText.OpenQuote e) {
            faults.add(new Fault(
                    name,
                    e.line(),
                    "",
                    "opens a cell with a quotation mark that does not close it: close it, and double the marks"
                            + " within"));
        } catch (CharacterCodingException e) {
            faults.add(new Fault(name, 0, "", "is not UTF-8 text; save it as CSV UTF-8"));
        } catch (IOException e) {
            faults.add(new Fault(name, 0, "", "cannot be read as CSV: " + e.getMessage()));
        }
        return rows;
    }

    /** Reads the next row that is not an empty line; false at the end. */
    private static boolean next(DelimitedText text, List<String> cells) throws IOException {
        do {
            cells.clear();
            if (text.row((cell, column) -> cells.add(cell)) == 0) {
                return false;
            }
        } while (cells.size() == 1 && cells.getFirst().isEmpty());
        return true;
    }

    private static Reader reader(Resource file) throws IOException {
        InputStream withoutMark =
                BOMInputStream.builder().setInputStream(file.getInputStream()).get();
        return new InputStreamReader(
                withoutMark, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }

    private static void checkHeader(RecordTable table, String name, List<String> header, Set<Fault> faults) {
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
    }

    private static String known(RecordTable table) {
        var all = new TreeSet<>(table.requiredColumns());
        all.addAll(table.optionalColumns());
        return all.stream().collect(Collectors.joining(", "));
    }
}
