package org.interurban.platform.intake;

import com.ibm.icu.text.CharsetDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it was uploaded, all cells as text: XLSX, or text with any delimiter in any usual encoding.
 *
 * @param charset the encoding of a text file; null for XLSX
 */
record SheetFile(List<Worksheet> worksheets, @Nullable String charset) {

    static final int MOST_BYTES = 25 * 1024 * 1024;
    static final int MOST_UNPACKED = 200 * 1024 * 1024;
    static final int MOST_ROWS = 100_000;
    static final int MOST_COLUMNS = 200;
    static final int MOST_LETTERS = 4000;

    /** Encodings that sheets are saved in, by the name that a person may choose. */
    static final List<String> CHARSETS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "x-windows-949",
            "windows-31j",
            "GB18030",
            "Big5",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1258");

    private static final Map<String, String> DETECTED = Map.ofEntries(
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("Big5", "Big5"),
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("windows-1252", "windows-1252"),
            Map.entry("ISO-8859-2", "windows-1250"),
            Map.entry("windows-1250", "windows-1250"),
            Map.entry("ISO-8859-5", "windows-1251"),
            Map.entry("windows-1251", "windows-1251"),
            Map.entry("ISO-8859-7", "windows-1253"),
            Map.entry("windows-1253", "windows-1253"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("windows-1254", "windows-1254"));

    /** Spreadsheets count days from here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    record Worksheet(String name, List<Line> lines) {}

    /** @param position the row's number as spreadsheet programs count it, from 1 */
    record Line(int position, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    sealed interface Outcome {
        record Read(SheetFile file) implements Outcome {}

        /** @param reason said by the message {@code intake.refused.<reason>} */
        record Refused(String reason, String detail) implements Outcome {

            Refused(String reason) {
                this(reason, "");
            }
        }
    }

    /** A file that is refused while it is read. */
    private static final class TooMuch extends RuntimeException {
        private final Outcome.Refused refused;

        TooMuch(String reason, int most) {
            this.refused = new Outcome.Refused(reason, "%,d".formatted(most));
        }
    }

    /** @param charset the encoding a person chose; null to detect it */
    static Outcome read(byte[] content, @Nullable String charset) {
        try {
            if (content.length == 0) {
                return new Outcome.Refused("empty");
            }
            if (content.length > MOST_BYTES) {
                return new Outcome.Refused("too-large", MOST_BYTES / 1024 / 1024 + " MB");
            }
            var outcome = startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)
                    ? new Outcome.Refused("old-or-locked")
                    : startsWith(content, 'P', 'K', 3, 4) ? readPacked(content) : readText(content, charset);
            return outcome instanceof Outcome.Read(var file)
                            && file.worksheets.stream()
                                    .allMatch(sheet -> sheet.lines().isEmpty())
                    ? new Outcome.Refused("empty")
                    : outcome;
        } catch (TooMuch e) {
            return e.refused;
        }
    }

    private static Outcome readPacked(byte[] content) {
        var names = new ArrayList<String>();
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            var unpacked = 0L;
            var buffer = new byte[64 * 1024];
            for (var entry : (Iterable<org.apache.commons.compress.archivers.zip.ZipArchiveEntry>)
                    () -> zip.getEntries().asIterator()) {
                names.add(entry.getName());
                if (entry.getName().endsWith("vbaProject.bin")
                        || entry.getName().startsWith("xl/macrosheets/")) {
                    return new Outcome.Refused("macros");
                }
                try (var in = zip.getInputStream(entry)) {
                    for (int read; (read = in.read(buffer)) > 0; ) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || names.size() > 5000) {
                            return new Outcome.Refused("unpacks-too-large", MOST_UNPACKED / 1024 / 1024 + " MB");
                        }
                    }
                }
            }
            if (!names.contains("xl/workbook.xml")) {
                return new Outcome.Refused("other-format");
            }
        } catch (IOException | RuntimeException e) {
            return new Outcome.Refused("damaged");
        }
        return readWorkbook(content, names.contains("xl/styles.xml"));
    }

    /** A foreign file can break the reader in any way; whatever it throws, the file is damaged and nothing else is. */
    private static Outcome readWorkbook(byte[] content, boolean styled) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(styled, true))) {
            var worksheets = new ArrayList<Worksheet>();
            var total = 0;
            for (var sheet : book.getSheets().toList()) {
                var lines = new ArrayList<Line>();
                try (var rows = sheet.openStream()) {
                    for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) rows::iterator) {
                        var cells = new ArrayList<String>();
                        for (int c = 0; c < row.getCellCount(); c++) {
                            var cell = row.getOptionalCell(c);
                            cells.add(clean(cell.map(SheetFile::text).orElse("")));
                        }
                        total += add(lines, new Line(row.getRowNum(), cells), total);
                    }
                }
                worksheets.add(new Worksheet(clean(sheet.getName()), lines));
            }
            return new Outcome.Read(new SheetFile(worksheets, null));
        } catch (TooMuch e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return new Outcome.Refused("damaged");
        }
    }

    private static int add(List<Line> lines, Line line, int before) {
        if (line.isEmpty()) {
            return 0;
        }
        if (before >= MOST_ROWS) {
            throw new TooMuch("too-many-rows", MOST_ROWS);
        }
        var last = line.cells().size();
        while (line.cells().get(last - 1).isEmpty()) {
            last--;
        }
        if (last > MOST_COLUMNS) {
            throw new TooMuch("too-many-columns", MOST_COLUMNS);
        }
        lines.add(new Line(line.position(), List.copyOf(line.cells().subList(0, last))));
        return 1;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "yes" : "no";
            case NUMBER -> number(cell);
            case STRING -> cell.asString();
            case FORMULA -> result(cell);
            case ERROR -> cell.getRawValue() == null ? "#" : cell.getRawValue();
        };
    }

    /** What the formula came to when the sheet was saved. */
    private static String result(Cell cell) {
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (isDate(cell) && raw.matches("\\d{1,6}(\\.\\d+)?")) {
            return FIRST_DAY.plusDays((long) Double.parseDouble(raw)).toString();
        }
        return raw.matches("-?\\d+\\.\\d{12,}") ? number(cell) : raw;
    }

    /** Fifteen digits are what spreadsheets hold; the rest is noise of binary fractions. */
    private static String number(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            var date = cell.asDate();
            return date.toLocalTime().toSecondOfDay() == 0 ? date.toLocalDate().toString() : date.toString();
        }
        var raw = cell.getRawValue();
        try {
            return raw == null ? "" : SheetField.plain(new java.math.BigDecimal(raw).round(new MathContext(15)));
        } catch (NumberFormatException notANumber) {
            return String.valueOf(raw);
        }
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?is).*[ymd].*")
                && !format.equalsIgnoreCase("general");
    }

    private static Outcome readText(byte[] content, @Nullable String chosen) {
        var charset = chosen != null && CHARSETS.contains(chosen) ? Charset.forName(chosen) : charset(content);
        var text = new String(content, charset);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0 || controls(text) > text.length() / 20) {
            return new Outcome.Refused("other-format");
        }
        var lines = lines(text);
        return new Outcome.Read(new SheetFile(List.of(new Worksheet("", lines)), charset.name()));
    }

    private static long controls(String text) {
        return text.chars()
                .limit(100_000)
                .filter(letter -> letter < ' ' && "\t\r\n\f".indexOf(letter) < 0 || letter == 0xFFFD)
                .count();
    }

    private static Charset charset(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (decodes(content, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        var korean = Charset.forName("x-windows-949");
        if (decodes(content, korean) && mostlyHangul(new String(content, korean))) {
            return korean;
        }
        return detected(content).orElse(Charset.forName("windows-1252"));
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] content, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Chinese bytes read as Korean give Hangul and Hanja mixed; Korean sheets hold hardly any Hanja. */
    private static boolean mostlyHangul(String text) {
        var foreign = text.codePoints()
                .filter(letter -> letter > 127 && Character.isLetter(letter))
                .count();
        var hangul = text.codePoints()
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL)
                .count();
        return foreign > 0 && hangul >= foreign * 0.9;
    }

    private static Optional<Charset> detected(byte[] content) {
        var start = Arrays.copyOf(content, Math.min(content.length, 100_000));
        return Arrays.stream(new CharsetDetector().setText(start).detectAll())
                .map(match -> DETECTED.get(match.getName()))
                .filter(java.util.Objects::nonNull)
                .map(Charset::forName)
                .filter(charset -> decodes(content, charset))
                .findFirst();
    }

    private static List<Line> lines(String text) {
        var best = DELIMITERS[0];
        var bestScore = -1.0;
        var start = text.substring(0, Math.min(text.length(), 50_000));
        for (var delimiter : DELIMITERS) {
            var score = evenness(start, delimiter);
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
        return parse(text, best);
    }

    /** The right delimiter splits most lines into the same number of cells, and into more than one. */
    private static double evenness(String text, char delimiter) {
        List<Line> lines;
        try {
            lines = parse(text, delimiter);
        } catch (TooMuch e) {
            return 10; // no other delimiter is likelier than one that stands in a line this often
        }
        var counts = lines.stream()
                .limit(200)
                .collect(java.util.stream.Collectors.groupingBy(
                        line -> line.cells().size(), java.util.stream.Collectors.counting()));
        return counts.entrySet().stream()
                .filter(count -> count.getKey() > 1)
                .mapToDouble(count -> (double) count.getValue() * Math.min(count.getKey(), 10) / lines.size())
                .max()
                .orElse(0);
    }

    private static List<Line> parse(String text, char delimiter) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        var lines = new ArrayList<Line>();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var record : parser) {
                var cells = record.stream().map(SheetFile::clean).toList();
                add(lines, new Line((int) record.getRecordNumber(), cells), lines.size());
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            return lines; // up to where the quotes stop making sense; the preview shows what was read
        }
        return lines;
    }

    /** What the database and pages can hold: no control characters, no halves of letters, no hard spaces. */
    static String clean(String cell) {
        var plain = cell.replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\u00a0\\u2007\\u202f\\ufeff]", " ")
                .strip();
        var cut = plain.length() > MOST_LETTERS ? plain.substring(0, MOST_LETTERS) : plain;
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
