package org.interurban.platform.lines;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.people.PostId;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.Quantity.Qualifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of a city itself. */
@Repository
class CityPortraits {

    record City(
            OrganisationId id,
            String code,
            String name,
            @Nullable String officialName,
            @Nullable String localName,
            @Nullable String localLanguage,
            String kind,
            @Nullable String countryName,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone,
            @Nullable Long population,
            @Nullable Integer populationYear,
            boolean fromGeonames,
            @Nullable String populationQualifier,
            @Nullable String populationScope,
            @Nullable String description,
            @Nullable String website,
            @Nullable String memberCode,
            @Nullable String memberType) {

        /** As exactly as it was stated. */
        public String people(Locale locale) {
            var stated = populationQualifier == null ? Qualifier.EXACT : Coded.of(Qualifier.class, populationQualifier);
            return population == null
                    ? ""
                    : new Quantity(BigDecimal.valueOf(population), null, stated, null).text(locale);
        }
    }

    record Fact(
            String attribute,
            @Nullable String statement,
            @Nullable BigDecimal low,
            @Nullable String qualifier,
            @Nullable String unit) {}

    record Line(String kind, String statement, @Nullable Integer grade, String programme) {}

    record Site(String name, String kind) {}

    record Participation(String code, String shortName, String name) {}

    /** @param id null of a vacant one; address and telephone are for those who may read contacts */
    record Post(
            String title,
            @Nullable PostId id,
            @Nullable String holder,
            @Nullable String email,
            @Nullable String telephone,
            PartialPeriod held) {}

    /** With the posts of the city that the reader sees. */
    record Portrait(City city, List<Post> posts) {}

    private static final RowMapper<City> CITY = new SimplePropertyRowMapper<>(City.class);

    private final JdbcClient sql;

    CityPortraits(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Portrait> find(String code, View view) {
        var posts = new ArrayList<Post>();
        return sql
                .sql("""
                    select o.id, o.code, in_language(o.name, o.name_translations, :language) as name, d.official_name,
                           o.local_name, o.local_language, o.kind,
                           in_language(c.name, c.name_translations, :language) as country_name,
                           o.latitude, o.longitude, o.time_zone, d.population, d.population_year, d.from_geonames, d.population_qualifier,
                           d.population_scope,
                           in_language(d.description, d.description_translations, :language) as description, d.website,
                           m.code as member_code, m.type as member_type,
                           t.title as post, t.from_on, t.to_on, t.precision, t.holder_name as holder,
                           b.post as post_id, b.email, b.telephone
                      from organisation_brief o
                      join organisation_profile d on d.id = o.id
                      left join country_brief c on c.code = o.country
                      left join member_brief m on m.organisation = o.id
                      left join (post_brief t join post_seen_by s on s.id = t.id and %s) on t.organisation = o.id
                      left join contact_brief b on b.post = t.id
                     where o.code = :code
                     order by t.duty, t.title
                    """.formatted(view.sees("s")))
                .param("language", view.language())
                .param("code", code)
                .query((row, n) -> {
                    if (row.getString("post") != null) {
                        posts.add(new Post(
                                row.getString("post"),
                                Identifier.ofNullable(row.getObject("post_id", UUID.class), PostId::new),
                                row.getString("holder"),
                                row.getString("email"),
                                row.getString("telephone"),
                                new PartialPeriod(
                                        row.getObject("from_on", LocalDate.class),
                                        row.getObject("to_on", LocalDate.class),
                                        Coded.of(Precision.class, row.getString("precision")))));
                    }
                    return new Portrait(CITY.mapRow(row, n), posts);
                })
                .list()
                .stream()
                .findFirst();
    }

    List<Fact> facts(OrganisationId city) {
        return sql.sql("""
            select attribute, statement, low, qualifier, unit
              from fact_brief where organisation = ? order by position
            """).param(city).query(Fact.class).list();
    }

    List<Line> profile(OrganisationId city, View view) {
        return sql.sql("""
            select l.kind, in_language(l.statement, l.statement_translations, :language) as statement, l.grade,
                   coalesce(p.abbreviation, in_language(p.name, p.name_translations, :language)) as programme
              from profile_statement l
              join participant_seen_by s on s.id = l.participant
              join programme_brief p on p.id = l.programme
             where l.organisation = :id and l.left_on is null and %s
             order by l.kind desc, l.grade nulls last, l.position
            """.formatted(view.sees("s")))
                .param("language", view.language())
                .param("id", city)
                .query(Line.class)
                .list();
    }

    List<Site> sites(OrganisationId city, Locale locale) {
        return sql.sql("""
            select in_language(name, name_translations, :language) as name, kind from site_brief
             where organisation = :id order by 1
            """)
                .param("language", locale.getLanguage())
                .param("id", city)
                .query(Site.class)
                .list();
    }

    List<Participation> programmes(OrganisationId city, View view) {
        return sql.sql("""
            select distinct p.code, p.abbreviation, in_language(p.name, p.name_translations, :language) as name, p.from_on
              from participant_brief t
              join participant_seen_by s on s.id = t.id
              join programme_brief p on p.id = t.programme
             where t.organisation = :id and t.takes_part and %s
             order by p.from_on desc nulls last
            """.formatted(view.sees("s")))
                .param("language", view.language())
                .param("id", city)
                .query((rs, row) -> new Participation(
                        rs.getString("code"),
                        Objects.requireNonNullElse(rs.getString("abbreviation"), rs.getString("name")),
                        rs.getString("name")))
                .list();
    }
}
