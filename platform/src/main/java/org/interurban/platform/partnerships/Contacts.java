package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.directory.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The posts that a partnership works through. */
@Repository
class Contacts {

    /** @param holder null while the post is vacant */
    record Contact(
            OrganisationId organisation,
            String title,
            String duty,
            @Nullable String holder) {}

    private final JdbcClient sql;

    Contacts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Posts by the city they belong to; key contacts first. */
    Map<OrganisationId, List<Contact>> of(PartnershipId partnership) {
        return sql.sql("""
            select p.organisation, p.title, p.duty, p.holder_name as holder
              from partnership_contact c
              join post_brief p on p.id = c.post
             where c.partnership = ?
             order by p.duty = 'focal-point' desc, p.duty = 'deputy' desc, p.title
            """).param(partnership.value()).query(Contact.class).list().stream()
                .collect(Collectors.groupingBy(Contact::organisation));
    }
}
