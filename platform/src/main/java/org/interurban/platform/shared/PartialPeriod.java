package org.interurban.platform.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something was or will be, as exactly as it is known. The days are the earliest and the latest it can touch: a visit
 * known as "February 2023" reaches from the 1st to the 28th with precision {@link Precision#MONTH}.
 */
public record PartialPeriod(
        @Nullable LocalDate from, @Nullable LocalDate to, Precision precision) {

    private static final Pattern SOMEWHERE = Pattern.compile("\\[(.+)\\.\\.(.+)]");

    /** PostgreSQL writes a year of five digits as it is; ISO 8601 puts a sign before it. */
    private static final Pattern LONG_YEAR = Pattern.compile("\\d{5,}(-|$)");

    public static final PartialPeriod UNKNOWN = new PartialPeriod(null, null, Precision.NONE);

    public PartialPeriod {
        if ((from == null) != (precision == Precision.NONE) || (from == null) != (to == null)) {
            throw new IllegalArgumentException("A period has both its days, or neither and precision none");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("A period ends on %s, before it begins on %s".formatted(to, from));
        }
    }

    public static PartialPeriod day(LocalDate day) {
        return new PartialPeriod(day, day, Precision.DAY);
    }

    public static PartialPeriod days(LocalDate from, LocalDate to) {
        return new PartialPeriod(from, to, Precision.DAY);
    }

    /** Somewhere between two days. */
    public static PartialPeriod between(LocalDate from, LocalDate to) {
        return new PartialPeriod(from, to, Precision.PERIOD);
    }

    public static PartialPeriod month(YearMonth month) {
        return new PartialPeriod(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
    }

    public static PartialPeriod year(int year) {
        return new PartialPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
    }

    /** One end of something, kept as a day: the month or year around it where it is known no better; of a period, the month. */
    public static PartialPeriod around(@Nullable LocalDate day, Precision precision) {
        if (day == null) {
            return UNKNOWN;
        }
        return switch (precision) {
            case NONE -> UNKNOWN;
            case YEAR -> year(day.getYear());
            case MONTH, PERIOD -> month(YearMonth.from(day));
            case DAY -> day(day);
        };
    }

    /**
     * Reads ISO 8601 dates cut to what is known: {@code 2023-02-12}, {@code 2023-02} or {@code 2023}; and as its second part
     * writes a day somewhere between two, {@code [2022-12-05..2023-03-04]}.
     *
     * @param start first date, or both with a slash; blank where nothing is known
     * @param end last date, blank where it is the same as the first
     * @param precision the precision stated, or null to take it from the dates' length
     * @throws DateTimeParseException where a date is none of the three forms
     */
    public static PartialPeriod parse(String start, String end, @Nullable Precision precision) {
        if (start.isBlank()) {
            return UNKNOWN;
        }
        var somewhere = SOMEWHERE.matcher(start.strip());
        if (somewhere.matches()) {
            return parse(somewhere.group(1), somewhere.group(2), Precision.PERIOD);
        }
        var slash = start.indexOf('/');
        if (slash > 0 && end.isBlank()) {
            return parse(start.substring(0, slash), start.substring(slash + 1), precision);
        }
        var first = widen(start.strip());
        var last = end.isBlank() ? first : widen(end.strip());
        var known = precision != null ? precision : first.precision;
        return new PartialPeriod(first.from, last.to, known);
    }

    private static PartialPeriod widen(String date) {
        var iso = LONG_YEAR.matcher(date).lookingAt() ? "+" + date : date;
        return switch ((int) iso.chars().skip(1).filter(letter -> letter == '-').count()) {
            case 0 -> year(Year.parse(iso).getValue());
            case 1 -> month(YearMonth.parse(iso));
            default -> day(LocalDate.parse(iso));
        };
    }

    public boolean isKnown() {
        return from != null;
    }

    @JsonIgnore
    public boolean isDay() {
        return precision == Precision.DAY && isOneDate();
    }

    /** Whether it is one day, one month or one year. */
    @JsonIgnore
    public boolean isOneDate() {
        return isKnown() && precision != Precision.PERIOD && !code().contains("/");
    }

    /** The form that {@link #parse} reads: one date, or two with a slash, cut to the precision; in brackets what lies between. */
    public String code() {
        if (from == null || to == null) {
            return "";
        }
        var start = cut(from);
        var end = cut(to);
        if (precision == Precision.PERIOD) {
            return "[" + start + ".." + end + "]";
        }
        return start.equals(end) ? start : start + "/" + end;
    }

    private String cut(LocalDate date) {
        return switch (precision) {
            case YEAR -> date.toString().replaceFirst("-..-..$", "");
            case MONTH -> date.toString().replaceFirst("-..$", "");
            case DAY, PERIOD, NONE -> date.toString();
        };
    }

    /** Says honestly what is known, in the reader's way of writing dates; empty where nothing is. */
    public String text(Locale locale) {
        if (from == null || to == null) {
            return "";
        }
        return switch (precision) {
            case NONE -> "";
            case YEAR -> Dates.years(from.getYear(), to.getYear(), locale);
            case MONTH -> Dates.months(YearMonth.from(from), YearMonth.from(to), locale);
            case PERIOD ->
                wholeMonths(from, to)
                        ? Dates.months(YearMonth.from(from), YearMonth.from(to), locale)
                        : Dates.days(from, to, locale);
            case DAY -> Dates.days(from, to, locale);
        };
    }

    private static boolean wholeMonths(LocalDate from, LocalDate to) {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }
}
