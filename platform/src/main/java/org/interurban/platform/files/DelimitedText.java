package org.interurban.platform.files;

import java.io.IOException;
import java.io.Reader;
import java.util.function.ObjIntConsumer;

/**
 * Text whose lines are cells (RFC 4180 with any delimiter), read cell by cell. A quotation mark that opens a cell must close it
 * where the cell ends: else the lines behind it would quietly become one cell.
 */
public final class DelimitedText {

    /** A mark that opens a cell and does not close it. */
    public static final class OpenQuote extends RuntimeException {

        private final long line;

        private OpenQuote(long line) {
            super("A quotation mark in line %d is not closed".formatted(line), null, false, false);
            this.line = line;
        }

        /** The line in which the cell begins. */
        public long line() {
            return line;
        }
    }

    private static final int END = -1;

    private final Reader text;
    private final char delimiter;
    private final int mostKept;
    private final int mostQuoted;
    private final char[] buffer = new char[8192];
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int filled;
    private long line = 1;
    private long begin = 1;

    /**
     * @param mostKept letters of a cell that are given on
     * @param mostQuoted letters after which a quoted cell is taken for one that was never closed
     */
    public DelimitedText(Reader text, char delimiter, int mostKept, int mostQuoted) {
        this.text = text;
        this.delimiter = delimiter;
        this.mostKept = mostKept;
        this.mostQuoted = mostQuoted;
    }

    /** The line, as editors count, in which the row began that was read last. */
    public long line() {
        return begin;
    }

    /**
     * Reads a row.
     *
     * @param cells is given each cell with its number, from 0
     * @return how many cells the row has; 0 at the end of the text
     */
    public int row(ObjIntConsumer<String> cells) throws IOException {
        if (peek() == END) {
            return 0;
        }
        begin = line;
        for (int column = 0; ; column++) {
            cell.setLength(0);
            var end = peek() == '"' ? quoted() : plain();
            cells.accept(cell.isEmpty() ? "" : cell.toString(), column);
            if (end != delimiter || end == END) {
                return column + 1;
            }
        }
    }

    /** @return the letter that ends the cell */
    private int plain() throws IOException {
        while (true) {
            var letter = outside();
            if (letter == END || letter == delimiter || letter == '\n') {
                return letter;
            }
            keep(letter);
        }
    }

    private int quoted() throws IOException {
        var opened = line;
        next();
        for (int letters = 0; letters <= mostQuoted; letters++) {
            var letter = next();
            if (letter == END) {
                throw new OpenQuote(opened);
            }
            if (letter != '"') {
                keep(letter);
            } else if (peek() == '"') {
                keep(next());
            } else {
                return closed(opened);
            }
        }
        throw new OpenQuote(opened);
    }

    /** Behind the closing mark nothing stands but spaces. */
    private int closed(long opened) throws IOException {
        while (true) {
            var letter = outside();
            if (letter == END || letter == delimiter || letter == '\n') {
                return letter;
            }
            if (letter != ' ') {
                throw new OpenQuote(opened);
            }
        }
    }

    private void keep(int letter) {
        if (cell.length() < mostKept) {
            cell.append((char) letter);
        }
    }

    /** The next letter outside of quotes, where every way to end a line is the same. */
    private int outside() throws IOException {
        var letter = next();
        if (letter != '\r') {
            return letter;
        }
        return peek() == '\n' ? next() : '\n';
    }

    private int next() throws IOException {
        var letter = peek();
        if (letter != END) {
            at++;
            if (letter == '\n' || letter == '\r' && peek() != '\n') {
                line++;
            }
        }
        return letter;
    }

    private int peek() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(text.read(buffer, 0, buffer.length), 0);
        }
        return filled == 0 ? END : buffer[at];
    }
}
