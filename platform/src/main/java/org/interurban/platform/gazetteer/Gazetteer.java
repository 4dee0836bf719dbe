package org.interurban.platform.gazetteer;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Countries, places, time zones and holidays. */
@Service
public class Gazetteer {

    /**
     * @param region of the UN's M49 list, in the reader's language
     */
    public record Country(
            String code,
            String name,
            @Nullable String region,
            @Nullable Long population,
            @Nullable Long gdpPerCapita,
            @Nullable String currency,
            @Nullable String timeZone) {}

    /** @param id of GeoNames */
    public record Place(
            long id,
            String name,
            String country,
            @Nullable Long population,
            double latitude,
            double longitude,
            @Nullable String timeZone) {}

    public record Holiday(LocalDate day, String name) {}

    /** The holidays of a year; nobody having written them down is not the same as there being none. */
    public sealed interface HolidayCalendar {
        record Known(List<Holiday> days) implements HolidayCalendar {}

        record Unknown() implements HolidayCalendar {}
    }

    static final String COUNTRIES = """
        select c.code, in_language(c.name, c.name_translations, :language) as name, c.region as region_code,
               in_language(r.name, r.name_translations, :language) as region, c.population, c.gdp_per_capita, c.currency,
               c.time_zone
          from country c left join region r on r.code = c.region
        """;

    static final String PLACES =
            "select p.id, p.name, p.plain_name, p.country, p.population, p.latitude, p.longitude, p.time_zone from"
                    + " place p";

    private final JdbcClient sql;
    private final Holidays holidays;

    Gazetteer(JdbcClient sql, Holidays holidays) {
        this.sql = sql;
        this.holidays = holidays;
    }

    /** All countries, by their names in the reader's language. */
    public List<Country> countries(Locale locale) {
        return sql.sql(COUNTRIES + " order by name")
                .param("language", locale.getLanguage())
                .query(Country.class)
                .list();
    }

    public Optional<Country> country(String code, Locale locale) {
        return sql.sql(COUNTRIES + " where c.code = :code")
                .param("language", locale.getLanguage())
                .param("code", code)
                .query(Country.class)
                .optional();
    }

    /** Names of countries by code, for lists that show many. */
    public Map<String, String> countryNames(Locale locale) {
        return countries(locale).stream()
                .collect(Collectors.toMap(Country::code, Country::name, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** The names of all time zones in which people live. */
    public List<String> zones() {
        return sql.sql("select name from time_zone order by name")
                .query(String.class)
                .list();
    }

    public Optional<Place> place(long id) {
        return sql.sql(PLACES + " where p.id = ?").param(id).query(Place.class).optional();
    }

    /** The places that are called so, then the largest whose names begin so, in one country or in all; in any letters. */
    public List<Place> places(String beginning, @Nullable String country, int most) {
        var names = CityNames.of(beginning);
        return sql.sql(PLACES + """
             where lower(p.plain_name) like any(:beginnings) and (:country::text is null or p.country = :country)
             order by lower(p.plain_name) = any(:names) and coalesce(p.population, 0) > 100000 desc,
                      p.population desc nulls last, p.id
             limit :most
            """)
                .param(
                        "beginnings",
                        names.stream()
                                .map(name -> name.replace("\\", "\\\\")
                                                .replace("%", "\\%")
                                                .replace("_", "\\_") + "%")
                                .toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param("country", country)
                .param("most", most)
                .query(Place.class)
                .list();
    }

    public HolidayCalendar holidays(String country, Year year, Locale locale) {
        return holidays.of(country, year, locale);
    }
}
