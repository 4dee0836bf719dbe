package org.interurban.platform.drawing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.interurban.platform.drawing.LineDiagram.Item;
import org.interurban.platform.drawing.LineDiagram.Join;
import org.interurban.platform.drawing.LineDiagram.Label;
import org.interurban.platform.drawing.LineDiagram.Mark;
import org.interurban.platform.drawing.LineDiagram.Row;
import org.interurban.platform.drawing.LineDiagram.Siding;
import org.interurban.platform.drawing.LineDiagram.Tick;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;

/** Finds a place for every station, label and siding, so that no label covers another and no branch crosses a siding. */
final class LineLayout {

    static final double TITLE = 15;
    static final double DETAIL = 14;
    private static final double NAMES = 240;
    private static final double ZONE = 128;
    /** Too low for a year above a month. */
    private static final double LOW = 40;

    private static final double FLAG = 16;
    private static final double RADIUS = 8;
    private static final double ABOVE = 47;
    private static final double LEVEL = 38;
    private static final double LEAST_ROW = 112;
    private static final double EMPTY_ROW = 72;
    private static final double NAME = 17;
    private static final double TRACK = 24;
    private static final double BETWEEN_TRACKS = 12;
    private static final double BEND = 10;
    /** A period of up to a month is drawn on the line, a longer one as a siding. */
    private static final long MONTH_DAYS = 31;

    private final double width;
    private final double head;
    private final List<Line> lines;
    private final Span span;
    private final boolean names;
    private final double left;
    private final double right;
    private final @Nullable Double zone;
    private final @Nullable Double today;
    private final List<Station> undrawn = new ArrayList<>();

    /** @param head height of the axis: of a low one, years take the place of Januaries */
    LineLayout(List<Line> lines, Span span, boolean names, double width, double head) {
        this.width = width;
        this.head = head;
        this.lines = lines;
        this.span = span;
        this.names = names;
        this.left = names ? NAMES : 0;
        var undated = lines.stream().flatMap(line -> line.stations().stream()).anyMatch(LineLayout::awaitsDate);
        this.right = undated ? width - ZONE : width;
        this.zone = undated ? right : null;
        this.today = span.hasToday() ? round(x(span.today())) : null;
    }

    private static boolean awaitsDate(Station station) {
        return !station.held() && !station.when().isKnown();
    }

    LineDiagram draw() {
        var rows = new ArrayList<Row>();
        var joins = joinColumns();
        var top = today == null ? head : head + FLAG;
        for (var line : lines) {
            var row = new RowLayout(line, joins).place(top);
            rows.add(row);
            top = row.bottom();
        }
        return new LineDiagram(
                width,
                round(top + 1),
                names,
                left,
                right,
                head,
                ticks(),
                List.copyOf(rows),
                joins(rows),
                today,
                DateTimeFormatter.ofPattern(korean() ? "y년 M월 d일" : "d MMM y", language())
                        .format(span.today()),
                zone,
                lines,
                List.copyOf(undrawn));
    }

    // the axis

    private double x(LocalDate day) {
        return left + ChronoUnit.DAYS.between(span.firstDay(), day) * (right - left) / span.days();
    }

    private double within(double x) {
        return Math.clamp(x, left, right);
    }

    private List<Tick> ticks() {
        var ticks = new ArrayList<Tick>();
        var step = span.months() <= 42 ? 3 : span.months() <= 84 ? 6 : 12;
        var month = DateTimeFormatter.ofPattern(korean() ? "M월" : "MMM", language());
        var labelled = Double.NEGATIVE_INFINITY;
        for (var at = span.from(); !at.isAfter(span.to()); at = at.plusMonths(1)) {
            var first = at.equals(span.from());
            var january = at.getMonthValue() == 1;
            var quarter = (at.getMonthValue() - 1) % step == 0;
            if (!first && !quarter && step > 3) {
                continue;
            }
            var x = x(at.atDay(1));
            var fits = (first || quarter) && x - labelled > 34;
            labelled = fits ? x : labelled;
            var year = january || first && nextJanuary(at) > 70 ? Integer.toString(at.getYear()) : null;
            ticks.add(new Tick(
                    round(x),
                    january ? "year" : quarter || first ? "quarter" : "month",
                    year,
                    fits && step < 12 && (head > LOW || year == null) ? month.format(at) : null));
        }
        return List.copyOf(ticks);
    }

