package org.interurban.platform.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.database.Codes;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The people in the posts of organisations. */
@Repository
class ContactBook {

    private static final String SELECT = """
        select t.id as post, h.id as person, t.organisation, o.code as organisation_code, t.title, t.duty, h.name, h.email,
               h.telephone, h.language, h.salutation, t.public as published,
               t.version + h.version as version
          from post t join person h on h.id = t.holder join organisation_brief o on o.id = t.organisation
         where h.erased_at is null and
        """;

    /** Where the same address stands. */
    record Known(PersonId person, String name, String title, String organisation) {}

    private final JdbcClient sql;
    private final Codes codes;
    private final Directory directory;
    private final TransactionTemplate nested;

    ContactBook(JdbcClient sql, Codes codes, Directory directory, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.codes = codes;
        this.directory = directory;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The body that a contact is, or will be, one of. */
    Optional<Directory.Entry> body(String code, Locale locale) {
        return directory.find(code, locale);
    }

    Optional<Contact> find(PostId post) {
        return sql.sql(SELECT + "t.id = ?").param(post).query(Contact.class).optional();
    }

    /** Other people with the address. */
    List<Known> others(String email, @Nullable PersonId than, Locale locale) {
        return sql.sql("""
            select distinct on (h.id) h.id as person, h.name, t.title, in_language(o.name, o.name_translations, :language) as organisation
              from person h join post t on t.holder = h.id join organisation_brief o on o.id = t.organisation
             where h.email = :email and h.id is distinct from :than::uuid
             order by h.id, t.id
            """)
                .param("language", locale.getLanguage())
                .param("email", email)
                .param("than", than)
                .query(Known.class)
                .list();
    }

    /** All posts of the person. */
    List<Contact> with(PersonId person) {
        return sql.sql(SELECT + "h.id = ? order by t.id")
                .param(person)
                .query(Contact.class)
                .list();
    }

    PersonId add(String organisationCode, String name) {
        var id = new PersonId(Identifier.next());
        sql.sql("insert into person (id, code, name) values (?, ?, ?)")
                .params(id, codes.named("person", ContactRecords.code(organisationCode, name)), name)
                .update();
        return id;
    }

    void add(PostId post, PersonId person, OrganisationId organisation, String title, String duty, boolean published) {
        sql.sql("insert into post (id, organisation, title, duty, holder, public) values (?, ?, ?, ?, ?, ?)")
                .params(post, organisation, title, duty, person, published)
                .update();
    }

    /** Whether post and person are still as they were when the change was begun; nobody else changes them until the transaction ends. */
    boolean isStill(Contact contact) {
        return sql.sql("""
            select true from post t join person h on h.id = t.holder
             where t.id = :post and t.version + h.version = :version for update
            """)
                .param("post", contact.post())
                .param("version", contact.version())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void update(Contact contact) {
        sql.sql("update post set title = ?, duty = ?, public = ?, version = version + 1 where id = ?")
                .params(contact.title(), contact.duty(), contact.published(), contact.post())
                .update();
        describe(contact);
    }

    void describe(Contact contact) {
        sql.sql("update person set name = ?, email = ?, telephone = ?, language = ?, salutation = ? where id = ?")
                .params(Arrays.asList(
                        contact.name(),
                        contact.email(),
                        contact.telephone(),
                        contact.language(),
                        contact.salutation(),
                        contact.person()))
                .update();
    }

    /** The address of a person whose account moved to another one. */
    void move(String from, String to) {
        sql.sql("update person set email = :to where email = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    /** Takes the post away, and the person with the last of them, unless other records name the person. */
    void remove(Contact contact) {
        sql.sql("delete from post where id = ?").param(contact.post()).update();
        if (with(contact.person()).isEmpty()) {
            try {
                nested.executeWithoutResult(status -> sql.sql("delete from person where id = ?")
                        .param(contact.person())
                        .update());
            } catch (DataIntegrityViolationException named) {
                sql.sql("update person set email = null, telephone = null, language = null, salutation = null"
                                + " where id = ?")
                        .param(contact.person())
                        .update();
            }
        }
    }
}
