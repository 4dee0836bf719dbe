package org.interurban.platform.delivery;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.Shortened;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes messages for people; a message leaves only if the transaction that wrote it succeeds. */
@Service
public class Mail {

    static final int SUBJECT_LENGTH = 200;

    private final JdbcClient sql;
    private final Clock clock;
    private final SendMail sending;
    private final Rights rights;
    private final People people;
    private final @Nullable JavaMailSender server;

    Mail(
            JdbcClient sql,
            Clock clock,
            SendMail sending,
            Rights rights,
            People people,
            ObjectProvider<JavaMailSender> server) {
        this.sql = sql;
        this.clock = clock;
        this.sending = sending;
        this.rights = rights;
        this.people = people;
        this.server = server.getIfAvailable();
    }

    /**
     * A message in plain text; links stand in the body, one a line, as {@link org.interurban.platform.web.PublicAddress} writes them.
     *
     * @param subject may hold a title of any length: it becomes one line, cut where mail ends one
     * @param secret whether it holds a key for its recipient alone, such as a link to sign in or to answer
     * @param calendar a date that comes along for the recipient's calendar
     * @param writer whose name it bears and who gets an answer to it; null for the platform itself
     */
    public record Message(
            String to,
            String subject,
            String body,
            boolean secret,
            @Nullable Calendar calendar,
            @Nullable AccountId writer) {
        public Message {
            if (to.isBlank() || !to.contains("@") || to.indexOf('\n') >= 0 || to.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("A message goes to one address of mail");
            }
            subject = oneLine(subject);
            if (subject.isEmpty()) {
                throw new IllegalArgumentException("A message has a subject");
            }
            if (!secret && body.contains(AnswerLinks.PATH)) {
                throw new IllegalArgumentException("A message with a link to answer is a secret of its recipient");
            }
        }

        public Message(String to, String subject, String body) {
            this(to, subject, body, false);
        }

        public Message(String to, String subject, String body, boolean secret) {
            this(to, subject, body, secret, null);
        }

        /** Written by whoever acts. */
        public Message(String to, String subject, String body, boolean secret, @Nullable Calendar calendar) {
            this(to, subject, body, secret, calendar, Rights.account());
        }

        /** @param other null for the platform itself */
        public Message by(@Nullable AccountId other) {
            return new Message(to, subject, body, secret, calendar, other);
        }

        private static String oneLine(String subject) {
            return Shortened.to(
                    SUBJECT_LENGTH, subject.replaceAll("\\R|\\p{Cntrl}", " ").strip());
        }
    }

    /** What a calendar reads (RFC 5545): dates that stand, or dates that are taken back. */
    public record Calendar(Method method, String text) {

        public enum Method {
            PUBLISH,
            CANCEL
        }
    }

    /** Hands the message over in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LetterId send(Message message) {
        var id = LetterId.next();
        var calendar = message.calendar();
        var writer = writer(message);
        sql.sql("""
            insert into mail_message (id, recipient, subject, body, secret, state, written_at, due_at, calendar, calendar_method,
                                      writer, reply_to)
            values (:id, :to, :subject, :body, :secret, :state, :at, :at, :calendar, :method, :writer, :replyTo)
            """)
                .param("id", id)
                .param("to", message.to())
                .param("subject", message.subject())
                .param("body", message.body())
                .param("secret", message.secret())
                .param("state", hasServer() ? "queued" : "kept")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("calendar", calendar == null ? null : calendar.text())
                .param("method", calendar == null ? null : calendar.method().name())
                .param("writer", writer == null ? null : writer.name())
                .param("replyTo", writer == null ? null : writer.address())
                .update();
        if (hasServer()) {
            onceCommitted(sending::wake);
        } else if (message.secret() && !message.body().contains(AnswerLinks.PATH)) {
            onceCommitted(() -> System.out.printf( // and not to the log, which is kept: who reads a link can use it
                    "No mail server is configured; kept for %s: %s%n%s%n",
                    message.to(), message.subject(), message.body()));
        }
        return id;
    }

    /** Nobody writes to themselves. */
    private People.@Nullable Correspondent writer(Message message) {
        return message.writer() == null
                ? null
                : people.correspondent(message.writer())
                        .filter(writer -> !writer.address().equalsIgnoreCase(message.to()))
                        .orElse(null);
    }

    /** Sends a message again that was kept or could not be sent; false where there is no server or nothing to send. */
    @Transactional
    boolean sendAgain(LetterId id) {
        rights.require(DeliveryPermission.OUTBOX);
        var waiting = hasServer()
                && sql.sql("update mail_message set state = 'queued', attempts = 0, problem = null, due_at = :now"
                                        + " where id = :id and state in ('kept', 'failed')")
                                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .param("id", id)
                                .update()
                        == 1;
        if (waiting) {
            onceCommitted(sending::wake);
        }
        return waiting;
    }

    private static void onceCommitted(Runnable deed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deed.run();
            }
        });
    }

    /** Removes what was written to an address, and from it who wrote, when its person is erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String address) {
        sql.sql("update mail_message set writer = null, reply_to = null where lower(reply_to) = lower(:address)")
                .param("address", address)
                .update();
        sql.sql("delete from mail_message where lower(recipient) = lower(:address)")
                .param("address", address)
                .update();
    }

    /** Whose name it bears. */
    public String sender() {
        return sending.sender();
    }

    /** In whose name it leaves. */
    public String network(Locale reader) {
        return sending.network(reader);
    }

    public boolean hasServer() {
        return server != null;
    }
}
