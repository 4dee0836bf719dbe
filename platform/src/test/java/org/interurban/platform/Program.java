package org.interurban.platform;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The application in a process of its own on a data folder of its own, as the launcher starts it, and somebody at a browser. */
final class Program implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration START = Duration.ofMinutes(2);

    private final Path data;
    private final Path output;
    private final int port;
    private final Process process;
    private HttpClient browser = freshBrowser();

    private Program(List<String> command, Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.output = data.resolveSibling(data.getFileName() + ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put("INTERURBAN_GAZETTEER_PLACES", "false"); // they come with the program, not from people
        builder.environment().put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,mappings");
        this.process = builder.start();
        try {
            Awaitility.await("ready: " + output).atMost(START).until(this::isReadyOrGone);
        } catch (ConditionTimeoutException tooLong) {
            close();
            throw tooLong;
        }
        if (!process.isAlive()) {
            throw new IOException("It does not start: " + output());
        }
    }

    /** This version, on somebody's data. */
    static Program ofThisVersion(Path data) throws IOException {
        var port = freePort();
        return new Program(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Platform.class.getName(),
                        "--server.port=" + port,
                        "--interurban.data=" + data),
                data,
                port);
    }

    /** The demonstration of a checkout that is built. */
    static Program demonstrationOf(Path checkout, Path data) throws IOException {
        var port = freePort();
        return new Program(
                List.of(
                        checkout.resolve("interurban").toString(),
                        "demo",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString()),
                data,
                port);
    }

    private boolean isReadyOrGone() throws InterruptedException {
        try {
            return !process.isAlive() || get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it has written to its console. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** Somebody else sits down. */
    void leave() {
        browser = freshBrowser();
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(address)).build(), BodyHandlers.ofString());
    }

    /** Sends a form, with names and values by turns; the answer is where it leads. */
    HttpResponse<String> post(String page, String address, String... fields) throws IOException, InterruptedException {
        var pairs = new ArrayList<>(List.of("_csrf=" + encoded(token(page)), "once=" + UUID.randomUUID()));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return send(address, "application/x-www-form-urlencoded", BodyPublishers.ofString(String.join("&", pairs)));
    }

    /** Sends a form with a file in its field "file". */
    HttpResponse<String> upload(String page, String address, String file, String content, Map<String, String> fields)
            throws IOException, InterruptedException {
        var boundary = "----between-the-parts";
        var body = new StringBuilder();
        part(body, boundary, "name=\"_csrf\"", token(page));
        part(body, boundary, "name=\"once\"", UUID.randomUUID().toString());
        fields.forEach((name, value) -> part(body, boundary, "name=\"" + name + "\"", value));
        part(body, boundary, "name=\"file\"; filename=\"" + file + "\"", content);
        body.append("--").append(boundary).append("--\r\n");
        return send(
                address,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
    }

    private static void part(StringBuilder body, String boundary, String disposition, String value) {
        body.append("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(boundary, disposition, value));
    }

    private HttpResponse<String> send(String address, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(address))
                .header("Content-Type", type)
                .POST(body)
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private String token(String page) throws IOException, InterruptedException {
        var answer = get(page);
        var found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new IOException("No form on " + page + ", which answers " + answer.statusCode());
        }
        return found.group(1);
    }

    /** The database in the folder while it runs, as its owner. */
    Connection database() throws IOException, SQLException {
        var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + lines.get(3) + "/postgres",
                "postgres",
                Files.readString(data.resolve("postgres-password")).strip());
    }

    /** Asks it to end, as the system does when it shuts down. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end within a minute: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI at(String address) {
        return URI.create("http://127.0.0.1:" + port + address);
    }

    private static HttpClient freshBrowser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
