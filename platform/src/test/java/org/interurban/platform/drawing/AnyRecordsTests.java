package org.interurban.platform.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.drawing.RouteMap.City;
import org.interurban.platform.drawing.RouteMap.Route;
import org.interurban.platform.drawing.Station.Kind;
import org.interurban.platform.drawing.Station.Side;
import org.interurban.platform.drawing.Station.State;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the records hold, a drawing is made, stays inside its frame and can be read: thousands of made-up ones, from a seed. */
class AnyRecordsTests {

    private static final long SEED = 20230420;
    private static final LocalDate TODAY = LocalDate.of(2023, 4, 20);
    private static final List<String> ALPHABETS = List.of(
            "W",
            "한",
            "i",
            "👩‍👩‍👧‍👦",
            "가나다 라마 ",
            "long words and short ones ",
            "é̂̃",
            "漢字かな",
            "ﷺ",
            "\u202e\u200d ",
            "a\nb");
    private static final List<Integer> LENGTHS = List.of(0, 1, 5, 20, 60, 150, 300);

    static Stream<Integer> seeds() {
        return IntStream.range(0, 25).boxed();
    }

    private static void repeat(int times, int seed, Consumer<Random> check) {
        for (int i = 0; i < times; i++) {
            var number = SEED + seed * 50L + i;
            try {
                check.accept(new Random(number));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("With the seed " + number + ": " + e, e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linesAreDrawn(int seed) {
        repeat(50, seed, random -> {
            var lines = IntStream.range(0, 1 + random.nextInt(random.nextInt(5) == 0 ? 12 : 3))
                    .mapToObj(i -> line(random))
                    .toList();
            var locale = random.nextBoolean() ? Locale.ENGLISH : Locale.KOREAN;
            var span =
                    switch (random.nextInt(3)) {
                        case 0 -> Span.around(day(random), locale);
                        case 1 -> new Span(YearMonth.of(2023, 4), YearMonth.of(2023, 4), TODAY, locale);
                        default -> Span.over(lines, TODAY, locale);
                    };

            LineDiagram.timetable(lines, span).widths().forEach(AnyRecordsTests::check);
            check(LineDiagram.of(lines.getFirst(), span));
            check(LineDiagram.printed(lines.getFirst(), span));
            check(LineDiagram.strip(lines.getFirst().dated(), span));
        });
    }

    private static void check(LineDiagram diagram) {
        assertThat(diagram.isDrawn()).isTrue();
        assertThat(diagram.upright().entries()).isNotNull();
        assertThat(diagram.height()).isBetween(0.0, 4000.0 * diagram.rows().size() + 100);
        assertThat(diagram.ticks()).hasSizeLessThanOrEqualTo(200);
        var years = diagram.ticks().stream().filter(tick -> tick.year() != null).toList();
        for (int i = 1; i < years.size(); i++) {
            assertThat(years.get(i).x() - years.get(i - 1).x()).isGreaterThanOrEqualTo(34);
        }
        var flag = diagram.flag();
        if (flag != null) {
            assertThat(flag.x()).isBetween(0.0, diagram.width() - flag.width() + 0.1);
        }
        for (var row : diagram.rows()) {
            assertThat(row.from()).isBetween(diagram.left(), diagram.width());
            assertThat(row.solidTo()).isBetween(row.from(), diagram.width());
            assertThat(diagram.names() ? row.names() : List.<String>of())
                    .allSatisfy(
                            name -> assertThat(TextWidth.SIGN.of(name, 17)).isLessThanOrEqualTo(diagram.left() - 54));
            var labels = new ArrayList<Box>();
            for (var mark : row.marks()) {
                assertThat(mark.x() - mark.capsule() / 2).isGreaterThanOrEqualTo(diagram.left() - 0.1);
                assertThat(mark.x() + mark.capsule() / 2).isLessThanOrEqualTo(diagram.width() + 0.1);
                if (!mark.label().text().isEmpty()) {
                    labels.add(LineDiagramTests.box(mark));
                }
            }
            for (var siding : row.sidings()) {
                assertThat(siding.x()).isGreaterThanOrEqualTo(diagram.left() - 0.1);
                assertThat(siding.width()).isGreaterThan(0);
                assertThat(siding.x() + siding.width()).isLessThanOrEqualTo(diagram.right() + 0.1);
                assertThat(siding.branch()).doesNotContain("NaN");
                siding.items().stream().map(LineDiagramTests::box).forEach(labels::add);
            }
            assertThat(labels).allSatisfy(label -> {
                assertThat(label.left()).isGreaterThanOrEqualTo(-1);
                assertThat(label.right()).isLessThanOrEqualTo(diagram.width() + 1);
                assertThat(labels).filteredOn(other -> other != label).noneMatch(label::hits);
            });
        }
    }

    @Test
    void aMistypedYearLeavesTheOthersReadable() {
        var mistyped = List.of("0202-03-05", "0027-03-05", "0000-01-01", "9999-12-31", "2202-03-05");
        for (var wrong : mistyped) {
            var line = Line.of(
                    "A",
                    "Seoul – Dublin",
                    "",
                    null,
                    List.of(station("One", wrong), station("Two", "2022-08-29"), station("Three", "2023-02")));

            var span = Span.over(List.of(line), TODAY, Locale.ENGLISH);
            var diagram = LineDiagram.of(line, span);

            assertThat(span.from()).isBetween(YearMonth.of(2022, 1), YearMonth.of(2022, 8));
            assertThat(span.to()).isEqualTo(YearMonth.of(2023, 12));
            assertThat(diagram.outside()).extracting(Station::title).containsExactly("One");
        }
    }

    @Test
    void aLifetimeOfYearsIsDrawnWithAFewOfThemNamed() {
        var line = Line.of(
                "A", "Seoul – Dublin", "", null, List.of(station("One", "1968-03-05"), station("Two", "2023-02-01")));

        var diagram = LineDiagram.of(line, Span.over(List.of(line), TODAY, Locale.ENGLISH));

        assertThat(diagram.outside()).isEmpty();
        assertThat(diagram.ticks().stream().filter(tick -> tick.year() != null)).hasSizeBetween(4, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mapsAreDrawn(int seed) {
        repeat(4, seed, random -> {
            var cities = IntStream.range(0, random.nextInt(random.nextInt(8) == 0 ? 60 : 12))
                    .mapToObj(i -> city(random, i))
                    .toList();
            var routes = new ArrayList<Route>();
            for (int i = 0; i < cities.size(); i++) {
                var on = new ArrayList<City>();
                for (int j = random.nextInt(4); j >= 0; j--) {
                    on.add(cities.get(random.nextInt(cities.size())));
                }
                routes.add(new Route(random.nextBoolean() ? "A" : null, text(random), text(random), null, on));
            }

            RouteMap.wide(routes).forEach(AnyRecordsTests::check);
            RouteMap.card(routes).forEach(AnyRecordsTests::check);
            check(RouteMap.printed(routes));
            RouteMap.dots(cities).forEach(AnyRecordsTests::check);
            check(RouteMap.crowd(routes));
        });
    }

    private static void check(RouteMap map) {
        assertThat(map.drawn()).isTrue();
        assertThat(map.graticule() + map.land() + map.network()).doesNotContain("NaN", "Infinity");
        for (var stop : map.stops()) {
            assertThat(stop.x()).isBetween(-1.0, map.width() + 1);
            assertThat(stop.y()).isBetween(-1.0, map.height() + 1);
            var label = stop.label();
            if (label != null) {
                inside(map, label.x(), label.anchor(), TextWidth.SIGN.of(label.text(), MapLayout.NAME));
            }
        }
        for (var listed : map.crowded()) {
            inside(map, listed.nameX(), listed.anchor(), TextWidth.SIGN.of(listed.name(), MapLayout.NAME));
            assertThat(listed.y()).isBetween(0.0, map.height());
            assertThat(listed.leader()).doesNotContain("NaN");
        }
    }

    private static void inside(RouteMap map, double x, String anchor, double width) {
        var left = anchor.equals("start") ? x : anchor.equals("end") ? x - width : x - width / 2;
        assertThat(left).isGreaterThanOrEqualTo(0);
        assertThat(left + width).isLessThanOrEqualTo(map.width());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTextIsCutToItsRoomAndBetweenLetters(int seed) {
        repeat(50, seed, random -> {
            var text = text(random);
            var room = random.nextInt(400);

            var cut = TextWidth.SIGN.cut(text, 15, room);

            if (TextWidth.SIGN.of(text, 15) <= room) {
                assertThat(cut).isEqualTo(text);
            } else {
                assertThat(TextWidth.SIGN.of(cut, 15)).isLessThanOrEqualTo(Math.max(room, TextWidth.SIGN.of("…", 15)));
                assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
                assertThat(cut.codePoints().filter(letter -> letter >= 0xD800 && letter < 0xE000))
                        .isEmpty();
                assertThat(cut).doesNotContain("👩\u200d…");
            }
        });
    }

    private static Line line(Random random) {
        var many = random.nextInt(6) == 0 ? 41 : 7;
        var year = random.nextInt(4) == 0 ? 1 + random.nextInt(9999) : 1990 + random.nextInt(40);
        var stations = IntStream.range(0, random.nextInt(many))
                .mapToObj(i -> station(random, year))
                .toList();
        return new Line(
                random.nextBoolean() ? "A" : null,
                random.nextBoolean() ? text(random) + " – " + text(random) : text(random),
                text(random),
                null,
                stations,
                random.nextInt(4) == 0 ? day(random) : null,
                random.nextInt(5) == 0);
    }

    private static Station station(Random random, int year) {
        var its = random.nextInt(10) == 0 ? 1 + random.nextInt(9999) : Math.clamp(year + random.nextInt(3), 1, 9999);
        var from = LocalDate.ofYearDay(its, 1 + random.nextInt(365));
        var when =
                switch (random.nextInt(6)) {
                    case 0 -> PartialPeriod.UNKNOWN;
                    case 1 -> PartialPeriod.year(its);
                    case 2 -> PartialPeriod.month(YearMonth.from(from));
                    case 3 -> new PartialPeriod(from, from.plusDays(random.nextInt(36500)), Precision.PERIOD);
                    default -> PartialPeriod.days(from, from.plusDays(random.nextInt(4)));
                };
        var title = text(random);
        var station = Station.of(
                title.isEmpty() ? "A" : title,
                when.text(Locale.ENGLISH),
                when,
                Kind.values()[random.nextInt(Kind.values().length)],
                State.values()[random.nextInt(State.values().length)],
                Side.values()[random.nextInt(2)],
                null);
        if (random.nextInt(5) == 0) {
            station = station.sharedAs("shared" + random.nextInt(2));
        }
        return random.nextInt(5) == 0 ? station.disputed(2, random.nextBoolean()) : station;
    }

    private static Station station(String title, String when) {
        var period = PartialPeriod.parse(when, "", null);
        return Station.of(title, period.text(Locale.ENGLISH), period, Kind.VISIT, State.HELD, Side.ABOVE, null);
    }

    private static City city(Random random, int i) {
        var position =
                switch (random.nextInt(6)) {
                    case 0 ->
                        new Position(List.of(-180.0, 180.0, 0.0, 179.9, -179.9).get(random.nextInt(5)), 0);
                    case 1 -> new Position(random.nextDouble(-180, 180), random.nextBoolean() ? 90 : -90);
                    case 2 -> new Position(127, 37.5);
                    case 3 -> new Position(-53, -37.5); // the other end of the globe
                    case 4 -> new Position(random.nextDouble(120, 130), random.nextDouble(30, 40));
                    default -> new Position(random.nextDouble(-180, 180), random.nextDouble(-90, 90));
                };
        return new City("city" + i, text(random), random.nextBoolean() ? text(random) : null, "ko", "/", position);
    }

    private static String text(Random random) {
        var alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        var length = LENGTHS.get(random.nextInt(LENGTHS.size()));
        return alphabet.repeat(length == 0 ? 0 : Math.max(1, length / alphabet.length()));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
