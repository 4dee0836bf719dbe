package org.interurban.platform.delivery;

import java.time.Clock;
import java.time.ZoneOffset;
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
    private final @Nullable JavaMailSender server;

    Mail(JdbcClient sql, Clock clock, SendMail sending, Rights rights, ObjectProvider<JavaMailSender> server) {
        this.sql = sql;
        this.clock = clock;
        this.sending = sending;
        this.rights = rights;
        this.server = server.getIfAvailable();
    }

    /**
     * A message in plain text; links stand in the body, one a line, as {@link org.interurban.platform.web.PublicAddress} writes them.
     *
     * @param subject may hold a title of any length: it becomes one line, cut where mail ends one
     * @param secret whether it holds a key for its recipient alone, such as a link to sign in or to answer
     * @param calendar a date that comes along for the recipient's calendar
     */
    public record Message(
            String to,
            String subject,
            String body,
            boolean secret,
            @Nullable Calendar calendar) {
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
        sql.sql("""
            insert into mail_message (id, recipient, subject, body, secret, state, written_at, due_at, calendar, calendar_method)
            values (:id, :to, :subject, :body, :secret, :state, :at, :at, :calendar, :method)
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

    /** Removes what was written to an address, when its person is erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String address) {
        sql.sql("delete from mail_message where lower(recipient) = lower(:address)")
                .param("address", address)
                .update();
    }

    /** Whose name it bears. */
    public String sender() {
        return sending.sender();
    }

    public boolean hasServer() {
        return server != null;
    }
}
