package org.interurban.platform.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Carries the queued messages to the mail server, again after a while where the server does not take one. It has threads of its own:
 * a server that does not answer keeps nothing waiting but its own mail.
 */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
class SendMail implements DisposableBean {

    static final int ATTEMPTS = 6;
    private static final int THREADS = 2;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    /** Longer than one attempt can take; then the node that tried is taken for dead. */
    private static final Duration ONE_ATTEMPT = Duration.ofMinutes(3);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    private final JdbcClient sql;
    private final Clock clock;
    private final @Nullable JavaMailSender server;
    private final DeliverySettings settings;
    private final PublicAddress address;
    private final ThisNetwork network;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("mail-", 1).daemon().factory());
    private volatile boolean open;

    SendMail(
            JdbcClient sql,
            Clock clock,
            ObjectProvider<JavaMailSender> server,
            DeliverySettings settings,
            PublicAddress address,
            ThisNetwork network) {
        this.sql = sql;
        this.clock = clock;
        this.server = server.getIfAvailable();
        this.settings = settings;
        this.address = address;
        this.network = network;
    }

    /** @param attempts the one under way included */
    private record Queued(
            LetterId id,
            String recipient,
            String subject,
            String body,
            int attempts,
            @Nullable String calendar,
            @Nullable String calendarMethod,
            @Nullable String writer,
            @Nullable String replyTo) {}

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (server != null) {
            open = true;
            for (int thread = 0; thread < THREADS; thread++) {
                threads.scheduleWithFixedDelay(this::sendAll, 0, BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    /** Looks at once. */
    void wake() {
        if (open) {
            threads.execute(this::sendAll);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        open = false;
        threads.shutdown();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }

    @Bean
    RecurringTask<Void> forgetOldMail() {
        return Tasks.recurring("forget-old-mail", FixedDelay.ofHours(24))
                .execute((instance, context) -> sql.sql("delete from mail_message where written_at < :before")
                        .param("before", utc().minus(KEPT))
                        .update());
    }

    private void sendAll() {
        try {
            while (open && sendNext()) {
                // until nothing is due
            }
        } catch (RuntimeException away) {
            LOG.warn("The queue of mail could not be read or written", away); // the next look is in some seconds
        }
    }

    /** Takes the message that is due the longest, so that no other thread or node does; false where none is. */
    private boolean sendNext() {
        var next = sql.sql("""
            update mail_message set attempts = attempts + 1, problem = null, due_at = :takeOver
             where id = (select id from mail_message
                          where state = 'queued' and due_at <= :now
                          order by due_at limit 1
                            for update skip locked)
            returning id, recipient, subject, body, attempts, calendar, calendar_method, writer, reply_to
            """)
                .param("takeOver", utc().plus(ONE_ATTEMPT))
                .param("now", utc())
                .query(Queued.class)
                .optional();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Queued message) {
        try {
            deliver(message);
        } catch (Exception refused) {
            LOG.warn("Message {} could not be sent", message.id(), refused);
            keep(message, refused);
            return;
        }
        sql.sql("""
            update mail_message
               set state = 'sent', sent_at = :at, problem = null, body = case when secret then null else body end
             where id = :id
            """).param("at", utc()).param("id", message.id()).update();
    }

    private void keep(Queued message, Exception refused) {
        var over = message.attempts() >= ATTEMPTS || isForGood(refused);
        sql.sql("update mail_message set state = :state, problem = :problem, due_at = :due"
                        + " where id = :id and state = 'queued'")
                .param("state", over ? "failed" : "queued")
                .param("problem", refused.toString())
                .param("due", utc().plus(FIRST_WAIT.multipliedBy(1L << 2 * (message.attempts() - 1))))
                .param("id", message.id())
                .update();
    }

    /** Whether the next attempt would be answered the same: the address is none, or the server says so. */
    private static boolean isForGood(Throwable failure) {
        return failure instanceof AddressException
                || (failure instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0)
                || (failure instanceof MailSendException several
                        && Arrays.stream(several.getMessageExceptions()).anyMatch(SendMail::isForGood))
                || (failure.getCause() != null && isForGood(failure.getCause()));
    }

    /** The message's id is made from ours, so that a mailbox shows it once where the server took it twice. */
    private void deliver(Queued queued) throws MessagingException, UnsupportedEncodingException {
        if (server == null) {
            throw new IllegalStateException("No mail server is set up");
        }
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, queued.calendar() != null, StandardCharsets.UTF_8.name());
        helper.setFrom(from(queued.writer()));
        if (queued.replyTo() != null) {
            helper.setReplyTo(queued.replyTo(), String.valueOf(queued.writer()));
        }
        helper.setTo(queued.recipient());
        helper.setSubject(queued.subject());
        helper.setText(queued.body());
        if (queued.calendar() != null) {
            helper.addAttachment(
                    "date.ics",
                    new ByteArrayResource(queued.calendar().getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; charset=UTF-8; method=" + queued.calendarMethod());
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", "<" + queued.id() + "@" + address.host() + ">");
        server.send(message);
    }

    /** The address is the platform's; the name before it is that of whoever writes, and of the network. */
    private InternetAddress from(@Nullable String writer) throws MessagingException, UnsupportedEncodingException {
        var from = new InternetAddress(sender());
        var name = network.name(network.usualLanguage());
        if (writer != null) {
            from.setPersonal(writer + ", " + name, StandardCharsets.UTF_8.name());
        } else if (from.getPersonal() == null) {
            from.setPersonal(name, StandardCharsets.UTF_8.name());
        }
        return from;
    }

    String network(Locale reader) {
        return network.name(reader);
    }

    /** Whose name mail bears. */
    String sender() {
        return Objects.requireNonNullElse(network.settings().mailFrom(), settings.mailFrom());
    }

    private OffsetDateTime utc() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
