package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the application, its PostgreSQL or both with signal 9 while it writes, and compares what it acknowledged with what it kept. */
@Tag("long")
class KillRoundsTests {

    private static final int ROUNDS = 20;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    Path data;

    private final Random random = new Random(20261121);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private Process application;
    private HttpClient client;
    private int port;

    @Test
    void losesNothingThatWasAcknowledgedAndRecoversByItself() throws Exception {
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                start();
                signIn();
                assertThat(kept()).as("round %d", round).containsAll(acknowledged);
                write(round, Duration.ofMillis(1500 + random.nextInt(2500)), round % 3);
                application.waitFor(30, TimeUnit.SECONDS);
            }
            start();
            signIn();
            assertThat(kept()).containsAll(acknowledged);
            System.out.printf("%d acknowledged writes in %d rounds, none lost%n", acknowledged.size(), ROUNDS);
        } finally {
            application.destroy();
            application.waitFor(30, TimeUnit.SECONDS);
            postmaster().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Two people create programmes one after another until the blow falls in the middle of it; only an answered one counts. */
    private void write(int round, Duration untilTheBlow, int whom) throws Exception {
        var token = token("/programmes/new");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> write("KILL-%d-A".formatted(round), token));
            var second = people.submit(() -> write("KILL-%d-B".formatted(round), token));
            TimeUnit.MILLISECONDS.sleep(untilTheBlow.toMillis());
            kill(whom);
            assertThat(first.get() + second.get())
                    .as("written in round %d", round)
                    .isPositive();
        }
    }

    private int write(String prefix, String token) throws Exception {
        for (int number = 1; ; number++) {
            var code = prefix + number;
            HttpResponse<String> answer;
            try {
                answer = post(
                        "/programmes/new",
                        Map.of(
                                "_csrf",
                                token,
                                "once",
                                UUID.randomUUID().toString(),
                                "code",
                                code,
                                "name.original",
                                "Example " + code,
                                "kind",
                                "city-to-city-cooperation"));
            } catch (IOException cut) {
                return number - 1;
            }
            // With the database gone and the application still up, an error page is the right answer.
            if (answer.statusCode() >= 500) {
                return number - 1;
            }
            assertThat(answer.statusCode()).as(code).isEqualTo(302);
            acknowledged.add(code);
        }
    }

    private void kill(int whom) throws Exception {
        var postmaster = postmaster().orElseThrow();
        if (whom != 0) {
            postmaster.destroyForcibly();
            postmaster.onExit().get(10, TimeUnit.SECONDS);
        }
        if (whom == 1) {
            TimeUnit.SECONDS.sleep(1); // the application notices, and starts it again or not
        }
        application.destroyForcibly();
    }

    private Set<String> kept() throws Exception {
        var sheet = get("/programmes.csv?q=KILL-").body();
        return sheet.lines().skip(1).map(line -> line.split(",", 2)[0]).collect(Collectors.toSet());
    }

    private void start() throws Exception {
        port = freePort();
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Platform.class.getName(),
                        "--spring.profiles.active=demo",
                        "--server.port=" + port,
                        "--interurban.data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output.log").toFile())
                .start();
        var deadline = Instant.now().plus(Duration.ofSeconds(120));
        while (!isReady()) {
            assertThat(application.isAlive())
                    .as("it runs: " + data.resolve("output.log"))
                    .isTrue();
            assertThat(Instant.now()).as("it is ready in time").isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void signIn() throws Exception {
        var answer = post("/sign-in/demo/programme-officer", Map.of("_csrf", token("/sign-in"), "back", "/"));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private String token(String page) throws Exception {
        var found = TOKEN.matcher(get(page).body());
        assertThat(found.find()).as("a form on " + page).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var file = data.resolve("postgres/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