    /** How far from the month the next year begins, in pixels. */
    private double nextJanuary(YearMonth month) {
        return x(LocalDate.of(month.getYear() + 1, 1, 1)) - x(month.atDay(1));
    }

    private boolean korean() {
        return span.locale().getLanguage().equals("ko");
    }

    private Locale language() {
        return korean() ? Locale.KOREAN : Locale.ENGLISH;
    }

    // stations shared by several lines

    /** Where the rules that join shared stations will stand: no label may lie there. */
    private List<Double> joinColumns() {
        var columns = new LinkedHashMap<String, List<Double>>();
        for (var line : lines) {
            for (var station : line.stations()) {
                if (station.shared() != null && isOnLine(station)) {
                    columns.computeIfAbsent(station.shared(), key -> new ArrayList<>())
                            .add(middle(station.when()));
                }
            }
        }
        return columns.values().stream()
                .filter(places -> places.size() > 1)
                .map(List::getFirst)
                .toList();
    }

    private List<Join> joins(List<Row> rows) {
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

    private boolean isOnLine(Station station) {
        var when = station.when();
        return when.isKnown()
                && span.touches(when)
                && (when.precision() == Precision.DAY || ChronoUnit.DAYS.between(from(when), to(when)) < MONTH_DAYS);
    }

    private double middle(PartialPeriod period) {
        return (x(from(period)) + x(to(period).plusDays(1))) / 2;
    }

    private static LocalDate from(PartialPeriod period) {
        return Objects.requireNonNull(period.from());
    }

    private static LocalDate to(PartialPeriod period) {
        return Objects.requireNonNull(period.to());
    }

    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A station on its way to its place. */
    private static final class Stop {
        final Station station;
        final double capsule;
        final double half;
        /** How far rings reach beyond a plain station, above and below. */
        final double rings;

        double x;
        Label label = new Label(0, 0, "middle");
        int level;

        Stop(Station station, double x, double capsule) {
            this.station = station;
            this.x = x;
            this.capsule = capsule;
            this.rings = station.selected() ? 9 : station.readings() > 1 ? 5 : 0;
            this.half = (capsule > 0 ? capsule / 2 : RADIUS) + rings;
        }
    }

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
            return TextWidth.SANS.of(station.label(), DETAIL);
        }

        boolean fitsInside() {
            return BEFORE_TEXT + widest + AFTER_TEXT <= to - from;
        }

