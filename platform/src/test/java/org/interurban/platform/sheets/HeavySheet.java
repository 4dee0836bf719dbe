package org.interurban.platform.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that each once took the memory or the processor of the whole platform. */
enum HeavySheet {
    HUGE_NUMBER {
        @Override
        byte[] content() {
            return xlsx("<row r=\"1\"><c r=\"A1\"><v>1E900000000</v></c></row>", "");
        }
    },
    TINY_NUMBER {
        @Override
        byte[] content() {
            return xlsx("<row r=\"1\"><c r=\"A1\"><v>1E-900000000</v></c></row>", "");
        }
    },
    FAR_COLUMN {
        @Override
        byte[] content() {
            return xlsx("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "");
        }
    },
    LONG_SHARED_STRING {
        @Override
        byte[] content() {
            return xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "x".repeat(195 * 1024 * 1024));
        }
    },
    COMMAS {
        @Override
        byte[] content() {
            var commas = new byte[24 * 1024 * 1024];
            Arrays.fill(commas, (byte) ',');
            return commas;
        }
    },
    MANY_CELLS {
        @Override
        byte[] content() {
            var rows = new StringBuilder();
            for (int r = 1; r <= 30_000; r++) {
                rows.append("<row r=\"").append(r).append("\">");
                for (int c = 0; c < 190; c++) {
                    rows.append("<c><v>").append(r + c).append("</v></c>");
                }
                rows.append("</row>");
            }
            return xlsx(rows, "");
        }
    },
    LONG_HEADINGS {
        @Override
        byte[] content() {
            return text(5, 50);
        }
    },
    MANY_LONG_CELLS {
        @Override
        byte[] content() {
            return text(30, 190);
        }
    },
    RELATIONSHIPS {
        @Override
        byte[] content() {
            return xlsx("", "", many(2_500_000, "<Relationship Id=\"", "\" Target=\"t\" Type=\"/worksheet\"/>"), "");
        }
    },
    NUMBER_FORMATS {
        @Override
        byte[] content() {
            return xlsx("", "", "", many(4_000_000, "<numFmt numFmtId=\"", "\" formatCode=\"d\"/>"));
        }
    },
    NAMES {
        @Override
        byte[] content() {
            return xlsx(many(6_000_000, "<a", "/>"), "");
        }
    },
    NAMESPACES {
        @Override
        byte[] content() {
            return xlsx(many(6_000_000, "<a xmlns=\"", "\"/>"), "");
        }
    };

    private static final int LETTERS = 3_900;

    abstract byte[] content();

    /** Text with long cells, each different. */
    static byte[] text(int rows, int columns) {
        var text = new StringBuilder(rows * columns * (LETTERS + 1));
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                text.append(c == 0 ? "" : ",");
                for (int i = 0; i < LETTERS; i++) {
                    text.append((char) ('a' + (i * 7 + r * 13 + c * 31 + i / 26) % 26));
                    if (i % 9 == 8) {
                        text.setCharAt(text.length() - 1, ' ');
                    }
                }
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Pieces of markup, each with a number of its own. */
    private static CharSequence many(int pieces, String before, String after) {
        var all = new StringBuilder(pieces * (before.length() + after.length() + 7));
        for (int i = 0; i < pieces; i++) {
            all.append(before).append(i).append(after);
        }
        return all;
    }

    private static byte[] xlsx(CharSequence rows, String sharedString) {
        return xlsx(rows, sharedString, "", "");
    }

    private static byte[] xlsx(
            CharSequence rows, String sharedString, CharSequence relationships, CharSequence numberFormats) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            put(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>""");
            put(zip, "xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            put(zip, "xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Target="worksheets/sheet1.xml"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
                <Relationship Id="rId2" Target="sharedStrings.xml"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>
                <Relationship Id="rId3" Target="styles.xml"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>""", relationships, "</Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>",
                    numberFormats,
                    "</numFmts></styleSheet>");
            put(
                    zip,
                    "xl/sharedStrings.xml",
                    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>",
                    sharedString,
                    "</t></si></sst>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
                    rows,
                    "</sheetData></worksheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, CharSequence... texts) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".getBytes(StandardCharsets.UTF_8));
        for (var text : texts) {
            for (int from = 0; from < text.length(); from += 1_000_000) {
                var part = text.subSequence(from, Math.min(text.length(), from + 1_000_000));
                zip.write(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        zip.closeEntry();
    }
}
