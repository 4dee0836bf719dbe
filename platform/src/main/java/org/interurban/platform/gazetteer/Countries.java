package org.interurban.platform.gazetteer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gazetteer's lists. */
@Repository
class Countries {

    record TimeZone(String name, String cities) {}

    private final JdbcClient sql;

    Countries(JdbcClient sql) {
        this.sql = sql;
    }

    Slice<Gazetteer.Country> list(ListQuery query) {
        return ListSql.of(Gazetteer.COUNTRIES, Gazetteer.COUNTRY)
                .search("concat_ws(' ', c.code, c.alpha3, c.name, in_language(c.name, c.name_translations, :language))")
                .filter("region", "c.region = :region")
                .sort("name", "lower(name)")
                .sort("region", "region")
                .sort("population", "population")
                .sort("gdp", "gdp_per_capita")
                .usually("lower(name), code")
                .run(sql, query);
    }

    /** Words match the beginning of a name, as the index has it. */
    Slice<Gazetteer.Place> places(ListQuery query) {
        var words = query.q().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        var plain = new ListQuery(
                query.path(), "", query.sort(), query.limit(), query.offset(), query.filters(), query.locale());
        var list = ListSql.of(Gazetteer.PLACES, Gazetteer.PLACE)
                .filter("country", "p.country = upper(:country)")
                .sort("name", "lower(plain_name)")
                .sort("population", "population")
                .usually("population desc nulls last, id");
        if (!words.isEmpty()) {
            list.with("beginning", words).always("lower(p.plain_name) like lower(:beginning) || '%'");
        }
        var slice = list.run(sql, plain);
        return new Slice<>(slice.items(), slice.total(), query);
    }

    Map<String, String> regions(Locale locale) {
        return sql.sql("""
            select r.code, in_language(r.name, r.name_translations, :language) as name from region r
             where exists (select from country c where c.region = r.code) order by name
            """).param("language", locale.getLanguage()).query(rs -> {
            var names = new LinkedHashMap<String, String>();
            while (rs.next()) {
                names.put(rs.getString("code"), rs.getString("name"));
            }
            return names;
        });
    }

    List<TimeZone> zones(String country) {
        return sql.sql("select name, cities from time_zone where country = ? order by name")
                .param(country)
                .query(TimeZone.class)
                .list();
    }
}
