package org.interurban.platform.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Profile.OtherName;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Quantity;
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
import tools.jackson.databind.json.JsonMapper;

/** All organisations, cities among them. */
@Repository
class Organisations {

    /**
     * One line of a list.
     *
     * @param country code; @param countryName in the reader's language
     * @param populationSource document where the record rests on one, stated where it rests on none, geonames where only the
     *     gazetteer knows it
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
            @Nullable String populationScope,
            @Nullable Integer populationYear,
            @Nullable String populationSource,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone)
            implements RouteMap.Placed {

        /** With how exactly it was stated. */
        @JsonIgnore
        public @Nullable Quantity people() {
            return Quantity.stated(population, populationQualifier);
        }

        /** As sheets and files call it; {@code localName} is what it was called before. */
        @JsonProperty
        public @Nullable String nameLocal() {
            return localName;
        }
    }

    private static final String SELECT = """
        select o.code, o.kind, in_language(o.name, o.name_translations, :language) as name,
               case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.abbreviation,
               o.country, in_language(c.name, c.name_translations, :language) as country_name,
               in_language(r.name, r.name_translations, :language) as region,
               coalesce(o.population, p.population) as population, o.population_qualifier,
               o.population_scope, o.population_year,
               case when o.population is null then case when p.population is not null then 'geonames' end
                    when exists (select from reference_brief f where f.record_kind = 'organisation' and f.record_code = o.code)
                      then 'document'
                    else 'stated' end as population_source,
               o.latitude, o.longitude, o.time_zone
          from organisation o
          join organisation_seen_by s on s.id = o.id
          left join country_brief c on c.code = o.country
          left join region_brief r on r.code = c.region
          left join place_brief p on p.id = o.place
        """;

    /** A whole row of what stands for the table as {@code o}. */
    static final String WHOLE = """
        select o.*, array(select n.name from organisation_name n where n.organisation = o.id and n.kind = 'alternative'
                           order by n.id) as other_names,
               array(select n.language::text from organisation_name n where n.organisation = o.id and n.kind = 'alternative'
                      order by n.id) as other_languages
        """;

    private final JdbcClient sql;
    private final PlaceCities places;
    private final ListSql<Line> lines;

    Organisations(JdbcClient sql, PlaceCities places, TakingPart takingPart, Rights rights) {
        this.sql = sql;
        this.places = places;
        this.lines = lines(takingPart, rights);
    }

    /** Adds these, without the names that lead to them; a city without a place gets the one of its name where there is no doubt. */
    void add(Collection<Organisation> organisations) {
        sql.sql("""
            insert into organisation (id, code, kind, local_government, name, official_name, abbreviation, country, local_name,
              local_language, latitude, longitude, time_zone, population, population_qualifier, population_scope,
              population_year, website, description, note, version)
            select id, code, kind, local_government, name, official_name, abbreviation, country, local_name,
                   local_language, latitude, longitude, time_zone, population, population_qualifier, population_scope,
                   population_year, website, description, note, version
              from jsonb_populate_recordset(null::organisation, :given::jsonb)
            """).param("given", json(organisations)).update();
        places.settle(organisations.stream().map(Organisation::id).toList());
    }

    /** Whether everyone sees these. */
    void list(Collection<OrganisationId> organisations, boolean everyone) {
        sql.sql("update organisation set listed = :everyone where id = any(:ids) and listed <> :everyone")
                .param("everyone", everyone)
                .param("ids", organisations.toArray(OrganisationId[]::new))
                .update();
    }

    /** Puts these in the places of those with their ids, without the names that lead to them; code and list stay. */
    void change(Collection<Organisation> organisations) {
        sql.sql("""
            update organisation o
               set kind = g.kind, name = g.name, official_name = g.official_name, abbreviation = g.abbreviation,
                   country = g.country, local_name = g.local_name, local_language = g.local_language,
                   latitude = g.latitude, longitude = g.longitude, time_zone = g.time_zone, population = g.population,
                   population_qualifier = g.population_qualifier, population_scope = g.population_scope,
                   population_year = g.population_year, website = g.website, description = g.description,
                   note = g.note, version = o.version + 1
              from jsonb_populate_recordset(null::organisation, :given::jsonb) g
             where g.id = o.id
            """).param("given", json(organisations)).update();
    }

    private static String json(Collection<Organisation> organisations) {
        return JsonMapper.shared()
                .writeValueAsString(
                        organisations.stream().map(Organisations::columns).toList());
    }

    /** The values of the columns that an organisation says. */
    static Map<String, @Nullable Object> columns(Organisation organisation) {
        var population = organisation.population();
        var website = organisation.website();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", organisation.id().value());
        columns.put("code", organisation.code());
        columns.put("kind", organisation.kind().code());
        columns.put("local_government", organisation.city());
        columns.put("name", organisation.name());
        columns.put("official_name", organisation.officialName());
        columns.put("abbreviation", organisation.abbreviation());
        columns.put("country", organisation.country());
        columns.put("local_name", organisation.localName());
        columns.put("local_language", organisation.localLanguage());
        columns.put("latitude", organisation.latitude());
        columns.put("longitude", organisation.longitude());
        columns.put("time_zone", organisation.timeZone());
        columns.put("population", population == null ? null : population.low().longValueExact());
        columns.put(
                "population_qualifier",
                population == null ? null : population.qualifier().code());
        columns.put("population_scope", organisation.populationScope());
        columns.put("population_year", organisation.populationYear());
        columns.put("website", website == null ? null : website.value());
        columns.put("description", organisation.description());
        columns.put("note", organisation.note());
        columns.put("version", organisation.version());
        return columns;
    }

    /**
     * Those that are there, locked until the transaction ends.
     *
     * @throws Organisation.Refused where one was kept before what it says was refused
     */
    List<Organisation> toChange(Collection<OrganisationId> ids) {
        return sql.sql(WHOLE + "from organisation o where o.id = any(:ids) for update of o")
                .param("ids", ids.toArray(OrganisationId[]::new))
                .query((rs, row) -> organisation(rs))
                .list();
    }

    /**
     * What was there before the last change, under the version given; its other names stay as they are now. None where it would be
     * refused today.
     */
    Optional<Organisation> before(OrganisationId id, int version) {
        try {
            return sql.sql(WHOLE + """
                  from (select before from row_change_view
                         where table_name = 'organisation' and row_key = :key and operation = 'UPDATE'
                         order by id desc limit 1) h,
                       jsonb_populate_record(null::organisation, h.before || jsonb_build_object('version', :version::int)) o
                """)
                    .param("key", id.value().toString())
                    .param("version", version)
                    .query((rs, row) -> organisation(rs))
                    .optional();
        } catch (Organisation.Refused refused) {
            return Optional.empty();
        }
    }

    /** @param rs a row of the table with {@code other_names} and their {@code other_languages} */
    static Organisation organisation(ResultSet rs) throws SQLException {
        var names = (@Nullable String[]) rs.getArray("other_names").getArray();
        var languages = (@Nullable String[]) rs.getArray("other_languages").getArray();
        return new Organisation(
                new OrganisationId(rs.getObject("id", UUID.class)),
                rs.getString("code"),
                Coded.of(OrganisationKind.class, rs.getString("kind")),
                rs.getBoolean("local_government"),
                rs.getString("name"),
                rs.getString("official_name"),
                rs.getString("abbreviation"),
                rs.getString("country"),
                rs.getString("local_name"),
                rs.getString("local_language"),
                IntStream.range(0, names.length)
                        .mapToObj(i -> new OtherName(String.valueOf(names[i]), languages[i]))
                        .toList(),
                rs.getObject("latitude", Double.class),
                rs.getObject("longitude", Double.class),
                rs.getString("time_zone"),
                population(rs),
                rs.getString("population_scope"),
                rs.getObject("population_year", Integer.class),
                Organisation.website(rs.getString("website")),
                rs.getString("description"),
                rs.getString("note"),
                rs.getInt("version"));
    }

    /** As it was stated; exactly where nobody said how. */
    static @Nullable Quantity population(ResultSet rs) throws SQLException {
        return Profiles.quantity(rs, "population", "population_qualifier", null);
    }

    Optional<Quantity> population(OrganisationId id) {
        return sql.sql("select population, population_qualifier from organisation where id = ? and population is not"
                        + " null")
                .param(id)
                .query((rs, row) -> Objects.requireNonNull(population(rs)))
                .optional();
    }

    private static @Nullable String written(@Nullable Quantity population) {
        return population == null ? null : population.code();
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
                        written(population(rs)),
                        rs.getString("population_scope"),
                        rs.getString("population_year"),
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
                .only("code name name_local abbreviation kind country country_name region population"
                        + " population_qualifier population_scope population_year population_source latitude"
                        + " longitude time_zone");
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

    private static ListSql<Line> lines(TakingPart takingPart, Rights rights) {
        return ListSql.of(SELECT, Line.class)
                .visibleTo(rights, "s")
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
             where o.local_government = :cities and o.listed order by name
            """).param("language", language).param("cities", cities).query(ListForm::ofRows);
    }

    Map<String, String> regions(boolean cities, String language) {
        return sql.sql("""
            select distinct r.code, in_language(r.name, r.name_translations, :language) as name
              from organisation o join country_brief c on c.code = o.country join region_brief r on r.code = c.region
             where o.local_government = :cities and o.listed order by name
            """).param("language", language).param("cities", cities).query(ListForm::ofRows);
    }

    List<String> kinds(boolean cities) {
        return sql.sql("select distinct kind from organisation where local_government = ? order by kind")
                .param(cities)
                .query(String.class)
                .list();
    }
}
