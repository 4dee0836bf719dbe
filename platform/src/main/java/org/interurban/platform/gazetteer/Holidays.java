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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Public holidays of a country, where anyone has written them down. */
@Component
class Holidays {

    private final Set<String> known = Set.copyOf(HolidayManager.getSupportedCalendarCodes());
    private final ConcurrentMap<String, HolidayManager> managers = new ConcurrentHashMap<>();

    private final JdbcClient sql;

    Holidays(JdbcClient sql) {
        this.sql = sql;
    }

    /** One that people wrote down. */
    record Own(HolidayId id, LocalDate day, String name) {}

    List<Own> own(String country, Year year, Locale locale) {
        return sql.sql("""
            select id, day, in_language(name, name_translations, :language) as name
              from holiday where country = :country and extract(year from day) = :year order by day, name
            """)
                .param("language", locale.getLanguage())
                .param("country", country)
                .param("year", year.getValue())
                .query(Own.class)
                .list();
    }

    Gazetteer.HolidayCalendar of(String country, Year year, Locale locale) {
        var own = own(country, year, locale).stream().map(day -> new Gazetteer.Holiday(day.day(), day.name()));
        var days = Stream.concat(own, published(country, year, locale))
                .distinct()
                .sorted(Comparator.comparing(Gazetteer.Holiday::day))
                .toList();
        return days.isEmpty() ? new Gazetteer.HolidayCalendar.Unknown() : new Gazetteer.HolidayCalendar.Known(days);
    }

    private Stream<Gazetteer.Holiday> published(String country, Year year, Locale locale) {
        var code = country.toLowerCase(Locale.ROOT);
        if (!known.contains(code)) {
            return Stream.empty();
        }
        return managers
                .computeIfAbsent(code, c -> HolidayManager.getInstance(ManagerParameters.create(c)))
                .getHolidays(year)
                .stream()
                .map(holiday -> new Gazetteer.Holiday(day(holiday), holiday.getDescription(locale)));
    }

    private static LocalDate day(de.focus_shift.jollyday.core.Holiday holiday) {
        return holiday.getDate();
    }
}
