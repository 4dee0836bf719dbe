package org.interurban.platform.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.SiteId;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All activities. */
@Repository
class Activities {

    /** A site of a city that a visit may show. */
    record Site(SiteId id, OrganisationId city, String cityName, String name) {}

    private final JdbcClient sql;
    private final Partnerships partnerships;
    private final Codes codes;
    private final Rights rights;

    Activities(JdbcClient sql, Partnerships partnerships, Codes codes, Rights rights) {
        this.sql = sql;
        this.partnerships = partnerships;
        this.codes = codes;
        this.rights = rights;
    }

    Optional<ActivityId> idOf(String code) {
        return sql.sql("select id from activity where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(ActivityId::new);
    }

    /** Also one that the current person does not see: an answer by mail comes from nobody. */
    Optional<Activity> find(String code) {
        return find(code, "true");
    }

    /** The activity, where the current person sees it. */
    Optional<Activity> seen(String code) {
        return find(code, Seen.by(rights.current(), "s"));
    }

    private record Stored(
            ActivityId id,
            String code,
            @Nullable ProgrammeId programme,
            @Nullable PartnershipId partnership,
            String type,
            LocalizedText title,
            @Nullable OrganisationId host,
            @Nullable OrganisationId visitor,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision,
            @Nullable Mode mode,
            ActivityStatus status,
            @Nullable LocalizedText description,
            List<UUID> sites,
            boolean published,
            int version) {

        Activity activity() {
            return new Activity(
                    id,
                    code,
                    programme,
                    partnership,
                    type,
                    title,
                    host,
                    visitor,
                    new PartialPeriod(fromOn, toOn, precision),
                    mode,
                    status,
                    description,
                    sites,
                    published,
                    version);
        }
    }

    private static final String WHOLE = """
        select a.id, a.code, a.programme, a.partnership, a.type, localized(a.title, a.title_translations) as title, a.host,
               a.visitor, a.from_on, a.to_on, a.precision, a.mode, a.status,
               localized(a.description, a.description_translations) as description,
               array(select s.site from activity_site s where s.activity = a.id) as sites, a.published, a.version
          from activity a join activity_seen_by s on s.id = a.id
         where\s""";

    private Optional<Activity> find(String code, String condition) {
        return sql.sql(WHOLE + "a.code = ? and " + condition)
                .param(code)
                .query(Stored.class)
                .optional()
                .map(Stored::activity);
    }

    /** All that the current person sees. */
    List<Activity> seen() {
        return sql.sql(WHOLE + Seen.by(rights.current(), "s") + " order by a.code").query(Stored.class).list().stream()
                .map(Stored::activity)
                .toList();
    }

    /** Of the cities that host or visit. */
    Map<OrganisationId, String> cityCodes() {
        var codes = new HashMap<OrganisationId, String>();
        sql.sql("select id, code from organisation_brief"
                        + " where id in (select host from activity union select visitor from activity)")
                .query(rs -> {
                    codes.put(new OrganisationId(rs.getObject("id", UUID.class)), rs.getString("code"));
                });
        return codes;
    }

    /** Where an activity lies: in its partnership, its programme, and the cities that meet. */
    Scope[] scopes(Activity activity) {
        var scopes = new ArrayList<Scope>();
        if (activity.partnership() != null) {
            scopes.addAll(Arrays.asList(partnerships.scopes(activity.partnership())));
        }
        if (activity.programme() != null) {
            scopes.add(activity.programme().scope());
        }
        Stream.of(Optional.ofNullable(activity.host()), Optional.ofNullable(activity.visitor()))
                .flatMap(Optional::stream)
                .map(city -> Scope.city(city))
                .forEach(scopes::add);
        return scopes.toArray(Scope[]::new);
    }

    /** Each of which says whether its date suits. */
    Scope[] citiesThatMeet(Activity activity) {
        return sql.sql("select organisation from activity_meets where activity = ?")
                .param(activity.id())
                .query((rs, row) -> Scope.city(new OrganisationId(rs.getObject("organisation", UUID.class))))
                .list()
                .toArray(Scope[]::new);
    }

    List<Site> sitesOf(PartnershipId partnership, Locale locale) {
        return sql.sql("""
            select s.id, s.organisation as city, in_language(o.name, o.name_translations, :language) as city_name,
                   in_language(s.name, s.name_translations, :language) as name
              from site_brief s join organisation_brief o on o.id = s.organisation
             where s.organisation in (select organisation from partnership_member_view where partnership = :partnership)
             order by city_name, name
            """)
                .param("language", locale.getLanguage())
                .param("partnership", partnership.value())
                .query(Site.class)
                .list();
    }

    /** What an activity showed or will show. */
    List<Site> sitesShown(String activity, Locale locale) {
        return sql.sql("""
            select s.id, s.organisation as city, in_language(o.name, o.name_translations, :language) as city_name,
                   in_language(s.name, s.name_translations, :language) as name
              from activity_site x
              join activity a on a.id = x.activity
              join site_brief s on s.id = x.site
              join organisation_brief o on o.id = s.organisation
             where a.code = :activity
             order by name
            """)
                .param("language", locale.getLanguage())
                .param("activity", activity)
                .query(Site.class)
                .list();
    }

    /** A code that says type and partnership, with the next number. */
    String code(String type, String partnership) {
        var frame = new StringBuilder();
        for (var word : type.split("-")) {
            frame.append(Character.toUpperCase(word.charAt(0)));
        }
        frame.append('-').append(partnership);
        return codes.numbered("activity", frame.toString(), 1);
    }

    void insert(Activity activity) {
        write("""
            insert into activity (id, code, programme, partnership, type, title, title_translations, host, host_country, visitor,
                   from_on, to_on, precision, mode, status, description, description_translations, published)
            values (:id, :code, :programme, :partnership, :type, original_of(:title), translations_of(:title), :host,
                   (select country from organisation_brief where id = :host), :visitor, :from, :to, :precision, :mode, :status,
                   original_of(:description), translations_of(:description), :published)
            """, activity);
        keepSites(activity);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Activity activity) {
        var changed = write("""
            update activity set type = :type, title = original_of(:title), title_translations = translations_of(:title), host = :host,
                   host_country = case when host is distinct from :host
                                       then (select country from organisation_brief where id = :host) else host_country end,
                   visitor = :visitor, from_on = :from, to_on = :to, precision = :precision, mode = :mode, status = :status,
                   description = original_of(:description), description_translations = translations_of(:description),
                   published = :published, version = version + 1
             where id = :id and code = :code and version = :version
               and programme is not distinct from :programme and partnership is not distinct from :partnership
            """, activity) == 1;
        if (changed) {
            keepSites(activity);
        }
        return changed;
    }

    private int write(String statement, Activity activity) {
        return sql.sql(statement)
                .param("id", activity.id())
                .param("code", activity.code())
                .param("programme", activity.programme())
                .param("partnership", activity.partnership())
                .param("type", activity.type())
                .param("title", activity.title())
                .param("host", activity.host())
                .param("visitor", activity.visitor())
                .param("from", activity.when().from())
                .param("to", activity.when().to())
                .param("precision", activity.when().precision())
                .param("mode", activity.mode())
                .param("status", activity.status())
                .param("description", activity.description())
                .param("published", activity.published())
                .param("version", activity.version())
                .update();
    }

    void remove(Activity activity) {
        sql.sql("delete from activity_site where activity = ?")
                .param(activity.id())
                .update();
        sql.sql("delete from activity where id = ?").param(activity.id()).update();
    }

    private void keepSites(Activity activity) {
        sql.sql("delete from activity_site where activity = ? and not (site = any(?))")
                .params(activity.id(), activity.sites().toArray(UUID[]::new))
                .update();
        sql.sql(
                        "insert into activity_site (activity, site) select ?, id from site_brief where id = any(?) on conflict do nothing")
                .params(activity.id(), activity.sites().toArray(UUID[]::new))
                .update();
    }
}
