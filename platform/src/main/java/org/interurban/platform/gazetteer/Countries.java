package org.interurban.platform.gazetteer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gazetteer's lists. */
@Repository
class Countries {

    record TimeZone(String name, String cities) {}

    private static final ListSql<Gazetteer.Country> COUNTRIES = ListSql.of(Gazetteer.COUNTRIES, Gazetteer.Country.class)
            .search("concat_ws(' ', c.code, c.alpha3, c.name, in_language(c.name, c.name_translations, :language))")
            .filter("region", "c.region = :region")
            .sort("name", "lower(name)")
            .sort("region", "region")
            .sort("population", "population")
            .sort("gdp", "gdp_per_capita")
            .usually("lower(name), code");

    private static final ListSql<Gazetteer.Place> PLACES = ListSql.of(Gazetteer.PLACES, Gazetteer.Place.class)
            .filter("country", "p.country = upper(:country)")
            .sort("name", "lower(plain_name)")
            .sort("population", "population")
            .usually("population desc nulls last, id");

    private final JdbcClient sql;

    Countries(JdbcClient sql) {
        this.sql = sql;
    }

    @Bean
    Listing<Gazetteer.Country> countryListing() {
        var sheet = Sheet.of("countries", Gazetteer.Country.class)
                .only("code name region population gdp_per_capita currency time_zone");
        return Listing.of(sheet, COUNTRIES.terms(), this::list)
                .at("/api/v1/countries", "/countries")
                .forEveryone()
                .asking(ListForm.searching("gazetteer.name")
                        .choice("region", "gazetteer.region")
                        .among((nothing, locale) -> Map.of("region", regions(locale))));
    }

    /** All of them are too many for a sheet. */
    @Bean
    Listing<Gazetteer.Place> placeListing() {
        return Listing.of(Sheet.of("places", Gazetteer.Place.class), PLACES.terms(), this::places)
                .at("/api/v1/places")
                .forEveryone()
                .sheetsOnlyOfSome("/api/v1/places.csv?country=KR");
    }

    Slice<Gazetteer.Country> list(ListQuery query) {
        return COUNTRIES.run(sql, query);
    }

    /** Words match the beginning of a name, as the index has it. */
    Slice<Gazetteer.Place> places(ListQuery query) {
        var words = query.q().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        var plain = new ListQuery(
                query.path(), "", query.sort(), query.limit(), query.offset(), query.filters(), query.locale());
        var list = words.isEmpty()
                ? PLACES
                : PLACES.with("beginning", words).always("lower(p.plain_name) like lower(:beginning) || '%'");
        var slice = list.run(sql, plain);
        return new Slice<>(slice.items(), slice.total(), query);
    }

    Map<String, String> regions(Locale locale) {
        return sql.sql("""
            select r.code, in_language(r.name, r.name_translations, :language) as name from region r
             where exists (select from country c where c.region = r.code) order by name
            """).param("language", locale.getLanguage()).query(ListForm::ofRows);
    }

    List<TimeZone> zones(String country) {
        return sql.sql("select name, cities from time_zone where country = ? order by name")
                .param(country)
                .query(TimeZone.class)
                .list();
    }
}
