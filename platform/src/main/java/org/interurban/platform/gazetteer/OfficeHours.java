package org.interurban.platform.gazetteer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;

/** When offices in several time zones are open at once. Offices open from nine to six, Monday to Friday. */
public final class OfficeHours {

    public static final LocalTime OPENS = LocalTime.of(9, 0);
    public static final LocalTime CLOSES = LocalTime.of(18, 0);

    /** A stretch of time that everyone shares. */
    public record Window(Instant from, Instant to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    private OfficeHours() {}

    /** The hours all zones share with the first one's office day; empty where there are none or someone has a weekend. */
    public static Optional<Window> shared(LocalDate day, ZoneId first, Collection<ZoneId> others) {
        var from = day.atTime(OPENS).atZone(first).toInstant();
        var to = day.atTime(CLOSES).atZone(first).toInstant();
        if (isWeekend(day)) {
            return Optional.empty();
        }
        for (var zone : others) {
            var best = new Window(to, to);
            for (var local = day.minusDays(1); !local.isAfter(day.plusDays(1)); local = local.plusDays(1)) {
                var opens = local.atTime(OPENS).atZone(zone).toInstant();
                var closes = local.atTime(CLOSES).atZone(zone).toInstant();
                var overlap = new Window(opens.isAfter(from) ? opens : from, closes.isBefore(to) ? closes : to);
                if (!isWeekend(local) && overlap.length().compareTo(best.length()) > 0) {
                    best = overlap;
                }
            }
            from = best.from();
            to = best.to();
        }
        return from.isBefore(to) ? Optional.of(new Window(from, to)) : Optional.empty();
    }

    public static boolean isOpen(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return !isWeekend(local.toLocalDate())
                && !local.toLocalTime().isBefore(OPENS)
                && local.toLocalTime().isBefore(CLOSES);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
