package org.interurban.platform.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people by mail what became of a record, and remembers who was told of what and when. */
@Service
public class Notices {

    /** The record that people are told of: its kind, and the key by which its page finds it. */
    public record Subject(String kind, String key) {}

    /**
     * @param words key of what was said, in words that a page can show
     * @param detail of whom or what, where the record alone does not say it
     * @param name null where the person was erased
     * @param state of the letter: kept, queued, sent, failed; null once it was forgotten
     */
    public record Told(
            String words,
            @Nullable String detail,
            AccountId account,
            @Nullable String name,
            OffsetDateTime at,
            @Nullable String state) {}

    private record Row(
            String words,
            @Nullable String detail,
            AccountId account,
            OffsetDateTime toldAt,
            @Nullable String state) {}

    private final JdbcClient sql;
    private final Mail mail;
    private final Signature signature;
    private final People people;
    private final Clock clock;

    Notices(JdbcClient sql, Mail mail, Signature signature, People people, Clock clock) {
        this.sql = sql;
        this.mail = mail;
        this.signature = signature;
        this.people = people;
        this.clock = clock;
    }

    /** The parts of a letter below each other, signed by whoever acts. */
    public String letter(List<String> parts, Locale reader) {
        return letter(parts, Rights.account(), reader);
    }

    /** @param writer null for the platform itself */
    public String letter(List<String> parts, @Nullable AccountId writer, Locale reader) {
        return String.join("\n\n", parts) + "\n\n" + signature.of(writer, reader) + "\n";
    }

    /** In the transaction of the change, and with it only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Subject about, String words, AccountId account, Mail.Message message) {
        tell(about, words, null, account, message);
    }

    /** @param detail of whom or what, where the record alone does not say it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Subject about, String words, @Nullable String detail, AccountId account, Mail.Message message) {
        var letter = mail.send(message);
        sql.sql("""
            insert into notice (id, subject_kind, subject_key, words, detail, account, letter, told_at)
            values (:id, :kind, :key, :words, :detail, :account, :letter, :at)
            """)
                .param("id", Identifier.next())
                .param("kind", about.kind())
                .param("key", about.key())
                .param("words", words)
                .param("detail", detail)
                .param("account", account)
                .param("letter", letter)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    public List<Told> of(Subject about) {
        var rows = sql.sql("""
            select words, detail, account, told_at, state from notice_brief
             where subject_kind = :kind and subject_key = :key
             order by told_at desc, account
            """)
                .param("kind", about.kind())
                .param("key", about.key())
                .query(Row.class)
                .list();
        var accounts = new HashSet<AccountId>();
        rows.forEach(row -> accounts.add(row.account()));
        var names = people.names(accounts);
        return rows.stream()
                .map(row -> new Told(
                        row.words(), row.detail(), row.account(), names.get(row.account()), row.toldAt(), row.state()))
                .toList();
    }
}
