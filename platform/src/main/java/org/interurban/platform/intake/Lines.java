package org.interurban.platform.intake;

import java.util.ArrayList;
import java.util.List;

/** The lines of one worksheet as they are read. */
final class Lines {

    private final Allowance allowance;
    private final List<SheetFile.Line> lines = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();

    Lines(Allowance allowance) {
        this.allowance = allowance;
    }

    /** A cell of the line that is being read; one that is empty takes no room. */
    void put(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (column >= SheetFile.MOST_COLUMNS) {
            throw new TooMuch("too-many-columns", SheetFile.MOST_COLUMNS);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** @param width how many cells the line has, empty ones at its end included */
    void end(int position, int width) {
        if (!cells.isEmpty()) {
            allowance.line(cells);
            lines.add(new SheetFile.Line(position, width, List.copyOf(cells)));
            cells.clear();
        }
    }

    int size() {
        return lines.size();
    }

    List<SheetFile.Line> all() {
        return lines;
    }
}
