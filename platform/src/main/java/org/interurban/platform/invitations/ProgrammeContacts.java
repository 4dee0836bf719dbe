package org.interurban.platform.invitations;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.people.PostId;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contacts of all bodies that take part in a programme, with what was written to them and what came of it. */
@Repository
class ProgrammeContacts {

    /** Key of what an invited person was told. */
    static final String INVITED = "invitations.told.invited";

    /**
     * One contact, or one body without any.
     *
     * @param keyContact who is invited for the body where nobody says otherwise
     * @param state of the invitation: no-contact, no-address, closed, new, not-delivered, invited, here
     */
    record Line(
            String programme,
            OrganisationId organisationId,
            String organisation,
            String city,
            String group,
            @Nullable PostId post,
            @Nullable String contact,
            @Nullable String title,
            @Nullable String duty,
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String language,
            @Nullable String salutation,
            boolean keyContact,
            String state,
            @Nullable OffsetDateTime invitedAt,
            @Nullable OffsetDateTime seenAt) {

        public String languageName(Locale reader) {
            return language == null ? "" : Locale.forLanguageTag(language).getDisplayLanguage(reader);
        }

        /** Whether a letter can be written to this contact at all. */
        public boolean isReached() {
            return switch (state) {
                case "no-contact", "no-address", "closed" -> false;
                default -> true;
            };
        }

        /** Whether nobody has written to this contact for the programme yet. */
        boolean isNew() {
            return state.equals("new") || state.equals("not-delivered");
        }
    }

    static final List<String> STATES =
            List.of("new", "invited", "here", "not-delivered", "no-address", "no-contact", "closed");

    static final Sheet<Line> SHEET = Sheet.of("contacts", Line.class)
            .only(
                    "programme organisation city group contact title duty email telephone language salutation state invited_at"
                            + " seen_at");

    static final ListSql<Line> LIST = ListSql.of("""
        select x.* from (
          select cast(:in as text) as programme, o.id as organisation_id, o.code as organisation,
                 in_language(o.name, o.name_translations, :language) as city, a.side as "group", c.post, c.name as contact,
                 c.title, c.duty, c.email, c.telephone, c.language, c.salutation,
                 exists (select from key_contact k where k.post = c.post) as key_contact,
                 case when c.post is null then 'no-contact'
                      when c.email is null then 'no-address'
                      when not u.open then 'closed'
                      when n.told_at is null then 'new'
                      when n.undelivered then 'not-delivered'
                      when u.seen_at >= n.told_at then 'here'
                      else 'invited' end as state,
                 n.told_at as invited_at, u.seen_at
            from (select p.organisation, min(p.group_code) as side from participant_brief p
                   where p.programme = :of and p.left_on is null
                   group by p.organisation) a
            join organisation_brief o on o.id = a.organisation
            left join contact_brief c on c.organisation = o.id
            left join sign_in_address u on u.address = c.email
            left join lateral (
              select m.told_at, m.undelivered from notice_brief m
               where m.subject_kind = 'programme' and m.subject_key = :in and m.words = 'invitations.told.invited'
                 and m.account = u.account
               order by m.told_at desc limit 1) n on true) x
        """, Line.class)
            .search("concat_ws(' ', x.organisation, x.city, x.contact, x.title, x.email)")
            .filter("group", "x.\"group\" = :group")
            .filter("state", "x.state = :state")
            .filter("duty", "x.duty = :duty")
            .sort("city", "lower(city)")
            .sort("contact", "lower(contact)")
            .sort("duty", "duty")
            .sort("state", "state")
            .sort("invited", "invited_at")
            .usually("lower(city), organisation, key_contact desc, lower(contact), post");

    private final JdbcClient sql;

    ProgrammeContacts(JdbcClient sql) {
        this.sql = sql;
    }

    Slice<Line> list(Programme programme, ListQuery query) {
        return LIST.with("of", programme.id()).with("in", programme.code()).run(sql, query);
    }

    /** All of them. */
    List<Line> of(Programme programme, Locale locale) {
        return list(programme, new ListQuery("", "", "", ListQuery.MOST, 0, Map.of(), locale).whole())
                .items();
    }
}
