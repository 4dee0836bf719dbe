package org.interurban.platform.membership;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.TakingPart;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.sources.SeenRecords;
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

/** The members of the network. */
@Repository
class Members {

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
            String typeName,
            String region,
            String regionName,
            @Nullable String country,
            @Nullable String countryName,
            @Nullable Integer joined,
            @Nullable String approvedAt,
            @Nullable String exception,
            @Nullable String note,
            List<MemberRoles.ClusterRole> clusters,
            List<MemberRoles.Office> offices,
            @Nullable Double latitude,
            @Nullable Double longitude,
            int version)
            implements RouteMap.Placed {

        Member {
            clusters = List.copyOf(clusters);
            offices = List.copyOf(offices);
        }

        /** As sheets and files call it; {@code localName} is what it was called before. */
        @JsonProperty
        public @Nullable String nameLocal() {
            return localName;
        }

        public String organisationLink() {
            return (city ? "/cities/" : "/organisations/") + organisation;
        }
    }

    record Count(String type, String region, String regionName, int members) {}

    private static final String SELECT = """
        select m.code, o.code as organisation, o.local_government as city, in_language(o.name, o.name_translations, :language) as name,
               case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.abbreviation,
               m.type, in_language(y.name, y.name_translations, :language) as type_name, m.region,
               in_language(t.name, t.name_translations, :language) as region_name, o.country,
               in_language(c.name, c.name_translations, :language) as country_name, m.joined_year as joined, %s as approved_at, m.exception,
               m.note, m.version, o.latitude, o.longitude, t.position as region_position,
               %s as clusters, %s as offices
          from member m
          join organisation_brief o on o.id = m.organisation
          left join country_brief c on c.code = o.country
          join membership_type y on y.code = m.type
          join member_region t on t.code = m.region
        """;

    private final JdbcClient sql;
    private final MembershipTypes types;
    private final TakingPart takingPart;
    private final MemberRoles roles;
    private final SeenRecords seen;

    Members(JdbcClient sql, MembershipTypes types, TakingPart takingPart, MemberRoles roles, SeenRecords seen) {
        this.sql = sql;
        this.types = types;
        this.takingPart = takingPart;
        this.roles = roles;
        this.seen = seen;
    }

    private String select() {
        return SELECT.formatted(seen.named("activity", "m.approved_at"), roles.clusters(), roles.offices());
    }

    @Bean
    Listing<Member> memberListing(Labels labels) {
        var sheet = Sheet.of("members", Member.class)
                .with("name_local", Member::localName)
                .with("clusters", Members::clusters)
                .with("offices", Members::offices)
                .only("code organisation name name_local abbreviation type region country country_name joined clusters"
                        + " offices");
        return Listing.of(sheet, lines().terms(), this::list)
                .at("/api/v1/members", "/members")
                .forEveryone()
                .asking(ListForm.searching("directory.find")
                        .choice("type", "membership.type")
                        .choice("region", "membership.region")
                        .choice("country", "directory.country")
                        .choice("cluster", "membership.cluster")
                        .choice("office", "network.office")
                        .among((nothing, locale) -> Map.of(
                                "type", types.names(locale),
                                "region", regions(locale),
                                "country", countries(locale),
                                "cluster", roles.clusterNames(locale),
                                "office", officeNames(labels, locale))));
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
                .filter("cluster", "m.code = any(:cluster)", cluster -> roles.inCluster(String.valueOf(cluster))
                        .toArray(String[]::new))
                .filter("office", "m.code = any(:office)", office -> roles.inOffice(String.valueOf(office))
                        .toArray(String[]::new))
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
            select m.type, m.region, in_language(t.name, t.name_translations, :language) as region_name, m.members
              from (select type, region, count(*) as members from member group by type, region) m
              join member_region t on t.code = m.region
             order by t.position, m.type
            """)
                .param("language", locale.getLanguage())
                .query(Count.class)
                .list();
    }

    /** The countries of members, names by code. */
    private Map<String, String> officeNames(Labels labels, Locale locale) {
        var offices = new LinkedHashMap<String, String>();
        offices.put("yes", labels.of("membership", "any-office", locale));
        offices.putAll(labels.of("network.office", roles.officeNames(), locale));
        return offices;
    }

    Map<String, String> countries(Locale locale) {
        return sql.sql("""
            select c.code, in_language(c.name, c.name_translations, :language) as name
              from country_brief c
             where (select m.id from organisation_brief o join member m on m.organisation = o.id
                     where o.country = c.code limit 1) is not null
             order by name
            """).param("language", locale.getLanguage()).query(ListForm::ofRows);
    }

    /** The regions by which members are grouped, names by code. */
    Map<String, String> regions(Locale locale) {
        return sql.sql("select code, in_language(name, name_translations, ?) as name from member_region order by"
                        + " position, code")
                .param(locale.getLanguage())
                .query(ListForm::ofRows);
    }
}
