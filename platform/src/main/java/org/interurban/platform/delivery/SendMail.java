package org.interurban.platform.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Carries one message to the mail server, again after a while where the server does not take it. */
@Component
class SendMail {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-mail");
    static final int ATTEMPTS = 6;
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    private final JdbcClient sql;
    private final Clock clock;
    private final ObjectProvider<JavaMailSender> server;
    private final DeliverySettings settings;
    private final PublicAddress address;

    SendMail(
            JdbcClient sql,
            Clock clock,
            ObjectProvider<JavaMailSender> server,
            DeliverySettings settings,
            PublicAddress address) {
        this.sql = sql;
        this.clock = clock;
        this.server = server;
        this.settings = settings;
        this.address = address;
    }

    private record Queued(String recipient, String subject, String body) {}

    @Bean
    OneTimeTask<Void> sendMailTask() {
        return Tasks.oneTime(TASK)
                .onFailure(FailureHandler.<Void>maxRetries(ATTEMPTS - 1)
                        .withBackoff(Duration.ofSeconds(30), 4)
                        .thenRemove())
                .execute((instance, context) -> send(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> forgetOldMail() {
        return Tasks.recurring("forget-old-mail", FixedDelay.ofHours(24))
                .execute((instance, context) -> sql.sql("delete from mail_message where written_at < :before")
                        .param("before", now().minus(KEPT))
                        .update());
    }

    void send(UUID id) {
        var message = sql.sql("select recipient, subject, body from mail_message where id = :id and state = 'queued'")
                .param("id", id)
                .query(Queued.class)
                .optional();
        if (message.isEmpty()) {
            return;
        }
        try {
            deliver(id, message.get());
        } catch (MailException | MessagingException refused) {
            LOG.warn("Message {} could not be sent", id, refused);
            sql.sql("""
                update mail_message
                   set attempts = attempts + 1, problem = :problem,
                       state = case when attempts + 1 < :most then state else 'failed' end
                 where id = :id
                """)
                    .param("problem", refused.toString())
                    .param("most", ATTEMPTS)
                    .param("id", id)
                    .update();
            throw new IllegalStateException("Message " + id + " could not be sent", refused);
        }
        sql.sql("""
            update mail_message
               set state = 'sent', sent_at = :at, attempts = attempts + 1, problem = null,
                   body = case when secret then null else body end
             where id = :id
            """).param("at", now()).param("id", id).update();
    }

    /** The message's id is made from ours, so that a mailbox shows it once where the server took it twice. */
    private void deliver(UUID id, Queued queued) throws MessagingException {
        var sender = server.getObject();
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.mailFrom());
        helper.setTo(queued.recipient());
        helper.setSubject(queued.subject());
        helper.setText(queued.body());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", "<" + id + "@" + address.host() + ">");
        sender.send(message);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
