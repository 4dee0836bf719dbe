package org.interurban.platform.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interurban.platform.files.DelimitedText;
import org.interurban.platform.sheets.SheetFile.Outcome;
import org.interurban.platform.sheets.SheetFile.Worksheet;
import org.jspecify.annotations.Nullable;

/** Text with any delimiter in any usual encoding; it is read in pieces, as often as it takes to find out which. */
final class TextFile {

    /** Encodings that sheets are saved in, by the name that a person may choose. */
    static final List<String> CHARSETS = Stream.concat(
                    Stream.of("UTF-8", "UTF-16LE", "UTF-16BE"),
                    Encoding.ALL.stream().map(encoding -> encoding.charset().name()))
            .toList();

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final String CELL_ENDS = ",;|\t\r\n\"";
    private static final Pattern WEB_PAGE = Pattern.compile("(?i)\\s*<(?:!doctype|html|table|head|meta)\\b");
    private static final int LOOKED_AT = 50_000;

    /** Cells that are no Unicode, for each that is; in other encodings there are far more. */
    private static final int MOST_BROKEN = 2;

    /** What the largest spreadsheet programs put into one cell. */
    private static final int MOST_QUOTED = 32_767;

    private static final int LAST_COLUMN = 16_384;

    private final Path file;
    private final Allowance allowance;

    private TextFile(Path file, Allowance allowance) {
        this.file = file;
        this.allowance = allowance;
    }

    /** @param chosen the encoding a person chose; null to detect it */
    static Outcome read(Path file, @Nullable String chosen, Allowance allowance) throws IOException {
        return new TextFile(file, allowance).read(chosen);
    }

    private Outcome read(@Nullable String chosen) throws IOException {
        var charset = chosen != null && CHARSETS.contains(chosen) ? Charset.forName(chosen) : charset();
        var start = start(charset);
        if (start.indexOf('\0') >= 0 || controls(start) > start.length() / 20) {
            return new Outcome.Refused("other-format");
        }
        if (WEB_PAGE.matcher(start).lookingAt()) {
            return new Outcome.Refused("web-page");
        }
        var delimiter = delimiter(start);
        try (var reader = reader(charset, CodingErrorAction.REPLACE)) {
            var lines = lines(reader, delimiter);
            return new Outcome.Read(
                    new SheetFile(List.of(new Worksheet("", lines.all(), SheetFile.Hidden.NOTHING)), charset.name()));
        } catch (DelimitedText.OpenQuote e) {
            return new Outcome.Refused("open-quote", Long.toString(e.line()));
        }
    }

    private Lines lines(Reader reader, char delimiter) throws IOException {
        var text = new DelimitedText(reader, delimiter, SheetFile.MOST_LETTERS + 1, MOST_QUOTED);
        var lines = new Lines(allowance);
        var position = 1;
        for (int width; (width = text.row((cell, column) -> put(lines, column, cell))) > 0; position++) {
            lines.end(position, width);
        }
        return lines;
    }

    private static void put(Lines lines, int column, String cell) {
        if (column >= LAST_COLUMN) { // of any spreadsheet program, whether something stands there or not
            throw new TooMuch("too-many-columns", SheetFile.MOST_COLUMNS);
        }
        lines.put(column, SheetFile.clean(cell));
    }

    /** Without the mark that tells the order of bytes. */
    private Reader reader(Charset charset, CodingErrorAction onFault) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(onFault).onUnmappableCharacter(onFault);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder)) {
            @Override
            public int read(char[] letters, int from, int most) throws IOException {
                allowance.lookAtTheClock();
                return super.read(letters, from, most);
            }
        };
        try {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private String start(Charset charset) throws IOException {
        try (var reader = reader(charset, CodingErrorAction.REPLACE)) {
            var letters = new char[LOOKED_AT];
            var filled = 0;
            for (int read; filled < LOOKED_AT && (read = reader.read(letters, filled, LOOKED_AT - filled)) > 0; ) {
                filled += read;
            }
            return new String(letters, 0, filled);
        }
    }

    private static long controls(String text) {
        return text.chars()
                .filter(letter -> letter < ' ' && "\t\r\n\f".indexOf(letter) < 0 || letter == 0xFFFD)
                .count();
    }

    private Charset charset() throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(100_000);
        }
        if (SheetFile.startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (SheetFile.startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (SheetFile.startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (isHalfEmpty(start, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (isHalfEmpty(start, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return isText(StandardCharsets.UTF_8) || isMostlyUnicode() ? StandardCharsets.UTF_8 : Encoding.of(start);
    }

    /**
     * Whether many letters have a zero for one of their two bytes and hardly any for the other, as marks between cells and lines have in
     * any script.
     */
    private static boolean isHalfEmpty(byte[] start, int half) {
        var zeros = new int[2];
        for (int at = 0; at < start.length; at++) {
            zeros[at % 2] += start[at] == 0 ? 1 : 0;
        }
        return zeros[half] > start.length / 40 && zeros[1 - half] <= zeros[half] / 20;
    }

    /** Text that is no Unicode hardly ever reads as such in a whole cell, so a few cells that do not are a fault of theirs alone. */
    private boolean isMostlyUnicode() throws IOException {
        var sound = 0;
        var broken = 0;
        try (var reader = reader(StandardCharsets.UTF_8, CodingErrorAction.REPLACE)) {
            var isForeign = false;
            var isBroken = false;
            int letter;
            do {
                letter = reader.read();
                if (letter < 0 || CELL_ENDS.indexOf(letter) >= 0) {
                    broken += isBroken ? 1 : 0;
                    sound += isForeign && !isBroken ? 1 : 0;
                    isForeign = false;
                    isBroken = false;
                } else {
                    isBroken = isBroken || letter == 0xFFFD;
                    isForeign = isForeign || letter > 127;
                }
            } while (letter >= 0);
        }
        return sound > 0 && broken <= MOST_BROKEN * sound;
    }

    private boolean isText(Charset charset) throws IOException {
        try (var reader = reader(charset, CodingErrorAction.REPORT)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The right delimiter splits most lines into the same number of cells, and into more than one. */
    private char delimiter(String start) throws IOException {
        var best = DELIMITERS[0];
        var bestScore = -1.0;
        for (var delimiter : DELIMITERS) {
            var score = evenness(start, delimiter);
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static double evenness(String start, char delimiter) throws IOException {
        var text = new DelimitedText(new StringReader(start), delimiter, 100, MOST_QUOTED);
        var filled = new int[1];
        var counts = new HashMap<Integer, Integer>();
        var lines = 0;
        try {
            while (lines < 200) {
                filled[0] = 0;
                var width = text.row((cell, column) -> filled[0] = cell.isBlank() ? filled[0] : column + 1);
                if (width == 0) {
                    break;
                }
                if (filled[0] > SheetFile.MOST_COLUMNS) {
                    return 10; // no other delimiter is likelier than one that stands in a line this often
                }
                if (filled[0] > 0) {
                    counts.merge(filled[0], 1, Integer::sum);
                    lines++;
                }
            }
        } catch (DelimitedText.OpenQuote atTheEndOfThisPieceOrWrong) {
            // what was read until there decides
        }
        var all = lines;
        return counts.entrySet().stream()
                .filter(count -> count.getKey() > 1)
                .mapToDouble(count -> (double) count.getValue() * Math.min(count.getKey(), 10) / all)
                .max()
                .orElse(0);
    }
}
