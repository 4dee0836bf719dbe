package org.interurban.platform.lines;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.people.PostId;
import org.interurban.platform.portraits.CityPart;
import org.interurban.platform.portraits.Shown;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.Quantity.Qualifier;
import org.interurban.platform.sources.Conclusion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
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
            @Nullable String memberType,
            boolean listed) {

        /** As exactly as it was stated. */
        public String people(Locale locale) {
            var people = Quantity.stated(population, populationQualifier);
            return people == null ? "" : people.text(locale);
        }
    }

    /**
     * @param scope what its number is of
     * @param document the first on which it rests, of the year {@code stated}
     * @param concluded what of it no document states
     */
    record Fact(
            String attribute,
            @Nullable String statement,
            @Nullable BigDecimal low,
            @Nullable String qualifier,
            @Nullable String unit,
            @Nullable String scope,
            @Nullable String document,
            @Nullable String title,
            @Nullable Integer stated,
            List<Conclusion> concluded) {

        /** Its number as it was stated; a year is none that is counted. */
        public String number(Locale locale) {
            return low == null || qualifier == null
                    ? ""
                    : "year".equals(unit)
                            ? low.toPlainString()
                            : new Quantity(low, null, Coded.of(Qualifier.class, qualifier), null).text(locale);
        }
    }

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

    /** @param parts what other modules tell of it */
    record About(
            List<Fact> facts,
            List<Line> profile,
            List<Site> sites,
            List<Participation> programmes,
            List<Shown> parts) {}

    /** Facts, offers and seeks, sites and programmes, each in its order; what a row of another sort has is empty. */
    private static final String LISTS = """
        select 'fact' as sort, f.position::bigint as place, f.attribute as kind, f.statement as name, null::int as grade,
               null as programme, f.low, f.qualifier, f.unit, f.scope, r.document as code, r.title,
               extract(year from r.document_on)::int as stated,
               array(select about from conclusion_brief where record_kind = 'fact' and record_code = f.code order by about) as abouts,
               array(select note from conclusion_brief where record_kind = 'fact' and record_code = f.code order by about) as notes
          from fact_brief f
          left join lateral (select document, title, document_on from reference_brief
                              where record_kind = 'fact' and record_code = f.code order by position limit 1) r on true
         where f.organisation = :city
        union all
        select 'profile', row_number() over (order by l.kind desc, l.grade nulls last, l.position), l.kind,
               in_language(l.statement, l.statement_translations, :language), l.grade,
               coalesce(p.abbreviation, in_language(p.name, p.name_translations, :language)),
               null, null, null, null, null, null, null, null, null
          from profile_statement l
          join participant_seen_by s on s.id = l.participant
          join programme_brief p on p.id = l.programme
         where l.organisation = :city and l.left_on is null and %1$s
        union all
        select 'site', row_number() over (order by name), kind, name, null, null, null, null, null, null, null, null, null, null, null
          from (select in_language(name, name_translations, :language) as name, kind from site_brief where organisation = :city) site
        union all
        select 'programme', row_number() over (order by from_on desc nulls last, code), null, name, null, abbreviation,
               null, null, null, null, code, null, null, null, null
          from (select distinct p.code, p.abbreviation, in_language(p.name, p.name_translations, :language) as name, p.from_on
                  from participant_brief t
                  join participant_seen_by s on s.id = t.id
                  join programme_brief p on p.id = t.programme
                 where t.organisation = :city and t.takes_part and %1$s) programme
         order by sort, place
        """;

    private static final RowMapper<City> CITY = new SimplePropertyRowMapper<>(City.class);

    private final JdbcClient sql;
    private final NamedParameterJdbcOperations named;
    private final List<CityPart> parts;

    CityPortraits(JdbcClient sql, NamedParameterJdbcOperations named, List<CityPart> parts) {
        this.sql = sql;
        this.named = named;
        this.parts = parts;
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
                           m.code as member_code, m.type as member_type, w.everyone as listed,
                           t.title as post, t.from_on, t.to_on, t.precision, t.holder_name as holder,
                           b.post as post_id, b.email, b.telephone
                      from organisation_brief o
                      join organisation_seen_by w on w.id = o.id
                      join organisation_profile d on d.id = o.id
                      left join country_brief c on c.code = o.country
                      left join member_brief m on m.organisation = o.id
                      left join (post_brief t join post_seen_by s on s.id = t.id and %s) on t.organisation = o.id
                      left join contact_brief b on b.post = t.id
                     where o.code = :code and %s
                     order by t.duty, t.title
                    """.formatted(view.sees("s"), view.sees("w")))
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

    /** What is known of the city beside its lines, in one exchange with the database. */
    About about(OrganisationId city, View view) {
        var exchange = PartnershipLines.exchange(Map.of("city", city), view);
        var about = new About(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        exchange.ask(LISTS.formatted(view.sees("s")), (row, n) -> switch (row.getString("sort")) {
            case "fact" -> about.facts().add(fact(row));
            case "profile" ->
                about.profile()
                        .add(new Line(
                                row.getString("kind"),
                                row.getString("name"),
                                row.getObject("grade", Integer.class),
                                row.getString("programme")));
            case "site" -> about.sites().add(new Site(row.getString("name"), row.getString("kind")));
            default ->
                about.programmes()
                        .add(new Participation(
                                row.getString("code"),
                                Objects.requireNonNullElse(row.getString("programme"), row.getString("name")),
                                row.getString("name")));
        });
        var told = parts.stream()
                .sorted(Comparator.comparing(CityPart::place))
                .map(part -> part.of(exchange, city, view))
                .toList();
        exchange.send(named);
        told.forEach(part -> part.get().ifPresent(about.parts()::add));
        return about;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var abouts = ProgrammePortraits.list(row.getArray("abouts"));
        var notes = ProgrammePortraits.list(row.getArray("notes"));
        return new Fact(
                row.getString("kind"),
                row.getString("name"),
                row.getBigDecimal("low"),
                row.getString("qualifier"),
                row.getString("unit"),
                row.getString("scope"),
                row.getString("code"),
                row.getString("title"),
                row.getObject("stated", Integer.class),
                IntStream.range(0, abouts.size())
                        .mapToObj(i -> new Conclusion(Coded.of(Conclusion.About.class, abouts.get(i)), notes.get(i)))
                        .toList());
    }
}
