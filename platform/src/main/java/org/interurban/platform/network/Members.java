package org.interurban.platform.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.TakingPart;
import org.interurban.platform.sources.SeenRecords;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of the network. */
@Repository
class Members {

    /** The taxonomy of the regions by which members are grouped. */
    static final String REGIONS = "citynet-regions";

    /** @param role lead, co-lead or member */
    record ClusterRole(String cluster, String name, String role) {}

    record Office(String role, String term, @Nullable Integer rank) {}

    /** One line of the list, and all of a member that programs are told. */
    record Member(
            String code,
            String organisation,
            boolean city,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String abbreviation,
            String type,
            String region,
            String regionName,
            @Nullable String country,
            @Nullable String countryName,
            @Nullable Integer joined,
            @Nullable String approvedAt,
            @Nullable String exception,
            @Nullable String note,
            List<ClusterRole> clusters,
            List<Office> offices,
            @Nullable Double latitude,
            @Nullable Double longitude,
            int version) {

        Member {
            clusters = List.copyOf(clusters);
            offices = List.copyOf(offices);
        }

        public String organisationLink() {
            return (city ? "/cities/" : "/organisations/") + organisation;
        }
    }

    record Count(String type, String region, String regionName, int members) {}

    private static final String SELECT = """
        select m.code, o.code as organisation, o.local_government as city, in_language(o.name, o.name_translations, :language) as name,
               case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.abbreviation,
               m.type, m.region, coalesce(in_language(t.label, t.label_translations, :language), m.region) as region_name, o.country,
               in_language(c.name, c.name_translations, :language) as country_name, m.joined_year as joined, %s as approved_at, m.exception,
               m.note, m.version, o.latitude, o.longitude, t.position as region_position,
               coalesce((select jsonb_agg(jsonb_build_object(
                                  'cluster', k.code, 'name', in_language(k.name, k.name_translations, :language), 'role', r.role)
                                  order by k.position)
                           from cluster_role r join cluster k on k.id = r.cluster where r.member = m.id), '[]') as clusters,
               coalesce((select jsonb_agg(jsonb_build_object('role', b.role, 'term', b.term, 'rank', b.rank)
                                  order by b.term desc, b.position)
                           from office_bearer b where b.organisation = m.organisation), '[]') as offices
          from member m
          join organisation_brief o on o.id = m.organisation
          left join country_brief c on c.code = o.country
          left join topic_label t on t.code = m.region and t.taxonomy = 'citynet-regions'
        """;

    private final JdbcClient sql;
    private final Topics topics;
    private final TakingPart takingPart;
    private final SeenRecords seen;

    Members(JdbcClient sql, Topics topics, TakingPart takingPart, SeenRecords seen) {
        this.sql = sql;
        this.topics = topics;
        this.takingPart = takingPart;
        this.seen = seen;
    }

    private String select() {
        return SELECT.formatted(seen.named("activity", "m.approved_at"));
    }

    @Bean
    Listing<Member> memberListing() {
        var sheet = Sheet.of("members", Member.class)
                .with("name_local", Member::localName)
                .with("clusters", Members::clusters)
                .with("offices", Members::offices)
                .only("code organisation name name_local abbreviation type region country country_name joined clusters"
                        + " offices");
        return Listing.of(sheet, lines().terms(), this::list).at("/api/v1/members", "/members");
    }

    private static String clusters(Member member) {
        return member.clusters().stream()
                .map(role -> role.cluster() + " (" + role.role() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String offices(Member member) {
        return member.offices().stream()
                .map(office -> office.role() + " " + office.term())
                .collect(Collectors.joining("; "));
    }

    Slice<Member> list(ListQuery query) {
        return lines().run(sql, query);
    }

    private ListSql<Member> lines() {
        return ListSql.of(this::select, Member.class)
                .searchBy("m.organisation in (select called from organisations_called(:word, :language) as called)")
                .filter("type", "m.type = :type")
                .filter("region", "m.region = :region")
                .filter("country", "o.country = upper(:country)")
                .filter(
                        "cluster",
                        "exists (select from cluster_role r join cluster k on k.id = r.cluster"
                                + " where r.member = m.id and k.code = :cluster)")
                .filter(
                        "office",
                        "exists (select from office_bearer b where b.organisation = m.organisation"
                                + " and (:office = 'yes' or b.role = :office))")
                .filter("programme", "o.code = any(:programme)", code -> takingPart
                        .in(String.valueOf(code))
                        .toArray(String[]::new))
                .filter("joined", "m.joined_year::text = :joined")
                .sort("name", "lower(name)")
                .sort("type", "type")
                .sort("region", "region_position")
                .sort("country", "lower(country_name)")
                .sort("joined", "joined")
                .usually("lower(name), code");
    }

    Optional<Member> find(String code, Locale locale) {
        return sql.sql(select() + " where m.code = :code")
                .param("language", locale.getLanguage())
                .param("code", code)
                .query(Member.class)
                .optional();
    }

    Optional<Member> ofOrganisation(OrganisationId organisation, Locale locale) {
        return sql.sql(select() + " where m.organisation = :organisation")
                .param("language", locale.getLanguage())
                .param("organisation", organisation)
                .query(Member.class)
                .optional();
    }

    /** How many members there are of each type in each region; regions in their order. */
    List<Count> counts(Locale locale) {
        return sql.sql("""
            select m.type, m.region, coalesce(in_language(t.label, t.label_translations, :language), m.region) as region_name, m.members
              from (select type, region, count(*) as members from member group by type, region) m
              left join topic_label t on t.code = m.region and t.taxonomy = :regions
             order by t.position, m.type desc
            """)
                .param("language", locale.getLanguage())
                .param("regions", REGIONS)
                .query(Count.class)
                .list();
    }

    /** The countries of members, names by code. */
    Map<String, String> countries(Locale locale) {
        return sql.sql("""
            select c.code, in_language(c.name, c.name_translations, :language) as name
              from country_brief c
             where (select m.id from organisation_brief o join member m on m.organisation = o.id
                     where o.country = c.code limit 1) is not null
             order by name
            """).param("language", locale.getLanguage()).query(Members::names);
    }

    Map<String, String> clusters(Locale locale) {
        return sql.sql("""
            select code, in_language(name, name_translations, :language) as name from cluster order by position
            """).param("language", locale.getLanguage()).query(Members::names);
    }

    /** The regions by which members are grouped, names by code. */
    Map<String, String> regions(Locale locale) {
        var names = new java.util.LinkedHashMap<String, String>();
        topics.of(REGIONS, locale).forEach(topic -> names.put(topic.code(), topic.label()));
        return names;
    }

    private static Map<String, String> names(ResultSet rs) throws SQLException {
        var names = new java.util.LinkedHashMap<String, String>();
        while (rs.next()) {
            names.put(rs.getString("code"), rs.getString("name"));
        }
        return names;
    }
}
