package org.interurban.platform.shared;

import java.util.List;
import java.util.Locale;

/** What somebody means who wrote a date: one thing, one of several, or nothing that can be read. */
public sealed interface DateReading {

    /** Longer than anything that is a date. */
    int MOST_LETTERS = 80;

    record Meant(PartialPeriod when) implements DateReading {}

    /** As {@code 01/03/2027}, which is the first of March to some and the third of January to others. */
    record OneOf(List<PartialPeriod> readings) implements DateReading {
        public OneOf {
            readings = List.copyOf(readings);
        }
    }

    record Unread(Fault fault) implements DateReading {}

    enum Fault implements Coded {
        NOT_A_DATE,
        NO_SUCH_DAY,
        OTHER_DAY_OF_THE_WEEK,
        NO_FOUR_DIGITS,
        NO_SUCH_YEAR,
        ENDS_BEFORE,
        /** From a day to a year, say. */
        NOT_ALIKE,
        NOT_ONE_DATE,
        NOT_A_DAY
    }

    /** How much of time the thing can take that is dated. */
    enum Extent implements Coded {
        /** A day of the calendar and nothing less exact. */
        DAY,
        /** One date as exactly as it is known: a day, a month or a year. */
        DATE,
        /** From one date to another, or somewhere between them. */
        PERIOD
    }

    /** Reads what is written in the language of the reader, in English, or in numbers; nothing written is nothing known. */
    static DateReading of(String written, Locale locale) {
        return new WrittenDate(written, locale).read();
    }

    /** The same where something as long as that is no answer. */
    static DateReading of(String written, Extent extent, Locale locale) {
        return switch (of(written, locale)) {
            case Meant(var when)
            when !fits(when, extent) -> new Unread(extent == Extent.DAY ? Fault.NOT_A_DAY : Fault.NOT_ONE_DATE);
            case OneOf(var readings)
            when !readings.stream().allMatch(when -> fits(when, extent)) ->
                new Unread(extent == Extent.DAY ? Fault.NOT_A_DAY : Fault.NOT_ONE_DATE);
            case DateReading reading -> reading;
        };
    }

    private static boolean fits(PartialPeriod when, Extent extent) {
        return switch (extent) {
            case DAY -> !when.isKnown() || when.isDay();
            case DATE -> !when.isKnown() || when.isOneDate();
            case PERIOD -> true;
        };
    }
}
