package org.interurban.platform.plans;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.MergedRows;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All agreements and actions. */
@Repository
class Plans {

    private final JdbcClient sql;
    private final Partnerships partnerships;
    private final Directory directory;
    private final Codes codes;
    private final Rights rights;

    Plans(JdbcClient sql, Partnerships partnerships, Directory directory, Codes codes, Rights rights) {
        this.sql = sql;
        this.partnerships = partnerships;
        this.directory = directory;
        this.codes = codes;
        this.rights = rights;
    }

    Optional<AgreementId> agreementOf(String code) {
        return sql.sql("select id from agreement where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(AgreementId::new);
    }

    /** Where something lies: in its partnership with its cities, or in its programme. */
    Scope[] scopes(@Nullable ProgrammeId programme, @Nullable PartnershipId partnership) {
        if (partnership != null) {
            return partnerships.scopes(partnership);
        }
        return programme == null ? new Scope[0] : new Scope[] {programme.scope()};
    }

    private record StoredAgreement(
            AgreementId id,
            String code,
            @Nullable ProgrammeId programme,
            @Nullable PartnershipId partnership,
            AgreementType type,
            LocalizedText title,
            AgreementStatus status,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision,
            @Nullable String place,
            @Nullable String occasion,
            @Nullable LocalDate expires,
            @Nullable LocalizedText subject,
            List<String> parties,
            int version) {

        Agreement agreement() {
            var when = new PartialPeriod(fromOn, toOn, precision);
            return new Agreement(
                    id,
                    code,
                    programme,
                    partnership,
                    type,
                    title,
                    status,
                    when,
                    place,
                    occasion,
                    expires,
                    subject,
                    parties,
                    version);
        }
    }

    private static final String AGREEMENT = """
        select a.id, a.code, a.programme, a.partnership, a.type, localized(a.title, a.title_translations) as title, a.status,
               a.from_on, a.to_on, a.precision, a.place, a.signed_at as occasion, a.expires_on as expires,
               localized(a.subject, a.subject_translations) as subject,
               array(select p.name from agreement_party p where p.agreement = a.id order by p.position) as parties,
               a.version
          from agreement a join agreement_seen_by s on s.id = a.id
         where
        """;

    /** The agreement, where the current person sees it. */
    Optional<Agreement> agreement(String code) {
        return sql.sql(AGREEMENT + "a.code = ? and " + Seen.by(rights.current(), "s"))
                .param(code)
                .query(StoredAgreement.class)
                .optional()
                .map(StoredAgreement::agreement);
    }

    /** All that the current person sees. */
    List<Agreement> agreements() {
        return sql
                .sql(AGREEMENT + Seen.by(rights.current(), "s") + " order by a.code")
                .query(StoredAgreement.class)
                .list()
                .stream()
                .map(StoredAgreement::agreement)
                .toList();
    }

    void insert(Agreement agreement) {
        write("""
            insert into agreement (id, code, programme, partnership, type, title, title_translations, status, from_on, to_on,
                   precision, place, signed_at, expires_on, subject, subject_translations)
            values (:id, :code, :programme, :partnership, :type, original_of(:title), translations_of(:title), :status,
                   :from, :to, :precision, :place, :occasion, :expires, original_of(:subject), translations_of(:subject))
            """, agreement);
        keepParties(agreement.id(), TypedLines.merged(agreement.parties(), SeenRows.parse(null), Map.of()));
    }

    /** A visit or event at which something was signed, as the current person sees it. */
    record Occasion(
            String code,
            String title,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision) {

        /** What tells it from others of its title. */
        String told(Locale locale) {
            var when = new PartialPeriod(fromOn, toOn, precision).text(locale);
            return when.isEmpty() ? title : "%s (%s)".formatted(title, when);
        }
    }

    /** Those of a partnership, else of a programme as a whole, else of the network itself, the latest first; all where nobody is asked. */
    List<Occasion> occasions(@Nullable Owner owner, Locale locale) {
        return sql.sql("""
            select a.code, in_language(a.title, a.title_translations, :language) as title, a.from_on, a.to_on, a.precision
              from activity_brief a join activity_seen_by s on s.id = a.id
             where %s and (:all or a.programme is not distinct from :programme::uuid
                   and (:partnership::uuid is null or a.partnership = :partnership::uuid))
             order by a.from_on desc nulls last, a.code
            """.formatted(Seen.by(rights.current(), "s")))
                .param("language", locale.getLanguage())
                .param("all", owner == null)
                .param("programme", owner == null ? null : owner.programmeId())
                .param("partnership", owner == null ? null : owner.partnershipId())
                .query(Occasion.class)
                .list();
    }

    /** Lets one change of the agreement be made after the other. */
    void alone(AgreementId agreement) {
        sql.sql("select from agreement where id = ? for update")
                .param(agreement)
                .query((rs, row) -> true)
                .single();
    }

    /** Changes all but the parties; whether the row was still at the version from which the change was made. */
    boolean update(Agreement agreement) {
        return write("""
            update agreement set type = :type, title = original_of(:title), title_translations = translations_of(:title),
                   status = :status, from_on = :from, to_on = :to, precision = :precision, place = :place,
                   signed_at = :occasion, expires_on = :expires,
                   subject = original_of(:subject), subject_translations = translations_of(:subject),
                   version = version + 1
             where id = :id and code = :code and version = :version
               and programme is not distinct from :programme and partnership is not distinct from :partnership
            """, agreement) == 1;
    }

    private int write(String statement, Agreement agreement) {
        return sql.sql(statement)
                .param("id", agreement.id())
                .param("code", agreement.code())
                .param("programme", agreement.programme())
                .param("partnership", agreement.partnership())
                .param("type", agreement.type())
                .param("title", agreement.title())
                .param("status", agreement.status())
                .param("from", agreement.when().from())
                .param("to", agreement.when().to())
                .param("precision", agreement.when().precision())
                .param("place", agreement.place())
                .param("occasion", agreement.occasion())
                .param("expires", agreement.expires(), Types.DATE)
                .param("subject", agreement.subject())
                .param("version", agreement.version())
                .update();
    }

    /** The parties as they stand, in their order. */
    Map<TypedLines.Id, String> parties(AgreementId agreement) {
        var parties = new LinkedHashMap<TypedLines.Id, String>();
        sql.sql("select id, name from agreement_party where agreement = ? order by position")
                .param(agreement)
                .query(rs -> {
                    parties.put(new TypedLines.Id(rs.getObject("id", UUID.class)), rs.getString("name"));
                });
        return parties;
    }

    Map<AgreementId, Map<TypedLines.Id, String>> partiesOfAll() {
        var parties = new HashMap<AgreementId, Map<TypedLines.Id, String>>();
        sql.sql("select agreement, id, name from agreement_party order by agreement, position")
                .query(rs -> {
                    parties.computeIfAbsent(
                                    new AgreementId(rs.getObject("agreement", UUID.class)),
                                    agreement -> new LinkedHashMap<>())
                            .put(new TypedLines.Id(rs.getObject("id", UUID.class)), rs.getString("name"));
                });
        return parties;
    }

    void remove(Agreement agreement) {
        sql.sql("delete from agreement_party where agreement = ?")
                .param(agreement.id())
                .update();
        sql.sql("delete from agreement where id = ?").param(agreement.id()).update();
    }

    void keepParties(AgreementId agreement, MergedRows<TypedLines.Id, String> parties) {
        var before = parties(agreement);
        sql.sql("delete from agreement_party where agreement = ? and not (id = any(?))")
                .params(
                        agreement,
                        parties.rows().stream()
                                .map(Row::id)
                                .filter(Objects::nonNull)
                                .toArray(TypedLines.Id[]::new))
                .update();
        for (var party : parties.rows()) {
            if (party.value().equals(before.get(party.id()))) {
                continue;
            }
            var body = directory.findByName(party.value(), Locale.ENGLISH) instanceof Match.Known(var entry)
                    ? entry
                    : null;
            sql.sql("""
                insert into agreement_party (id, agreement, organisation, name, kind, position)
                values (:id, :agreement, :organisation, :name, :kind,
                        (select coalesce(max(position), 0) + 1 from agreement_party where agreement = :agreement))
                on conflict (id) do update set name = excluded.name, organisation = excluded.organisation, kind = excluded.kind
                """)
                    .param(
                            "id",
                            party.id() == null ? Identifier.next() : party.id().value())
                    .param("agreement", agreement)
                    .param("organisation", body == null ? null : body.id())
                    .param("name", party.value())
                    .param("kind", body != null && body.city() ? "city" : null)
                    .update();
        }
    }

    private static final String ACTION = """
        select i.id, i.code, i.programme, i.partnership, t.code as plan, i.kind,
               localized(i.statement, i.statement_translations) as statement, i.status, i.owner, i.due_on as due,
               i.version
          from plan_item i
          join plan_item_seen_by s on s.id = i.id
          left join plan_template t on t.id = i.template
         where
        """;

    /** The action, where the current person sees it. */
    Optional<PlanItem> action(String code) {
        return sql.sql(ACTION + "i.code = ? and " + Seen.by(rights.current(), "s"))
                .param(code)
                .query(PlanItem.class)
                .optional();
    }

    /** All that the current person sees. */
    List<PlanItem> actions() {
        return sql.sql(ACTION + Seen.by(rights.current(), "s") + " order by i.code")
                .query(PlanItem.class)
                .list();
    }

    /** The codes of the bodies that see to actions. */
    Map<OrganisationId, String> codesOfOwners() {
        var codes = new HashMap<OrganisationId, String>();
        sql.sql("select id, code from organisation_brief where id in (select owner from plan_item)")
                .query(rs -> {
                    codes.put(new OrganisationId(rs.getObject("id", UUID.class)), rs.getString("code"));
                });
        return codes;
    }

    @Nullable
    Body bodyOf(@Nullable OrganisationId body, Locale locale) {
        return body == null
                ? null
                : owners(null, body, locale).values().stream().findFirst().orElse(null);
    }

    void takeBack(PlanItem item) {
        sql.sql("delete from plan_item where id = ?").param(item.id()).update();
    }

    void insert(PlanItem item) {
        write("""
            insert into plan_item (id, code, programme, partnership, template, kind, statement, statement_translations, status, owner,
                   due_on, position)
            values (:id, :code, :programme, :partnership, (select id from plan_template where code = :plan), :kind,
                    original_of(:statement), translations_of(:statement),
                   :status, :owner, :due,
                   (select coalesce(max(position), 0) + 1 from plan_item
                     where partnership is not distinct from :partnership::uuid))
            """, item);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(PlanItem item) {
        return write("""
            update plan_item set template = (select id from plan_template where code = :plan), kind = :kind,
                   statement = original_of(:statement),
                   statement_translations = translations_of(:statement), status = :status, owner = :owner, due_on = :due,
                   version = version + 1
             where id = :id and code = :code and version = :version
               and programme is not distinct from :programme and partnership is not distinct from :partnership
            """, item) == 1;
    }

    /** Takes it out of everything; whether it was there. */
    boolean hide(Agreement agreement) {
        return hide("agreement", agreement.id());
    }

    boolean hide(PlanItem item) {
        return hide("plan_item", item.id());
    }

    private boolean hide(String table, Identifier id) {
        return sql.sql("update %s set removed_at = now(), version = version + 1 where id = ? and removed_at is null"
                                .formatted(table))
                        .param(id)
                        .update()
                == 1;
    }

    /** A city that sees to an action, or can. */
    record Body(OrganisationId id, String code, String name) {}

    /** The members of the partnership by their codes, and the one that sees to it already, who may have left. */
    Map<String, Body> owners(@Nullable PartnershipId partnership, @Nullable OrganisationId owner, Locale locale) {
        var owners = new LinkedHashMap<String, Body>();
        sql.sql("""
            select id, code, in_language(name, name_translations, :language) as name from organisation_brief
             where id = :owner
                or id in (select organisation from partnership_member_view
                           where partnership = :partnership and left_on is null)
             order by name, code
            """)
                .param("language", locale.getLanguage())
                .param("owner", owner)
                .param("partnership", partnership)
                .query(Body.class)
                .list()
                .forEach(body -> owners.put(body.code(), body));
        return owners;
    }

    String nameOf(OrganisationId body, Locale locale) {
        return sql.sql("select in_language(name, name_translations, ?) from organisation_brief where id = ?")
                .params(locale.getLanguage(), body)
                .query(String.class)
                .single();
    }

    /** The bodies of the directory among those that agree. */
    List<OrganisationId> bodies(AgreementId agreement) {
        return sql
                .sql("select organisation from agreement_party where agreement = ? and organisation is not null")
                .param(agreement)
                .query(UUID.class)
                .list()
                .stream()
                .map(OrganisationId::new)
                .toList();
    }

    /** Each part of an action by its name. */
    private int write(String statement, PlanItem item) {
        return sql.sql(statement).paramSource(item).update();
    }

    /** A code that says what it belongs to, with the next number. */
    String code(String table, String frame) {
        return codes.numbered(table, frame, 2);
    }
}
