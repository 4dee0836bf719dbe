package org.interurban.platform.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawn with the sample network's real records. */
class LineDiagramTests {

    private static final LocalDate TODAY = LocalDate.of(2023, 4, 20);
    private static final List<CSVRecord> ACTIVITIES = read("activities");
    private static final List<CSVRecord> AGREEMENTS = read("agreements");
    private static final List<CSVRecord> PARTNERSHIPS = read("partnerships");

    static Stream<LineDiagram> diagrams() {
        var single = PARTNERSHIPS.stream()
                .map(LineDiagramTests::line)
                .filter(line -> !line.stations().isEmpty())
                .flatMap(line -> Stream.of(
                        LineDiagram.of(line, Span.over(List.of(line), TODAY, Locale.ENGLISH)),
                        LineDiagram.printed(line, Span.over(List.of(line), TODAY, Locale.ENGLISH)),
                        LineDiagram.of(line, Span.around(TODAY, Locale.KOREAN))));
        var many = Stream.of("IURC", "ICP-AGIR", "WC-2017-2018", "IUC").map(programme -> {
            var lines = timetable(programme);
            return LineDiagram.timetable(lines, Span.over(lines, TODAY, Locale.ENGLISH));
        });
        return Stream.concat(single, many);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noLabelCoversAnother(LineDiagram diagram) {
        var labels = new ArrayList<Box>();
        for (var row : diagram.rows()) {
            row.marks().stream()
                    .filter(mark -> !mark.label().text().isEmpty())
                    .map(LineDiagramTests::box)
                    .forEach(labels::add);
            row.sidings().stream()
                    .flatMap(siding -> siding.items().stream())
                    .map(LineDiagramTests::box)
                    .forEach(labels::add);
        }

        assertThat(labels)
                .allSatisfy(label ->
                        assertThat(labels).filteredOn(other -> other != label).noneMatch(label::hits));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noBranchCrossesASidingOrALabel(LineDiagram diagram) {
        for (var row : diagram.rows()) {
            if (row.line().whole()) {
                continue;
            }
            for (var siding : row.sidings()) {
                var x = branch(siding);
                var path = new Box(x - 1, row.y() + 1, x + 1, siding.y() - 1);
                assertThat(row.sidings())
                        .filteredOn(other -> other != siding)
                        .noneMatch(other -> path.hits(box(other)));
                assertThat(row.marks()).noneMatch(mark -> path.hits(box(mark)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void stationsStandApartAndInTheirRow(LineDiagram diagram) {
        for (var row : diagram.rows()) {
            assertThat(row.bottom()).isGreaterThan(row.y());
            for (int i = 1; i < row.marks().size(); i++) {
                assertThat(row.marks().get(i).x() - row.marks().get(i - 1).x()).isGreaterThanOrEqualTo(19);
            }
            assertThat(row.marks()).allSatisfy(mark -> {
                assertThat(mark.x()).isBetween(diagram.left(), diagram.width());
                assertThat(box(mark).top()).isGreaterThanOrEqualTo(row.top());
                assertThat(box(mark).bottom()).isLessThanOrEqualTo(row.bottom());
            });
        }
    }

    @Test
    void drawsAMonthAsACapsuleAndAYearAsASiding() {
        var line = PARTNERSHIPS.stream()
                .filter(p -> p.get("code").equals("IURC-Seoul-Dublin"))
                .map(LineDiagramTests::line)
                .findFirst()
                .orElseThrow();

        var row = LineDiagram.of(line, Span.over(List.of(line), TODAY, Locale.ENGLISH))
                .rows()
                .getFirst();

        assertThat(row.marks())
                .filteredOn(mark -> mark.capsule() > 0)
                .singleElement()
                .satisfies(mark -> assertThat(mark.station().when().precision()).isEqualTo(Precision.MONTH));
        assertThat(row.sidings()).hasSize(2);
    }

    @Test
    void marksTodayAndGoesOnDotted() {
        var line = Line.of("A", "Seoul – Dublin", "", null, List.of(station("2022-08-29", "2022-09-01")));

        var diagram = LineDiagram.of(line, Span.around(TODAY, Locale.ENGLISH));

        assertThat(diagram.today()).isNotNull();
        assertThat(diagram.rows().getFirst().dottedTo()).isEqualTo(diagram.right());
    }

    @Test
    void stopsADormantLineShort() {
        var line = new Line(
                "A",
                "Seoul – Dublin",
                "",
                null,
                List.of(station("2022-08-29", "2022-09-01")),
                LocalDate.of(2022, 9, 1),
                false);

        var row =
                LineDiagram.of(line, Span.around(TODAY, Locale.ENGLISH)).rows().getFirst();

        assertThat(row.bar()).isTrue();
        assertThat(row.dottedTo()).isNull();
    }

    @Test
    void whatHasNoDateStandsBehindTheAxisWhetherItWasHeldOrNot() {
        var line =
                Line.of("A", "Seoul – Dublin", "", null, List.of(station("2023-02-01", "2023-02-03"), station("", "")));

        var diagram = LineDiagram.of(line, Span.around(TODAY, Locale.ENGLISH));

        assertThat(diagram.outside()).isEmpty();
        assertThat(diagram.rows().getFirst().marks()).hasSize(2).last().satisfies(mark -> assertThat(mark.x())
                .isGreaterThan(Objects.requireNonNull(diagram.zone())));
        assertThat(diagram.rows().getFirst().solidTo()).isLessThan(Objects.requireNonNull(diagram.zone()));
        assertThat(diagram.upright().entries()).hasSize(2);
    }

    @Test
    void aDoubtBeginsNoEarlierThanItsProgramme() {
        var lines = List.of(
                Line.of("A", "One", "", null, List.of(station("2021", "2021"), station("2022-08-29", "2022-09-01"))));

        assertThat(Span.over(lines, TODAY, Locale.ENGLISH).from()).hasToString("2021-01");
        assertThat(Span.over(lines, LocalDate.of(2021, 7, 1), TODAY, Locale.ENGLISH)
                        .from())
                .hasToString("2021-07");
        assertThat(Span.over(lines, LocalDate.of(2023, 1, 1), TODAY, Locale.ENGLISH)
                        .from())
                .hasToString("2021-01");
    }

    @Test
    void aDoubtThatAllLinesShareIsMarkedAsSuch() {
        var lines = List.of(Line.of(
                "A", "One", "", null, List.of(station("2022", "2022").sharedAs("all"), station("2021", "2021"))));

        var sidings = LineDiagram.of(lines.getFirst(), Span.over(lines, TODAY, Locale.ENGLISH))
                .rows()
                .getFirst()
                .sidings();

        assertThat(sidings).extracting(LineDiagram.Siding::shared).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void standsUprightInOrderOfTimeWithSharedStationsOnce() {
        var launch = station("2022-02", "2022-02").sharedAs("launch");
        var lines = List.of(
                Line.of("A", "One", "", null, List.of(station("2022-08-29", "2022-09-01"), launch)),
                Line.of("B", "Two", "", null, List.of(launch, station("2022", "2022"))));

        var upright = LineDiagram.timetable(lines, Span.over(lines, TODAY, Locale.ENGLISH))
                .upright();

        assertThat(upright.entries()).hasSize(3);
        assertThat(upright.entries().getFirst().on()).hasSize(2);
        assertThat(upright.entries().getFirst().year()).isEqualTo(2022);
        assertThat(upright.entries().get(1).station().when().precision())
                .as("after the first certain one")
                .isEqualTo(Precision.YEAR);
    }

    @Test
    void theYearsOfAnUprightDiagramOnlyRise() {
        var line = Line.of("A", "One", "", null, List.of(station("2023-02-01", "2023-02-01"), station("2022", "2023")));

        assertThat(LineDiagram.of(line, Span.over(List.of(line), TODAY, Locale.ENGLISH))
                        .upright()
                        .entries())
                .extracting(UprightDiagram.Entry::year)
                .containsExactly(2022, 2023);
    }

    @Test
    void whatNeighbouringLinesShareHasOneMarkAcrossThem() {
        var launch = station("2022-02-01", "2022-02-01").sharedAs("launch");
        var of = Stream.of("A", "B", "C", "D")
                .map(letter -> Line.of(
                        letter,
                        letter,
                        "",
                        null,
                        letter.equals("C") ? List.of(station("2022-03-01", "2022-03-01")) : List.of(launch)))
                .toList();

        var entry = LineDiagram.timetable(of, Span.over(of, TODAY, Locale.ENGLISH))
                .upright()
                .entries()
                .getFirst();

        assertThat(Stream.of(0, 1, 2, 3)
                        .filter(track -> entry.tracks().get(track).stops())
                        .map(entry::part))
                .containsExactly("across from", "across to", "");
    }

    @Test
    void aLineIsSolidToItsLastCertainStepAtEveryWidth() {
        var line = Line.of(
                "A",
                "One",
                "",
                null,
                List.of(
                        station("2022-02-01", "2022-02-01"),
                        station("2023-03-01", "2023-03-01").labelled("A visit whose name takes room", "1 Mar"),
                        station("2023", "2023")
                                .labelled("Memoranda of two universities and of two institutes", "2023")));
        var widths = LineDiagram.of(line, Span.over(List.of(line), TODAY, Locale.ENGLISH))
                .widths();

        assertThat(widths).hasSizeGreaterThan(1).allSatisfy(diagram -> {
            var row = diagram.rows().getFirst();
            assertThat(row.solidTo()).isEqualTo(row.marks().getLast().x());
        });
    }

    @Test
    void aLabelInASidingGoesOnInASecondLineBeforeItIsCut() {
        var label = "Memoranda of two cities and also of two institutes";
        var line = Line.of(
                "A",
                "One",
                "",
                null,
                List.of(
                        station("2022-02-01", "2022-02-01"),
                        station("2023", "2023").labelled(label, "2023"),
                        station("2024-10-01", "2024-10-01")));

        var items = LineDiagram.of(line, Span.over(List.of(line), TODAY, Locale.ENGLISH)).widths().stream()
                .flatMap(diagram -> diagram.rows().getFirst().sidings().stream())
                .flatMap(siding -> siding.items().stream())
                .toList();

        assertThat(items).isNotEmpty().allSatisfy(item -> assertThat((item.text() + " " + item.more()).strip())
                .isEqualTo(label));
    }

    @Test
    void theNameOfARowAndItsThemeGoOnInASecondLineBeforeTheyAreCut() {
        var lines = List.of(
                Line.of("A", "Gwangju – Athens", "New & Renewable Energy", null, List.of()),
                Line.of("B", "Sejong – Las Rozas de Madrid", "Walkable & Cyclable Cities", null, List.of()),
                Line.whole("The whole of this programme", "", List.of()));

        var widths = LineDiagram.timetable(lines, Span.over(lines, TODAY, Locale.ENGLISH))
                .widths();

        assertThat(widths).hasSize(3).allSatisfy(diagram -> {
            assertThat(diagram.rows())
                    .extracting(row -> String.join(" ", row.details()))
                    .containsExactlyElementsOf(lines.stream().map(Line::detail).toList());
            assertThat(diagram.rows())
                    .extracting(row -> String.join(" ", row.names()).strip())
                    .containsExactlyElementsOf(lines.stream().map(Line::name).toList());
            assertThat(diagram.rows())
                    .filteredOn(row -> row.names().size() + row.details().size() == 4)
                    .allMatch(row -> row.y() - row.top() >= 42 && row.bottom() - row.y() >= 42);
        });
    }

    @Test
    void aLongNameWithoutADateGoesOnInTheSecondLine() {
        var title = "Memoranda of understanding of one university in the north and of another in the south, signed";
        var station = Station.of(
                title, "", PartialPeriod.UNKNOWN, Station.Kind.AGREEMENT, Station.State.HELD, Station.Side.ABOVE, null);
        var line = Line.of("A", "One", "", null, List.of(station("2022-02-01", "2022-02-01"), station));

        assertThat(LineDiagram.of(line, Span.over(List.of(line), TODAY, Locale.ENGLISH))
                        .rows()
                        .getFirst()
                        .marks()
                        .getLast())
                .satisfies(mark ->
                        assertThat(mark.label().text() + " " + mark.detail()).isEqualTo(title));
    }

    private static double branch(LineDiagram.Siding siding) {
        var start = siding.branch().substring(1, siding.branch().indexOf(' '));
        return Double.parseDouble(start) + 10;
    }

    private static Box box(LineDiagram.Siding siding) {
        return new Box(siding.x(), siding.y(), siding.x() + siding.width(), siding.y() + siding.height());
    }

    static Box box(LineDiagram.Mark mark) {
        var width = mark.label().text().isEmpty()
                ? 0
                : Math.max(
                        TextWidth.SIGN.of(mark.label().text(), LabelPlaces.TITLE),
                        TextWidth.SANS.of(mark.detail(), LabelPlaces.DETAIL));
        return box(
                mark.label().x(),
                mark.label().y() - 12,
                width,
                mark.numbered() ? 15 : 32,
                mark.label().anchor());
    }

    static Box box(LineDiagram.Item item) {
        return box(item.textX(), item.y() - 7, TextWidth.SANS.of(item.text(), LabelPlaces.DETAIL), 14, item.anchor());
    }

    private static Box box(double x, double top, double width, double height, String anchor) {
        var left = anchor.equals("start") ? x : anchor.equals("end") ? x - width : x - width / 2;
        return new Box(left, top, left + width, top + height);
    }

    private static List<Line> timetable(String programme) {
        var whole = ACTIVITIES.stream()
                .filter(a -> a.get("programme").equals(programme)
                        && a.get("partnership").isBlank())
                .map(LineDiagramTests::station)
                .toList();
        return Stream.concat(
                        Stream.of(Line.whole("Whole programme", "", whole)),
                        PARTNERSHIPS.stream()
                                .filter(p -> p.get("programme").equals(programme))
                                .map(LineDiagramTests::line))
                .toList();
    }

    private static Line line(CSVRecord partnership) {
        var code = partnership.get("code");
        var stations = Stream.concat(
                        ACTIVITIES.stream()
                                .filter(a -> a.get("partnership").equals(code))
                                .map(LineDiagramTests::station),
                        AGREEMENTS.stream()
                                .filter(a -> a.get("partnership").equals(code))
                                .map(LineDiagramTests::agreement))
                .toList();
        return Line.of("C", partnership.get("name"), partnership.get("theme"), "/partnerships/" + code, stations);
    }

    private static Station station(String start, String end) {
        var when = PartialPeriod.parse(start, end, null);
        return Station.of(
                "Visit",
                when.text(Locale.ENGLISH),
                when,
                Station.Kind.VISIT,
                Station.State.HELD,
                Station.Side.ABOVE,
                null);
    }

    private static Station station(CSVRecord activity) {
        var when = PartialPeriod.parse(activity.get("start"), activity.get("end"), precision(activity));
        var station = Station.of(
                activity.get("title"),
                when.text(Locale.ENGLISH),
                when,
                Station.Kind.VISIT,
                activity.get("status").equals("held") ? Station.State.HELD : Station.State.PLANNED,
                List.of("KR", "TW", "CN").contains(activity.get("host_country"))
                        ? Station.Side.BELOW
                        : Station.Side.ABOVE,
                "/activities/" + activity.get("code"));
        return activity.get("code").equals("SV-02") ? station.disputed(2, true) : station;
    }

    private static Station agreement(CSVRecord agreement) {
        var when = PartialPeriod.parse(agreement.get("date"), "", precision(agreement));
        return Station.of(
                agreement.get("title"),
                when.text(Locale.ENGLISH),
                when,
                Station.Kind.AGREEMENT,
                agreement.get("status").equals("signed") ? Station.State.HELD : Station.State.UNDER_DISCUSSION,
                Station.Side.ABOVE,
                null);
    }

    private static Precision precision(CSVRecord record) {
        return record.get("precision").isBlank() ? Precision.NONE : Coded.of(Precision.class, record.get("precision"));
    }

    private static List<CSVRecord> read(String file) {
        var in = Objects.requireNonNull(LineDiagramTests.class.getResourceAsStream("/sample/" + file + ".csv"));
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
