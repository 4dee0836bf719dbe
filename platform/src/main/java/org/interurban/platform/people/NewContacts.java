package org.interurban.platform.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who have written for a city, as its contacts. */
@Component
public class NewContacts {

    private final JdbcClient sql;
    private final KeepContact keep;

    NewContacts(JdbcClient sql, KeepContact keep) {
        this.sql = sql;
        this.keep = keep;
    }

    /**
     * The post in which the person speaks for the city as its key contact: the one they hold, else a new one.
     *
     * @param language tag of the language in which they wrote
     */
    public PostId keyContact(
            Directory.Entry city, String name, String title, MailAddress address, String language, Locale locale) {
        return post(city, name, address).orElseGet(() -> {
            var sharing = keep.known(address, locale)
                            .filter(known -> known.name().equalsIgnoreCase(name))
                            .isPresent()
                    ? "same"
                    : "mailbox";
            var form = new ContactForm(
                    name, title, "focal-point", address.value(), null, language, null, false, sharing, 0);
            keep.add(city.id(), city.code(), form, locale);
            return post(city, name, address).orElseThrow();
        });
    }

    /**
     * Somebody who speaks for a city already.
     *
     * @param title the post; null for an account of somebody who is no contact
     */
    public record Speaker(
            String name,
            @Nullable String title,
            @Nullable String email,
            @Nullable String language) {}

    /** The key contacts of the city, and whoever signs in for it. */
    public List<Speaker> speaking(OrganisationId city) {
        return sql.sql("""
            select distinct on (coalesce(x.email, x.name)) x.name, x.title, x.email, x.language
              from (select h.name, t.title, h.email, h.language, 1 as place
                      from post t join person h on h.id = t.holder
                     where t.organisation = :city and t.duty in ('focal-point', 'deputy') and h.name is not null
                    union all
                    select r.name, null, r.email, r.language, 2
                      from role_holder_view r
                     where r.role = 'FOCAL_POINT' and r.scope_kind = 'CITY' and r.scope_id = :city) x
             order by coalesce(x.email, x.name), x.place
            """).param("city", city).query(Speaker.class).list();
    }

    private Optional<PostId> post(Directory.Entry city, String name, MailAddress address) {
        return sql.sql("""
            select t.id from post t join person h on h.id = t.holder
             where t.organisation = :city and h.email = :address and lower(h.name) = lower(:name)
             order by t.id limit 1
            """)
                .param("city", city.id())
                .param("address", address.value())
                .param("name", name)
                .query((rs, row) -> new PostId(rs.getObject("id", UUID.class)))
                .optional();
    }
}
