package org.interurban.platform.drawing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that a diagram shows, in whole months.
 *
 * @param to the last month shown
 * @param today drawn as a flag where it lies inside
 */
public record Span(YearMonth from, YearMonth to, LocalDate today, Locale locale) {

    private static final int MOST_YEARS = 60;

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A span ends in %s, before it begins in %s".formatted(to, from));
        }
    }

    /** What an officer looks at: eighteen months back, six ahead. */
    public static Span around(LocalDate today, Locale locale) {
        var month = YearMonth.from(today);
        return new Span(month.minusMonths(18), month.plusMonths(6), today, locale);
    }

    /**
     * From the half-year in which the dated stations begin to the end of the year in which they end; this year where none is
     * dated. Never more years than can be read: what lies far off, as a year mistyped does, stays outside.
     */
    public static Span over(List<Line> lines, LocalDate today, Locale locale) {
        return over(lines, null, today, locale);
    }

    /** @param begins before which nothing known by year or period only can have been; null where nobody knows */
    public static Span over(List<Line> lines, @Nullable LocalDate begins, LocalDate today, Locale locale) {
        var dates = lines.stream()
                .flatMap(line -> line.stations().stream())
                .map(Station::when)
                .filter(PartialPeriod::isKnown)
                .sorted(Comparator.comparing(Axis::from))
                .toList();
        var shown = mostWithin(dates, today);
        var first = shown.stream()
                .map(when -> begins != null && isCut(when, begins) ? begins : Axis.from(when))
                .min(LocalDate::compareTo)
                .orElse(today);
        var last = shown.stream().map(Axis::to).max(LocalDate::compareTo).orElse(first);
        var start = YearMonth.of(first.getYear(), first.getMonthValue() < 7 ? 1 : 7);
        var end = YearMonth.of(Math.min(last.getYear(), first.getYear() + MOST_YEARS - 1), 12);
        return new Span(start, end, today, locale);
    }

    private static boolean isCut(PartialPeriod when, LocalDate begins) {
        return (when.precision() == Precision.YEAR || when.precision() == Precision.PERIOD)
                && Axis.from(when).isBefore(begins)
                && !Axis.to(when).isBefore(begins);
    }

    /** Of the stretches that can be shown the one with most dates, and of two with as many the one nearer to today. */
    private static List<PartialPeriod> mostWithin(List<PartialPeriod> inOrder, LocalDate today) {
        List<PartialPeriod> best = List.of();
        for (int first = 0, after = 0; first < inOrder.size(); first++) {
            var end = Axis.from(inOrder.get(first)).getYear() + MOST_YEARS;
            while (after < inOrder.size() && Axis.from(inOrder.get(after)).getYear() < end) {
                after++;
            }
            var here = inOrder.subList(first, after);
            if (here.size() > best.size()
                    || here.size() == best.size() && distance(here, today) < distance(best, today)) {
                best = here;
            }
        }
        return best;
    }

    private static long distance(List<PartialPeriod> dates, LocalDate today) {
        return Math.min(
                Math.abs(ChronoUnit.DAYS.between(Axis.from(dates.getFirst()), today)),
                Math.abs(ChronoUnit.DAYS.between(Axis.from(dates.getLast()), today)));
    }

    LocalDate firstDay() {
        return from.atDay(1);
    }

    /** The day after the last one shown. */
    LocalDate end() {
        return to.plusMonths(1).atDay(1);
    }

    long days() {
        return ChronoUnit.DAYS.between(firstDay(), end());
    }

    boolean hasToday() {
        return !today.isBefore(firstDay()) && today.isBefore(end());
    }

    public long months() {
        return ChronoUnit.MONTHS.between(from, to) + 1;
    }

    public boolean touches(PartialPeriod period) {
        var begins = period.from();
        var ends = period.to();
        return begins != null && ends != null && begins.isBefore(end()) && !ends.isBefore(firstDay());
    }
}
