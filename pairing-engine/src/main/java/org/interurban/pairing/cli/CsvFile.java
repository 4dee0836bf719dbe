package org.interurban.pairing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table for people and their spreadsheets: a text that one would take for a formula gets an apostrophe before it. */
final class CsvFile implements AutoCloseable {

    private static final String FORMULAS = "=+-@\t\r";

    private final CSVPrinter printer;

    CsvFile(Path file) throws IOException {
        printer = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180);
    }

    void row(Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(CsvFile::disarmed));
    }

    private static Object disarmed(Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
