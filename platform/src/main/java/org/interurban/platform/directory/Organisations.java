package org.interurban.platform.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All organisations, cities among them. */
@Repository
class Organisations {

    /**
     * One line of a list.
     *
     * @param country code; @param countryName in the reader's language
     * @param populationSource document where one states it, geonames where only the gazetteer knows it
     */
    record Line(
            String code,
            String kind,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String abbreviation,
            @Nullable String country,
            @Nullable String countryName,
            @Nullable String region,
            @Nullable Long population,
            @Nullable String populationQualifier,
            @Nullable String populationSource,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone) {}

    private static final String SELECT = """
        select o.code, o.kind, in_language(o.name, o.name_translations, :language) as name,
               case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.abbreviation,
               o.country, in_language(c.name, c.name_translations, :language) as country_name,
               in_language(r.name, r.name_translations, :language) as region,
               coalesce(o.population, p.population) as population, o.population_qualifier,
               case when o.population is not null then 'document' when p.population is not null then 'geonames' end
                 as population_source,
               o.latitude, o.longitude, o.time_zone
          from organisation o
          left join country_brief c on c.code = o.country
          left join region_brief r on r.code = c.region
          left join place_brief p on p.id = o.place
        """;

    private final JdbcClient sql;
    private final TakingPart takingPart;

    Organisations(JdbcClient sql, TakingPart takingPart) {
        this.sql = sql;
        this.takingPart = takingPart;
    }

    Optional<UUID> idOf(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    /** The record as its form holds it. */
    Optional<OrganisationForm> form(String code) {
        return sql.sql("""
            select o.*, (select string_agg(coalesce(n.language || ': ', '') || n.name, chr(10) order by n.language, n.name)
                           from organisation_name n
                          where n.organisation = o.id and n.kind = 'alternative') as other_names
              from organisation o where o.code = ?
            """)
                .param(code)
                .query((rs, row) -> new OrganisationForm(
                        rs.getString("name"),
                        rs.getString("official_name"),
                        rs.getString("abbreviation"),
                        rs.getString("kind"),
                        rs.getString("country"),
                        rs.getString("local_name"),
                        rs.getString("local_language"),
                        rs.getString("other_names"),
                        rs.getString("latitude"),
                        rs.getString("longitude"),
                        rs.getString("time_zone"),
                        rs.getString("population"),
                        rs.getString("website"),
                        rs.getString("description"),
                        rs.getString("note"),
                        null,
                        rs.getInt("version")))
                .optional();
    }

    /** Whether there is a change that can be taken back. */
    boolean wasChanged(String code) {
        return sql.sql("""
            select exists (select from row_history h join organisation o on h.row_key = o.id::text
                            where h.table_name = 'organisation' and h.operation = 'UPDATE' and o.code = ?
                              and o.version > 1)
            """).param(code).query(Boolean.class).single();
    }

    Slice<Line> list(boolean cities, ListQuery query) {
        var list = ListSql.of(SELECT, Organisations::line)
                .with("cities", cities)
                .always("o.local_government = :cities")
                .searchBy("o.id in (select called from organisations_called(:word, :language) as called)")
                .filter("country", "o.country = upper(:country)")
                .filter("region", "c.region = :region")
                .filter("kind", "o.kind = :kind")
                .filter("programme", "o.code = any(:participants)")
                .sort("name", "lower(name)")
                .sort("country", "lower(country_name)")
                .sort("kind", "kind")
                .sort("population", "population")
                .usually("lower(name), code");
        var programme = query.filter("programme");
        if (!programme.isEmpty()) {
            list.with("participants", takingPart.in(programme).toArray(String[]::new));
        }
        return list.run(sql, query);
    }

    /** The countries in which some city, or some other organisation, lies: names by code. */
    Map<String, String> countries(boolean cities, String language) {
        return sql.sql("""
            select distinct c.code, in_language(c.name, c.name_translations, :language) as name
              from organisation o join country_brief c on c.code = o.country
             where o.local_government = :cities order by name
            """).param("language", language).param("cities", cities).query(Organisations::names);
    }

    Map<String, String> regions(boolean cities, String language) {
        return sql.sql("""
            select distinct r.code, in_language(r.name, r.name_translations, :language) as name
              from organisation o join country_brief c on c.code = o.country join region_brief r on r.code = c.region
             where o.local_government = :cities order by name
            """).param("language", language).param("cities", cities).query(Organisations::names);
    }

    List<String> kinds(boolean cities) {
        return sql.sql("select distinct kind from organisation where local_government = ? order by kind")
                .param(cities)
                .query(String.class)
                .list();
    }

    private static Map<String, String> names(ResultSet rs) throws SQLException {
        var names = new LinkedHashMap<String, String>();
        while (rs.next()) {
            names.put(rs.getString("code"), rs.getString("name"));
        }
        return names;
    }

    private static Line line(ResultSet rs, int row) throws SQLException {
        return new Line(
                rs.getString("code"),
                rs.getString("kind"),
                rs.getString("name"),
                rs.getString("local_name"),
                rs.getString("local_language"),
                rs.getString("abbreviation"),
                rs.getString("country"),
                rs.getString("country_name"),
                rs.getString("region"),
                rs.getObject("population", Long.class),
                rs.getString("population_qualifier"),
                rs.getString("population_source"),
                rs.getObject("latitude", Double.class),
                rs.getObject("longitude", Double.class),
                rs.getString("time_zone"));
    }
}
