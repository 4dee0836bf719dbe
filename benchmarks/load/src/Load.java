import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Loads the partnership page (always the same, and each time another one, so that nothing kept of it can help), the members list
 * with a filter, and a floor (twelve rows by one query, same layout, same sign-in state, same process), on the sample network
 * multiplied to 10,000 members and 20,000 activities. Prints requests per second, latencies at a constant rate, CPU per request with
 * PostgreSQL's included, the ratio to the floor, and the JVM's peak of resident memory after 10,000 pages of every kind.
 */
class Load {

    private record Scenario(String name, String path) {}

    private record Measured(double perSecond, double cpuMillis, double p50, double p99) {}

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("floor", "/floor"),
            new Scenario("partnership", "/partnerships/IURC-Seoul-Dublin"),
            new Scenario("each time another", "/partnerships/IURC-Seoul-Dublin-%d"),
            new Scenario("members, filtered", "/members?type=full&q=city"));

    private static final int COPIES = 800;
    private static final int MIXED = 10_000;
    private static final List<String> EVERY_KIND = List.of(
            "/",
            "/programmes",
            "/partnerships",
            "/partnerships/IURC-Seoul-Dublin-%d",
            "/cities",
            "/members",
            "/members/busan",
            "/activities",
            "/agreements",
            "/search?q=mobility",
            "/topics",
            "/documents",
            "/api/v1/members?limit=50",
            "/api/v1/activities.csv?limit=50",
            "/?lang=ko");

    private static final String MULTIPLY = """
        insert into organisation (id, code, kind, local_government, name, country)
          select gen_random_uuid(), 'example-' || n, 'city', true, 'Example city ' || n, 'KR' from generate_series(1, 9849) n;
        insert into member (id, code, organisation, type, region)
          select gen_random_uuid(), o.code, o.id, case when random() < 0.7 then 'full' else 'associate' end,
                 (select region from member limit 1)
            from organisation o where o.code like 'example-%';
        insert into partnership (id, code, programme, name, theme, theme_translations, line, form, status)
          select gen_random_uuid(), p.code || '-' || n, p.programme, p.name, p.theme, p.theme_translations, p.line, p.form, p.status
            from partnership p, generate_series(1, :copies) n where p.theme is not null;
        insert into partnership_member (id, partnership, organisation, side, programme_group)
          select gen_random_uuid(), c.id, m.organisation, m.side, m.programme_group
            from partnership c
            join partnership p on c.code ~ ('^' || p.code || '-[0-9]+$')
            join partnership_member m on m.partnership = p.id;
        insert into activity (id, code, programme, partnership, type, title, host, visitor, from_on, to_on, precision, mode, status)
          select gen_random_uuid(), a.code || '-' || c.code, a.programme, c.id, a.type, a.title, a.host, a.visitor,
                 a.from_on, a.to_on, a.precision, a.mode, a.status
            from partnership c
            join partnership p on c.code ~ ('^' || p.code || '-[0-9]+$')
            join activity a on a.partnership = p.id
           limit 19913;
        analyze;
        """.replace(":copies", String.valueOf(COPIES));

    private final Path data = Files.createTempDirectory("interurban-load");
    private final HttpClient client = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final AtomicInteger asked = new AtomicInteger();
    private final int port = freePort();
    private Process application;

    private Load() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        var load = new Load();
        var seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        try {
            load.start(arguments[0], arguments[1]);
            load.multiply();
            load.measureAll(seconds);
        } finally {
            load.stop();
        }
    }

    private void measureAll(int seconds) throws Exception {
        for (var scenario : SCENARIOS) {
            closedLoop(scenario.path(), seconds); // until the compiler has seen it
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %10s %10s %8s %8s %8s%n",
                "page",
                "requests/s",
                "CPU ms",
                "p50 ms",
                "p99 ms",
                "x floor");
        double floor = 0;
        for (var scenario : SCENARIOS) {
            var measured = measure(scenario.path(), seconds);
            floor = floor == 0 ? measured.cpuMillis() : floor;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %10.0f %10.2f %8.1f %8.1f %8.2f%n",
                    scenario.name(),
                    measured.perSecond(),
                    measured.cpuMillis(),
                    measured.p50(),
                    measured.p99(),
                    measured.cpuMillis() / floor);
        }
        for (int page = 0; page < MIXED; page++) {
            get(EVERY_KIND.get(page % EVERY_KIND.size()));
        }
        System.out.printf("peak of resident memory after %,d pages of every kind: %d MB%n", MIXED, residentMegabytes());
    }

    private Measured measure(String path, int seconds) throws Exception {
        var before = cpuSeconds();
        var count = closedLoop(path, seconds);
        var cpu = (cpuSeconds() - before) * 1000 / count;
        var perSecond = (double) count / seconds;
        var latencies = constantRate(path, perSecond / 2, seconds / 2);
        return new Measured(perSecond, cpu, at(latencies, 0.50), at(latencies, 0.99));
    }

    /** Four readers who ask again as soon as they are answered. */
    private int closedLoop(String path, int seconds) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Callable<Integer> reader = () -> {
            int answered = 0;
            while (System.nanoTime() < end) {
                get(path);
                answered++;
            }
            return answered;
        };
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            int all = 0;
            for (var answered : readers.invokeAll(Collections.nCopies(4, reader))) {
                all += answered.get();
            }
            return all;
        }
    }

    /** Milliseconds from the moment a request was due, so that a stall is counted for everyone who waited. */
    private List<Double> constantRate(String path, double perSecond, int seconds) throws Exception {
        var start = System.nanoTime();
        Stream<Callable<Double>> requests = Stream.iterate(0, n -> n + 1)
                .limit((long) (perSecond * seconds))
                .map(n -> () -> {
                    var due = start + (long) (n * 1e9 / perSecond);
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    get(path);
                    return (System.nanoTime() - due) / 1e6;
                });
        var latencies = new ArrayList<Double>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var latency : readers.invokeAll(requests.toList())) {
                latencies.add(latency.get());
            }
        }
        Collections.sort(latencies);
        return latencies;
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private void get(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
    }

    private URI address(String path) {
        var copy = path.replace("%d", String.valueOf(asked.incrementAndGet() % COPIES + 1));
        return URI.create("http://127.0.0.1:" + port + copy);
    }

    private void start(String java, String classPath) throws Exception {
        application = new ProcessBuilder(
                        java,
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "org.interurban.platform.Platform",
                        "--spring.profiles.active=demo",
                        "--server.port=" + port,
                        "--interurban.data=" + data,
                        "--logging.level.root=warn")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output.log").toFile())
                .start();
        var deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                get("/members/busan");
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(300);
            }
        }
        throw new IllegalStateException("It did not start: " + Files.readString(data.resolve("output.log")));
    }

    private void multiply() throws Exception {
        var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        var url =
                "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(lines.get(3).strip());
        var password = Files.readString(data.resolve("postgres-password")).strip();
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(MULTIPLY);
            try (var counts =
                    statement.executeQuery("select (select count(*) from member), (select count(*) from activity)")) {
                counts.next();
                System.out.printf("%d members, %d activities%n", counts.getInt(1), counts.getInt(2));
            }
        }
    }

    /** User and system time of the application and of every PostgreSQL process below its postmaster. */
    private double cpuSeconds() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        var all = Stream.concat(
                Stream.of(application.pid(), postmaster),
                ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
        double ticks = 0;
        for (var pid : all.toList()) {
            try {
                var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            } catch (IOException ended) {
                // a connection that was closed meanwhile
            }
        }
        return ticks / 100;
    }

    private long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + application.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private void stop() throws Exception {
        application.destroy();
        application.waitFor(30, TimeUnit.SECONDS);
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
