package org.interurban.platform.gazetteer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Finds the places that a city can be, by the names it goes by. */
@Service
public class Namesakes {

    /**
     * A city that looks for its place.
     *
     * @param key by which the asker knows it
     * @param country code; null where it is not known
     */
    public record Wanted(
            String key, List<String> names, @Nullable String country) {}

    /**
     * A place that has the name.
     *
     * @param near the largest place around it, which tells it from others of its name
     */
    public record Found(
            String key,
            long id,
            String name,
            String country,
            @Nullable Long population,
            double latitude,
            double longitude,
            @Nullable String near) {}

    private final JdbcClient sql;

    Namesakes(JdbcClient sql) {
        this.sql = sql;
    }

    /** By the keys of those that have any; the largest first. */
    public Map<String, List<Found>> of(Collection<Wanted> wanted) {
        var names = new ArrayList<Map<String, @Nullable String>>();
        for (var one : wanted) {
            for (var name : one.names().stream()
                    .flatMap(name -> spellings(name).stream())
                    .collect(Collectors.toSet())) {
                names.add(named(one, name));
            }
        }
        return sql
                .sql("""
                    select f.*, n.name as near
                      from (select distinct w.key, p.id, p.name, p.country, p.population, p.latitude, p.longitude
                              from jsonb_to_recordset(:names::jsonb) as w(key text, name text, country text)
                              join place p on lower(p.plain_name) = w.name and (w.country is null or p.country = w.country)) f
                      left join lateral (select b.name from place b
                                          where b.country = f.country and b.id <> f.id and b.population > 100000
                                            and abs(b.latitude - f.latitude) < 0.7 and abs(b.longitude - f.longitude) < 1
                                          order by b.population desc limit 1) n on true
                     order by f.key, f.population desc nulls last, f.id
                    """)
                .param("names", JsonMapper.shared().writeValueAsString(names))
                .query(Found.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::key));
    }

    private static Map<String, @Nullable String> named(Wanted one, String name) {
        var named = new HashMap<String, @Nullable String>();
        named.put("key", one.key());
        named.put("name", name);
        named.put("country", one.country());
        return named;
    }

    /** As the list of places may have it, in plain letters: with and without a hyphen, and the word for a city. */
    private static Set<String> spellings(String name) {
        var plain = CityNames.plain(name);
        var all = new LinkedHashSet<>(CityNames.of(name));
        all.add(CityNames.plain(BareNames.of(name)));
        all.add(plain + " city");
        return all.stream()
                .flatMap(one -> Stream.of(one, one.replace('-', ' '), one.replace(' ', '-')))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
