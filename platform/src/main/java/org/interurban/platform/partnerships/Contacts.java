package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.directory.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who speaks for the cities of a partnership: their posts, and the accounts of those who hold none. */
@Repository
class Contacts {

    /**
     * @param title null of an account
     * @param holder null while the post is vacant
     * @param email where the holder speaks for the city
     */
    record Contact(
            OrganisationId organisation,
            @Nullable String title,
            String duty,
            @Nullable String holder,
            @Nullable String email,
            boolean speaks) {}

    private final JdbcClient sql;

    Contacts(JdbcClient sql) {
        this.sql = sql;
    }

    /** By the city they belong to; focal points first. */
    Map<OrganisationId, List<Contact>> of(PartnershipId partnership) {
        return sql.sql("""
            select * from (
              select p.organisation, p.title, p.duty, p.holder_name as holder, k.email,
                     p.duty <> 'deputy' and k.post is not null as speaks
                from partnership_contact c
                join post_brief p on p.id = c.post
                left join key_contact k on k.post = p.id
               where c.partnership = :partnership
              union all
              select m.organisation, null, 'focal-point', h.name, h.email, true
                from partnership_member_view m
                join role_holder_view h on h.role = 'FOCAL_POINT' and h.scope_kind = 'CITY' and h.scope_id = m.organisation
               where m.partnership = :partnership and m.left_on is null
                 and not exists (select from key_contact k where k.organisation = m.organisation and k.email = h.email)) x
             order by duty = 'focal-point' desc, duty = 'deputy' desc, title, holder
            """).param("partnership", partnership.value()).query(Contact.class).list().stream()
                .collect(Collectors.groupingBy(Contact::organisation));
    }
}
