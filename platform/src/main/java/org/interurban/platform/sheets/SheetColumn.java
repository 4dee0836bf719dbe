package org.interurban.platform.sheets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet as its page shows it.
 *
 * @param field the field it is thought to hold, empty for none
 * @param guessed whether that was guessed and nobody has confirmed it
 */
record SheetColumn(int index, String letter, String heading, List<String> samples, String field, boolean guessed) {

    private static final int SAMPLES = 3;

    /** Letters of a sample, so that there is room to choose beside it. */
    private static final int LONGEST = 80;

    /** @param chosen the fields as they were just chosen; null for those kept with the sheet */
    static List<SheetColumn> of(
            SheetImport sheet,
            List<SheetFile.Line> lines,
            List<String> headings,
            @Nullable List<String> chosen,
            Set<String> guessed) {
        return IntStream.range(0, headings.size())
                .mapToObj(index -> new SheetColumn(
                        index,
                        letter(index),
                        headings.get(index),
                        lines.stream()
                                .filter(line -> line.position() > sheet.headerRow())
                                .map(line -> line.cell(index))
                                .filter(cell -> !cell.isEmpty())
                                .map(cell -> cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + " …")
                                .distinct()
                                .limit(SAMPLES)
                                .toList(),
                        chosen == null ? Part.field(name(sheet, index)) : chosen.get(index),
                        guessed.contains(name(sheet, index))))
                .filter(column ->
                        !column.heading().isEmpty() || !column.samples().isEmpty())
                .toList();
    }

    private static String name(SheetImport sheet, int column) {
        return sheet.columns().entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** How spreadsheet programs call the column. */
    static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : letter(index / 26 - 1) + (char) ('A' + index % 26);
    }
}
