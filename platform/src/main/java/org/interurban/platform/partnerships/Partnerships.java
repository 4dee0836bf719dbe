package org.interurban.platform.partnerships;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All partnerships, and what higher floors ask of them. */
@Repository
public class Partnerships {

    /** A partnership as other modules name it. */
    public record Brief(
            PartnershipId id,
            String code,
            String name,
            ProgrammeId programme,
            String programmeCode,
            @Nullable String line,
            boolean published) {}

    /** @param left the day it left, null while it belongs */
    public record Member(
            OrganisationId organisation,
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            @Nullable String countryName,
            @Nullable String timeZone,
            int side,
            @Nullable String role,
            @Nullable LocalDate joined,
            @Nullable LocalDate left) {}

    /**
     * A partnership to be made.
     *
     * @param organisations two or more, in the order of their sides
     * @param topic the theme, null where none is agreed yet
     * @param coordinator who brings the members together
     * @param origin the round that makes it, null where it is made by hand
     */
    public record Wanted(
            List<OrganisationId> organisations,
            @Nullable TopicId topic,
            @Nullable String cohort,
            @Nullable String coordinator,
            PartialPeriod start,
            PartialPeriod end,
            @Nullable Origin origin) {

        public Wanted {
            organisations = List.copyOf(organisations);
            if (organisations.size() < 2 || organisations.stream().distinct().count() < organisations.size()) {
                throw new IllegalArgumentException("A partnership has two or more members, each once");
            }
        }

        public Wanted(List<OrganisationId> organisations, @Nullable TopicId topic, @Nullable String cohort) {
            this(organisations, topic, cohort, null, PartialPeriod.UNKNOWN, PartialPeriod.UNKNOWN, null);
        }
    }

    private static final String BRIEF = """
        select p.id, p.code, in_language(p.name, p.name_translations, :language) as name, p.programme,
               g.code as programme_code, p.line, p.published
          from partnership p
          join programme_brief g on g.id = p.programme
          join partnership_seen_by s on s.id = p.id
        """;

    private final JdbcClient sql;
    private final ThemeLines lines;
    private final MakePartnership making;
    private final Directory directory;
    private final Rights rights;

    Partnerships(JdbcClient sql, ThemeLines lines, MakePartnership making, Directory directory, Rights rights) {
        this.sql = sql;
        this.directory = directory;
        this.lines = lines;
        this.making = making;
        this.rights = rights;
    }

    public Optional<PartnershipId> idOf(String code) {
        return sql.sql("select id from partnership where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(PartnershipId::new);
    }

    public Optional<String> codeOf(PartnershipId partnership) {
        return sql.sql("select code from partnership where id = ?")
                .param(partnership.value())
                .query(String.class)
                .optional();
    }

    /** The partnership, where the current person sees it. */
    public Optional<Brief> brief(String code, Locale locale) {
        return sql.sql(BRIEF + " where p.code = :code and " + Seen.by(rights.current(), "s"))
                .param("language", locale.getLanguage())
                .param("code", code)
                .query(Brief.class)
                .optional();
    }

    /** The partnership of something that the current person works on. */
    public Optional<Brief> brief(PartnershipId partnership, Locale locale) {
        return sql.sql(BRIEF + " where p.id = :id")
                .param("language", locale.getLanguage())
                .param("id", partnership.value())
                .query(Brief.class)
                .optional();
    }

    /** The partnership, for somebody who holds the permission there. */
    public Brief briefWith(Permission permission, String code, Locale locale) {
        var found = brief(code, locale).orElseThrow(() -> new NotFound("There is no partnership " + code));
        rights.require(permission, scopes(found.id()));
        return found;
    }

    /** Partnerships by name for which the current person holds the permission. */
    public List<Brief> allWith(Permission permission, Locale locale) {
        record Belongs(PartnershipId partnership, OrganisationId organisation) {}
        var cities = sql
                .sql("select partnership, organisation from partnership_member where left_on is null")
                .query(Belongs.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Belongs::partnership, Collectors.mapping(Belongs::organisation, Collectors.toList())));
        return sql
                .sql(BRIEF + " order by lower(p.name), p.code")
                .param("language", locale.getLanguage())
                .query(Brief.class)
                .list()
                .stream()
                .filter(brief -> {
                    var scopes = new ArrayList<>(
                            List.of(brief.id().scope(), brief.programme().scope()));
                    cities.getOrDefault(brief.id(), List.of()).forEach(city -> scopes.add(Scope.city(city)));
                    return rights.may(permission, scopes.toArray(Scope[]::new));
                })
                .toList();
    }

    /** Those who belong or belonged, by side. */
    public List<Member> members(PartnershipId partnership, Locale locale) {
        return sql.sql("""
            select o.id as organisation, o.code, in_language(o.name, o.name_translations, :language) as name,
                   case when o.local_language <> :language then o.local_name end as local_name, o.local_language,
                   o.country, in_language(c.name, c.name_translations, :language) as country_name, o.time_zone,
                   m.side, m.role, m.joined_on as joined, m.left_on as left
              from partnership_member m
              join organisation_brief o on o.id = m.organisation
              left join country_brief c on c.code = o.country
             where m.partnership = :partnership
             order by m.side, o.code
            """)
                .param("language", locale.getLanguage())
                .param("partnership", partnership.value())
                .query(Member.class)
                .list();
    }

