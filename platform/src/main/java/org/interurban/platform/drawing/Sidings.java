package org.interurban.platform.drawing;

import static org.interurban.platform.drawing.Point.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.interurban.platform.drawing.LineDiagram.Item;
import org.interurban.platform.drawing.LineDiagram.Siding;

/** What a row knows only by year or period, on tracks below the line, so that no branch crosses a siding or a label. */
final class Sidings {

    private static final double TRACK = 24;
    /** Of a label on two lines. */
    private static final double DOUBLE_TRACK = 40;

    private static final double BETWEEN_TRACKS = 12;
    private static final double BEND = 10;
    /** A siding is at least as wide as a station and its branch. */
    private static final double LEAST = 28;

    /** Stations of one doubt, which share a siding; their labels stand inside, or beside where it is too short for them. */
    private static final class Group {
        static final double BEFORE_TEXT = 26;
        static final double AFTER_TEXT = 14;

        final List<Station> stations;
        final double from;
        final double to;
        final double widest;
        final int rows;
        /** What it takes with its labels. */
        double back;

        double reach;
        int track;
        boolean broken;
        double branch;
        boolean lane;

        Group(double from, double to, List<Station> stations) {
            this.from = from;
            this.to = to;
            this.stations = stations;
            this.widest = stations.stream().mapToDouble(Group::text).max().orElse(0);
            var all = stations.stream()
                    .mapToDouble(station -> BEFORE_TEXT + text(station) + AFTER_TEXT)
                    .sum();
            this.rows = all <= to - from ? 1 : stations.size();
            this.back = from;
            this.reach = to;
        }

        static double text(Station station) {
            return TextWidth.SANS.of(station.label(), LabelPlaces.DETAIL);
        }

        boolean fitsInside() {
            return BEFORE_TEXT + widest + AFTER_TEXT <= to - from;
        }

        double row() {
            return broken ? DOUBLE_TRACK : TRACK;
        }

        double height() {
            return rows * row();
        }
    }

    private final Axis axis;
    private final List<Stop> stops;
    private final List<Box> taken;
    private final List<Group> groups = new ArrayList<>();

    /** @param taken what the labels of the row cover */
    Sidings(Axis axis, List<Stop> stops, List<Box> taken) {
        this.axis = axis;
        this.stops = stops;
        this.taken = taken;
    }

