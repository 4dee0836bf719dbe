package org.interurban.platform.gazetteer;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** Public holidays of a country, where anyone has written them down. */
@Component
class Holidays {

    private final Set<String> known = Set.copyOf(HolidayManager.getSupportedCalendarCodes());
    private final ConcurrentMap<String, HolidayManager> managers = new ConcurrentHashMap<>();

    Gazetteer.HolidayCalendar of(String country, Year year, Locale locale) {
        var code = country.toLowerCase(Locale.ROOT);
        if (!known.contains(code)) {
            return new Gazetteer.HolidayCalendar.Unknown();
        }
        var days = managers
                .computeIfAbsent(code, c -> HolidayManager.getInstance(ManagerParameters.create(c)))
                .getHolidays(year)
                .stream()
                .map(holiday -> new Gazetteer.Holiday(day(holiday), holiday.getDescription(locale)))
                .distinct()
                .sorted(Comparator.comparing(Gazetteer.Holiday::day))
                .toList();
        return days.isEmpty()
                ? new Gazetteer.HolidayCalendar.Unknown()
                : new Gazetteer.HolidayCalendar.Known(List.copyOf(days));
    }

    private static LocalDate day(de.focus_shift.jollyday.core.Holiday holiday) {
        return holiday.getDate();
    }
}
