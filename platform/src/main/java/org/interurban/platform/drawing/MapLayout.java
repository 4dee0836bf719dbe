package org.interurban.platform.drawing;

import static org.interurban.platform.drawing.Point.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.drawing.LineDiagram.Label;
import org.interurban.platform.drawing.RouteMap.Arc;
import org.interurban.platform.drawing.RouteMap.City;
import org.interurban.platform.drawing.RouteMap.Listed;
import org.interurban.platform.drawing.RouteMap.Route;
import org.interurban.platform.drawing.RouteMap.Stop;
import org.jspecify.annotations.Nullable;

/** Chooses the centre and scale that show all cities, then finds a place for each name or lists it in the margin. */
final class MapLayout {

    static final double NAME = 16;
    private static final double LATITUDE = 24;
    private static final double CLOSE = 15;
    private static final double CROWD = 24;
    private static final double ENTRY = 40;
    /** Names in the margin stand at least so far under each other. */
    private static final double LEAST_ENTRY = 20;
    /** How much nearer a name lies to its own city than to any other. */
    private static final double NEARER = 4;

    private static final int MOST_LETTERS = 3;
    /** Too low for air above and below a list. */
    private static final double LOW = 200;

    private static final double RADIUS = 8;
    private static final int STEPS = 24;
    /** The globe's radius in pixels, at most: a map of neighbours still shows where in the world they are. */
    private static final double MOST = 460;
    /** Of cities alone more, by the width of the picture: so that neighbours are seen apart. */
    private static final double MOST_OF_CITIES = 1.6;

    private final List<Route> all;
    private final List<Route> routes;
    private final List<City> cities;
    private final double width;
    private final double height;
    private final boolean named;
    /** Room for the names in a margin, and beside the outermost cities. */
    private final double list;

    private final double side;
    private final double upper;
    private final double lower;

    private List<Stop> stops = List.of();
    private List<Listed> listed = List.of();
    private AzimuthalEqualArea projection = new AzimuthalEqualArea(new Position(64, LATITUDE), 300, new Point(0, 0));

