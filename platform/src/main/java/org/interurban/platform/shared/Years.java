package org.interurban.platform.shared;

import java.time.LocalDate;

/** The years that somebody can mean who enters a date; 0202 or 20226 is a slip. What is on record already is read as it is. */
public final class Years {

    public static final int FIRST = 1800;
    public static final int LAST = 2200;

    private Years() {}

    public static boolean hold(int year) {
        return FIRST <= year && year <= LAST;
    }

    public static boolean hold(PartialPeriod when) {
        return (when.from() == null || hold(when.from())) && (when.to() == null || hold(when.to()));
    }

    public static boolean hold(LocalDate day) {
        return hold(day.getYear());
    }
}
