package org.interurban.platform.drawing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.interurban.platform.shared.PartialPeriod;

/**
 * The stretch of time that a diagram shows, in whole months.
 *
 * @param to the last month shown
 * @param today drawn as a flag where it lies inside
 */
public record Span(YearMonth from, YearMonth to, LocalDate today, Locale locale) {

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

    /** From the half-year in which the dated stations begin to the end of the year in which they end; this year where none is dated. */
    public static Span over(List<Line> lines, LocalDate today, Locale locale) {
        var dates = lines.stream()
                .flatMap(line -> line.stations().stream())
                .map(Station::when)
                .filter(PartialPeriod::isKnown)
                .toList();
        var first = dates.stream()
                .map(period -> Objects.requireNonNull(period.from()))
                .min(LocalDate::compareTo)
                .orElse(today);
        var last = dates.stream()
                .map(period -> Objects.requireNonNull(period.to()))
                .max(LocalDate::compareTo)
                .orElse(first);
        var start = YearMonth.of(first.getYear(), first.getMonthValue() < 7 ? 1 : 7);
        var end = YearMonth.of(last.getYear(), 12);
        return new Span(start, end, today, locale);
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
