package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole application on a PostgreSQL that is stopped and killed under it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.register-shutdown-hook=false",
            "interurban.search.in-memory=true",
            "interurban.database.connections=3"
        })
@Import(LastResortTests.Broken.class)
class LastResortTests {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final List<String> WITHOUT_DATABASE =
            List.of("/css/tokens.css", "/logo.svg", "/actuator/health/liveness");

    private static final Path FOLDER = folder();
    private static final int PORT = freePort();
    private static EmbeddedPostgres server = start();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("interurban.database.url", () -> server.getJdbcUrl("postgres", "postgres"));
    }

    private static final CountDownLatch FREE = new CountDownLatch(1);
    private static final AtomicInteger BUSY = new AtomicInteger();

    @Controller
    @Open
    static class Broken {

        private final DataSource connections;

        Broken(DataSource connections) {
            this.connections = connections;
        }

        @GetMapping("/busy")
        ResponseEntity<Void> holdsAConnection() throws Exception {
            try (var connection = connections.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
                BUSY.incrementAndGet();
                FREE.await();
            }
            return ResponseEntity.noContent().build();
        }

        @GetMapping("/broken")
        String breaks() {
            throw new IllegalStateException("An example of what nobody thought of");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    private String session;

    @BeforeEach
    void signIn() {
        session = TestPeople.session(TestPeople.account(sql, Role.EDITOR), sessions);
        Stream.of("", session)
                .forEach(cookie ->
                        assertThat(get("/programmes", cookie).status()).isEqualTo(200));
    }

    @Test
    void tellsEveryoneToComeAgainWhileTheDatabaseIsSilentAndIsBackByItself() throws Exception {
        signal("STOP");
        try {
            var caughtByIt = Stream.of("", session, "")
                    .map(cookie -> CompletableFuture.supplyAsync(() -> get("/programmes", cookie)))
                    .toList();
            await().atMost(Duration.ofSeconds(8))
                    .until(() -> get("/actuator/health/readiness", "").status() == 503);
            answersWithoutADatabase();
            assertThat(caughtByIt).allSatisfy(answer -> {
                assertThat(answer.join().status()).isEqualTo(503);
                assertThat(answer.join().took()).isLessThan(Duration.ofSeconds(10));
            });
        } finally {
            signal("CONT");
        }
        isBack();
    }

    @Test
    void tellsEveryoneToComeAgainWhileTheDatabaseIsGoneAndIsBackByItself() throws Exception {
        signal("KILL");
        await().atMost(Duration.ofSeconds(8))
                .until(() -> get("/actuator/health/readiness", "").status() == 503);

        answersWithoutADatabase();

        server.close();
        server = start();
        isBack();
    }

    private void answersWithoutADatabase() {
        for (var cookie : List.of("", session)) {
            var page = get("/programmes?q=busan", cookie);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("5");
            assertThat(page.header("X-Request-Id")).isNotBlank();
            assertThat(page.body()).contains("Back in a moment", "lang=\"en\"");
            assertThat(page.took()).isLessThan(AT_ONCE);

            assertThat(get("/cities", cookie, "Accept-Language", "ko").body()).contains("잠시 후 다시 열립니다", "lang=\"ko\"");

            var program = get("/api/v1/cities", cookie);
            assertThat(program.status()).isEqualTo(503);
            assertThat(program.header("Retry-After")).isEqualTo("5");
            assertThat(program.header("Content-Type")).startsWith("application/problem+json");
            assertThat(program.body()).contains("\"status\":503", "/api/v1/cities");

            assertThat(get("/api/v1/cities", cookie, "Accept-Language", "ko").body())
                    .contains("데이터베이스에 연결되지 않습니다");

            for (var address : WITHOUT_DATABASE) {
                var answer = get(address, cookie);
                assertThat(answer.status()).as(address).isEqualTo(200);
                assertThat(answer.took()).as(address).isLessThan(AT_ONCE);
            }
            for (var address : List.of("/actuator/health/readiness", "/actuator/health")) {
                var health = get(address, cookie);
                assertThat(health.status()).as(address).isEqualTo(503);
                assertThat(health.body()).as(address).contains("OUT_OF_SERVICE");
                assertThat(health.took()).as(address).isLessThan(AT_ONCE);
            }
        }
    }

    private void isBack() {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        Stream.of("/programmes", "/account", "/actuator/health/readiness", "/actuator/health")
                                .map(address -> get(address, session).status()))
                .containsOnly(200));
        assertThat(get("/programmes", "").status()).isEqualTo(200);
    }

    @Test
    void refusesWhomItHasNoConnectionForAndKeepsOthersForItsOwnWork() {
        var waiting = new ArrayList<CompletableFuture<Answer>>();
        try {
            for (int reader = 0; reader < 3; reader++) {
                waiting.add(CompletableFuture.supplyAsync(() -> get("/busy", "")));
            }
            await().atMost(SOON).until(() -> BUSY.get() == 3);

            var refused = get("/cities", "");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.took()).isLessThan(Duration.ofSeconds(6));
            assertThat(get("/actuator/health/readiness", "").status()).isEqualTo(200);
            assertThat(sql.sql("select 42").query(Integer.class).single()).isEqualTo(42);
        } finally {
            FREE.countDown();
        }
        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(204));
    }

    @Test
    void tellsWhoeverWaitsTooLongForWhatSomebodyElseHasLockedToComeAgain() throws Exception {
        try (var other = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table programme in access exclusive mode");

            var refused = CompletableFuture.supplyAsync(() -> get("/programmes", ""))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            var program = get("/api/v1/programmes", "");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.body())
                    .contains("This is being worked on", "Try again")
                    .doesNotContain("no connection to its data");
            assertThat(refused.took()).isLessThan(Duration.ofSeconds(6));
            assertThat(program.status()).isEqualTo(503);
            assertThat(program.header("Content-Type")).startsWith("application/problem+json");
            assertThat(program.body()).contains("The record is being worked on");
            assertThat(sql.sql("show lock_timeout").query(String.class).single())
                    .as("of work that waits behind requests")
                    .isEqualTo("0");
        }
        assertThat(get("/programmes", "").status()).isEqualTo(200);
    }

    @Test
    void logsAFailureUnderTheNumberThatItsPageShows() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            var page = get("/broken", "");

            assertThat(page.status()).isEqualTo(500);
            var number = Pattern.compile("<code>([0-9a-f-]{36})</code>").matcher(page.body());
            assertThat(number.find()).isTrue();
            assertThat(log.list)
                    .filteredOn(event -> event.getThrowableProxy() != null)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.getMDCPropertyMap()).containsEntry("request", number.group(1));
                        assertThat(event.getThrowableProxy().getMessage()
                                        + event.getThrowableProxy().getCause().getMessage())
                                .contains("An example of what nobody thought of");
                    });
        } finally {
            root.detachAppender(log);
        }
    }

    record Answer(HttpResponse<String> response, Duration took) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private Answer get(String address, String cookie, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(Duration.ofSeconds(60))
                .header("Cookie", cookie.isEmpty() ? "theme=auto" : "SESSION=" + cookie);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var begin = System.nanoTime();
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To the server and all its processes. */
    private static void signal(String signal) throws Exception {
        var first = Long.parseLong(
                Files.readAllLines(FOLDER.resolve("postmaster.pid")).getFirst().strip());
        var postmaster = ProcessHandle.of(first).orElseThrow();
        var command = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(first)));
        postmaster.descendants().map(ProcessHandle::pid).map(String::valueOf).forEach(command::add);
        new ProcessBuilder(command).start().waitFor();
        if (signal.equals("KILL")) {
            postmaster.onExit().get();
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(FOLDER)
                    .setCleanDataDirectory(false)
                    .setPort(PORT)
                    .setServerConfig("synchronous_commit", "on") // or a session kept just before the kill is gone
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("last-resort").resolve("postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
