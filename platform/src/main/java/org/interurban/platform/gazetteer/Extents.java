package org.interurban.platform.gazetteer;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far countries reach, by the places that the gazetteer knows in them. */
@Service
public class Extents {

    /** Fewer places say too little of a country. */
    private static final int FEWEST_PLACES = 5;

    /** Degrees around the places of a country that may still be its. */
    private static final double MARGIN = 2;

    /** Between which degrees a country lies. */
    public record Extent(String country, double south, double north, double west, double east) {

        public boolean holds(double latitude, double longitude) {
            return south - MARGIN <= latitude
                    && latitude <= north + MARGIN
                    && west - MARGIN <= longitude
                    && longitude <= east + MARGIN;
        }
    }

    private final JdbcClient sql;

    Extents(JdbcClient sql) {
        this.sql = sql;
    }

    /** By country; one that is hardly known is not among them. */
    public Map<String, Extent> all() {
        return extents("").query(Extent.class).list().stream()
                .collect(Collectors.toMap(Extent::country, extent -> extent));
    }

    public Optional<Extent> of(String country) {
        return extents("where country = :country")
                .param("country", country)
                .query(Extent.class)
                .optional();
    }

    private JdbcClient.StatementSpec extents(String which) {
        return sql.sql("""
            select country, min(latitude) as south, max(latitude) as north, min(longitude) as west, max(longitude) as east
              from place %s group by country having count(*) >= :fewest
            """.formatted(which)).param("fewest", FEWEST_PLACES);
    }
}
