package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class MailTests {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    Mail mail;

    @Autowired
    SendMail sendMail;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void sendsAMessageOnceItsTransactionHasSucceeded() throws Exception {
        send(new Mail.Message("busan@example.org", "A date for your visit – 방문 날짜", "Dublin proposes 14 May.\n"));

        await().atMost(Duration.ofSeconds(8))
                .until(() -> state("busan@example.org").equals("sent"));
        var received = SERVER.getReceivedMessagesForDomain("busan@example.org");
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("A date for your visit – 방문 날짜");
        assertThat(received[0].getContent().toString()).contains("Dublin proposes 14 May.");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void sendsNothingForATransactionThatFailed() {
        transaction.executeWithoutResult(status -> {
            mail.send(new Mail.Message("nobody@example.org", "Never", "Never"));
            status.setRollbackOnly();
        });

        assertThat(sql.sql("select count(*) from mail_message where recipient = 'nobody@example.org'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsNoKeyOnceItWasSent() {
        send(new Mail.Message("sofia@example.org", "Your link", "http://localhost/sign-in/key", true));

        await().atMost(Duration.ofSeconds(8))
                .until(() -> state("sofia@example.org").equals("sent"));
        assertThat(sql.sql("select count(*) from mail_message where recipient = 'sofia@example.org' and body is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void givesUpAfterSomeAttemptsAndSaysWhy() {
        transaction.executeWithoutResult(status -> mail.send(new Mail.Message("not an@address@", "Wrong", "Wrong")));
        var id = sql.sql("select id from mail_message where recipient = 'not an@address@'")
                .query(java.util.UUID.class)
                .single();

        await().atMost(Duration.ofSeconds(8)).until(() -> attempts(id) >= 1);
        while (attempts(id) < SendMail.ATTEMPTS) {
            assertThatThrownBy(() -> sendMail.send(id)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(state("not an@address@")).isEqualTo("failed");
        assertThat(sql.sql("select problem from mail_message where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isNotBlank();
    }

    @Test
    void refusesASubjectThatWouldAddHeaders() {
        assertThatThrownBy(() -> new Mail.Message("a@example.org", "One\nBcc: all@example.org", "Text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void send(Mail.Message message) {
        transaction.executeWithoutResult(status -> mail.send(message));
    }

    private String state(String recipient) {
        return sql.sql("select state from mail_message where recipient = :recipient")
                .param("recipient", recipient)
                .query(String.class)
                .single();
    }

    private int attempts(java.util.UUID id) {
        return sql.sql("select attempts from mail_message where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
