package org.interurban.platform.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.OrganisationPosts;
import org.interurban.platform.directory.Profile.Post;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The posts of an organisation; the current person sees those that are not public too, where they may. */
@Repository
class Posts implements OrganisationPosts {

    private final JdbcClient sql;
    private final Rights rights;

    Posts(JdbcClient sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    @Override
    public List<Post> of(OrganisationId organisation) {
        var readsContacts = rights.may(ContactPermission.CONTACTS_READ, Scope.city(organisation));
        return sql.sql("""
            select p.id, p.title, p.duty, p.holder, h.name, h.local_name, h.local_language, h.email, h.telephone, p.from_on,
                   p.to_on, p.precision, p.public, p.version
              from post p join post_seen_by s on s.id = p.id left join person h on h.id = p.holder
             where p.organisation = :organisation and %s
             order by p.duty, p.title, p.id
            """.formatted(Seen.by(rights.current(), "s")))
                .param("organisation", organisation)
                .query((rs, row) -> new Post(
                        new PostId(rs.getObject("id", UUID.class)),
                        rs.getString("title"),
                        rs.getString("duty"),
                        Identifier.ofNullable(rs.getObject("holder", UUID.class), PersonId::new),
                        rs.getString("name"),
                        readsContacts ? rs.getString("email") : null,
                        readsContacts ? rs.getString("telephone") : null,
                        rs.getString("local_name"),
                        rs.getString("local_language"),
                        new PartialPeriod(
                                rs.getObject("from_on", LocalDate.class),
                                rs.getObject("to_on", LocalDate.class),
                                Coded.of(Precision.class, rs.getString("precision"))),
                        rs.getBoolean("public"),
                        rs.getInt("version")))
                .list();
    }
}
