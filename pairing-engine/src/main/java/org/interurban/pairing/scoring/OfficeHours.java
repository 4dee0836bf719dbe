package org.interurban.pairing.scoring;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** The office hours that two time zones have in common over one year, summer time included. */
final class OfficeHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final int year;
    private final List<ZoneId> zones;
    private final double[][] shares;

    OfficeHours(int year, List<ZoneId> zones) {
        this.year = year;
        this.zones = List.copyOf(zones);
        shares = new double[zones.size()][zones.size()];
        for (var row : shares) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** The share of one office's hours, Monday to Friday, in which the other is open too; both by the position of their zones. */
    double inCommon(int one, int other) {
        var first = Math.min(one, other);
        var second = Math.max(one, other);
        // threads may compute the same share twice; they write the same value
        if (Double.isNaN(shares[first][second])) {
            shares[first][second] = share(zones.get(first), zones.get(second));
        }
        return shares[first][second];
    }

    private double share(ZoneId one, ZoneId other) {
        var common = 0L;
        var all = 0L;
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (works(day)) {
                var opens = at(day, OPENS, one);
                var closes = at(day, CLOSES, one);
                all += closes - opens;
                // the other office's day may carry the date before or after
                for (var there = day.minusDays(1); !there.isAfter(day.plusDays(1)); there = there.plusDays(1)) {
                    if (works(there)) {
                        var from = Math.max(opens, at(there, OPENS, other));
                        var to = Math.min(closes, at(there, CLOSES, other));
                        common += Math.max(0, to - from);
                    }
                }
            }
        }
        return common / (double) all;
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static long at(LocalDate day, LocalTime time, ZoneId zone) {
        Instant instant = day.atTime(time).atZone(zone).toInstant();
        return instant.getEpochSecond();
    }
}
