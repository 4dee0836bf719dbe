package org.interurban.platform.network;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.directory.TakingPart;
import org.interurban.platform.sources.SeenRecords;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
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
        select m.code, o.code as organisation, o.local_government, in_language(o.name, o.name_translations, :language) as name,
               case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.abbreviation,
               m.type, m.region, in_language(t.label, t.label_translations, :language) as region_name, o.country,
               in_language(c.name, c.name_translations, :language) as country_name, m.joined_year, %s as approved_at, m.exception,
               m.note, m.version, o.latitude, o.longitude, t.position as region_position,
               array(select k.code || '|' || in_language(k.name, k.name_translations, :language) || '|' || r.role
                       from cluster_role r join cluster k on k.id = r.cluster
                      where r.member = m.id order by k.position) as clusters,
               array(select b.role || '|' || b.term || '|' || coalesce(b.rank::text, '')
                       from office_bearer b where b.organisation = m.organisation order by b.term desc, b.position) as offices
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

    Slice<Member> list(ListQuery query) {
        var list = ListSql.of(select(), Members::member)
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
                .filter("programme", "o.code = any(:participants)")
                .filter("joined", "m.joined_year::text = :joined")
                .sort("name", "lower(name)")
                .sort("type", "type")
                .sort("region", "region_position")
                .sort("country", "lower(country_name)")
                .sort("joined", "joined_year")
                .usually("lower(name), code");
        var programme = query.filter("programme");
        if (!programme.isEmpty()) {
            list.with("participants", takingPart.in(programme).toArray(String[]::new));
        }
        return list.run(sql, query);
    }

    Optional<Member> find(String code, Locale locale) {
        return sql.sql(select() + " where m.code = :code")
                .param("language", locale.getLanguage())
                .param("code", code)
                .query(Members::member)
                .optional();
    }

    Optional<Member> ofOrganisation(UUID organisation, Locale locale) {
        return sql.sql(select() + " where m.organisation = :organisation")
                .param("language", locale.getLanguage())
                .param("organisation", organisation)
                .query(Members::member)
                .optional();
    }

    /** How many members there are of each type in each region; regions in their order. */
    List<Count> counts(Locale locale) {
        return sql.sql("""
            select m.type, m.region, in_language(t.label, t.label_translations, :language) as region_name, m.members
              from (select type, region, count(*) as members from member group by type, region) m
              left join topic_label t on t.code = m.region and t.taxonomy = :regions
             order by t.position, m.type desc
            """)
                .param("language", locale.getLanguage())
                .param("regions", REGIONS)
                .query((rs, row) -> new Count(
                        rs.getString("type"),
                        rs.getString("region"),
                        named(rs.getString("region_name"), rs.getString("region")),
                        rs.getInt("members")))
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

    private static String named(@Nullable String name, String code) {
        return name == null ? code : name;
    }

    private static Member member(ResultSet rs, int row) throws SQLException {
        return new Member(
                rs.getString("code"),
                rs.getString("organisation"),
                rs.getBoolean("local_government"),
                rs.getString("name"),
                rs.getString("local_name"),
                rs.getString("local_language"),
                rs.getString("abbreviation"),
                rs.getString("type"),
                rs.getString("region"),
                named(rs.getString("region_name"), rs.getString("region")),
                rs.getString("country"),
                rs.getString("country_name"),
                rs.getObject("joined_year", Integer.class),
                rs.getString("approved_at"),
                rs.getString("exception"),
                rs.getString("note"),
                parts(rs.getArray("clusters"))
                        .map(part -> new ClusterRole(part[0], part[1], part[2]))
                        .toList(),
                parts(rs.getArray("offices"))
                        .map(part -> new Office(part[0], part[1], part[2].isEmpty() ? null : Integer.valueOf(part[2])))
                        .toList(),
                rs.getObject("latitude", Double.class),
                rs.getObject("longitude", Double.class),
                rs.getInt("version"));
    }

    private static java.util.stream.Stream<String[]> parts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(text -> text.split("\\|", -1));
    }
}