    MapLayout(List<Route> routes, double width, double height, boolean named) {
        this.all = routes;
        this.routes = routes.stream().filter(route -> !route.cities().isEmpty()).toList();
        this.cities = this.routes.stream()
                .flatMap(route -> route.cities().stream())
                .collect(Collectors.toMap(City::code, city -> city, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        this.width = width;
        this.height = height;
        this.named = named;
        this.list = width > 1200 ? 330 : width > RouteMap.COLUMN ? 250 : width > RouteMap.SHEET ? 190 : listOfSheet();
        this.side = !named ? 44 : width > RouteMap.SHEET ? 150 : 96;
        this.upper = !named ? 40 : width > RouteMap.SHEET ? 90 : 44;
        this.lower = !named ? 56 : width > RouteMap.SHEET ? 120 : 44;
    }

    /** On paper as wide as the longest name, which nothing else there says in full. */
    private double listOfSheet() {
        var longest = cities.stream()
                .mapToDouble(city -> TextWidth.SIGN.of(city.name(), NAME))
                .max()
                .orElse(0);
        return Math.clamp(longest + bend() + RouteMap.LETTER + 18, 150, Math.max(150, width * 0.42));
    }

    /** Maps of the same routes, whose paths are those of the first, moved and scaled: the centre of all is the same. */
    static List<RouteMap> draw(List<MapLayout> layouts) {
        layouts.forEach(MapLayout::lay);
        var first = layouts.getFirst();
        var frame = layouts.stream()
                .map(layout -> layout.frameOn(first))
                .reduce(Box::with)
                .orElseThrow();
        return layouts.stream().map(layout -> layout.map(first, frame)).toList();
    }

    private void lay() {
        fit(false, false);
        var crowded = named ? crowded() : new LinkedHashSet<City>();
        stops = stops(crowded, listed);
        while (named) {
            fit(onSide(crowded, true), onSide(crowded, false));
            crowded.addAll(crowded());
            listed = list(crowded);
            stops = stops(crowded, listed);
            var without = stops.stream()
                    .filter(stop -> stop.label() == null && !crowded.contains(stop.city()))
                    .map(Stop::city)
                    .toList();
            if (without.isEmpty()) {
                break;
            }
            crowded.addAll(without);
        }
    }

    private RouteMap map(MapLayout first, Box frame) {
        var isFirst = first == this;
        var view = new Land.View(projection, frame);
        var arcs = routes.stream()
                .filter(route -> route.cities().size() > 1)
                .map(route -> new Arc(route, isFirst ? path(route) : ""))
                .toList();
        return new RouteMap(
                width,
                height,
                isFirst ? Land.path(view) : "",
                isFirst ? Graticule.path(view) : "",
                "translate(%s %s) scale(%s)"
                        .formatted(
                                round(projection.middle().x()
                                        - scaleOf(first)
                                                * first.projection.middle().x()),
                                round(projection.middle().y()
                                        - scaleOf(first)
                                                * first.projection.middle().y()),
                                Math.round(scaleOf(first) * 5e4) / 1e5),
                arcs,
                stops,
                listed,
                all,
                true);
    }

    private double scaleOf(MapLayout first) {
        return projection.scale() / first.projection.scale();
    }

    /** What it shows, on the first map. */
    private Box frameOn(MapLayout first) {
        var middle = first.projection.middle();
        var scale = scaleOf(first);
        var left = middle.x() - projection.middle().x() / scale;
        var top = middle.y() - projection.middle().y() / scale;
        return new Box(
                Math.floor(left), Math.floor(top), Math.ceil(left + width / scale), Math.ceil(top + height / scale));
    }

    private Point at(City city) {
        return projection.project(city.position());
    }

    /** The middle of the longitudes, and a scale at which cities and routes fill the picture beside the lists. */
    private void fit(boolean listLeft, boolean listRight) {
        if (cities.isEmpty()) {
            projection =
                    new AzimuthalEqualArea(new Position(64, LATITUDE), width / 3, new Point(width / 2, height / 2));
            return;
        }
        var centre = new Position(middleLongitude(), LATITUDE);
        var flat = new AzimuthalEqualArea(centre, 1, new Point(0, 0));
        var points = routes.stream()
                .flatMap(route -> way(route).stream())
                .map(flat::project)
                .toList();
        var left = points.stream().mapToDouble(Point::x).min().orElse(0);
        var right = points.stream().mapToDouble(Point::x).max().orElse(0);
        var top = points.stream().mapToDouble(Point::y).min().orElse(0);
        var bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
        var start = listLeft ? list : side;
        var end = width - (listRight ? list + 70 : side);
        var base = height - lower;
        var scale = Math.min(
                named || routes.stream().anyMatch(route -> route.cities().size() > 1) ? MOST : width * MOST_OF_CITIES,
                Math.min((end - start) / Math.max(right - left, 1e-6), (base - upper) / Math.max(bottom - top, 1e-6)));
        var middle = new Point(
                Math.round((start + end) / 2 - (left + right) / 2 * scale),
                Math.round((upper + base) / 2 - (top + bottom) / 2 * scale));
        projection = new AzimuthalEqualArea(centre, Math.round(scale), middle);
    }

    /** The middle of the cities on the side of the globe where they lie: opposite the widest stretch without any. */
    private double middleLongitude() {
        var inOrder = cities.stream()
                .mapToDouble(city -> city.position().longitude())
                .sorted()
                .toArray();
        var west = inOrder[0];
        var east = inOrder[inOrder.length - 1];
        var widest = west + 360 - east;
        for (int i = 1; i < inOrder.length; i++) {
            if (inOrder[i] - inOrder[i - 1] > widest) {
                widest = inOrder[i] - inOrder[i - 1];
                west = inOrder[i];
                east = inOrder[i - 1] + 360;
            }
        }
        var middle = Math.round((west + east) / 2);
        return middle > 180 ? middle - 360 : middle;
    }

    private static List<Position> way(Route route) {
        var cities = route.cities();
        if (cities.size() == 1) {
            return List.of(cities.getFirst().position());
        }
        var way = new ArrayList<Position>();
        for (int i = 1; i < cities.size(); i++) {
            way.addAll(cities.get(i - 1).position().greatCircle(cities.get(i).position(), STEPS));
        }
        if (cities.size() > 2) {
            way.addAll(cities.getLast().position().greatCircle(cities.getFirst().position(), STEPS));
        }
        return way;
    }

    private String path(Route route) {
        var path = new StringBuilder();
        Point.stroke(path, way(route).stream().map(projection::project).toList());
        return path.toString();
    }

    // names

    private boolean onSide(Set<City> crowded, boolean left) {
        return crowded.stream().anyMatch(city -> isLeft(city) == left);
    }

    private boolean isLeft(City city) {
        var xs = cities.stream().mapToDouble(other -> at(other).x()).summaryStatistics();
        return at(city).x() < (xs.getMin() + xs.getMax()) / 2;
    }

    /** Two cities all but on each other, or three and more in a crowd. */
    private Set<City> crowded() {
        var crowded = new LinkedHashSet<City>();
        for (var city : cities) {
            var near = cities.stream()
                    .filter(other -> !other.equals(city) && at(other).distance(at(city)) < CROWD)
                    .toList();
            if (near.size() > 1 || near.stream().anyMatch(other -> at(other).distance(at(city)) < CLOSE)) {
                crowded.add(city);
                near.stream()
                        .filter(other -> near.size() > 1 || at(other).distance(at(city)) < CLOSE)
                        .forEach(crowded::add);
            }
        }
        return crowded;
    }

    private List<Stop> stops(Set<City> crowded, List<Listed> listed) {
        var taken = new ArrayList<Box>();
        for (var city : cities) {
            taken.add(around(at(city), RADIUS + 2));
        }
        listed.forEach(entry -> taken.addAll(covered(entry)));
        var ways = routes.stream()
                .flatMap(route -> way(route).stream())
                .map(projection::project)
                .toList();
        var stops = new ArrayList<Stop>();
        for (var city : cities) {
            var point = at(city);
            var label = named && !crowded.contains(city) ? label(city, point, taken, ways) : null;
            stops.add(new Stop(city, round(point.x()), round(point.y()), !named || crowded.contains(city), label));
        }
        return List.copyOf(stops);
    }

    /** What a name in the margin and the line to it cover, the line in short pieces. */
    private List<Box> covered(Listed entry) {
        var covered = new ArrayList<Box>();
        covered.add(
                entry.anchor().equals("start")
                        ? new Box(entry.x() - 12, entry.y() - 10, width, entry.y() + 10)
                        : new Box(0, entry.y() - 10, entry.x() + 12, entry.y() + 10));
        var from = at(entry.city());
        var to = new Point(elbow(entry.anchor().equals("end"), entry.x()), entry.y());
        for (double part = 0; part <= 1; part += 1 / 40.0) {
            covered.add(
                    around(new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y())), 2));
        }
        return covered;
    }

