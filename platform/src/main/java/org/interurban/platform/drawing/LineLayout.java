package org.interurban.platform.drawing;

import static org.interurban.platform.drawing.Point.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.interurban.platform.drawing.LineDiagram.Join;
import org.interurban.platform.drawing.LineDiagram.Row;

/** Lays lines under each other on one axis of time, and joins the stations they share. */
final class LineLayout {

    private final List<Line> lines;
    private final Axis axis;

    LineLayout(List<Line> lines, Span span, Format format) {
        this.lines = lines;
        this.axis = new Axis(lines, span, format);
    }

    LineDiagram draw() {
        var rows = new ArrayList<Row>();
        var undrawn = new ArrayList<Station>();
        var top = axis.top();
        for (var line : lines) {
            var layout = new RowLayout(axis, line);
            var row = layout.place(top);
            rows.add(row);
            undrawn.addAll(layout.undrawn());
            top = row.bottom();
        }
        return new LineDiagram(
                axis.width,
                round(top + 1),
                axis.names(),
                axis.left,
                axis.right,
                axis.head,
                axis.ticks(),
                List.copyOf(rows),
                joins(rows),
                axis.today,
                axis.span,
                axis.todayLabel(),
                axis.flag(),
                axis.zone,
                lines,
                List.copyOf(undrawn));
    }

    private static List<Join> joins(List<Row> rows) {
        var ends = new LinkedHashMap<String, List<double[]>>();
        for (var row : rows) {
            for (var mark : row.marks()) {
                var key = mark.station().shared();
                if (key != null) {
                    ends.computeIfAbsent(key, k -> new ArrayList<>()).add(new double[] {mark.x(), row.y()});
                }
            }
        }
        return ends.values().stream()
                .filter(places -> places.size() > 1)
                .map(places -> new Join(places.getFirst()[0], places.getFirst()[1], places.getLast()[1]))
                .toList();
    }
}
