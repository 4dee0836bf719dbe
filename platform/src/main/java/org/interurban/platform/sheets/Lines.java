package org.interurban.platform.sheets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    /**
     * @param width how many cells the line has, empty ones at its end included
     * @return whether it holds anything
     */
    boolean end(int position, int width) {
        if (!cells.isEmpty()) {
            allowance.line(cells);
            lines.add(new SheetFile.Line(position, width, List.copyOf(cells)));
            cells.clear();
            return true;
        }
        return false;
    }

    /**
     * A cell that is merged over several rows or columns holds for each of its cells that is empty, in rows that have any cell. A title
     * that stands alone in its row is not repeated along it.
     */
    void fill(int column, int lastColumn, int firstRow, int lastRow) {
        var at = Collections.binarySearch(
                lines, new SheetFile.Line(firstRow, List.of()), Comparator.comparingInt(SheetFile.Line::position));
        if (at < 0 || column >= SheetFile.MOST_COLUMNS) {
            return;
        }
        var text = lines.get(at).cell(column);
        var isTitle =
                lines.get(at).cells().stream().filter(cell -> !cell.isEmpty()).count() < 2;
        var to = isTitle ? column : Math.min(lastColumn, SheetFile.MOST_COLUMNS - 1);
        for (int i = at; !text.isEmpty() && i < lines.size() && lines.get(i).position() <= lastRow; i++) {
            fill(i, column, to, text);
        }
    }

    private void fill(int at, int column, int lastColumn, String text) {
        var line = lines.get(at);
        var filled = new ArrayList<>(line.cells());
        for (int i = column; i <= lastColumn; i++) {
            allowance.cell(text); // looked at is counted, so that many ranges over one another come to an end
            if (line.cell(i).isEmpty()) {
                while (filled.size() <= i) {
                    filled.add("");
                }
                filled.set(i, text);
            }
        }
        lines.set(at, new SheetFile.Line(line.position(), Math.max(line.width(), lastColumn + 1), List.copyOf(filled)));
    }

    int size() {
        return lines.size();
    }

    List<SheetFile.Line> all() {
        return lines;
    }
}
