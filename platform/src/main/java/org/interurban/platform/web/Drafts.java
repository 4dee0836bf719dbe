package org.interurban.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.interurban.platform.authority.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Half-filled forms, each for nobody but whoever typed it, until it is sent, thrown away or old. */
@Component
public class Drafts {

    static final Duration KEPT = Duration.ofDays(30);
    static final int MOST = 50;
    static final int FORM_LENGTH = 400;
    static final int PAGE_LENGTH = 1_000;
    static final int TITLE_LENGTH = 200;
    static final int FIELDS_LENGTH = 200_000;

    private final JdbcClient sql;
    private final Clock clock;

    Drafts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param form the address it would be sent to, which names the record
     * @param page where the form stands, with its query
     * @param title of that page
     * @param fields names and values as the browser wrote them down
     */
    public record Draft(String form, String page, String title, String fields, OffsetDateTime at) {

        static boolean fits(String form, String page, String title, String fields) {
            return isAddress(form, FORM_LENGTH)
                    && isAddress(page, PAGE_LENGTH)
                    && !title.isBlank()
                    && title.length() <= TITLE_LENGTH
                    && fields.length() >= 2
                    && fields.length() <= FIELDS_LENGTH
                    && (form + page + title + fields).indexOf(0) < 0;
        }

        /** One of this site: none that a browser would read as that of another. */
        private static boolean isAddress(String address, int most) {
            return address.length() <= most && address.matches("/(?![/\\\\])\\S*");
        }
    }

    /** @param number of the form; one that was sent meanwhile leaves no draft */
    void keep(AccountId account, SentForms.Number number, String form, String page, String title, String fields) {
        sql.sql("""
            insert into form_draft (account, form, page, title, fields, at)
            select :account, :form, :page, :title, :fields, :at
             where not exists (select from form_sent where account = :account and number = :number and form = :form)
            on conflict (account, form) do update
               set page = excluded.page, title = excluded.title, fields = excluded.fields, at = excluded.at
            """)
                .param("account", account)
                .param("number", number)
                .param("form", form)
                .param("page", page)
                .param("title", title)
                .param("fields", fields)
                .param("at", now())
                .update();
        sql.sql("""
            delete from form_draft
             where account = :account
               and form not in (select form from form_draft where account = :account order by at desc limit :most)
            """).param("account", account).param("most", MOST).update();
    }

    List<Draft> of(AccountId account, Collection<String> forms) {
        return sql.sql("""
                    select form, page, title, fields, at from form_draft
                     where account = :account and form = any(:forms) order by at desc
                    """)
                .param("account", account)
                .param("forms", forms.toArray(String[]::new))
                .query(Draft.class)
                .list();
    }

    /** Newest first. */
    public List<Draft> of(AccountId account) {
        return sql.sql("select form, page, title, fields, at from form_draft where account = :account order by at desc")
                .param("account", account)
                .query(Draft.class)
                .list();
    }

    void drop(AccountId account, String form) {
        sql.sql("delete from form_draft where account = :account and form = :form")
                .param("account", account)
                .param("form", form)
                .update();
    }

    /** Those of somebody who is erased. */
    public void forget(AccountId account) {
        sql.sql("delete from form_draft where account = :account")
                .param("account", account)
                .update();
    }

    void forgetOld() {
        sql.sql("delete from form_draft where at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
