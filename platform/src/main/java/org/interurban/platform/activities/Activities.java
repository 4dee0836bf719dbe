package org.interurban.platform.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All activities. */
@Repository
class Activities {

    /** A site of a city that a visit may show. */
    record Site(UUID id, UUID city, String cityName, String name) {}

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

    Optional<UUID> idOf(String code) {
        return sql.sql("select id from activity where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    /** Also one that the current person does not see: an answer by mail comes from nobody. */
    Optional<Activity> find(String code) {
        return find(code, "true");
    }

    /** The activity, where the current person sees it. */
    Optional<Activity> seen(String code) {
        return find(code, Seen.by(rights.current(), "s"));
    }

    private Optional<Activity> find(String code, String condition) {
        return sql.sql("""
            select a.*, a.title_translations -> 'ko' ->> 'text' as title_ko,
                   array(select s.site from activity_site s where s.activity = a.id) as sites
              from activity a join activity_seen_by s on s.id = a.id
             where a.code = ? and\s""" + condition)
                .param(code)
                .query((rs, row) -> new Activity(
                        rs.getObject("id", UUID.class),
                        rs.getString("code"),
                        rs.getObject("programme", UUID.class),
                        rs.getObject("partnership", UUID.class),
                        Coded.of(ActivityType.class, rs.getString("type")),
                        rs.getString("title"),
                        rs.getString("title_ko"),
                        rs.getObject("host", UUID.class),
                        rs.getObject("visitor", UUID.class),
                        new PartialPeriod(
                                rs.getObject("from_on", LocalDate.class),
                                rs.getObject("to_on", LocalDate.class),
                                Coded.of(Precision.class, rs.getString("precision"))),
                        rs.getString("mode") == null ? null : Coded.of(Mode.class, rs.getString("mode")),
                        Coded.of(ActivityStatus.class, rs.getString("status")),
                        rs.getString("description"),
                        Arrays.asList((UUID[]) rs.getArray("sites").getArray()),
                        rs.getBoolean("published"),
                        rs.getInt("version")))
                .optional();
    }

    /** Where an activity lies: in its partnership, its programme, and the cities that meet. */
    Scope[] scopes(Activity activity) {
        var scopes = new ArrayList<Scope>();
        if (activity.partnership() != null) {
            scopes.addAll(Arrays.asList(partnerships.scopes(new PartnershipId(activity.partnership()))));
        }
        if (activity.programme() != null) {
            scopes.add(Scope.programme(activity.programme()));
        }
        for (var city : new @Nullable UUID[] {activity.host(), activity.visitor()}) {
            if (city != null) {
                scopes.add(Scope.city(city));
            }
        }
        return scopes.toArray(Scope[]::new);
    }

    List<Site> sitesOf(PartnershipId partnership, Locale locale) {
        return sql.sql("""
            select s.id, s.organisation as city, in_language(o.name, o.name_translations, :language) as city_name,
                   in_language(s.name, s.name_translations, :language) as name
              from site s join organisation o on o.id = s.organisation
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
              join site s on s.id = x.site
              join organisation o on o.id = s.organisation
             where a.code = :activity
             order by name
            """)
                .param("language", locale.getLanguage())
                .param("activity", activity)
                .query(Site.class)
                .list();
    }

    /** A code that says type and partnership, with the next number. */
    String code(ActivityType type, String partnership) {
        var frame = new StringBuilder();
        for (var word : type.code().split("-")) {
            frame.append(Character.toUpperCase(word.charAt(0)));
        }
        frame.append('-').append(partnership);
        return codes.numbered("activity", frame.toString(), 1);
    }

    void insert(Activity activity) {
        write("""
            insert into activity (id, code, programme, partnership, type, title, title_translations, host, host_country, visitor,
                   from_on, to_on, precision, mode, status, description, published)
            values (:id, :code, :programme, :partnership, :type, :title, with_translation('{}', 'ko', :titleKo), :host,
                   (select country from organisation where id = :host), :visitor, :from, :to, :precision, :mode, :status,
                   :description, :published)
            """, activity);
        keepSites(activity);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Activity activity) {
        var changed = write("""
            update activity set type = :type, title = :title,
                   title_translations = with_translation(title_translations, 'ko', :titleKo), host = :host,
                   host_country = case when host is distinct from :host
                                       then (select country from organisation where id = :host) else host_country end,
                   visitor = :visitor, from_on = :from, to_on = :to, precision = :precision, mode = :mode, status = :status,
                   description = :description, published = :published, version = version + 1
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
                .param("type", activity.type().code())
                .param("title", activity.title())
                .param("titleKo", activity.titleKo())
                .param("host", activity.host())
                .param("visitor", activity.visitor())
                .param("from", activity.when().from())
                .param("to", activity.when().to())
                .param("precision", activity.when().precision().code())
                .param("mode", activity.mode() == null ? null : activity.mode().code())
                .param("status", activity.status().code())
                .param("description", activity.description())
                .param("published", activity.published())
                .param("version", activity.version())
                .update();
    }

    private void keepSites(Activity activity) {
        sql.sql("delete from activity_site where activity = ? and not (site = any(?))")
                .params(activity.id(), activity.sites().toArray(UUID[]::new))
                .update();
        sql.sql(
                        "insert into activity_site (activity, site) select ?, id from site where id = any(?) on conflict do nothing")
                .params(activity.id(), activity.sites().toArray(UUID[]::new))
                .update();
    }
}
