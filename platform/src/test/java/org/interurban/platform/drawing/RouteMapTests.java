package org.interurban.platform.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.interurban.platform.drawing.RouteMap.City;
import org.interurban.platform.drawing.RouteMap.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn with the cities of the sample network's eight active partnerships. */
class RouteMapTests {

    private static final City SEOUL = city("Seoul", 126.98, 37.57);
    private static final City BUSAN = city("Busan", 129.03, 35.10);
    private static final City SEJONG = city("Sejong", 127.29, 36.48);
    private static final City INCHEON = city("Incheon", 126.71, 37.46);
    private static final City GWANGJU = city("Gwangju", 126.92, 35.15);
    private static final City TAOYUAN = city("Taoyuan", 121.30, 24.99);
    private static final City TAICHUNG = city("Taichung", 120.68, 24.15);
    private static final City DUBLIN = city("Dublin", -6.25, 53.33);

    private static final List<Route> ROUTES = List.of(
            route("A", SEOUL, DUBLIN),
            route("B", BUSAN, city("Rotterdam", 4.48, 51.92)),
            route("C", SEJONG, city("Sofia", 23.32, 42.70)),
            route("C", INCHEON, city("Almeria", -2.46, 36.84)),
            route("D", INCHEON, city("Berlin", 13.41, 52.52)),
            route("E", GWANGJU, city("Athens", 23.73, 37.98)),
            route("F", TAOYUAN, city("Braga", -8.43, 41.55)),
            route("G", TAICHUNG, city("Prato", 11.10, 43.88)));

    static Stream<RouteMap> maps() {
        return Stream.of(
                RouteMap.wide(ROUTES).get(0),
                RouteMap.wide(ROUTES).get(1),
                RouteMap.card(ROUTES).getFirst());
    }

