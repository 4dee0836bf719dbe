package org.interurban.platform.activities;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.SiteId;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.Quantity.Qualifier;
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

    /** Until the transaction ends, whoever else wants to decide on it waits. */
    void alone(String code) {
        sql.sql("select id from activity where code = ? for update")
                .param(code)
                .query()
                .listOfRows();
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
            List<UUID> hosts,
            List<UUID> visitors,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision,
            @Nullable Mode mode,
            ActivityStatus status,
            @Nullable String stoppedReason,
            @Nullable AccountId stoppedBy,
            @Nullable OffsetDateTime stoppedAt,
            @Nullable ActivityId parent,
            @Nullable String parentTitle,
            @Nullable String place,
            @Nullable String country,
            @Nullable String organiser,
            List<String> partners,
            @Nullable BigDecimal countLow,
            @Nullable BigDecimal countHigh,
            @Nullable Qualifier countQualifier,
            @Nullable String participants,
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
                    Party.of(bodies(hosts), bodies(visitors)),
                    new PartialPeriod(fromOn, toOn, precision),
                    mode,
                    ActivityState.of(status, new ActivityState.Stopped(stoppedReason, stoppedBy, stoppedAt)),
                    new Around(
                            parent == null || parentTitle == null ? null : new Around.Whole(parent, parentTitle),
                            place,
                            country,
                            organiser,
                            partners,
                            countLow == null || countQualifier == null
                                    ? null
                                    : new Quantity(countLow, countHigh, countQualifier, null),
                            participants),
                    description,
                    sites,
                    published,
                    version);
        }

        private static List<OrganisationId> bodies(List<UUID> ids) {
            return ids.stream().map(OrganisationId::new).toList();
        }
    }

    private static final String WHOLE = """
        select a.id, a.code, a.programme, a.partnership, a.type, localized(a.title, a.title_translations) as title,
               array(select x.organisation from activity_takes_part x where x.activity = a.id and x.role = 'host'
                      order by x.position) as hosts,
               array(select x.organisation from activity_takes_part x where x.activity = a.id and x.role = 'visitor'
                      order by x.position) as visitors,
               a.from_on, a.to_on, a.precision, a.mode, a.status, a.stopped_reason, a.stopped_by, a.stopped_at,
               a.parent, u.title as parent_title, a.host_name as place,
               case when a.host_country is distinct from h.country then a.host_country end as country, a.organiser, a.partners,
               a.participants_low as count_low, a.participants_high as count_high, a.participants_qualifier as count_qualifier,
               a.participants_note as participants,
               localized(a.description, a.description_translations) as description,
               array(select s.site from activity_site s where s.activity = a.id) as sites, a.published, a.version
          from activity a join activity_seen_by s on s.id = a.id left join activity u on u.id = a.parent
               left join organisation_brief h on h.id = a.host
         where
        """;

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

    /** Those that host or visit the activity, or anything where none is named, as forms and sheets name them. */
    Map<OrganisationId, Directory.Entry> named(@Nullable Activity activity, Locale locale) {
        return sql
                .sql("""
                    select id, code, local_government as city, in_language(name, name_translations, :language) as name,
                           null::text as local_name, null::text as local_language, country, null::text as time_zone,
                           null::float8 as latitude, null::float8 as longitude
                      from organisation_brief
                     where id in (select organisation from activity_takes_part
                                   where :activity::uuid is null or activity = :activity)
                    """)
                .param("language", locale.getLanguage())
                .param("activity", activity == null ? null : activity.id())
                .query(Directory.Entry.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Directory.Entry::id, entry -> entry));
    }

    /** What the bodies are called, in their order. */
    List<String> names(List<OrganisationId> bodies, Locale locale) {
        return sql.sql("""
            select in_language(o.name, o.name_translations, :language)
              from unnest(:bodies::uuid[]) with ordinality as b (id, place) join organisation_brief o on o.id = b.id
             order by b.place
            """)
                .param("language", locale.getLanguage())
                .param("bodies", bodies.toArray(OrganisationId[]::new))
                .query(String.class)
                .list();
    }

    /** Where an activity lies: in its partnership, its programme, and the cities that meet. */
    Scope[] scopes(Activity activity) {
        var scopes = new ArrayList<Scope>(Arrays.asList(scopesOfOwner(activity)));
        activity.parties().forEach(party -> scopes.add(Scope.city(party.body())));
        return scopes.toArray(Scope[]::new);
    }

    /** In its partnership with its cities, and its programme; none for what the network as a whole does. */
    Scope[] scopesOfOwner(Activity activity) {
        var scopes = new ArrayList<Scope>();
        if (activity.partnership() != null) {
            scopes.addAll(Arrays.asList(partnerships.scopes(activity.partnership())));
        }
        if (activity.programme() != null) {
            scopes.add(activity.programme().scope());
        }
        return scopes.toArray(Scope[]::new);
    }

    /** Each of which says whether its date suits. */
    List<OrganisationId> citiesThatMeet(Activity activity) {
        return sql.sql("select organisation from activity_meets where activity = ?")
                .param(activity.id())
                .query((rs, row) -> new OrganisationId(rs.getObject("organisation", UUID.class)))
                .list();
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
                   from_on, to_on, precision, mode, status, stopped_reason, stopped_by, stopped_at, parent,
                   host_name, organiser, partners, participants_low, participants_high, participants_qualifier, participants_note,
                   description, description_translations, published)
            values (:id, :code, :programme, :partnership, :type, original_of(:title), translations_of(:title), :host,
                   coalesce(:country, (select country from organisation_brief where id = :host)), :visitor, :from, :to,
                   :precision, :mode, :status, :stoppedReason, :stoppedBy, :stoppedAt, :parent, :place, :organiser, :partners, :low, :high,
                   :qualifier, :participants,
                   original_of(:description), translations_of(:description), :published)
            """, activity);
        keepFurther(activity);
        keepSites(activity);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Activity activity) {
        var changed = write("""
            update activity set type = :type, title = original_of(:title), title_translations = translations_of(:title), host = :host,
                   host_country = coalesce(:country, (select country from organisation_brief where id = :host)),
                   visitor = :visitor, from_on = :from, to_on = :to, precision = :precision, mode = :mode, status = :status,
                   stopped_reason = :stoppedReason, stopped_by = :stoppedBy, stopped_at = :stoppedAt,
                   parent = :parent, host_name = :place, organiser = :organiser, partners = :partners,
                   participants_low = :low, participants_high = :high, participants_qualifier = :qualifier,
                   participants_note = :participants,
                   description = original_of(:description), description_translations = translations_of(:description),
                   published = :published, version = version + 1
             where id = :id and code = :code and version = :version
               and programme is not distinct from :programme and partnership is not distinct from :partnership
            """, activity) == 1;
        if (changed) {
            keepFurther(activity);
            keepSites(activity);
        }
        return changed;
    }

    private int write(String statement, Activity activity) {
        var stated = when(sql.sql(statement), activity.when());
        how(stated, activity.state().how());
        around(stated, activity.around());
        return stated.param("id", activity.id())
                .param("code", activity.code())
                .param("programme", activity.programme())
                .param("partnership", activity.partnership())
                .param("host", activity.hosts().stream().findFirst().orElse(null))
                .param("type", activity.type())
                .param("title", activity.title())
                .param("mode", activity.mode())
                .param("visitor", activity.visitors().stream().findFirst().orElse(null))
                .param("status", activity.status())
                .param("description", activity.description())
                .param("published", activity.published())
                .param("version", activity.version())
                .update();
    }

    private static JdbcClient.StatementSpec when(JdbcClient.StatementSpec statement, PartialPeriod when) {
        return statement.param("from", when.from()).param("to", when.to()).param("precision", when.precision());
    }

    private static void how(JdbcClient.StatementSpec statement, ActivityState.Stopped how) {
        statement
                .param("stoppedReason", how.reason())
                .param("stoppedBy", how.by())
                .param("stoppedAt", how.at());
    }

    private static void around(JdbcClient.StatementSpec statement, Around around) {
        var parent = around.parent();
        var count = around.count();
        statement
                .param("country", around.country(), Types.CHAR)
                .param("low", count == null ? null : count.low(), Types.INTEGER)
                .param("high", count == null ? null : count.high(), Types.INTEGER)
                .param("qualifier", count == null ? null : count.qualifier())
                .param("parent", parent == null ? null : parent.id())
                .param("place", around.place())
                .param("organiser", around.organiser())
                .param("partners", around.partners().toArray(String[]::new))
                .param("participants", around.participants());
    }

    /** One that the current person sees, as others are part of it. */
    record Larger(ActivityId id, String code, String title) {

        Around.Whole whole() {
            return new Around.Whole(id, title);
        }
    }

    /** Those that go by this code, or else by this title, among those that the current person sees; a few where they are many. */
    List<Larger> larger(String named) {
        return sql.sql("""
            select a.id, a.code, a.title from activity a join activity_seen_by s on s.id = a.id
             where (a.code = :named or lower(a.title) = lower(:named)
                    and not exists (select from activity other where other.code = :named)) and %s
             order by a.from_on desc nulls last, a.code limit 6
            """.formatted(Seen.by(rights.current(), "s")))
                .param("named", named)
                .query(Larger.class)
                .list();
    }

    /** Whether the one is the other or lies within it, through any number of wholes. */
    boolean isWithin(ActivityId one, ActivityId other) {
        return sql.sql("""
            with recursive above (id) as (
              select :one::uuid union select a.parent from activity a join above on above.id = a.id where a.parent is not null)
            select :other::uuid in (select id from above)
            """)
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** Takes it out of everything; whether it was there. */
    boolean hide(String code) {
        return sql.sql("update activity set removed_at = now(), version = version + 1 where code = ? and"
                                + " removed_at is null")
                        .param(code)
                        .update()
                == 1;
    }

    /** What came back stood one version higher while it was gone: calendars take nothing that is no newer. */
    void raise(String code) {
        sql.sql("update activity set version = version + 2 where code = ?")
                .param(code)
                .update();
    }

    void remove(Activity activity) {
        sql.sql("delete from activity_site where activity = ?")
                .param(activity.id())
                .update();
        sql.sql("delete from activity_city where activity = ?")
                .param(activity.id())
                .update();
        sql.sql("delete from activity where id = ?").param(activity.id()).update();
    }

    /** Who takes part after the first host and the first visitor. */
    private void keepFurther(Activity activity) {
        var wanted = """
            select o as organisation, 'host' as role, n - 1 as position
              from unnest(:hosts::uuid[]) with ordinality as h (o, n) where n > 1
            union all
            select o, 'visitor', n - 1 from unnest(:visitors::uuid[]) with ordinality as v (o, n) where n > 1\
            """;
        for (var statement : List.of("""
            delete from activity_city
             where activity = :activity and (organisation, role, position) not in (%s)
            """, """
            insert into activity_city (activity, organisation, role, position)
            select :activity, w.organisation, w.role, w.position from (%s) w on conflict do nothing
            """)) {
            sql.sql(statement.formatted(wanted))
                    .param("activity", activity.id())
                    .param("hosts", activity.hosts().toArray(OrganisationId[]::new))
                    .param("visitors", activity.visitors().toArray(OrganisationId[]::new))
                    .update();
        }
    }

    private void keepSites(Activity activity) {
        sql.sql("delete from activity_site where activity = ? and not (site = any(?))")
                .params(activity.id(), activity.sites().toArray(UUID[]::new))
                .update();
        sql.sql("insert into activity_site (activity, site) select ?, id from site_brief where id = any(?) on"
                        + " conflict do nothing")
                .params(activity.id(), activity.sites().toArray(UUID[]::new))
                .update();
    }
}
