package org.interurban.platform.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Sheets as officers have them. */
final class Sheets {

    private Sheets() {}

    static byte[] xlsx(Object[]... rows) {
        return xlsx(Map.of("Sheet1", List.of(rows)));
    }

    static byte[] xlsx(Map<String, List<Object[]>> worksheets) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Test", "1.0")) {
            worksheets.forEach((name, rows) -> {
                var sheet = book.newWorksheet(name);
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < rows.get(r).length; c++) {
                        switch (rows.get(r)[c]) {
                            case null -> {}
                            case Number number -> sheet.value(r, c, number);
                            case Boolean yes -> sheet.value(r, c, yes);
                            case java.time.LocalDate day -> {
                                sheet.value(r, c, day);
                                sheet.style(r, c).format("yyyy-mm-dd").set();
                            }
                            case Object other -> sheet.value(r, c, other.toString());
                        }
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Korean headings under two title lines, an empty row and column, a doubtful city, a faulty country, a changed one. */
    static byte[] messy() {
        return xlsx(
                new Object[] {null, "2026년 국제도시협력 참여 희망 도시"},
                new Object[] {null, "작성: 국제협력과"},
                new Object[] {},
                new Object[] {null, "연번", "도시명", "국가", "인구수", "홈페이지", "비고"},
                new Object[] {null, 1, "Zzuwonpolis", "대한민국", 1190000, "https://www.zz.example", null},
                new Object[] {null, 2, "Qqoyangvile", "한국", "1,073,000", null, "doubtful"},
                new Object[] {},
                new Object[] {null, 3, "Xxbusanopolis", "대한민구", 3300000, null, null},
                new Object[] {null, 4, "Vvseoulopolis", "KR", 9600000, null, "changed"});
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] joined(byte[] one, byte[] other) {
        var both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
