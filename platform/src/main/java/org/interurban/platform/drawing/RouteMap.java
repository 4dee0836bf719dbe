package org.interurban.platform.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Partnerships as routes between cities, every position worked out.
 *
 * @param land outlines, in half pixels; as the graticule and the arcs of the first of several maps only, whose paths the others show
 * @param place where these paths stand on it, as a transform
 * @param crowded cities that lie too close for labels, named in the margin
 * @param drawn whether the drawing could be made; its routes can always be listed
 */
public record RouteMap(
        double width,
        double height,
        String land,
        String graticule,
        String place,
        List<Arc> arcs,
        List<Stop> stops,
        List<Listed> crowded,
        List<Route> routes,
        boolean drawn) {

    /** @param local the name in the city's own script, null where it is the same */
    public record City(
            String code,
            String name,
            @Nullable String local,
            @Nullable String localLanguage,
            @Nullable String link,
            Position position) {}

    /** How far from its name in the margin a city's name in its own script stands. */
    static final double LOCAL = 104;

    private static final int LEAST_IN_AN_INSET = 3;

    /** As wide as the mark of a crowd, so that no two lie on each other. */
    static final double CLOSE = 28;

    /** What the letter of a route takes before a name in the margin. */
    static final double LETTER = 26;

    /** Up to this width the names in the margin stand close to the map: on a sheet of paper, and in a column of a page. */
    static final double SHEET = 600;

    static final double COLUMN = 800;

    /** For a phone: routes and stations only; a list says the rest. */
    private static final Size NARROW = new Size(390, 230, false);

    /** Two cities, or more in a loop. */
    public record Route(
            @Nullable String letter,
            String name,
            String detail,
            @Nullable String link,
            List<City> cities) {

        public Route {
            cities = List.copyOf(cities);
        }

        public String style() {
            return letter == null ? "line-none" : "line-" + letter.toLowerCase(Locale.ROOT);
        }

        /** Tells it from the others of its theme. */
        public String key() {
            return "route-" + (link == null ? name : link).replaceAll("[^A-Za-z0-9-]+", "-");
        }
    }

    /** Cities so close on a map of dots that their dots would lie on each other, at the place of the first. */
    public record Crowd(double x, double y, List<City> cities) {

        public String names() {
            return cities.stream().map(City::name).collect(Collectors.joining(", "));
        }
    }

    public record Arc(Route route, String path) {}

    /** @param label where its name stands; null where the margin names it, or the map is too small for names */
    public record Stop(City city, double x, double y, boolean small, LineDiagram.@Nullable Label label) {}

    /**
     * @param name cut to the room there is; {@code local} null where there is none for it
     * @param x where the letters of its routes begin, one after the other away from the map, and {@code nameX} its name
     * @param leader from the city to its line in the margin; anchor start on the right, end on the left
     */
    public record Listed(
            City city,
            String name,
            @Nullable String local,
            double x,
            double y,
            String anchor,
            double nameX,
            String leader,
            List<Route> routes) {}

    /** As wide as the page, at every width that it can have, widest first; the narrowest has no names. */
    public static List<RouteMap> wide(List<Route> routes) {
        return draw(routes, new Size(1440, 560, true), new Size(960, 420, true), NARROW);
    }

    /** Beside other things on a page: as for one programme. */
    public static List<RouteMap> card(List<Route> routes) {
        return draw(routes, new Size(720, 400, true), NARROW);
    }

    /** On a sheet of A4, with names, beside a few facts. */
    public static RouteMap printed(List<Route> routes) {
        return draw(routes, new Size(540, 150, true)).getFirst();
    }

    /**
     * Where many routes end, closer: the cities west and east of the widest stretch without any, each on a map of its own, with the
     * number of its route before its name.
     */
    public static List<RouteMap> insets(List<Route> routes) {
        var ends = new ArrayList<City>();
        for (int i = 0; i < routes.size(); i++) {
            for (var city : routes.get(i).cities()) {
                ends.add(new City(
                        city.code() + "/" + i, (i + 1) + " " + city.name(), null, null, city.link(), city.position()));
            }
        }
        ends.sort(Comparator.comparingDouble(city -> city.position().longitude()));
        var east = IntStream.rangeClosed(LEAST_IN_AN_INSET, ends.size() - LEAST_IN_AN_INSET)
                .boxed()
                .max(Comparator.comparingDouble(i -> ends.get(i).position().longitude()
                        - ends.get(i - 1).position().longitude()))
                .orElse(ends.size());
        return Stream.of(ends.subList(0, east), ends.subList(east, ends.size()))
                .filter(cities -> !cities.isEmpty())
                .map(cities -> draw(
                                cities.stream()
                                        .map(city -> new Route(null, city.name(), "", city.link(), List.of(city)))
                                        .toList(),
                                new Size(480, 320, true))
                        .getFirst())
                .toList();
    }

    /** How many cities there was no room to name. */
    public long unnamed() {
        var listed = crowded.stream().map(Listed::city).collect(Collectors.toSet());
        return stops.stream()
                .filter(stop -> stop.label() == null && !listed.contains(stop.city()))
                .count();
    }

    /** The keys of the routes that call at a city. */
    public String calling(City city) {
        return routes.stream()
                .filter(route -> route.cities().contains(city))
                .map(Route::key)
                .collect(Collectors.joining(" "));
    }

    /** How many routes it cannot show, since fewer than two of their cities have a known place. */
    public long left() {
        return routes.stream().filter(route -> route.cities().size() < 2).count();
    }

    /** Its cities, those that lie close together as one. */
    public List<Crowd> crowds() {
        var crowds = new ArrayList<Crowd>();
        for (var stop : stops) {
            crowds.stream()
                    .filter(crowd -> Math.hypot(crowd.x() - stop.x(), crowd.y() - stop.y()) < CLOSE)
                    .findFirst()
                    .orElseGet(() -> {
                        var crowd = new Crowd(stop.x(), stop.y(), new ArrayList<>());
                        crowds.add(crowd);
                        return crowd;
                    })
                    .cities()
                    .add(stop.city());
        }
        return crowds;
    }

    /** What a list knows of where its cities lie. */
    public interface Placed {
        String code();

        String name();

        @Nullable
        Double longitude();

        @Nullable
        Double latitude();
    }

    /** Those whose place is known. @param pages the address below which each has its page */
    public static List<RouteMap> dots(String pages, List<? extends Placed> listed) {
        var cities = new ArrayList<City>();
        for (var one : listed) {
            Position.known(one.longitude(), one.latitude())
                    .ifPresent(place ->
                            cities.add(new City(one.code(), one.name(), null, null, pages + one.code(), place)));
        }
        return dots(cities);
    }

    /** Where cities lie, without names, at every width that the page can have: a table beside it names them. */
    static List<RouteMap> dots(List<City> cities) {
        var each = cities.stream()
                .map(city -> new Route(null, city.name(), "", city.link(), List.of(city)))
                .toList();
        return draw(each, new Size(1440, 560, false), new Size(960, 420, false), new Size(390, 260, false));
    }

    /** Very many routes: where they run, without names, as wide as the page. */
    public static RouteMap crowd(List<Route> routes) {
        return draw(routes, new Size(1440, 720, false)).getFirst();
    }

    /** All routes in one stroke. */
    public String network() {
        return arcs.stream().map(Arc::path).collect(Collectors.joining());
    }

    private static List<RouteMap> draw(List<Route> routes, Size... sizes) {
        return SafeDrawing.of(
                () -> MapLayout.draw(Stream.of(sizes)
                        .map(size -> new MapLayout(routes, size.width(), size.height(), size.named()))
                        .toList()),
                Stream.of(sizes).map(size -> size.undrawn(routes)).toList());
    }

    private record Size(double width, double height, boolean named) {

        RouteMap undrawn(List<Route> routes) {
            return new RouteMap(width, height, "", "", "", List.of(), List.of(), List.of(), routes, false);
        }
    }
}
