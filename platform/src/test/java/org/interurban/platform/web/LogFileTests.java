package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.delivery.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

@PlatformTest
class LogFileTests {

    private final String secret = UUID.randomUUID().toString().replace("-", "");

    @Value("${logging.file.name}")
    Path file;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Mail mail;

    @Autowired
    TransactionTemplate transaction;

    private long before;

    @BeforeEach
    void readFromHere() throws IOException {
        before = Files.size(file);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aLetterWithAKeyIsShownOnTheConsoleOnceAndNotWritten(CapturedOutput console) throws Exception {
        transaction.executeWithoutResult(status -> mail.send(new Mail.Message(
                secret + "@example.org", "Your link", "http://localhost/sign-in/link?token=" + secret, true)));

        assertThat(console.getOut().split("token=" + secret, -1)).hasSize(2);
        assertThat(written()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/answer/", "/print/", "/nowhere/"})
    void theKeyInAnAddressIsNotWritten(String address) throws Exception {
        var key = secret + "_" + secret;

        RestClient.create("http://localhost:" + port)
                .get()
                .uri(address + key + "?token=" + secret)
                .header("X-Request-Id", secret.substring(0, 16))
                .exchange((request, response) -> response.getStatusCode());

        assertThat(written())
                .contains(secret.substring(0, 16), "GET " + address + "…")
                .doesNotContain(key);
    }

    @Test
    void whatADatabaseRefusesIsNotQuoted() throws Exception {
        var refused = catchThrowable(() -> sql.sql("""
                insert into mail_message (id, recipient, subject, body, secret, state, written_at)
                values (:id, :secret, 'x', :secret, false, 'no such state', now())
                """)
                .param("id", UUID.randomUUID())
                .param("secret", secret)
                .update());

        LoggerFactory.getLogger(LogFileTests.class).error("As expected", refused);

        assertThat(written()).contains("As expected", "mail_message").doesNotContain(secret, "Failing row");
    }

    @Test
    void anAddressOfMailIsNotWrittenWhoeverNamesIt() throws Exception {
        LoggerFactory.getLogger(LogFileTests.class)
                .warn(
                        "Refused: {}",
                        secret,
                        new IllegalStateException("550 <" + secret + "@mail.example.org>: mailbox unavailable"));

        assertThat(written())
                .contains("Refused: " + secret, "550 <…>: mailbox unavailable")
                .doesNotContain(secret + "@");
    }

    private String written() throws IOException {
        try (var log = Files.newInputStream(file)) {
            log.skipNBytes(before);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