    private double elbow(boolean left, double x) {
        return left ? x + bend() : x - bend();
    }

    private double bend() {
        return width > RouteMap.COLUMN ? 60 : 36;
    }

    private static Box around(Point point, double radius) {
        return new Box(point.x() - radius, point.y() - radius, point.x() + radius, point.y() + radius);
    }

    /** The place nearest to its city that nothing covers; none where all places are taken, or nearer to another city. */
    private @Nullable Label label(City city, Point point, List<Box> taken, List<Point> ways) {
        var name = TextWidth.SIGN.cut(city.name(), NAME, width > RouteMap.SHEET ? width / 5 : width / 3);
        var wide = TextWidth.SIGN.of(name, NAME) + 4;
        Label best = null;
        Box place = null;
        var least = Double.MAX_VALUE;
        for (var anchor : List.of("end", "start", "middle")) {
            for (var dy : List.of(0, -10, 10, -17, 17, -22, 24, -27, 29)) {
                var beside = !anchor.equals("middle");
                if (!beside && Math.abs(dy) < 20) {
                    continue;
                }
                var dx = beside ? (Math.abs(dy) < 17 ? 15 : Math.abs(dy) < 20 ? 8 : 0) : 0;
                var x =
                        switch (anchor) {
                            case "end" -> point.x() - dx;
                            case "start" -> point.x() + dx;
                            default -> point.x();
                        };
                var left =
                        switch (anchor) {
                            case "end" -> x - wide;
                            case "start" -> x;
                            default -> x - wide / 2;
                        };
                var y = point.y() + 5 + dy;
                var box = new Box(left - 2, y - 14, left + wide, y + 4);
                var free = box.left() >= 4
                        && box.right() <= width - 4
                        && box.top() >= 2
                        && box.bottom() <= height - 2
                        && taken.stream().noneMatch(box::hits)
                        && isNearestTo(city, point, box);
                var cost = Math.abs(dy) * 0.2
                        + ways.stream()
                                        .filter(way -> box.wider(3).hits(around(way, 1)))
                                        .count()
                                * 9;
                if (free && cost < least) {
                    least = cost;
                    best = new Label(round(x), round(y), anchor, name);
                    place = box;
                }
            }
        }
        if (place != null) {
            taken.add(place);
        }
        return best;
    }

