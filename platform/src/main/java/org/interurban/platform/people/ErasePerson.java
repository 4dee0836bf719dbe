package org.interurban.platform.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.platform.accounts.HoldsPeople;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.directory.DirectoryPermission;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.sheets.ForgottenRows;
import org.interurban.platform.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a person out of the records for good; the posts stay, vacant, and the trail of acts still verifies. */
@Service
class ErasePerson {

    record Person(PersonId id, @Nullable String name, String organisationLink) {}

    private final JdbcClient sql;
    private final Rights rights;
    private final Audit audit;
    private final ForgottenRows sheets;
    private final Sources sources;
    private final Mail mail;
    private final List<HoldsPeople> holders;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErasePerson(
            JdbcClient sql,
            Rights rights,
            Audit audit,
            ForgottenRows sheets,
            Sources sources,
            Mail mail,
            List<HoldsPeople> holders,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.rights = rights;
        this.audit = audit;
        this.sheets = sheets;
        this.sources = sources;
        this.mail = mail;
        this.holders = holders;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("""
            select h.id, h.name,
                   coalesce((select case when o.local_government then '/cities/' else '/organisations/' end || o.code
                               from post p join organisation_brief o on o.id = p.organisation
                              where p.holder = h.id limit 1), '/organisations') as link
              from person h where h.id = ? and h.erased_at is null
            """)
                .param(id)
                .query((rs, row) -> new Person(
                        new PersonId(rs.getObject("id", UUID.class)), rs.getString("name"), rs.getString("link")))
                .optional();
    }

    /** The files of sheets are read before anything is written, so that no connection to the database waits for them. */
    void erase(PersonId id) {
        rights.require(DirectoryPermission.DIRECTORY_EDIT);
        var traces = sheets.find(sql
                .sql("select name, local_name, email, telephone from person where id = ? and erased_at is null")
                .param(id)
                .query((rs, row) -> Stream.of(
                        rs.getString("name"),
                        rs.getString("local_name"),
                        rs.getString("email"),
                        rs.getString("telephone")))
                .stream()
                .flatMap(words -> words)
                .toArray(String[]::new));
        transaction.executeWithoutResult(status -> erase(id, traces));
    }

    private void erase(PersonId id, ForgottenRows.Traces traces) {
        sheets.forget(traces);
        sql.sql("""
            select p.email from person p
             where p.id = ? and not exists (select from person other where other.email = p.email and other.id <> p.id)
            """)
                .param(id)
                .query(String.class)
                .optional()
                .flatMap(MailAddress::of)
                .ifPresent(this::forget);
        sql.sql("select code from person where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .ifPresent(code -> sources.forget("person", code));
        sql.sql("""
            insert into erased_code (digest)
            select sha256(convert_to(code, 'UTF8')) from person where id = ? and erased_at is null
            on conflict do nothing
            """).param(id).update();
        sql.sql("update post set holder = null, version = version + 1 where holder = ?")
                .param(id)
                .update();
        sql.sql("""
            update person set code = 'erased-' || id, name = null, local_name = null, local_language = null, email = null,
                   telephone = null, language = null, salutation = null, erased_at = :now
             where id = :id and erased_at is null
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        audit.record("directory.erased", new Audit.Subject("person", id.value().toString()), Map.of());
    }

    /** What was written to an address that nobody else has. */
    private void forget(MailAddress address) {
        mail.forget(address.value());
        holders.forEach(holder -> holder.forget(address));
    }
}
