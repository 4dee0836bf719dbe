package org.interurban.platform.shared;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.FieldPosition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Days, months and years, alone or from one to another, as the reader's language writes them (CLDR). */
public final class Dates {

    /** CLDR sets dashes between thin spaces, which some fonts lack and no search for the text would find. */
    private static final char THIN_SPACE = '\u2009';

    private record Way(String fields, Locale locale) {}

    /** Making one is dear; each is locked while it writes. */
    private static final Map<Way, DateIntervalFormat> WAYS = new ConcurrentHashMap<>();

    private Dates() {}

    public static String day(LocalDate day, Locale locale) {
        return days(day, day, locale);
    }

    /** With the month's name in full, where there is room. */
    public static String wholeDay(LocalDate day, Locale locale) {
        return write("yMMMMd", day, day, locale);
    }

    public static String days(LocalDate from, LocalDate to, Locale locale) {
        return write("yMMMd", from, to, locale);
    }

    public static String month(YearMonth month, Locale locale) {
        return months(month, month, locale);
    }

    public static String months(YearMonth from, YearMonth to, Locale locale) {
        return write("yMMM", from.atDay(1), to.atDay(1), locale);
    }

    /** With the month's name in full, for a heading. */
    public static String wholeMonth(YearMonth month, Locale locale) {
        return write("yMMMM", month.atDay(1), month.atDay(1), locale);
    }

    /** The month's short name alone, where the year stands elsewhere. */
    public static String monthOfYear(YearMonth month, Locale locale) {
        return write("MMM", month.atDay(1), month.atDay(1), locale);
    }

    public static String years(int from, int to, Locale locale) {
        return write("y", LocalDate.of(from, 1, 1), LocalDate.of(to, 1, 1), locale);
    }

    /** The day and the month in full, where the year stands elsewhere. */
    public static String dayOfYear(LocalDate day, Locale locale) {
        return write("MMMMd", day, day, locale);
    }

    public static String minute(LocalDateTime when, Locale locale) {
        return write("yMMMdHm", when, when, locale);
    }

    public static String second(LocalDateTime when, Locale locale) {
        return write("yMMMdHms", when, when, locale);
    }

    private static String write(String fields, LocalDate from, LocalDate to, Locale locale) {
        return write(fields, from.atStartOfDay(), to.atStartOfDay(), locale);
    }

    private static String write(String fields, LocalDateTime from, LocalDateTime to, Locale locale) {
        var way = WAYS.computeIfAbsent(new Way(fields, locale), Dates::way);
        synchronized (way) {
            return way.format(new DateInterval(inUtc(from), inUtc(to)), new StringBuffer(), new FieldPosition(0))
                    .toString()
                    .replace(THIN_SPACE, ' ');
        }
    }

    /** English without a country is the world's, with the day before the month. */
    private static DateIntervalFormat way(Way way) {
        var locale =
                way.locale.equals(Locale.ENGLISH) ? ULocale.forLanguageTag("en-001") : ULocale.forLocale(way.locale);
        var format = DateIntervalFormat.getInstance(way.fields, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    private static long inUtc(LocalDateTime when) {
        return when.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
