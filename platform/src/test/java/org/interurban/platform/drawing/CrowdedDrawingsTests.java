package org.interurban.platform.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.drawing.RouteMap.City;
import org.interurban.platform.drawing.RouteMap.Route;
import org.interurban.platform.drawing.Station.Kind;
import org.interurban.platform.drawing.Station.Side;
import org.interurban.platform.drawing.Station.State;
import org.interurban.platform.shared.PartialPeriod;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks as crowded as any that we know of, made up from a seed: whatever is drawn of them can be read, at every width and on A4. */
class CrowdedDrawingsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final List<String> TITLES = List.of(
            "Study visit",
            "Online meeting",
            "Technical mission on hydrogen",
            "Workshop",
            "Webinar on waste",
            "Expert exchange");
    /** Names of many lengths, none of a city on earth. */
    private static final List<String> SYLLABLES =
            List.of("ka", "rin", "dol", "est", "ova", "mar", "ti", "ham", "bel", "grün", "sao", "lo", "쉬", "wick");

    /** A network: cities in two crowds and a few elsewhere, each in one partnership or more. */
    private record Network(List<Line> lines, List<Route> routes) {}

    static Stream<Integer> few() {
        return IntStream.of(0, 9, 29).boxed();
    }

    static Stream<Integer> all() {
        return IntStream.range(0, 30).boxed();
    }

    @ParameterizedTest
    @MethodSource("few")
    void someNetworksCanBeRead(int seed) {
        check(network(seed));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("all")
    void everyNetworkCanBeRead(int seed) {
        check(network(seed));
    }

    private static void check(Network network) {
        var span = Span.over(network.lines(), TODAY, Locale.ENGLISH);
        var diagrams =
                new ArrayList<>(LineDiagram.timetable(network.lines(), span).widths());
        for (var line : network.lines()) {
            diagrams.addAll(LineDiagram.of(line, span).widths());
            diagrams.add(LineDiagram.printed(line, span));
        }
        diagrams.forEach(CrowdedDrawingsTests::check);

        var maps = new ArrayList<>(RouteMap.wide(network.routes()));
        maps.addAll(RouteMap.card(network.routes()));
        maps.add(RouteMap.printed(network.routes()));
        maps.forEach(CrowdedDrawingsTests::check);
    }

    private static void check(LineDiagram diagram) {
        assertThat(diagram.isDrawn()).isTrue();
        for (var row : diagram.rows()) {
            var labels = new ArrayList<Box>();
            for (var mark : row.marks()) {
                if (!mark.label().text().isEmpty()) {
                    var box = LineDiagramTests.box(mark);
                    labels.add(box);
                    if (mark.leader() == null) {
                        assertIsNearest(
                                box,
                                new Point(mark.x(), row.y()),
                                row.marks().stream()
                                        .filter(other -> other != mark)
                                        .map(other -> new Point(other.x(), row.y())));
                    }
                }
            }
            row.sidings().stream()
                    .flatMap(siding -> siding.items().stream())
                    .filter(item -> !item.text().isEmpty())
                    .forEach(item -> labels.add(LineDiagramTests.box(item)));
            assertThat(row.marks())
                    .as("a name, or a number with a name in the list")
                    .allSatisfy(mark -> {
                        assertThat(mark.label().text()).isNotEmpty();
                        assertThat(row.top())
                                .isLessThanOrEqualTo(LineDiagramTests.box(mark).top());
                        assertThat(row.bottom())
                                .isGreaterThanOrEqualTo(
                                        LineDiagramTests.box(mark).bottom());
                    });
            assertNoneHits(labels);
        }
    }

    private static void check(RouteMap map) {
        assertThat(map.drawn()).isTrue();
        var labels = new ArrayList<Box>();
        for (var stop : map.stops()) {
            var label = stop.label();
            if (label != null) {
                var box = RouteMapTests.box(label);
                labels.add(box);
                assertIsNearest(
                        box,
                        new Point(stop.x(), stop.y()),
                        map.stops().stream()
                                .filter(other -> other != stop)
                                .map(other -> new Point(other.x(), other.y())));
            }
        }
        map.crowded().forEach(entry -> labels.add(RouteMapTests.box(entry)));
        assertNoneHits(labels);
    }

    private static void assertIsNearest(Box label, Point its, Stream<Point> others) {
        assertThat(others).allSatisfy(other -> assertThat(label.distance(other)).isGreaterThan(label.distance(its)));
    }

    private static void assertNoneHits(List<Box> labels) {
        assertThat(labels)
                .allSatisfy(label ->
                        assertThat(labels).filteredOn(other -> other != label).noneMatch(label::hits));
    }

    private static Network network(int seed) {
        var random = new Random(20261130L + seed);
        var count = seed == 29 ? 60 : seed == 9 ? 27 : 4 + random.nextInt(57);
        var cities = IntStream.range(0, count).mapToObj(i -> city(random, i)).toList();
        var lines = new ArrayList<Line>();
        var routes = new ArrayList<Route>();
        for (int i = 0; i < (count + 1) / 2; i++) {
            var one = cities.get(i);
            var other = cities.get(count - 1 - i);
            var letter = random.nextInt(4) == 0 ? null : Character.toString('A' + random.nextInt(8));
            var name = one.name() + " – " + other.name();
            routes.add(new Route(letter, name, "", "/", List.of(one, other)));
            var steps = i == 0 ? 40 : random.nextInt(random.nextInt(4) == 0 ? 41 : 9);
            var years = 1 + random.nextInt(3);
            lines.add(Line.of(
                    letter,
                    name,
                    "Theme",
                    "/",
                    IntStream.range(0, steps)
                            .mapToObj(step -> station(random, i(years, random)))
                            .toList()));
        }
        return new Network(lines, routes);
    }

    private static int i(int years, Random random) {
        return 2026 - random.nextInt(years);
    }

    private static Station station(Random random, int year) {
        var from = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        var when =
                switch (random.nextInt(8)) {
                    case 0 -> PartialPeriod.parse(Integer.toString(year), "", null);
                    case 1 -> PartialPeriod.parse(from.toString().substring(0, 7), "", null);
                    default ->
                        PartialPeriod.parse(
                                from.toString(),
                                from.plusDays(random.nextInt(4)).toString(),
                                null);
                };
        return Station.of(
                TITLES.get(random.nextInt(TITLES.size())),
                when.text(Locale.ENGLISH),
                when,
                Kind.values()[random.nextInt(Kind.values().length)],
                random.nextInt(4) == 0 ? State.PLANNED : State.HELD,
                Side.values()[random.nextInt(2)],
                "/");
    }

    private static City city(Random random, int number) {
        var position =
                switch (random.nextInt(5)) {
                    case 0, 1 -> new Position(random.nextDouble(-9, 28), random.nextDouble(36, 56));
                    case 2, 3 -> new Position(random.nextDouble(100, 135), random.nextDouble(0, 42));
                    default -> new Position(random.nextDouble(-120, 150), random.nextDouble(-40, 60));
                };
        var name = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i >= 0; i--) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return new City("city" + number, name.toString(), null, null, "/", position);
    }
}
