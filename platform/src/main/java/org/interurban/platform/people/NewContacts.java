package org.interurban.platform.people;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.shared.MailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who have written for a city, as its contacts. */
@Component
public class NewContacts {

    private final JdbcClient sql;
    private final ContactBook contacts;
    private final KeepContact keep;

    NewContacts(JdbcClient sql, ContactBook contacts, KeepContact keep) {
        this.sql = sql;
        this.contacts = contacts;
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
            var sharing = contacts.other(address.value(), null, locale)
                    .map(known -> known.name().equalsIgnoreCase(name) ? "same" : "mailbox")
                    .orElse(null);
            var form = new ContactForm(
                    name, title, "focal-point", address.value(), null, language, null, false, sharing, 0);
            keep.add(city.id(), city.code(), form, locale);
            return post(city, name, address).orElseThrow();
        });
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
