package org.interurban.platform;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The application as a process of its own, a demonstration with the heap it is shipped with, spoken to over HTTP. */
public final class RunningPlatform implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Process process;
    private final Path data;
    private final int port;

    private RunningPlatform(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** Started in the folder, and ready. */
    public static RunningPlatform start(Path data, String... settings) throws IOException {
        var port = freePort();
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Platform.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--interurban.data=" + data));
        words.addAll(List.of(settings));
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output(data).toFile())
                .start();
        var platform = new RunningPlatform(process, data, port);
        Awaitility.await("it is ready: " + output(data))
                .atMost(Duration.ofMinutes(3))
                .until(() -> !process.isAlive() || platform.isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException(platform.log());
        }
        return platform;
    }

    /** Beside the folder, which has to be empty when it is used for the first time. */
    private static Path output(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() {
        try {
            return Files.readString(output(data));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return nobody().get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Without a word, as when the machine takes it; its PostgreSQL lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The PostgreSQL that works in the folder, whoever started it. */
    static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        var file = data.resolve("postgres/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
            postmaster(data).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Somebody who is not signed in. */
    public Visitor nobody() {
        return new Visitor();
    }

    /** Somebody who is signed in as one of the people of the demonstration. */
    public Visitor signedInAs(String persona) throws IOException, InterruptedException {
        var visitor = new Visitor();
        var answer = visitor.post("/sign-in/demo/" + persona, visitor.token("/sign-in"), Map.of("back", "/"));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("%s: %d".formatted(persona, answer.statusCode()));
        }
        return visitor;
    }

    /** A browser with cookies of its own. */
    public final class Visitor {

        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();

        public HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).build(), BodyHandlers.ofString());
        }

        public HttpResponse<String> post(String path, String token, Map<String, String> fields)
                throws IOException, InterruptedException {
            var body = Stream.concat(own(token), fields.entrySet().stream())
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return client.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        /** A form with a file, as a browser sends it. */
        public HttpResponse<String> upload(
                String path, String token, Map<String, String> fields, String fileName, byte[] content)
                throws IOException, InterruptedException {
            var boundary = "----interurban-test";
            var head = new StringBuilder();
            Stream.concat(own(token), fields.entrySet().stream())
                    .forEach(field -> head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, field.getKey(), field.getValue())));
            head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                    .formatted(boundary, fileName));
            var body = BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
            return client.send(
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }

        /** The token of the first form on the page. */
        public String token(String page) throws IOException, InterruptedException {
            var found = TOKEN.matcher(get(page).body());
            if (!found.find()) {
                throw new IllegalStateException("No form on " + page);
            }
            return found.group(1);
        }

        /** What every form carries by itself. */
        private static Stream<Map.Entry<String, String>> own(String token) {
            return Stream.of(
                    Map.entry("_csrf", token),
                    Map.entry("once", UUID.randomUUID().toString()));
        }

        /** An answer that never comes fails the test rather than hold up all others. */
        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofMinutes(2));
        }
    }
}
