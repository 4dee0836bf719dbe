package org.interurban.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Map;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.delivery.Jobs.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that accepts and says nothing keeps nothing waiting but its own mail. */
@PlatformTest
@Import(TestKinds.class)
@DirtiesContext
class SilentMailTests {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final Doorkeeper SILENT = new Doorkeeper();
    private static final int LETTERS = 8;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SILENT::port);
        properties.add(
                "spring.mail.properties.mail.smtp.timeout", () -> "1500"); // what it is otherwise, MailTests know
    }

    @AfterAll
    static void stop() {
        SILENT.close();
        SERVER.stop();
    }

    @Autowired
    Mail mail;

    @Autowired
    SendMail sender;

    @Autowired
    Jobs jobs;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester browser;

    @Test
    void delaysNoWorkAndItsMailGoesOutOnceWhenItSpeaksAgain() {
        transaction.executeWithoutResult(status -> {
            for (int letter = 0; letter < LETTERS; letter++) {
                mail.send(new Mail.Message("city" + letter + "@example.org", "Letter " + letter, "Text"));
            }
            audit.record("accounts.invited", new Audit.Subject("account", "example"), Map.of());
        });
        await().atMost(Duration.ofSeconds(15)).until(() -> SILENT.calls() > 0);

        var job = jobs.start("delivery.counting", Map.of("programme", "IURC"));
        sql.sql("update scheduled_tasks set execution_time = now() where task_name = 'seal-audit-trail'")
                .update();

        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(
                        () -> assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(State.DONE));
        await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> assertThat(count("audit_act where seal is null"))
                .isZero());
        assertThat(browser.get().uri("/actuator/health")).hasStatusOk();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(count("mail_message where attempts > 0"))
                .isEqualTo(LETTERS));
        assertThat(count("mail_message where state <> 'queued'")).isZero();

        SILENT.passOnTo(SERVER.getSmtp().getPort());

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            sql.sql("update mail_message set due_at = now() where state = 'queued' and problem is not null")
                    .update();
            sender.wake();
            assertThat(count("mail_message where state = 'sent'")).isEqualTo(LETTERS);
        });
        assertThat(SERVER.getReceivedMessages()).hasSize(LETTERS);
    }

    private long count(String rows) {
        return sql.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