    /** Where a partnership lies: itself, its programme, and the cities that belong to it now. */
    public Scope[] scopes(PartnershipId partnership) {
        var scopes = new ArrayList<Scope>();
        scopes.add(partnership.scope());
        sql.sql("select programme from partnership where id = ?")
                .param(partnership.value())
                .query(UUID.class)
                .optional()
                .map(ProgrammeId::new)
                .map(ProgrammeId::scope)
                .ifPresent(scopes::add);
        sql.sql("select organisation from partnership_member where partnership = ? and left_on is null")
                .param(partnership.value())
                .query(UUID.class)
                .list()
                .forEach(city -> scopes.add(Scope.city(new OrganisationId(city))));
        return scopes.toArray(Scope[]::new);
    }

    /**
     * Makes partnerships, of a round of pairing or by hand; whoever may publish rounds of the programme may do so. Cities
     * that are bound to each other already are left as they are.
     *
     * @return the codes of the new partnerships
     */
    @Transactional
    public List<String> create(ProgrammeId programme, Collection<Wanted> wanted) {
        rights.require(PartnershipPermission.PAIRING_PUBLISH, programme.scope());
        return wanted.stream()
                .map(one -> making.make(programme, one))
                .flatMap(Optional::stream)
                .toList();
    }

    private static final String WHOLE = """
        select p.id, p.code, p.programme, g.code as programme_code, localized(p.name, p.name_translations) as name,
               t.written as topic, p.line, p.coordinator, p.status, p.published, p.version
          from partnership p
          join programme_brief g on g.id = p.programme
          join partnership_seen_by s on s.id = p.id
          left join topic_label t on t.id = p.topic
         where
        """;

    /** The partnership, where the current person sees it. */
    Optional<Partnership> find(String code) {
        return seen("p.code = ?", code).findFirst();
    }

    /** All that the current person sees. */
    List<Partnership> all() {
        return seen("true").toList();
    }

    private Stream<Partnership> seen(String condition, Object... parameters) {
        return sql
                .sql(WHOLE + condition + " and " + Seen.by(rights.current(), "s") + " order by p.code")
                .params(parameters)
                .query(Partnership.class)
                .list()
                .stream();
    }

    /** Who belongs to partnerships now, by side. */
    Map<PartnershipId, List<Directory.Entry>> membersOfAll(Locale locale) {
        record Belongs(PartnershipId partnership, String code) {}
        var all = sql.sql("""
            select m.partnership, o.code
              from partnership_member m join organisation_brief o on o.id = m.organisation
             where m.left_on is null
             order by m.partnership, m.side, o.code
            """).query(Belongs.class).list();
        var entries = directory.find(all.stream().map(Belongs::code).distinct().toList(), locale);
        return all.stream()
                .collect(Collectors.groupingBy(
                        Belongs::partnership,
                        Collectors.mapping(
                                one -> Objects.requireNonNull(entries.get(one.code())), Collectors.toList())));
    }

    /** Takes one back that was made by mistake; whatever lies in it by now keeps it. */
    void takeBack(PartnershipId partnership) {
        sql.sql("delete from partnership_member where partnership = ?")
                .param(partnership)
                .update();
        sql.sql("delete from partnership where id = ?").param(partnership).update();
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Partnership partnership, @Nullable TopicId topic) {
        var changed = sql.sql("""
            update partnership set name = original_of(:name), name_translations = translations_of(:name),
                   coordinator = :coordinator, status = :status, published = :published, version = version + 1
             where id = :id and version = :version
            """)
                        .param("name", partnership.name())
                        .param("coordinator", partnership.coordinator())
                        .param("status", partnership.status())
                        .param("published", partnership.published())
                        .param("id", partnership.id())
                        .param("version", partnership.version())
                        .update()
                == 1;
        if (changed) {
            lines.setTheme(partnership.code(), topic);
        }
        return changed;
    }

    boolean join(PartnershipId partnership, OrganisationId organisation, LocalDate on) {
        return sql.sql("""
            insert into partnership_member (id, partnership, organisation, side, programme_group, role, joined_on)
            values (:id, :partnership, :organisation,
                    (select least(8, coalesce(max(side), 0) + 1) from partnership_member where partnership = :partnership),
                    (select a.programme_group from participant_brief a join partnership p on p.programme = a.programme
                      where p.id = :partnership and a.organisation = :organisation and a.programme_group is not null
                      order by a.left_on desc nulls first limit 1),
                    'member', :on)
            on conflict (partnership, organisation) do update set left_on = null
                where partnership_member.left_on is not null
            """)
                        .param("id", Identifier.next())
                        .param("partnership", partnership.value())
                        .param("organisation", organisation)
                        .param("on", on)
                        .update()
                == 1;
    }

    boolean leave(PartnershipId partnership, OrganisationId organisation, @Nullable LocalDate on) {
        return sql.sql("""
            update partnership_member set left_on = :on
             where partnership = :partnership and organisation = :organisation
               and (left_on is null) <> (cast(:on as date) is null)
            """)
                        .param("on", on)
                        .param("partnership", partnership.value())
                        .param("organisation", organisation)
                        .update()
                == 1;
    }

    /** As it is called in a language, whether it belongs still or not. */
    String nameOf(PartnershipId partnership, OrganisationId member, Locale locale) {
        return members(partnership, locale).stream()
                .filter(one -> one.organisation().equals(member))
                .map(Member::name)
                .findFirst()
                .orElseThrow();
    }
}
