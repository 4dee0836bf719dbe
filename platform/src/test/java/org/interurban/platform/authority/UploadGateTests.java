package org.interurban.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** Answers come although nothing of the form was sent but its head: so nothing of it can have been read. */
@PlatformTest
class UploadGateTests {

    private static final long MEGABYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    private String answer(String path, long length, AccountId account) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                            .formatted(path)
                    + "Content-Length: %d\r\n".formatted(length)
                    + (account == null ? "" : "Cookie: SESSION=%s\r\n".formatted(TestPeople.session(account, sessions)))
                    + "\r\n--x\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            var bytes = new byte[8192];
            for (int read;
                    !answer.toString().contains("</html>")
                            && (read = socket.getInputStream().read(bytes)) > 0; ) {
                answer.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }

    @Test
    void refusesNobodyBeforeTheFileIsSent() throws Exception {
        assertThat(answer("/sheets", 20 * MEGABYTE, null)).startsWith("HTTP/1.1 401");
    }

    @Test
    void refusesWhoMayNotUploadBeforeTheFileIsSent() throws Exception {
        assertThat(answer("/sheets", 20 * MEGABYTE, TestPeople.account(sql, Role.FUNDER)))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void saysThatAFileIsTooLargeBeforeItIsSent() throws Exception {
        assertThat(answer("/sheets", 40 * MEGABYTE, TestPeople.account(sql, Role.PROGRAMME_OFFICER)))
                .startsWith("HTTP/1.1 413")
                .contains("The file is larger than 25 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/programmes/new", "/no/such/page", "/webauthn/authenticate/options"})
    void refusesFilesWhereNoneAreTaken(String path) throws Exception {
        assertThat(answer(path, 20 * MEGABYTE, TestPeople.account(sql, Role.ADMINISTRATOR)))
                .startsWith("HTTP/1.1 415")
                .contains("This address takes no files");
    }
}
