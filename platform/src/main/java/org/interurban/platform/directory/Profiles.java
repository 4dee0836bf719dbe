package org.interurban.platform.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.Profile.Fact;
import org.interurban.platform.directory.Profile.OtherName;
import org.interurban.platform.directory.Profile.Site;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Cited;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts together what the directory knows of one organisation; the current person sees the posts that are not public too. */
@Service
public class Profiles {

    private final JdbcClient sql;
    private final Sources sources;
    private final Rights rights;
    private final OrganisationPosts posts;

    Profiles(JdbcClient sql, Sources sources, Rights rights, OrganisationPosts posts) {
        this.sql = sql;
        this.sources = sources;
        this.rights = rights;
        this.posts = posts;
    }

    public Optional<Profile> find(String code, Locale locale) {
        return sql.sql("""
            select o.*, in_language(o.name, o.name_translations, :language) as shown_name,
                   case when o.local_language <> :language then o.local_name end as shown_local_name,
                   in_language(o.description, o.description_translations, :language) as shown_description,
                   in_language(c.name, c.name_translations, :language) as country_name,
                   p.population as gazetteer_population
              from organisation o
              join organisation_seen_by s on s.id = o.id
              left join country_brief c on c.code = o.country
              left join place_brief p on p.id = o.place
             where o.code = :code and %s
            """.formatted(Seen.by(rights.current(), "s")))
                .param("language", locale.getLanguage())
                .param("code", code)
                .query((rs, row) -> profile(rs, locale))
                .optional();
    }

    private Profile profile(ResultSet rs, Locale locale) throws SQLException {
        var id = new OrganisationId(rs.getObject("id", UUID.class));
        var code = rs.getString("code");
        var readsAll = rights.may(CommonPermission.RECORDS_READ);
        return new Profile(
                id,
                code,
                rs.getBoolean("local_government"),
                rs.getString("kind"),
                rs.getString("shown_name"),
                rs.getString("official_name"),
                rs.getString("shown_local_name"),
                rs.getString("local_language"),
                otherNames(id),
                rs.getString("abbreviation"),
                rs.getString("country"),
                rs.getString("country_name"),
                Organisations.population(rs),
                rs.getString("population_scope"),
                rs.getObject("population_year", Integer.class),
                rs.getObject("gazetteer_population", Long.class),
                rs.getObject("latitude", Double.class),
                rs.getObject("longitude", Double.class),
                rs.getString("time_zone"),
                rs.getString("website"),
                rs.getString("shown_description"),
                rs.getString("note"),
                rs.getInt("version"),
                facts(id),
                sites(id, locale),
                posts.of(id),
                sources.of("organisation", code),
                sources.questionsOn("organisation", code, readsAll));
    }

    private List<OtherName> otherNames(OrganisationId organisation) {
        return sql.sql("""
            select name, language from organisation_name
             where organisation = ? and kind = 'alternative' order by language nulls first, name
            """)
                .param(organisation)
                .query((rs, row) -> new OtherName(rs.getString("name"), rs.getString("language")))
                .list();
    }

    private List<Fact> facts(OrganisationId organisation) {
        var facts = sql.sql("""
            select code, attribute, statement, low, qualifier, unit, scope
              from organisation_fact where organisation = ? order by position
            """)
                .param(organisation)
                .query((rs, row) -> new Fact(
                        rs.getString("code"),
                        rs.getString("attribute"),
                        rs.getString("statement"),
                        quantity(rs, "low", "qualifier", rs.getString("unit")),
                        rs.getString("scope"),
                        List.of()))
                .list();
        var cited = cited("fact", facts.stream().map(Fact::code).toList());
        return facts.stream()
                .map(fact -> new Fact(
                        fact.code(),
                        fact.attribute(),
                        fact.statement(),
                        fact.figure(),
                        fact.scope(),
                        cited.getOrDefault(fact.code(), List.of())))
                .toList();
    }

    private List<Site> sites(OrganisationId organisation, Locale locale) {
        var sites = sql.sql("""
            select code, in_language(name, name_translations, :language) as name, kind, note
              from site where organisation = :organisation order by code
            """)
                .param("language", locale.getLanguage())
                .param("organisation", organisation)
                .query((rs, row) -> new Site(
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("kind"),
                        rs.getString("note"),
                        List.of()))
                .list();
        var cited = cited("site", sites.stream().map(Site::code).toList());
        return sites.stream()
                .map(site -> new Site(
                        site.code(), site.name(), site.kind(), site.note(), cited.getOrDefault(site.code(), List.of())))
                .toList();
    }

    private Map<String, List<Cited>> cited(String kind, List<String> codes) {
        return codes.isEmpty() ? Map.of() : sources.of(kind, codes);
    }

    static @Nullable Quantity quantity(ResultSet rs, String number, String qualifier, @Nullable String unit)
            throws SQLException {
        var low = rs.getBigDecimal(number);
        var stated = rs.getString(qualifier);
        return low == null
                ? null
                : new Quantity(low, null, Coded.of(Quantity.Qualifier.class, stated == null ? "exact" : stated), unit);
    }
}
