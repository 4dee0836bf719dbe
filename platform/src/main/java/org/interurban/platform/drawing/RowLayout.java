package org.interurban.platform.drawing;

import static org.interurban.platform.drawing.Point.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.interurban.platform.drawing.LineDiagram.Label;
import org.interurban.platform.drawing.LineDiagram.Mark;
import org.interurban.platform.drawing.LineDiagram.Row;
import org.interurban.platform.drawing.LineDiagram.Siding;
import org.interurban.platform.shared.Precision;

/** One row of a diagram: its stations, then their labels, then its sidings. */
final class RowLayout {

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

    /** Stations before or after the time that the axis holds. */
    List<Station> undrawn() {
        return undrawn;
    }

    Row place(double top) {
        sort();
        spread();
        if (!line.whole() || !labels.labelBeside()) {
            labels.label();
            var number = 0;
            for (var stop : stops) {
                if (stop.numbered) {
                    stop.number(Integer.toString(++number));
                }
            }
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
            } else if (Axis.hasNoDate(station)) {
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

    /**
     * Stations a few days apart would cover each other: they move aside, together no further than they must, as far as the drawing
     * has room.
     */
    private void spread() {
        var open = stops.stream().filter(stop -> Axis.hasNoDate(stop.station)).toList();
        for (int i = 0; i < open.size(); i++) {
            open.get(i).x = axis.right + Axis.ZONE * (i + 0.5) / open.size();
        }
        stops.sort(Comparator.comparingDouble(stop -> stop.x));
        if (stops.isEmpty()) {
            return;
        }
        var needed = stops.stream().mapToDouble(stop -> 2 * stop.half + 4).sum();
        var room = Math.min(1, (axis.width - axis.left) / needed);
        var apart = new double[stops.size()];
        for (int i = 1; i < apart.length; i++) {
            apart[i] = apart[i - 1] + (stops.get(i - 1).half + stops.get(i).half + 4) * room;
        }
        var first = axis.left + stops.getFirst().half * room;
        var last = axis.width - stops.getLast().half * room - apart[apart.length - 1];
        var settled = rising(IntStream.range(0, apart.length)
                .mapToDouble(i -> stops.get(i).x - apart[i])
                .toArray());
        for (int i = 0; i < apart.length; i++) {
            stops.get(i).x = axis.within(
                    Math.clamp(settled[i], Math.min(first, last), Math.max(first, last)) + apart[i], stops.get(i).half);
        }
    }

    /** The nearest numbers that nowhere fall: neighbours that do share their mean. */
    private static double[] rising(double[] numbers) {
        var sums = new double[numbers.length];
        var sizes = new int[numbers.length];
        var pools = 0;
        for (var number : numbers) {
            sums[pools] = number;
            sizes[pools++] = 1;
            while (pools > 1 && sums[pools - 2] / sizes[pools - 2] > sums[pools - 1] / sizes[pools - 1]) {
                sums[pools - 2] += sums[pools - 1];
                sizes[pools - 2] += sizes[pools - 1];
                pools--;
            }
        }
        var risen = new double[numbers.length];
        for (int pool = 0, at = 0; pool < pools; at += sizes[pool++]) {
            Arrays.fill(risen, at, at + sizes[pool], sums[pool] / sizes[pool]);
        }
        return risen;
    }

    private Row settle(double top) {
        var above = -labels.taken().stream().mapToDouble(Box::top).min().orElse(-18);
        var below = labels.taken().stream().mapToDouble(Box::bottom).max().orElse(18);
        var y = top
                + (axis.names()
                        ? Math.max(
                                Math.max(above + axis.format.air(), named()),
                                line.whole() || stops.isEmpty() ? 37 : LabelPlaces.ABOVE)
                        : Math.max(above, 24));
        var bottom = y + Math.max(below, 20);
        var drawn = sidings.draw(y, bottom + axis.format.air());
        bottom = drawn.stream()
                .mapToDouble(siding -> siding.y() + siding.height() + axis.format.air() + 4)
                .max()
                .orElse(bottom + 8);
        if (axis.names()) {
            bottom = Math.max(bottom, top + (line.whole() || isEmpty() ? axis.format.empty() : axis.format.row()));
            bottom = Math.max(bottom, y + named());
        }
        var marks = stops.stream().map(stop -> mark(stop, y)).toList();
        return track(round(top), round(y), round(bottom), marks, drawn);
    }

    private Mark mark(Stop stop, double y) {
        var label = new Label(round(stop.label.x()), round(y + stop.label.y()), stop.label.anchor(), stop.title);
        Double leader = Math.abs(stop.level) < 2
                ? null
                : Double.valueOf(round(stop.level > 0 ? label.y() + 22 : label.y() - 15));
        return new Mark(stop.station, round(stop.x), round(stop.capsule), label, stop.detail, leader, stop.numbered);
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
            return new Row(line, nameLines(), details(), top, y, bottom, round(from), end, null, true, marks, drawn);
        }
        var furthest = marks.stream().mapToDouble(Mark::x).max().orElse(axis.right);
        var waits = axis.zone != null && furthest >= axis.zone;
        return new Row(
                line,
                nameLines(),
                details(),
                top,
                y,
                bottom,
                round(from),
                round(Math.max(from, lastHeld(marks))),
                round(waits ? furthest : axis.right),
                false,
                marks,
                drawn);
    }

    /** As far as something is recorded that was held; what has a doubt only counts from its first day on, whatever room is below it. */
    private double lastHeld(List<Mark> marks) {
        var certain = marks.stream()
                .filter(mark -> mark.station().held() && mark.station().when().isKnown())
                .mapToDouble(Mark::x)
                .toArray();
        return DoubleStream.concat(
                        Arrays.stream(certain), certain.length == 0 ? sidings.heldBranches() : sidings.heldBeginnings())
                .map(x -> axis.today == null ? x : Math.min(x, axis.today))
                .max()
                .orElse(0);
    }

    /** The name on one line, or broken between its cities. */
    private List<String> nameLines() {
        var room = axis.nameRoom();
        if (TextWidth.SIGN.of(line.name(), NAME) <= room) {
            return List.of(line.name());
        }
        var dash = line.name().indexOf(" – ");
        var atDash = dash < 0
                ? List.<String>of()
                : List.of(line.name().substring(0, dash + 2), line.name().substring(dash + 3));
        return atDash.isEmpty() || atDash.stream().anyMatch(part -> TextWidth.SIGN.of(part, NAME) > room)
                ? TextWidth.SIGN.onTwoLines(line.name(), NAME, room).stream()
                        .filter(part -> !part.isEmpty())
                        .toList()
                : atDash;
    }

    private List<String> details() {
        return TextWidth.SANS.onTwoLines(line.detail(), LabelPlaces.DETAIL, axis.nameRoom()).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** How far name and details reach above and below the line, where they take three lines and more. */
    private double named() {
        var lines = nameLines().size() + details().size();
        return !axis.names() || lines < 3 ? 0 : lines == 3 ? 34 : 42;
    }
}
