package org.interurban.platform.consultation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposal.City;
import org.interurban.platform.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom a letter to a city goes: its key contacts, and whoever speaks for it here. */
@Repository
class Addressees {

    /**
     * @param title of the post, which is the rank
     * @param account null for a contact who has none yet
     * @param open whether that account may sign in
     * @param speaks whether it speaks for the city
     */
    record Addressee(
            OrganisationId city,
            String name,
            @Nullable String title,
            String email,
            @Nullable String language,
            @Nullable String salutation,
            @Nullable AccountId account,
            boolean open,
            boolean speaks) {}

    /** A partnership of a city. */
    record Bond(OrganisationId city, OrganisationId partner, String code) {

        boolean isOfAny(Collection<City> partners) {
            return partners.stream().anyMatch(one -> one.organisation().equals(partner));
        }
    }

    private final JdbcClient sql;
    private final Languages languages;

    Addressees(JdbcClient sql, Languages languages) {
        this.sql = sql;
        this.languages = languages;
    }

    /** One for each address of a city; closed accounts too, so that it can be said what keeps a letter. */
    List<Addressee> of(Collection<OrganisationId> cities) {
        return sql.sql("""
            select distinct on (x.city, x.email) x.*,
                   exists (select from role_holder_view r
                            where r.account = x.account and r.role = 'FOCAL_POINT' and r.scope_kind = 'CITY'
                              and r.scope_id = x.city) as speaks
              from (select c.organisation as city, c.name, c.title, c.email, c.language, c.salutation, u.account,
                           coalesce(u.open, true) as open, 1 as place
                      from key_contact c left join sign_in_address u on u.address = c.email
                     where c.email is not null
                    union all
                    select r.scope_id, r.name, null, r.email, r.language, null, r.account, true, 2
                      from role_holder_view r
                     where r.role = 'FOCAL_POINT' and r.scope_kind = 'CITY') x
             where x.city = any(:cities)
             order by x.city, x.email, x.place
            """)
                .param("cities", cities.toArray(OrganisationId[]::new))
                .query(Addressee.class)
                .list();
    }

    /** The partnerships of the programme for whose cities a round was held, the newest of two cities. */
    List<Bond> partnerships(Proposal proposal) {
        return sql.sql("""
            select distinct on (a.organisation, b.organisation)
                   a.organisation as city, b.organisation as partner, p.code
              from partnership_brief p
              join programme_brief f on f.id = p.programme
              join partnership_member_view a on a.partnership = p.id and a.left_on is null
              join partnership_member_view b on b.partnership = p.id and b.left_on is null
                                            and b.organisation <> a.organisation
             where f.code = ?
             order by a.organisation, b.organisation, p.id desc
            """).param(proposal.programmeCode()).query(Bond.class).list();
    }

    /** What keeps a letter from a city, by city: it has contacts without an address, or none. */
    Map<OrganisationId, String> without(Collection<OrganisationId> cities) {
        var found = new HashMap<OrganisationId, String>();
        cities.forEach(city -> found.put(city, "no-contact"));
        sql.sql("select distinct organisation from contact_brief where organisation = any(?)")
                .param(cities.toArray(OrganisationId[]::new))
                .query(OrganisationId.class)
                .list()
                .forEach(city -> found.put(city, "no-address"));
        return found;
    }

    /** @param otherwise for a person of whom no language is known that the pages have */
    Locale language(@Nullable String known, Locale otherwise) {
        return known != null && languages.ofPages().containsKey(known) ? Locale.forLanguageTag(known) : otherwise;
    }
}