    @Test
    void putsTheCentreInTheMiddleAndAQuarterOfTheGlobeAtItsChord() {
        var projection = new AzimuthalEqualArea(new Position(64, 24), 100, new Point(500, 300));

        assertThat(projection.project(new Position(64, 24))).isEqualTo(new Point(500, 300));
        var north = projection.project(new Position(64, 24 + 60));
        assertThat(north.x()).isCloseTo(500, within(1e-9));
        assertThat(north.y()).isCloseTo(300 - 100 * 2 * Math.sin(Math.toRadians(30)), within(1e-9));
        var east = new AzimuthalEqualArea(new Position(0, 0), 100, new Point(0, 0)).project(new Position(90, 0));
        assertThat(east.x()).isCloseTo(100 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void aRouteIsToldFromTheOthersOfItsTheme() {
        var map = RouteMap.card(ROUTES).getFirst();
        var ofTheme =
                ROUTES.stream().filter(route -> "C".equals(route.letter())).toList();

        assertThat(ofTheme).extracting(Route::style).containsOnly("line-c");
        assertThat(ofTheme).extracting(Route::key).doesNotHaveDuplicates();
        assertThat(map.calling(INCHEON).split(" "))
                .containsExactlyInAnyOrder(ROUTES.get(3).key(), ROUTES.get(4).key());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void citiesCloseTogetherAreOneCrowdOfWhichNoTwoLieOnEachOther(int width) {
        var cities = List.of(SEOUL, INCHEON, SEJONG, BUSAN, GWANGJU, TAOYUAN, TAICHUNG, DUBLIN);

        var crowds = RouteMap.dots(cities).get(width).crowds();

        assertThat(crowds).flatExtracting(RouteMap.Crowd::cities).containsExactlyInAnyOrderElementsOf(cities);
        assertThat(crowds)
                .filteredOn(crowd -> crowd.cities().contains(SEOUL))
                .singleElement()
                .satisfies(crowd -> assertThat(crowd.cities()).contains(INCHEON).doesNotContain(DUBLIN));
        for (var one : crowds) {
            assertThat(crowds)
                    .filteredOn(other -> other != one)
                    .allMatch(other -> Math.hypot(other.x() - one.x(), other.y() - one.y()) >= RouteMap.CLOSE);
        }
    }

    @Test
    void noNameIsCutOnPaperWhereThereIsRoom() {
        var pairs = List.of(
                route("A", city("Phnom Penh", 104.92, 11.56), DUBLIN),
                route("B", city("Kuala Lumpur", 101.69, 3.14), city("Prato", 11.10, 43.88)),
                route("C", city("George Town", 100.33, 5.41), city("Braga", -8.43, 41.55)),
                route("D", city("Seberang Perai", 100.40, 5.38), city("Sofia", 23.32, 42.70)),
                route("E", city("Petaling Jaya", 101.61, 3.11), city("Berlin", 13.41, 52.52)),
                route("F", city("Ho Chi Minh City", 106.70, 10.78), city("Athens", 23.73, 37.98)));

        assertThat(RouteMap.insets(pairs))
                .flatExtracting(RouteMap::crowded)
                .isNotEmpty()
                .extracting(RouteMap.Listed::name)
                .noneMatch(name -> name.contains("…"));
    }

    @Test
    void citiesOfOneCountryAreSeenApart() {
        var map = RouteMap.dots(List.of(SEOUL, BUSAN, SEJONG, GWANGJU)).getFirst();

        assertThat(map.crowds()).hasSize(4);
    }

    @Test
    void countsTheRoutesThatItCannotShow() {
        var routes = List.of(
                ROUTES.getFirst(),
                new Route("B", "Busan", "", null, List.of(BUSAN)),
                new Route("C", "Nowhere", "", null, List.of()));

        assertThat(RouteMap.card(routes).getFirst().left()).isEqualTo(2);
        assertThat(RouteMap.card(ROUTES).getFirst().left()).isZero();
    }

    @Test
    void keepsAreasEqual() {
        var projection = new AzimuthalEqualArea(new Position(64, 24), 1000, new Point(0, 0));

        assertThat(area(projection, 64, 24))
                .isCloseTo(area(projection, 10, 50), within(0.01 * area(projection, 64, 24)));
    }

    /** Of a field half a degree high, as wide as makes its area the same everywhere on the globe. */
    private static double area(AzimuthalEqualArea projection, double longitude, double latitude) {
        var wide = 0.5 / Math.cos(Math.toRadians(latitude + 0.25));
        var a = projection.project(new Position(longitude, latitude));
        var b = projection.project(new Position(longitude + wide, latitude));
        var c = projection.project(new Position(longitude, latitude + 0.5));
        return Math.abs((b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()));
    }

    @Test
    void followsTheShortestWay() {
        var way = SEOUL.position().greatCircle(DUBLIN.position(), 40);

        assertThat(SEOUL.position().kilometres(DUBLIN.position())).isCloseTo(8980, within(60.0));
        assertThat(way.get(20).kilometres(SEOUL.position()))
                .isCloseTo(way.get(20).kilometres(DUBLIN.position()), within(0.001));
        assertThat(way.get(20).latitude()).isGreaterThan(65);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void namesEveryCityOnceAndNoNameCoversAnother(RouteMap map) {
        var labels = map.stops().stream()
                .filter(stop -> stop.label() != null)
                .map(stop -> box(stop.label()))
                .toList();

        assertThat(labels.size() + map.crowded().size()).isEqualTo(map.stops().size());
        assertThat(labels).allSatisfy(label -> {
            assertThat(labels).filteredOn(other -> other != label).noneMatch(label::hits);
            assertThat(label.left()).isPositive();
            assertThat(label.right()).isLessThan(map.width());
        });
    }

    @ParameterizedTest
    @MethodSource("maps")
    void listsTheCrowdedCitiesInTheMarginWithoutCrossingLeaders(RouteMap map) {
        assertThat(map.crowded()).extracting(entry -> entry.city().name()).contains("Seoul", "Busan", "Sejong");
        var leaders = map.crowded().stream()
                .map(entry -> entry.leader().split("[ MLH]+"))
                .map(parts -> new Point[] {point(parts[1], parts[2]), point(parts[3], parts[4])})
                .toList();
        for (var one : leaders) {
            assertThat(leaders)
                    .filteredOn(other -> other != one)
                    .noneMatch(other -> MapLayout.cross(one[0], one[1], other[0], other[1]));
        }
    }

    @Test
    void mapsOfEveryWidthShowThePathsOfTheFirstAtTheirOwnPlace() {
        var maps = RouteMap.wide(ROUTES);

        for (var map : maps.subList(1, 3)) {
            assertThat(map.land() + map.graticule() + map.network()).isEmpty();
            var place = map.place().split("[^-.\\d]+");
            for (int i = 0; i < ROUTES.size(); i++) {
                var city = ROUTES.get(i).cities().getFirst();
                var begins = maps.getFirst().arcs().get(i).path().split("[M l-]");
                var stop = map.stops().stream()
                        .filter(one -> one.city().equals(city))
                        .findFirst()
                        .orElseThrow();
                assertThat(Double.parseDouble(place[1]) + Double.parseDouble(begins[1]) * Double.parseDouble(place[3]))
                        .isCloseTo(stop.x(), within(0.6));
                assertThat(Double.parseDouble(place[2]) + Double.parseDouble(begins[2]) * Double.parseDouble(place[3]))
                        .isCloseTo(stop.y(), within(0.6));
            }
        }
    }

    @Test
    void drawsLandThatAPageCanCarry() {
        assertThat(RouteMap.wide(ROUTES).getFirst().land()).hasSizeBetween(5_000, 60_000);
        assertThat(RouteMap.card(ROUTES).getLast().stops()).allMatch(stop -> stop.label() == null);
    }

    private static Point point(String x, String y) {
        return new Point(Double.parseDouble(x), Double.parseDouble(y));
    }

    static Box box(LineDiagram.Label label) {
        return box(label.x(), label.y(), label.text(), label.anchor());
    }

    static Box box(RouteMap.Listed entry) {
        return box(entry.nameX(), entry.y() + 6, entry.name(), entry.anchor());
    }

    private static Box box(double x, double y, String text, String anchor) {
        var width = TextWidth.SIGN.of(text, MapLayout.NAME);
        var left =
                switch (anchor) {
                    case "start" -> x;
                    case "end" -> x - width;
                    default -> x - width / 2;
                };
        return new Box(left, y - 13, left + width, y + 3);
    }

    private static City city(String name, double longitude, double latitude) {
        return new City(name, name, null, null, null, new Position(longitude, latitude));
    }

    private static Route route(String letter, City... cities) {
        return new Route(letter, cities[0].name() + " – " + cities[1].name(), "", null, List.of(cities));
    }
}
