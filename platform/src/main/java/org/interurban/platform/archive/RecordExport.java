package org.interurban.platform.archive;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.shared.Decimals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes all records into files of the platform's own format, from which {@link RecordImport} makes the same records. */
@Service
public class RecordExport {

    public sealed interface Outcome {
        /** @param rows number of rows by file */
        record Exported(Map<String, Integer> rows) implements Outcome {}

        /** There are files in the folder, or it is none. */
        record NotAnEmptyFolder() implements Outcome {}
    }

    private static final String TRANSLATIONS = "_xx";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final List<RecordTable> tables;
    private final JdbcClient sql;
    private final Audit audit;

    RecordExport(List<RecordTable> tables, JdbcClient sql, Audit audit) {
        this.tables = tables.stream()
                .sorted(Comparator.comparingInt(RecordTable::order))
                .toList();
        this.sql = sql;
        this.audit = audit;
    }

    /** Writes every file, as the records are at one moment. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Outcome write(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            return new Outcome.NotAnEmptyFolder();
        }
        Files.createDirectories(folder);
        var written = new LinkedHashMap<String, Integer>();
        for (var table : tables) {
            var stored = table.stored();
            if (stored.isPresent()) {
                var name = table.name() + ".csv";
                written.put(name, write(sql.sql(stored.get()).query(RecordExport::read), folder.resolve(name)));
            }
        }
        var all = written.values().stream().mapToInt(Integer::intValue).sum();
        audit.record(
                "intake.records-exported",
                new Audit.Subject("network", "records"),
                Map.of("rows", Integer.toString(all)));
        return new Outcome.Exported(written);
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static int write(Contents contents, Path file) throws IOException {
        var header = contents.columns().values().stream().flatMap(Set::stream).toList();
        try (var csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
            csv.printRecord(header);
            for (var row : contents.rows()) {
                csv.printRecord(header.stream().map(row::get));
            }
        }
        return contents.rows().size();
    }

    /** @param columns of the file by the column they are read from: one each, of translations one for every language there is */
    private record Contents(Map<String, SortedSet<String>> columns, List<Map<String, String>> rows) {}

    private static Contents read(ResultSet results) throws SQLException {
        var columns = new LinkedHashMap<String, SortedSet<String>>();
        var labels = results.getMetaData();
        for (int i = 1; i <= labels.getColumnCount(); i++) {
            var label = labels.getColumnLabel(i);
            columns.put(label, new TreeSet<>(label.endsWith(TRANSLATIONS) ? Set.of() : Set.of(label)));
        }
        var rows = new ArrayList<Map<String, String>>();
        while (results.next()) {
            var cells = new HashMap<String, String>();
            for (var column : columns.entrySet()) {
                var label = column.getKey();
                if (label.endsWith(TRANSLATIONS)) {
                    var base = label.substring(0, label.length() - TRANSLATIONS.length());
                    JsonMapper.shared().readTree(results.getString(label)).forEachEntry((language, text) -> {
                        var isOriginal = language.equals("original");
                        var name = base + (isOriginal ? Row.WRITTEN_IN : "_" + language);
                        column.getValue().add(name);
                        cells.put(
                                name,
                                text.path(isOriginal ? "language" : "text").stringValue());
                    });
                } else {
                    cells.put(label, cell(results, label));
                }
            }
            rows.add(cells);
        }
        return new Contents(columns, rows);
    }

    private static String cell(ResultSet results, String label) throws SQLException {
        return switch (results.getObject(label)) {
            case null -> "";
            case Boolean yes -> yes ? "yes" : "no";
            case BigDecimal number -> number.toPlainString();
            case Double number -> Decimals.plain(BigDecimal.valueOf(number));
            case Array entries ->
                Row.listed(Stream.of((Object[]) entries.getArray())
                        .map(String::valueOf)
                        .toList());
            default -> results.getString(label);
        };
    }
}