        double height() {
            return rows * TRACK;
        }
    }

    /** One row: its stations, then their labels, then its sidings. */
    private final class RowLayout {

        private final Line line;
        private final List<Double> joins;
        private final List<Stop> stops = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private final List<Box> taken = new ArrayList<>();

        RowLayout(Line line, List<Double> joins) {
            this.line = line;
            this.joins = joins;
        }

        Row place(double top) {
            sort();
            spread();
            if (!line.whole() || !labelBeside()) {
                label();
            }
            branchOff();
            return settle(top);
        }

        private void sort() {
            var vague = new LinkedHashMap<String, List<Station>>();
            for (var station : line.stations()) {
                if (isOnLine(station)) {
                    stops.add(new Stop(station, middle(station.when()), capsule(station)));
                } else if (awaitsDate(station)) {
                    stops.add(new Stop(station, right, 0));
                } else if (station.when().isKnown() && span.touches(station.when())) {
                    vague.computeIfAbsent(station.when().code(), key -> new ArrayList<>())
                            .add(station);
                } else {
                    undrawn.add(station);
                }
            }
            vague.values().forEach(stations -> {
                var when = stations.getFirst().when();
                groups.add(new Group(within(x(from(when))) + 3, within(x(to(when).plusDays(1))) - 3, stations));
            });
        }

        private double capsule(Station station) {
            if (station.when().precision() != Precision.DAY) {
                return Math.max(34, x(to(station.when()).plusDays(1)) - x(from(station.when())) - 4);
            }
            return station.shared() != null ? 32 : 0;
        }

        /** Stations a few days apart would cover each other: they move aside, each half the way. */
        private void spread() {
            var open = stops.stream().filter(stop -> awaitsDate(stop.station)).toList();
            for (int i = 0; i < open.size(); i++) {
                open.get(i).x = right + ZONE * (i + 0.5) / open.size();
            }
            stops.sort(Comparator.comparingDouble(stop -> stop.x));
            for (int round = 0; round < 60; round++) {
                for (int i = 1; i < stops.size(); i++) {
                    var before = stops.get(i - 1);
                    var after = stops.get(i);
                    var missing = before.half + after.half + 4 - (after.x - before.x);
                    if (missing > 0.01) {
                        before.x -= missing / 2;
                        after.x += missing / 2;
                    }
                }
                for (var stop : stops) {
                    stop.x = Math.clamp(stop.x, left + stop.half, width - stop.half);
                }
            }
        }

        /** Beside each station, where the row is loose enough for that. */
        private boolean labelBeside() {
            var beside = new ArrayList<Box>();
            for (var stop : stops) {
                var start = stop.x + stop.half + 8;
                var box = new Box(start, -18, start + width(stop.station), 18);
                var free = box.right() <= width
                        && beside.stream().noneMatch(box::hits)
                        && stops.stream().noneMatch(other -> other != stop && box.hits(body(other)))
                        && conflicts(stop, box, 0) == 0;
                if (!free) {
                    return false;
                }
                beside.add(box);
                stop.label = new Label(start, -3, "start");
            }
            taken.addAll(beside);
            return true;
        }

        private boolean isEmpty() {
            return stops.isEmpty() && groups.isEmpty();
        }

        private Box body(Stop stop) {
            return new Box(stop.x - stop.half, -12 - stop.rings, stop.x + stop.half, 12 + stop.rings);
        }

        /** A shared station is named once, on the row of all lines: without a label it takes no room. */
        private static double width(Station station) {
            if (station.label().isEmpty()) {
                return 0;
            }
            return Math.max(TextWidth.SIGN.of(station.label(), TITLE), TextWidth.SANS.of(station.detail(), DETAIL)) + 6;
        }

        /** From either end, each label takes the place that costs least; the end from which all cost less wins. */
        private void label() {
            var named = stops.stream()
                    .filter(stop -> !stop.station.label().isEmpty())
                    .toList();
            var forward = label(named);
            taken.clear();
            if (label(named.reversed()) > forward) {
                taken.clear();
                label(named);
            }
        }

        private double label(List<Stop> inTurn) {
            var total = 0.0;
            for (int i = 0; i < inTurn.size(); i++) {
                var stop = inTurn.get(i);
                var waiting = inTurn.subList(i + 1, inTurn.size());
                var best = Double.MAX_VALUE;
                var place = labelBox(stop, stop.station.side(), 0, "middle");
                for (var side : Station.Side.values()) {
                    for (int level = 0; level < 8; level++) {
                        for (var anchor : List.of("middle", "start", "end")) {
                            var box = labelBox(stop, side, level, anchor);
                            var inTheWay = waiting.stream()
                                    .filter(other -> box.left() < other.x + 2 && other.x - 2 < box.right())
                                    .count();
                            var cost = (side == stop.station.side() ? 0 : 60)
                                    + level * 34
                                    + (anchor.equals("middle") ? 0 : 12)
                                    + 8 * inTheWay
                                    + 1000 * conflicts(stop, box, level);
                            if (cost < best) {
                                best = cost;
                                place = box;
                                stop.level = side == Station.Side.ABOVE ? level + 1 : -level - 1;
                                stop.label = new Label(
                                        switch (anchor) {
                                            case "start" -> box.left() + 3;
                                            case "end" -> box.right() - 3;
                                            default -> (box.left() + box.right()) / 2;
                                        },
                                        box.top() + 15,
                                        anchor);
                            }
                        }
                    }
                }
                total += best;
                taken.add(place);
                if (Math.abs(stop.level) > 1) {
                    taken.add(leader(stop, place));
                }
            }
            return total;
        }

        private Box labelBox(Stop stop, Station.Side side, int level, String anchor) {
            var wide = width(stop.station);
            var near = Math.min(stop.half, 12);
            var start =
                    switch (anchor) {
                        case "start" -> stop.x - near;
                        case "end" -> stop.x + near - wide;
                        default -> stop.x - wide / 2;
                    };
            start = Math.clamp(start, names ? left + 2 : 0, width - wide);
            var away = stop.rings + level * LEVEL;
            var top = side == Station.Side.ABOVE ? -ABOVE - away : 13 + away;
            return new Box(start, top, start + wide, top + 33);
        }

        private Box leader(Stop stop, Box label) {
            return label.bottom() < 0
                    ? new Box(stop.x - 1, label.bottom(), stop.x + 1, -12)
                    : new Box(stop.x - 1, 12, stop.x + 1, label.top());
        }

        private long conflicts(Stop stop, Box box, int level) {
            var hits = taken.stream().filter(box::hits).count()
                    + stops.stream()
                            .filter(other -> other != stop && box.hits(body(other)))
                            .count();
            if (level > 0) {
                hits += taken.stream().filter(leader(stop, box)::hits).count();
            }
            if (today != null && box.left() < today + 3 && today - 3 < box.right()) {
                hits++;
            }
            hits += joins.stream()
                    .filter(join -> box.left() < join + 2 && join - 2 < box.right())
                    .count();
            return hits;
        }

        /** Short doubts lie close to the line, long ones further away, so that the branch of each passes beside the others. */
        private void branchOff() {
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
            if (after <= right && isClear(group.to, after)) {
                group.reach = after;
            } else if (before >= left + 4 && isClear(before, group.from)) {
                group.back = before;
            }
        }

        private boolean isClear(double from, double to) {
            return joins.stream().noneMatch(join -> from < join + 2 && join - 2 < to)
                    && (today == null || to < today - 2 || today + 2 < from);
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
            for (var x = group.from + 16; x <= group.to - 8; x += 2) {
                if (isFree(x, track, placed)) {
                    group.track = track;
                    group.branch = x;
                    return true;
                }
            }
            for (var x = group.from - 6; x >= group.from - 10 && x > left + BEND; x -= 2) {
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

        private boolean isFree(double x, int track, List<Group> placed) {
            var path = new Box(x - 4, 2, x + 4, 1000);
            var bend = new Box(x - BEND - 3, -2, x + 3, 2);
            return taken.stream().noneMatch(path::hits)
                    && stops.stream().noneMatch(stop -> bend.hits(body(stop)))
                    && stops.stream()
                            .filter(stop -> stop.level < 0)
                            .noneMatch(stop -> Math.abs(stop.x - x) < stop.half + 4)
                    && joins.stream().noneMatch(join -> Math.abs(join - x) < 8)
                    && (today == null || Math.abs(today - x) > 8)
                    && placed.stream().noneMatch(other -> Math.abs(other.branch - x) < 14)
                    && placed.stream()
                            .noneMatch(other -> other.track < track && other.back - 5 < x && x < other.reach + 5);
        }

        private Row settle(double top) {
            var above = -taken.stream().mapToDouble(Box::top).min().orElse(-18);
            var below = taken.stream().mapToDouble(Box::bottom).max().orElse(18);
            var y = top
                    + (names
                            ? Math.max(above + 10, line.whole() || stops.isEmpty() ? 37 : ABOVE)
                            : Math.max(above, 24));
            var bottom = y + Math.max(below, 20);
            var margin = head > LOW ? 14 : 8;
            var sidings = sidings(y, bottom + margin - 4);
            bottom = sidings.stream()
                    .mapToDouble(siding -> siding.y() + siding.height() + margin)
                    .max()
                    .orElse(bottom + margin - 6);
            if (names) {
                bottom = Math.max(bottom, top + (line.whole() || isEmpty() ? EMPTY_ROW : LEAST_ROW));
            }
            var marks = stops.stream().map(stop -> mark(stop, y)).toList();
            return track(round(top), round(y), round(bottom), marks, sidings);
        }

        private Mark mark(Stop stop, double y) {
            var label = new Label(round(stop.label.x()), round(y + stop.label.y()), stop.label.anchor());
            Double leader = Math.abs(stop.level) < 2
                    ? null
                    : Double.valueOf(round(stop.level > 0 ? label.y() + 22 : label.y() - 15));
            return new Mark(stop.station, round(stop.x), round(stop.capsule), label, leader);
        }

        private List<Siding> sidings(double y, double firstTrack) {
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
                var middle = top + TRACK / 2 + (group.rows > 1 ? i * TRACK : 0);
                var backward = group.back < group.from;
                var textX = backward ? group.from - 8 : group.reach > group.to ? group.to + 8 : x + 12;
                var inside = !backward && group.reach <= group.to;
                var text = inside ? TextWidth.SANS.cut(station.label(), DETAIL, group.to - 8 - textX) : station.label();
                items.add(new Item(station, text, round(x), round(middle), round(textX), backward ? "end" : "start"));
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

        private static String path(String form, Object... numbers) {
            var rounded = Arrays.stream(numbers)
                    .map(number -> number instanceof Double value ? (Object) round(value) : number)
                    .toArray();
            return String.format(Locale.ROOT, form, rounded);
        }

        private Row track(double top, double y, double bottom, List<Mark> marks, List<Siding> sidings) {
            var firstMark = marks.stream()
                    .filter(mark -> zone == null || mark.x() < zone)
                    .mapToDouble(mark -> mark.x() - Math.max(mark.capsule() / 2, RADIUS))
                    .min();
            var firstBranch = groups.stream()
                    .mapToDouble(group -> group.branch - BEND - 2)
                    .min();
            var from = Math.max(left, Math.min(firstMark.orElse(right), firstBranch.orElse(right)));
            var stopped = line.stopped();
            if (stopped != null && stopped.isBefore(span.end())) {
                var end = round(Math.max(from, x(stopped)));
                return new Row(
                        line, nameLines(), detail(), top, y, bottom, round(from), end, null, true, marks, sidings);
            }
            var furthest = marks.stream().mapToDouble(Mark::x).max().orElse(right);
            var waits = zone != null && furthest >= zone;
            var dotted = today != null || waits ? Double.valueOf(round(waits ? furthest : right)) : null;
            var solid = today != null ? Math.max(from, today) : right;
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
                    sidings);
        }

        /** The name on one line, or broken between its cities. */
        private List<String> nameLines() {
            var room = NAMES - 46 - 8;
            if (TextWidth.SIGN.of(line.name(), NAME) <= room) {
                return List.of(line.name());
            }
            var dash = line.name().indexOf(" – ");
            var parts = dash < 0
                    ? List.of(line.name())
                    : List.of(line.name().substring(0, dash + 2), line.name().substring(dash + 3));
            return parts.stream()
                    .map(part -> TextWidth.SIGN.cut(part, NAME, room))
                    .toList();
        }

        private String detail() {
            return TextWidth.SANS.cut(line.detail(), DETAIL, NAMES - 46 - 8);
        }
    }
}
