package org.interurban.platform.consultation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.directory.OrganisationId;
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
                      from contact_brief c left join sign_in_address u on u.address = c.email
                     where c.email is not null
                       and (c.duty in ('focal-point', 'deputy')
                            or c.duty in ('other', 'secretariat')
                               and not exists (select from contact_brief k
                                                where k.organisation = c.organisation and k.duty in ('focal-point', 'deputy')))
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
