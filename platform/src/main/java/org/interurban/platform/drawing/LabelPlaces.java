package org.interurban.platform.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interurban.platform.drawing.LineDiagram.Label;

/** Finds a place for the label of every station of a row, so that none covers another, a station, or a rule. */
final class LabelPlaces {

    static final double TITLE = 15;
    static final double DETAIL = 14;
    static final double ABOVE = 47;
    private static final double LEVEL = 38;
    /** How much of the drawing's width one label may take: half of it, and ever less where there are many. */
    private static final List<Double> ROOMS = List.of(1 / 2.0, 1 / 3.0, 1 / 5.0, 1 / 8.0, 1 / 12.0);
    /** More stations stand too close for names. */
    private static final int MOST_NAMED = 80;

    private final Axis axis;
    private final List<Stop> stops;
    private final List<Box> taken = new ArrayList<>();
    private final Map<Stop, Box> placed = new LinkedHashMap<>();

    LabelPlaces(Axis axis, List<Stop> stops) {
        this.axis = axis;
        this.stops = stops;
    }

    /** What the labels and the thin lines to them cover. */
    List<Box> taken() {
        return taken;
    }

    /** Beside each station, where the row is loose enough for that. */
    boolean labelBeside() {
        var beside = new ArrayList<Box>();
        for (var stop : stops) {
            stop.name(room(0));
            var start = stop.x + stop.half + 8;
            var box = new Box(start, -18, start + stop.labelWidth(), 18);
            var its = box.wider(8 + stop.half);
            var free = box.right() <= axis.width
                    && beside.stream().noneMatch(box::hits)
                    && stops.stream().noneMatch(other -> other != stop && its.hits(other.body()))
                    && conflicts(stop, box, 0) == 0;
            if (!free) {
                return false;
            }
            beside.add(box);
            stop.label = new Label(start, -3, "start", stop.title);
        }
        taken.addAll(beside);
        return true;
    }

    /**
     * From either end, each label takes the place that costs least; the end from which all cost less wins. Where labels still
     * cover each other they are cut shorter and try again; one that finds no place even so gives way to a number, and a number
     * without a place to the table.
     */
    void label() {
        if (stops.size() > MOST_NAMED) {
            stops.forEach(Stop::leaveUnnamed);
            return;
        }
        for (int shorter = 0; shorter < ROOMS.size(); shorter++) {
            for (var stop : stops) {
                stop.name(room(shorter));
            }
            placeFromEitherEnd();
            if (withoutPlace().isEmpty()) {
                return;
            }
        }
        for (var without = withoutPlace(); !without.isEmpty(); without = withoutPlace()) {
            if (placed.keySet().stream().allMatch(stop -> stop.numbered)) {
                without.forEach(stop -> {
                    placed.remove(stop);
                    stop.leaveUnnamed();
                });
                taken.clear();
                placed.forEach(this::take);
                return;
            }
            var crowded = without.stream().allMatch(stop -> stop.numbered) ? placed.keySet() : without;
            crowded.forEach(stop -> stop.number("00"));
            placeFromEitherEnd();
        }
    }

    /** Those whose label, or the thin line to it, covers another or a station, or stands as near to another station as to its own. */
    private List<Stop> withoutPlace() {
        var kept = new ArrayList<Box>();
        var without = new ArrayList<Stop>();
        placed.forEach((stop, box) -> {
            var its = Math.abs(stop.level) > 1 ? List.of(box, leader(stop, box)) : List.of(box);
            if (its.stream().anyMatch(one -> kept.stream().anyMatch(one::hits))
                    || stops.stream().anyMatch(other -> other != stop && box.hits(other.body()))
                    || Math.abs(stop.level) < 2 && isOverAnother(stop, box)) {
                without.add(stop);
            } else {
                kept.addAll(its);
            }
        });
        return without;
    }

    /** Without a thin line a label belongs to the one station over or under it. */
    private boolean isOverAnother(Stop stop, Box box) {
        return stops.stream().anyMatch(other -> other != stop && box.left() - 2 < other.x && other.x < box.right() + 2);
    }

    private double room(int shorter) {
        return (axis.width - axis.left) * ROOMS.get(shorter);
    }

    private void placeFromEitherEnd() {
        var named = stops.stream().filter(stop -> !stop.title.isEmpty()).toList();
        var forward = label(named);
        if (label(named.reversed()) > forward) {
            label(named);
        }
    }

    private double label(List<Stop> inTurn) {
        var total = 0.0;
        placed.clear();
        taken.clear();
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
                            stop.label = label(stop, box, anchor);
                        }
                    }
                }
            }
            total += best;
            placed.put(stop, place);
            take(stop, place);
        }
        return total;
    }

    /** Where the edge of the drawing pushed a label aside, both its lines begin on the side of the station. */
    private static Label label(Stop stop, Box box, String anchor) {
        var pushed = stop.x - (box.left() + box.right()) / 2;
        var its = !anchor.equals("middle") || Math.abs(pushed) < 1 ? anchor : pushed < 0 ? "start" : "end";
        var x =
                switch (its) {
                    case "start" -> box.left() + 3;
                    case "end" -> box.right() - 3;
                    default -> (box.left() + box.right()) / 2;
                };
        return new Label(x, box.top() + 15, its, stop.title);
    }

    private void take(Stop stop, Box label) {
        taken.add(label);
        if (Math.abs(stop.level) > 1) {
            taken.add(leader(stop, label));
        }
    }

    private Box labelBox(Stop stop, Station.Side side, int level, String anchor) {
        var width = stop.labelWidth();
        var near = Math.min(stop.half, 12);
        var start =
                switch (anchor) {
                    case "start" -> stop.x - near;
                    case "end" -> stop.x + near - width;
                    default -> stop.x - width / 2;
                };
        start = Math.max(axis.names() ? axis.left + 2 : 0, Math.min(start, axis.width - width));
        var away = stop.rings + level * LEVEL;
        var height = stop.labelHeight();
        var top = side == Station.Side.ABOVE ? 33 - ABOVE - height - away : 13 + away;
        return new Box(start, top, start + width, top + height);
    }

    private Box leader(Stop stop, Box label) {
        return label.bottom() < 0
                ? new Box(stop.x - 1, label.bottom(), stop.x + 1, -12)
                : new Box(stop.x - 1, 12, stop.x + 1, label.top());
    }

    private long conflicts(Stop stop, Box box, int level) {
        var hits = taken.stream().filter(box::hits).count()
                + stops.stream()
                        .filter(other -> other != stop && box.hits(other.body()))
                        .count();
        if (level > 0) {
            hits += taken.stream().filter(leader(stop, box)::hits).count();
        } else if (isOverAnother(stop, box)) {
            hits++;
        }
        if (axis.today != null && box.left() < axis.today + 3 && axis.today - 3 < box.right()) {
            hits++;
        }
        hits += axis.joins.stream()
                .filter(join -> box.left() < join + 2 && join - 2 < box.right())
                .count();
        return hits;
    }
}
