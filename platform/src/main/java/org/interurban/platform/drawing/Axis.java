package org.interurban.platform.drawing;

import static org.interurban.platform.drawing.Point.round;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.interurban.platform.drawing.LineDiagram.Flag;
import org.interurban.platform.drawing.LineDiagram.Tick;
import org.interurban.platform.shared.Dates;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;

/** The time that a diagram shows, from left to right: where a day stands, and the upright rules that no label may cover. */
final class Axis {

    static final double ZONE = 128;
    /** The least room for a year. */
    private static final double YEAR = 36;
    /** Too low for a year above a month. */
    private static final double LOW = 40;

    static final double FLAG = 16;
    /** A period of up to a month is drawn on the line, a longer one as a siding. */
    private static final long MONTH_DAYS = 31;

    final Span span;
    final Format format;
    final double width;
    final double head;
    final double left;
    final double right;
    final @Nullable Double zone;
    final @Nullable Double today;
    /** Where the rules that join shared stations will stand. */
    final List<Double> joins;

    /** Of a low axis, years take the place of Januaries. */
    Axis(List<Line> lines, Span span, Format format) {
        this.span = span;
        this.format = format;
        this.width = format.width();
        this.head = format.head();
        this.left = format.names();
        var undated = lines.stream().flatMap(line -> line.stations().stream()).anyMatch(Axis::hasNoDate);
        this.right = undated ? width - ZONE : width;
        this.zone = undated ? right : null;
        this.today = span.hasToday() ? round(x(span.today())) : null;
        this.joins = joinColumns(lines);
    }

    static boolean hasNoDate(Station station) {
        return !station.when().isKnown();
    }

    boolean names() {
        return format.names() > 0;
    }

    /** How wide the name of a line may be, beside its letter. */
    double nameRoom() {
        return format.names() - 46 - 8;
    }

    double top() {
        return today == null ? head : head + FLAG;
    }

    double x(LocalDate day) {
        return left + ChronoUnit.DAYS.between(span.firstDay(), day) * (right - left) / span.days();
    }

    double within(double x) {
        return Math.clamp(x, left, right);
    }

    /** The place nearest to x that leaves so much room on both sides; the middle of what is wider than the drawing. */
    double within(double x, double half) {
        var first = left + half;
        var last = width - half;
        return first < last ? Math.clamp(x, first, last) : (left + width) / 2;
    }

    /** The day a line stopped, where that lies within what is shown. */
    @Nullable
    Double stopped(Line line) {
        var stopped = line.stopped();
        return stopped != null && stopped.isBefore(span.end()) ? Double.valueOf(x(stopped)) : null;
    }

    boolean touches(Station station) {
        return station.when().isKnown() && span.touches(station.when());
    }

    /** Over before the axis begins: the line comes in from there. */
    boolean isBefore(Station station) {
        return station.when().isKnown() && to(station.when()).isBefore(span.firstDay());
    }

    boolean isOnLine(Station station) {
        var when = station.when();
        return when.isKnown()
                && span.touches(when)
                && (when.precision() == Precision.DAY || ChronoUnit.DAYS.between(from(when), to(when)) < MONTH_DAYS);
    }

    double middle(PartialPeriod period) {
        return (x(from(period)) + x(to(period).plusDays(1))) / 2;
    }

    static LocalDate from(PartialPeriod period) {
        return Objects.requireNonNull(period.from());
    }

    static LocalDate to(PartialPeriod period) {
        return Objects.requireNonNull(period.to());
    }

    List<Tick> ticks() {
        var ticks = new ArrayList<Tick>();
        var step = span.months() <= 42 ? 3 : span.months() <= 84 ? 6 : 12;
        var labelled = Double.NEGATIVE_INFINITY;
        var years = yearsNamed();
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
            var named = january ? at.getYear() % years == 0 : first && nextJanuary(at) > 70;
            var year = named ? Integer.toString(at.getYear()) : null;
            ticks.add(new Tick(
                    round(x),
                    january ? "year" : quarter || first ? "quarter" : "month",
                    year,
                    fits && step < 12 && (head > LOW || year == null) ? Dates.monthOfYear(at, span.locale()) : null));
        }
        return List.copyOf(ticks);
    }

    /** Each year is named where there is room, else every second, fifth, tenth or twentieth. */
    private int yearsNamed() {
        var year = (right - left) * 365 / span.days();
        return IntStream.of(1, 2, 5, 10)
                .filter(step -> step * year > YEAR)
                .findFirst()
                .orElse(20);
    }

    /** How far from the month the next year begins, in pixels. */
    private double nextJanuary(YearMonth month) {
        return x(LocalDate.of(month.getYear() + 1, 1, 1)) - x(month.atDay(1));
    }

    String todayLabel() {
        return Dates.day(span.today(), span.locale());
    }

    /** Today's date beside its rule: to the right of it, or to the left where the drawing ends. */
    @Nullable
    Flag flag() {
        if (today == null) {
            return null;
        }
        var room = TextWidth.SANS.of(todayLabel(), LabelPlaces.DETAIL) + 16;
        var start = today + room > width ? today - room : today;
        return new Flag(round(start), head - 8, round(room), 22);
    }

    private List<Double> joinColumns(List<Line> lines) {
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
}