    private boolean isNearestTo(City city, Point point, Box box) {
        var its = box.distance(point) + NEARER;
        return cities.stream().noneMatch(other -> !other.equals(city) && box.distance(at(other)) < its);
    }

    // the list in the margin

    private List<Listed> list(Set<City> crowded) {
        var listed = new ArrayList<Listed>();
        for (var left : List.of(true, false)) {
            var column = crowded.stream()
                    .filter(city -> isLeft(city) == left)
                    .sorted(Comparator.comparingLong(city -> -routesOf(city).count()))
                    .limit((long) ((height - 2 * edge()) / (height > LOW ? LEAST_ENTRY : NAME + 1)))
                    .sorted(Comparator.comparingDouble((City city) -> at(city).y())
                            .thenComparingDouble(city -> left ? -at(city).x() : at(city).x()))
                    .collect(Collectors.toCollection(ArrayList::new));
            listed.addAll(column(column, left));
        }
        return List.copyOf(listed);
    }

    private Stream<Route> routesOf(City city) {
        return routes.stream().filter(route -> route.cities().contains(city));
    }

    /** How far from the upper and lower edge the list keeps. */
    private double edge() {
        return height > LOW ? 40 : 6;
    }

    private List<Listed> column(List<City> column, boolean left) {
        if (column.isEmpty()) {
            return List.of();
        }
        var step = Math.min(ENTRY, (height - 2 * edge()) / column.size());
        var mean = column.stream().mapToDouble(city -> at(city).y()).average().orElse(0);
        var top = Math.clamp(
                mean - step * column.size() * 0.62, edge(), Math.max(edge(), height - edge() - step * column.size()));
        var x = left ? list - bend() - 4 : width - list;
        var elbow = elbow(left, x);
        uncross(column, elbow, top, step);
        var letters =
                column.stream().mapToInt(city -> lettered(city).size()).max().orElse(0);
        var its = letters * RouteMap.LETTER + 6.0;
        var room = (left ? x : width - x) - its - 4;
        var listed = new ArrayList<Listed>();
        for (int i = 0; i < column.size(); i++) {
            var city = column.get(i);
            var y = top + i * step + step / 2;
            var point = at(city);
            var leader = "M%s %sL%s %sH%s"
                    .formatted(
                            round(point.x()), round(point.y()), round(elbow), round(y), round(left ? x + 12 : x - 12));
            var name = TextWidth.SIGN.cut(city.name(), NAME, room);
            listed.add(new Listed(
                    city,
                    name,
                    left || !fits(name, city.local(), room) ? null : city.local(),
                    round(x),
                    round(y),
                    left ? "end" : "start",
                    round(left ? x - its : x + its),
                    leader,
                    lettered(city)));
        }
        return listed;
    }

    private List<Route> lettered(City city) {
        return routesOf(city)
                .filter(route -> route.letter() != null)
                .limit(MOST_LETTERS)
                .toList();
    }

    /** The name in the city's own script stands in a column after the other. */
    private static boolean fits(String name, @Nullable String local, double room) {
        return local != null
                && TextWidth.SIGN.of(name, NAME) <= RouteMap.LOCAL - 4
                && TextWidth.SANS.of(local, 15) <= room - RouteMap.LOCAL;
    }

    /** Two leaders that cross change their places in the list, which makes them shorter together. */
    private void uncross(List<City> column, double elbow, double top, double step) {
        for (int round = 0, swaps = 1; swaps > 0 && round < column.size() * column.size(); round++) {
            swaps = 0;
            for (int i = 1; i < column.size(); i++) {
                for (int j = 0; j < i; j++) {
                    var from = new Point(elbow, top + (j + 0.5) * step);
                    var to = new Point(elbow, top + (i + 0.5) * step);
                    if (cross(at(column.get(j)), from, at(column.get(i)), to)) {
                        column.set(i, column.set(j, column.get(i)));
                        swaps++;
                    }
                }
            }
        }
    }

    static boolean cross(Point a, Point b, Point c, Point d) {
        return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
