package org.interurban.platform.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.gazetteer.Namesakes;
import org.interurban.platform.gazetteer.Namesakes.Found;
import org.interurban.platform.gazetteer.Namesakes.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives cities their place on the map, from the gazetteer: where they lie, in which zone and country, how many live there. */
@Service
class PlaceCities {

    /** As many as a page shows and one press takes. */
    static final int MOST = 100;

    /**
     * A city without a place.
     *
     * @param places those that it can be, the largest first
     * @param certain whether it can be no other than the first
     */
    record Unplaced(
            String code,
            String name,
            @Nullable String country,
            @Nullable String countryName,
            List<Found> places,
            boolean certain) {}

    private record City(
            String code,
            String name,
            @Nullable String country,
            @Nullable String countryName,
            @Nullable Long people,
            List<String> names) {

        /** The one of several places in which so many people live as in the city. */
        List<Found> asLarge(List<Found> places) {
            return people == null
                    ? List.of()
                    : places.stream()
                            .filter(place -> isAsLarge(place.population(), people))
                            .toList();
        }

        private static boolean isAsLarge(@Nullable Long there, long here) {
            return there != null && there <= 2 * here && here <= 2 * there;
        }

        Wanted wanted() {
            return new Wanted(code, names, country);
        }
    }

    private static final String WITHOUT = """
          from organisation o left join country_brief c on c.code = o.country
         where o.local_government and o.latitude is null
        """;

    private static final String CITIES = """
        select o.code, in_language(o.name, o.name_translations, :language) as name, o.country,
               in_language(c.name, c.name_translations, :language) as country_name, o.population::bigint as people,
               array_remove(array[o.name, o.official_name]
                 || array(select n.name from organisation_name n where n.organisation = o.id), null) as names
        """ + WITHOUT;

    private final JdbcClient sql;
    private final Namesakes namesakes;
    private final Rights rights;
    private final Audit audit;

    PlaceCities(JdbcClient sql, Namesakes namesakes, Rights rights, Audit audit) {
        this.sql = sql;
        this.namesakes = namesakes;
        this.rights = rights;
        this.audit = audit;
    }

    long count() {
        return sql.sql("select count(*) " + WITHOUT).query(Long.class).single();
    }

    /** The first {@value #MOST} by name. */
    List<Unplaced> unplaced(Locale locale) {
        return withPlaces(sql.sql(CITIES + " order by lower(o.name), o.code limit " + MOST)
                .param("language", locale.getLanguage())
                .query(PlaceCities::city)
                .list());
    }

    Optional<Unplaced> unplaced(String code, Locale locale) {
        return withPlaces(sql.sql(CITIES + " and o.code = :code")
                        .param("language", locale.getLanguage())
                        .param("code", code)
                        .query(PlaceCities::city)
                        .list())
                .stream()
                .findFirst();
    }

    private List<Unplaced> withPlaces(List<City> cities) {
        var found = cities.isEmpty()
                ? Map.<String, List<Found>>of()
                : namesakes.of(cities.stream().map(City::wanted).toList());
        return cities.stream()
                .map(city -> {
                    var named = found.getOrDefault(city.code(), List.of());
                    var asLarge = city.asLarge(named);
                    var places = asLarge.size() == 1 ? asLarge : named;
                    return new Unplaced(
                            city.code(),
                            city.name(),
                            city.country(),
                            city.countryName(),
                            places,
                            places.size() == 1 && city.country() != null);
                })
                .toList();
    }

    private static City city(ResultSet rs, int row) throws SQLException {
        return new City(
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("country"),
                rs.getString("country_name"),
                rs.getObject("people", Long.class),
                List.of((String[]) rs.getArray("names").getArray()));
    }

    /**
     * Those that have a place by now stay as they are.
     *
     * @param places by the codes of cities
     * @return how many were given a place
     */
    @Transactional
    int place(Map<String, Long> places) {
        rights.require(DirectoryPermission.DIRECTORY_EDIT);
        return put(places);
    }

    /** What a deed that has asked the right made: those of which there can be no doubt get their place at once. */
    @Transactional
    void settle(Collection<OrganisationId> cities) {
        put(withPlaces(among(cities)).stream()
                .filter(Unplaced::certain)
                .collect(Collectors.toMap(
                        Unplaced::code, city -> city.places().getFirst().id())));
    }

    /** How many of the cities can be several places, or one of another country. */
    int countOpen(Collection<OrganisationId> cities) {
        return (int) withPlaces(among(cities)).stream()
                .filter(city -> !city.places().isEmpty())
                .count();
    }

    private List<City> among(Collection<OrganisationId> cities) {
        return sql.sql(CITIES + " and o.id = any(:ids)")
                .param("language", Locale.ROOT.getLanguage())
                .param("ids", cities.toArray(OrganisationId[]::new))
                .query(PlaceCities::city)
                .list();
    }

    private int put(Map<String, Long> places) {
        var placed = places.entrySet().stream()
                .map(place -> sql.sql("""
                    update organisation o
                       set place = p.id, latitude = p.latitude, longitude = p.longitude,
                           country = coalesce(o.country, p.country), time_zone = coalesce(o.time_zone, p.time_zone),
                           version = o.version + 1
                      from place_brief p
                     where o.code = :code and p.id = :place and o.local_government and o.latitude is null
                    returning o.code
                    """)
                        .param("code", place.getKey())
                        .param("place", place.getValue())
                        .query(String.class)
                        .optional())
                .flatMap(Optional::stream)
                .toList();
        placed.forEach(code -> audit.record("directory.placed", new Audit.Subject("organisation", code), Map.of()));
        return placed.size();
    }
}