    /** Stations of one and the same doubt. */
    void add(List<Station> stations) {
        var when = stations.getFirst().when();
        var from = axis.within(axis.x(Axis.from(when))) + 3;
        var to = axis.within(axis.x(Axis.to(when).plusDays(1))) - 3;
        var start = Math.min(from, axis.right - 3 - LEAST);
        groups.add(new Group(start, Math.max(to, start + LEAST), stations));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Where the first branch leaves the line; beyond the end where there is none. */
    double firstBranch() {
        return groups.stream()
                .mapToDouble(group -> group.branch - BEND - 2)
                .min()
                .orElse(axis.right);
    }

    /** The earliest that what was held may have been. */
    DoubleStream heldBeginnings() {
        return groups.stream()
                .filter(group -> group.stations.stream().anyMatch(Station::held))
                .mapToDouble(group -> group.from);
    }

    /** Where those branches leave the line of which something was held. */
    DoubleStream heldBranches() {
        return groups.stream()
                .filter(group -> group.stations.stream().anyMatch(Station::held))
                .mapToDouble(group -> group.branch);
    }

    /** Short doubts lie close to the line, long ones further away, so that the branch of each passes beside the others. */
    void branchOff() {
        groups.sort(Comparator.<Group>comparingDouble(group -> group.to - group.from)
                .thenComparingDouble(group -> group.from));
        var placed = new ArrayList<Group>();
        for (var group : groups) {
            putLabels(group);
            var track = 0;
            while (!fits(group, track, placed)) {
                track++;
            }
            placed.add(group);
        }
    }

    private void putLabels(Group group) {
        if (group.fitsInside()) {
            return;
        }
        var after = group.to + 8 + group.widest;
        var before = group.from - 8 - group.widest;
        if (after <= axis.right && isClear(group.to, after)) {
            group.reach = after;
        } else if (before >= axis.left + 4 && isClear(before, group.from)) {
            group.back = before;
        } else {
            group.broken = true;
        }
    }

    private boolean isClear(double from, double to) {
        return axis.joins.stream().noneMatch(join -> from < join + 2 && join - 2 < to)
                && (axis.today == null || to < axis.today - 2 || axis.today + 2 < from);
    }

    private boolean fits(Group group, int track, List<Group> placed) {
        for (var other : placed) {
            var beside = group.back < other.reach + 5 && other.back - 5 < group.reach;
            if (other.track == track && beside) {
                return false;
            }
            if (other.track > track && group.back - 6 < other.branch && other.branch < group.reach + 6) {
                return false;
            }
        }
        for (var start : List.of(Math.max(group.from + 16, afterFirstStop()), group.from + 16)) {
            for (var x = start; x <= group.to - 8; x += 2) {
                if (isFree(x, track, placed)) {
                    group.track = track;
                    group.branch = x;
                    return true;
                }
            }
        }
        for (var x = group.from - 6; x >= group.from - 10 && x > axis.left + BEND; x -= 2) {
            if (isFree(x, track, placed)) {
                group.track = track;
                group.branch = x;
                group.lane = true;
                return true;
            }
        }
        if (track > placed.size()) { // nothing is free anywhere: it hangs from its own start
            group.track = track;
            group.branch = group.from + 16;
            return true;
        }
        return false;
    }

    /** A line does not begin before its first certain station for the sake of one that may have come later. */
    private double afterFirstStop() {
        return stops.isEmpty() ? axis.left : stops.getFirst().x + stops.getFirst().half + BEND + 6;
    }

    private boolean isFree(double x, int track, List<Group> placed) {
        var path = new Box(x - 4, 2, x + 4, 1000);
        var bend = new Box(x - BEND - 3, -2, x + 3, 2);
        return taken.stream().noneMatch(path::hits)
                && stops.stream().noneMatch(stop -> bend.hits(stop.body()))
                && stops.stream().filter(stop -> stop.level < 0).noneMatch(stop -> Math.abs(stop.x - x) < stop.half + 4)
                && axis.joins.stream().noneMatch(join -> Math.abs(join - x) < 8)
                && (axis.today == null || Math.abs(axis.today - x) > 8)
                && placed.stream().noneMatch(other -> Math.abs(other.branch - x) < 14)
                && placed.stream().noneMatch(other -> other.track < track && other.back - 5 < x && x < other.reach + 5);
    }

    List<Siding> draw(double y, double firstTrack) {
        var tracks = groups.stream().mapToInt(group -> group.track).max().orElse(-1) + 1;
        var tops = new double[tracks + 1];
        tops[0] = firstTrack;
        for (int track = 0; track < tracks; track++) {
            var here = track;
            var height = groups.stream()
                    .filter(group -> group.track == here)
                    .mapToDouble(Group::height)
                    .max()
                    .orElse(0);
            tops[track + 1] = tops[track] + height + BETWEEN_TRACKS;
        }
        return groups.stream()
                .sorted(Comparator.comparingDouble(group -> group.from))
                .map(group -> siding(group, y, tops[group.track]))
                .toList();
    }

    private Siding siding(Group group, double y, double top) {
        var branch = group.lane
                ? path("M%s %sq%s 0 %s %sV%sq0 6 6 6", group.branch - BEND, y, BEND, BEND, BEND, top + 6)
                : path("M%s %sq%s 0 %s %sV%s", group.branch - BEND, y, BEND, BEND, BEND, top);
        var items = new ArrayList<Item>();
        var x = group.from + 14;
        for (int i = 0; i < group.stations.size(); i++) {
            var station = group.stations.get(i);
            var middle = top + group.row() / 2 + (group.rows > 1 ? i * group.row() : 0);
            var backward = group.back < group.from;
            var textX = backward ? group.from - 8 : group.reach > group.to ? group.to + 8 : x + 12;
            var inside = !backward && group.reach <= group.to;
            var lines = inside ? inside(station, group.to - 8 - textX) : List.of(station.label(), "");
            items.add(new Item(
                    station,
                    lines.getFirst(),
                    lines.getLast(),
                    round(x),
                    round(middle),
                    round(textX),
                    backward ? "end" : "start"));
            if (group.rows == 1) {
                x += Group.BEFORE_TEXT + Group.text(station) + Group.AFTER_TEXT - 14;
            }
        }
        return new Siding(
                round(group.from),
                round(top),
                round(group.to - group.from),
                group.height(),
                group.stations.stream().allMatch(Station::agreement),
                branch,
                List.copyOf(items));
    }

    /** As much of the label as fits inside on two lines; nothing where not even the sign for what is left out does. */
    private static List<String> inside(Station station, double room) {
        return room < LabelPlaces.DETAIL
                ? List.of("", "")
                : TextWidth.SANS.onTwoLines(station.label(), LabelPlaces.DETAIL, room);
    }

    private static String path(String form, Object... numbers) {
        var rounded = Arrays.stream(numbers)
                .map(number -> number instanceof Double value ? (Object) round(value) : number)
                .toArray();
        return String.format(Locale.ROOT, form, rounded);
    }
}
