package org.interurban.platform.sheets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an uploaded sheet.
 *
 * @param position the row's number as spreadsheet programs count it
 * @param mended cells put right by a person, by field
 * @param decision {@value Judge#SKIP}, {@value Judge#CREATE}, or the key of the record that is meant
 */
record SheetRow(
        int position,
        List<String> cells,
        Map<String, String> mended,
        @Nullable String decision) {

    private static final int MOST_SHOWN = 500;

    /** What stands in the field's column, unless a person wrote something else; empty where no column holds the field. */
    public String cell(String field, Map<String, Integer> columns) {
        var written = mended.get(field);
        if (written != null) {
            return written;
        }
        var column = columns.get(field);
        return column == null || column >= cells.size() ? "" : cells.get(column);
    }

    /** The row as it stands in the sheet, cut where it is long. */
    public String shown() {
        var shown = String.join(" · ", cells);
        return shown.length() <= MOST_SHOWN ? shown : shown.substring(0, MOST_SHOWN) + " …";
    }
}
