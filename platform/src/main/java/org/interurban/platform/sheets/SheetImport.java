package org.interurban.platform.sheets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interurban.platform.delivery.JobId;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on its way in.
 *
 * @param charset the encoding of a text file; null for XLSX
 * @param hidden what of the worksheet is not shown where it was made
 * @param headerRow the row whose cells are the headings
 * @param width how many cells the heading row of a text file has, empty ones at its end included; null for XLSX
 * @param columns which column holds which field; one that stands there again has its number behind the name of the field
 * @param said what is the same in all rows, by field, as a cell would say it
 * @param source the code of the document that the sheet is; null where none was named
 * @param job the work under way, where the sheet is large
 * @param trouble what stood in the way of taking the import back
 */
record SheetImport(
        SheetId id,
        String target,
        String fileName,
        @Nullable String charset,
        List<String> worksheets,
        int worksheet,
        SheetFile.Hidden hidden,
        int headerRow,
        @Nullable Integer width,
        Map<String, Integer> columns,
        Map<String, String> said,
        @Nullable String source,
        Stage stage,
        @Nullable JobId job,
        List<Trouble> trouble,
        Instant uploadedAt,
        @Nullable Instant importedAt,
        @Nullable Instant undoneAt) {

    /** One whose columns are to be looked at next. */
    static SheetImport uploaded(
            SheetId id,
            String target,
            String fileName,
            @Nullable String charset,
            List<String> worksheets,
            int worksheet,
            SheetFile.Hidden hidden,
            int headerRow,
            @Nullable Integer width,
            Map<String, Integer> columns,
            Instant at) {
        return new SheetImport(
                id,
                target,
                fileName,
                charset,
                worksheets,
                worksheet,
                hidden,
                headerRow,
                width,
                columns,
                Map.of(),
                null,
                Stage.COLUMNS,
                null,
                List.of(),
                at,
                null,
                null);
    }

    enum Stage implements Coded {
        COLUMNS,
        ROWS,
        IMPORTED,
        UNDONE,
        DISCARDED
    }

    /** @param reason said by the message {@code sheets.trouble.<reason>} */
    record Trouble(int position, String label, String reason) {}
}
