package org.interurban.platform.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.interurban.platform.shared.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it was uploaded, all cells as text: XLSX, or text with any delimiter in any usual encoding.
 *
 * @param charset the encoding of a text file; null for XLSX
 */
record SheetFile(List<Worksheet> worksheets, @Nullable String charset) {

    static final int MOST_BYTES = 25 * 1024 * 1024;
    static final int MOST_COLUMNS = 200;

    /** Of a cell; one letter more is kept of a longer one, so that it is found to be too long wherever it is used. */
    static final int MOST_LETTERS = 4000;

    /** In place of a formula whose result is not in the file. */
    static final String UNCOMPUTED = "=…";

    private static final int NAMED = 20;

    record Worksheet(String name, List<Line> lines, Hidden hidden) {}

    /**
     * What a spreadsheet program does not show of a worksheet.
     *
     * @param rows that hold anything, as spreadsheet programs count them
     * @param columns from 0
     */
    record Hidden(List<Integer> rows, List<Integer> columns) {

        static final Hidden NOTHING = new Hidden(List.of(), List.of());

        public String inLetters() {
            return columns.stream().map(SheetColumn::letter).collect(Collectors.joining(", "));
        }

        /** The first of the rows. */
        public String inNumbers() {
            var named = rows.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            return rows.size() > NAMED ? named + " …" : named;
        }
    }

    /**
     * @param position the row's number as spreadsheet programs count it, from 1
     * @param width how many cells the row has in the file; those at its end that are empty are not kept
     */
    record Line(int position, int width, List<String> cells) {

        Line(int position, List<String> cells) {
            this(position, cells.size(), cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    sealed interface Outcome {
        record Read(SheetFile file) implements Outcome {}

        /** @param reason said by the message {@code sheets.refused.<reason>} */
        record Refused(String reason, String detail) implements Outcome {

            Refused(String reason) {
                this(reason, "");
            }
        }
    }

    /** @param charset the encoding a person chose; null to detect it */
    static Outcome read(Path file, @Nullable String charset) {
        return read(file, charset, new Allowance());
    }

    static Outcome read(Path file, @Nullable String charset, Allowance allowance) {
        try {
            var size = Files.size(file);
            if (size == 0) {
                return new Outcome.Refused("empty");
            }
            if (size > MOST_BYTES) {
                return new Outcome.Refused("too-large", MOST_BYTES / 1024 / 1024 + " MB");
            }
            var outcome = readAny(file, charset, allowance);
            return outcome instanceof Outcome.Read(var read) ? read.filled() : outcome;
        } catch (TooMuch e) {
            return e.refused();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The worksheets that hold anything. */
    private Outcome filled() {
        var filled =
                worksheets.stream().filter(sheet -> !sheet.lines().isEmpty()).toList();
        return filled.isEmpty() ? new Outcome.Refused("empty") : new Outcome.Read(new SheetFile(filled, charset));
    }

    private static Outcome readAny(Path file, @Nullable String charset, Allowance allowance) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new Outcome.Refused("old-or-locked");
        }
        return startsWith(start, 'P', 'K', 3, 4)
                ? XlsxFile.read(file, allowance)
                : TextFile.read(file, charset, allowance);
    }

    static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    static String clean(String cell) {
        return clean(cell, MOST_LETTERS + 1);
    }

    /** What the database and pages can hold: no control characters, no halves of letters, no hard spaces. */
    static String clean(String text, int mostLetters) {
        var cell = text.strip();
        if (cell.length() <= mostLetters && cell.chars().allMatch(SheetFile::isPlain)) {
            return cell;
        }
        var plain = new StringBuilder(Math.min(cell.length(), mostLetters));
        cell.codePoints()
                .filter(letter -> !isUnseen(letter))
                .map(letter -> isBlank(letter) ? ' ' : Character.getType(letter) == Character.SURROGATE ? '?' : letter)
                .takeWhile(letter -> plain.length() + Character.charCount(letter) <= mostLetters)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static boolean isPlain(int letter) {
        return !isBlank(letter) && !isUnseen(letter) && !Character.isSurrogate((char) letter);
    }

    /** Marks that say how text runs or where a line may break; not those that join letters, as words of some scripts need. */
    private static boolean isUnseen(int letter) {
        return letter == 0x00AD
                || letter == 0x200B
                || letter == 0x200E
                || letter == 0x200F
                || VisibleText.turns(letter)
                || letter >= 0x2060 && letter <= 0x206F
                || letter == 0xFEFF;
    }

    private static boolean isBlank(int letter) {
        return letter != '\n' && Character.isISOControl(letter)
                || letter == '\u00a0'
                || letter == '\u2007'
                || letter == '\u202f';
    }
}
