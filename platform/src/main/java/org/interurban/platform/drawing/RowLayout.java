package org.interurban.platform.drawing;

import static org.interurban.platform.drawing.Point.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.interurban.platform.drawing.LineDiagram.Label;
import org.interurban.platform.drawing.LineDiagram.Mark;
import org.interurban.platform.drawing.LineDiagram.Row;
import org.interurban.platform.drawing.LineDiagram.Siding;
import org.interurban.platform.shared.Precision;

/** One row of a diagram: its stations, then their labels, then its sidings. */
final class RowLayout {

    private static final double LEAST_ROW = 112;
    private static final double EMPTY_ROW = 72;
    private static final double NAME = 17;

    private final Axis axis;
    private final Line line;
    private final List<Stop> stops = new ArrayList<>();
    private final LabelPlaces labels;
    private final Sidings sidings;
    private final List<Station> undrawn = new ArrayList<>();

    RowLayout(Axis axis, Line line) {
        this.axis = axis;
        this.line = line;
        this.labels = new LabelPlaces(axis, stops);
        this.sidings = new Sidings(axis, stops, labels.taken());
    }

    /** Stations that the axis cannot hold: undated, or outside the span. */
    List<Station> undrawn() {
        return undrawn;
    }

    Row place(double top) {
        sort();
        spread();
        if (!line.whole() || !labels.labelBeside()) {
            labels.label();
        }
        sidings.branchOff();
        return settle(top);
    }

    private boolean isEmpty() {
        return stops.isEmpty() && sidings.isEmpty();
    }

    private void sort() {
        var vague = new LinkedHashMap<String, List<Station>>();
        for (var station : line.stations()) {
            if (axis.isOnLine(station)) {
                stops.add(new Stop(station, axis.middle(station.when()), capsule(station)));
            } else if (Axis.awaitsDate(station)) {
                stops.add(new Stop(station, axis.right, 0));
            } else if (axis.touches(station)) {
                vague.computeIfAbsent(station.when().code(), key -> new ArrayList<>())
                        .add(station);
            } else {
                undrawn.add(station);
            }
        }
        vague.values().forEach(sidings::add);
    }

    private double capsule(Station station) {
        if (station.when().precision() != Precision.DAY) {
            return Math.max(34, axis.x(Axis.to(station.when()).plusDays(1)) - axis.x(Axis.from(station.when())) - 4);
        }
        return station.shared() != null ? 32 : 0;
    }

    /** Stations a few days apart would cover each other: they move aside, each half the way, as far as the drawing has room. */
    private void spread() {
        var open = stops.stream().filter(stop -> Axis.awaitsDate(stop.station)).toList();
        for (int i = 0; i < open.size(); i++) {
            open.get(i).x = axis.right + Axis.ZONE * (i + 0.5) / open.size();
        }
        stops.sort(Comparator.comparingDouble(stop -> stop.x));
        var needed = stops.stream().mapToDouble(stop -> 2 * stop.half + 4).sum();
        var room = Math.min(1, (axis.width - axis.left) / Math.max(needed, 1));
        for (int round = 0; round < 60; round++) {
            for (int i = 1; i < stops.size(); i++) {
                var before = stops.get(i - 1);
                var after = stops.get(i);
                var missing = (before.half + after.half + 4) * room - (after.x - before.x);
                if (missing > 0.01) {
                    before.x -= missing / 2;
                    after.x += missing / 2;
                }
            }
            for (var stop : stops) {
                stop.x = axis.within(stop.x, stop.half);
            }
        }
    }

    private Row settle(double top) {
        var above = -labels.taken().stream().mapToDouble(Box::top).min().orElse(-18);
        var below = labels.taken().stream().mapToDouble(Box::bottom).max().orElse(18);
        var y = top
                + (axis.names
                        ? Math.max(above + 10, line.whole() || stops.isEmpty() ? 37 : LabelPlaces.ABOVE)
                        : Math.max(above, 24));
        var bottom = y + Math.max(below, 20);
        var drawn = sidings.draw(y, bottom + 10);
        bottom = drawn.stream()
                .mapToDouble(siding -> siding.y() + siding.height() + 14)
                .max()
                .orElse(bottom + 8);
        if (axis.names) {
            bottom = Math.max(bottom, top + (line.whole() || isEmpty() ? EMPTY_ROW : LEAST_ROW));
        }
        var marks = stops.stream().map(stop -> mark(stop, y)).toList();
        return track(round(top), round(y), round(bottom), marks, drawn);
    }

    private Mark mark(Stop stop, double y) {
        var label = new Label(round(stop.label.x()), round(y + stop.label.y()), stop.label.anchor(), stop.title);
        Double leader = Math.abs(stop.level) < 2
                ? null
                : Double.valueOf(round(stop.level > 0 ? label.y() + 22 : label.y() - 15));
        return new Mark(stop.station, round(stop.x), round(stop.capsule), label, stop.detail, leader);
    }

    private Row track(double top, double y, double bottom, List<Mark> marks, List<Siding> drawn) {
        var firstMark = marks.stream()
                .filter(mark -> axis.zone == null || mark.x() < axis.zone)
                .mapToDouble(mark -> mark.x() - Math.max(mark.capsule() / 2, Stop.RADIUS))
                .min();
        var earlier = undrawn.stream().anyMatch(axis::isBefore);
        var from = earlier
                ? axis.left
                : Math.max(axis.left, Math.min(firstMark.orElse(axis.right), sidings.firstBranch()));
        var stopped = axis.stopped(line);
        if (stopped != null) {
            var end = round(Math.max(from, stopped));
            return new Row(line, nameLines(), detail(), top, y, bottom, round(from), end, null, true, marks, drawn);
        }
        var furthest = marks.stream().mapToDouble(Mark::x).max().orElse(axis.right);
        var waits = axis.zone != null && furthest >= axis.zone;
        var dotted = axis.today != null || waits ? Double.valueOf(round(waits ? furthest : axis.right)) : null;
        var solid = axis.today != null ? Math.max(from, axis.today) : axis.right;
        return new Row(
                line,
                nameLines(),
                detail(),
                top,
                y,
                bottom,
                round(from),
                round(solid),
                dotted,
                dotted == null,
                marks,
                drawn);
    }

    /** The name on one line, or broken between its cities. */
    private List<String> nameLines() {
        var room = Axis.NAMES - 46 - 8;
        if (TextWidth.SIGN.of(line.name(), NAME) <= room) {
            return List.of(line.name());
        }
        var dash = line.name().indexOf(" – ");
        var parts = dash < 0
                ? List.of(line.name())
                : List.of(line.name().substring(0, dash + 2), line.name().substring(dash + 3));
        return parts.stream().map(part -> TextWidth.SIGN.cut(part, NAME, room)).toList();
    }

    private String detail() {
        return TextWidth.SANS.cut(line.detail(), LabelPlaces.DETAIL, Axis.NAMES - 46 - 8);
    }
}
