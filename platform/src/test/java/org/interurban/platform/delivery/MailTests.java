package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.web.ThisNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class MailTests {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final Doorkeeper DOOR = new Doorkeeper();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        DOOR.passOnTo(SERVER.getSmtp().getPort());
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", DOOR::port);
    }

    @AfterAll
    static void stop() {
        DOOR.close();
        SERVER.stop();
    }

    @Autowired
    Mail mail;

    @Autowired
    SendMail sender;

    @Autowired
    ThisNetwork network;

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
    void bearsTheNameOfWhoeverWritesAndLeadsAnswersThere() throws Exception {
        var writer = AccountId.next();
        sql.sql("insert into account (id, email, address_key, name, invited_at) values (:id, :email, :email,"
                        + " 'Marta Silva', now())")
                .param("id", writer)
                .param("email", writer + "@example.org")
                .update();
        send(new Mail.Message("porto@example.org", "Your profile", "Please look.\n").by(writer));
        send(new Mail.Message(writer + "@porto.example.org", "Nobody's", "By itself.\n"));

        await().atMost(Duration.ofSeconds(8))
                .until(() -> state("porto@example.org").equals("sent")
                        && state(writer + "@porto.example.org").equals("sent"));
        var received = SERVER.getReceivedMessagesForDomain("porto@example.org")[0];
        assertThat(((InternetAddress) received.getFrom()[0]).getPersonal())
                .isEqualTo("Marta Silva, " + network.name(network.usualLanguage()));
        assertThat(((InternetAddress) received.getReplyTo()[0]).getAddress()).isEqualTo(writer + "@example.org");
        assertThat(SERVER.getReceivedMessagesForDomain("porto.example.org")[0].getHeader("Reply-To"))
                .isNull();
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
    void givesUpAfterSomeAttemptsOnAMailboxThatIsBusyAndSaysWhy() {
        send(new Mail.Message("refused-450@example.org", "Busy", "Busy"));

        for (int attempt = 1; attempt <= SendMail.ATTEMPTS; attempt++) {
            var reached = attempt;
            await().atMost(Duration.ofSeconds(20)).until(() -> attempts("refused-450@example.org") == reached);
            await().atMost(Duration.ofSeconds(8))
                    .until(() -> problem("refused-450@example.org").contains("450 Not here"));
            assertThat(state("refused-450@example.org")).isEqualTo(reached < SendMail.ATTEMPTS ? "queued" : "failed");
            sql.sql("update mail_message set due_at = now(), problem = null where recipient ="
                            + " 'refused-450@example.org'")
                    .update();
            sender.wake();
        }
    }

    @ParameterizedTest
    @CsvSource({"refused-550@example.org, 550 Not here", "refused-553@example.org, 553", "not an@address@, @"})
    void triesOnceWhereTheNextTimeWouldBeTheSame(String recipient, String problem) {
        send(new Mail.Message(recipient, "Never", "Never"));

        await().atMost(Duration.ofSeconds(8)).until(() -> state(recipient).equals("failed"));
        assertThat(attempts(recipient)).isOne();
        assertThat(problem(recipient)).contains(problem);
    }

    @Test
    void takesOverWhatANodeThatDiedWasSending() {
        sql.sql("""
            insert into mail_message (id, recipient, subject, body, secret, state, attempts, written_at, due_at)
            values (gen_random_uuid(), 'taken-over@example.org', 'Once', 'Once', false, 'queued', 1, now(), now())
            """).update();

        await().atMost(Duration.ofSeconds(15))
                .until(() -> state("taken-over@example.org").equals("sent"));
        assertThat(SERVER.getReceivedMessagesForDomain("taken-over@example.org"))
                .hasSize(1);
    }

    @Test
    void saysNothingInClearToAServerElsewhere() {
        assertThat(MailServer.isOnThisMachine("localhost")).isTrue();
        assertThat(MailServer.isOnThisMachine("127.0.0.1")).isTrue();
        assertThat(MailServer.isOnThisMachine("::1")).isTrue();
        assertThat(MailServer.isOnThisMachine("mail.example.org")).isFalse();
        assertThat(MailServer.isOnThisMachine("10.0.0.25")).isFalse();
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(DOOR.port());

        new MailServer(new MockEnvironment().withProperty("interurban.mail-tls", "true"))
                .postProcessAfterInitialization(server, "mailSender");

        var letter = new SimpleMailMessage();
        letter.setFrom("interurban@example.org");
        letter.setTo("in-clear@example.org");
        letter.setText("A key");
        assertThat(server.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.timeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000");
        assertThatThrownBy(() -> server.send(letter)).hasMessageContaining("STARTTLS is required");
        assertThat(SERVER.getReceivedMessagesForDomain("in-clear@example.org")).isEmpty();
    }

    @Test
    void aSubjectIsOneLineWhateverTitleStandsInIt() {
        assertThat(new Mail.Message("a@example.org", "One\r\nBcc: all@example.org", "Text").subject())
                .isEqualTo("One Bcc: all@example.org");
        assertThat(new Mail.Message("a@example.org", "👩".repeat(300), "Text").subject())
                .isEqualTo("👩".repeat(Mail.SUBJECT_LENGTH / 2 - 1) + "…");
        assertThatThrownBy(() -> new Mail.Message("a@example.org", "\n", "Text"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail.Message("a@example.org\nBcc: all@example.org", "One", "Text"))
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

    private int attempts(String recipient) {
        return sql.sql("select attempts from mail_message where recipient = :recipient")
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
    }

    private String problem(String recipient) {
        return sql.sql("select coalesce(problem, '') from mail_message where recipient = :recipient")
                .param("recipient", recipient)
                .query(String.class)
                .single();
    }
}
