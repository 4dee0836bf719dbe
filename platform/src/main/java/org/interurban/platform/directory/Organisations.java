package org.interurban.platform.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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
    private final ListSql<Line> lines;

    Organisations(JdbcClient sql, TakingPart takingPart) {
        this.sql = sql;
        this.lines = lines(takingPart);
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
            select exists (select from row_change_view h join organisation o on h.row_key = o.id::text
                            where h.table_name = 'organisation' and h.operation = 'UPDATE' and o.code = ?
                              and o.version > 1)
            """).param(code).query(Boolean.class).single();
    }

    @Bean
    Listing<Line> cityListing(Labels labels) {
        return listing("cities", true, labels);
    }

    @Bean
    Listing<Line> organisationListing(Labels labels) {
        return listing("organisations", false, labels);
    }

    private Listing<Line> listing(String name, boolean cities, Labels labels) {
        var sheet = Sheet.of(name, Line.class)
                .with("name_local", Line::localName)
                .only("code name name_local abbreviation kind country country_name region population population_source"
                        + " latitude longitude time_zone");
        return Listing.of(sheet, lines.terms(), query -> list(cities, query))
                .at("/api/v1/" + name, "/" + name)
                .forEveryone()
                .asking(ListForm.searching("directory.find")
                        .choice("region", "directory.region")
                        .choice("country", "directory.country")
                        .choice("kind", "directory.kind")
                        .among((nothing, locale) -> Map.of(
                                "region", regions(cities, locale.getLanguage()),
                                "country", countries(cities, locale.getLanguage()),
                                "kind", labels.of("directory.kind", kinds(cities), locale))));
    }

    Slice<Line> list(boolean cities, ListQuery query) {
        return lines.with("cities", cities).run(sql, query);
    }

    private static ListSql<Line> lines(TakingPart takingPart) {
        return ListSql.of(SELECT, Line.class)
                .always("o.local_government = :cities")
                .searchBy("o.id in (select called from organisations_called(:word, :language) as called)")
                .filter("country", "o.country = upper(:country)")
                .filter("region", "c.region = :region")
                .filter("kind", "o.kind = :kind")
                .filter("programme", "o.code = any(:programme)", code -> takingPart
                        .in(String.valueOf(code))
                        .toArray(String[]::new))
                .sort("name", "lower(name)")
                .sort("country", "lower(country_name)")
                .sort("kind", "kind")
                .sort("population", "population")
                .usually("lower(name), code");
    }

    /** The countries in which some city, or some other organisation, lies: names by code. */
    Map<String, String> countries(boolean cities, String language) {
        return sql.sql("""
            select distinct c.code, in_language(c.name, c.name_translations, :language) as name
              from organisation o join country_brief c on c.code = o.country
             where o.local_government = :cities order by name
            """).param("language", language).param("cities", cities).query(ListForm::ofRows);
    }

    Map<String, String> regions(boolean cities, String language) {
        return sql.sql("""
            select distinct r.code, in_language(r.name, r.name_translations, :language) as name
              from organisation o join country_brief c on c.code = o.country join region_brief r on r.code = c.region
             where o.local_government = :cities order by name
            """).param("language", language).param("cities", cities).query(ListForm::ofRows);
    }

    List<String> kinds(boolean cities) {
        return sql.sql("select distinct kind from organisation where local_government = ? order by kind")
                .param(cities)
                .query(String.class)
                .list();
    }
}
