package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.interurban.platform.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a focal point uploads is answered in a sentence or taken in, and nobody else waits for it. */
class HeavySheetsTests {

    private static final Duration SECONDS = Duration.ofSeconds(3); // other tests run beside

    @TempDir
    static Path data;

    private static RunningPlatform platform;

    /** How long others may wait: a second, and more only on a machine that needs it without any upload. */
    private static Duration patience;

    @BeforeAll
    static void start() throws Exception {
        platform = RunningPlatform.start(data);
        var waits = waits(() -> platform.signedInAs("focal-point-seoul").get("/sheets"));
        waits.addAll(waits(() -> platform.signedInAs("focal-point-seoul").get("/sheets")));
        var usual = waits.stream().sorted().toList().get(waits.size() / 2);
        patience = usual.multipliedBy(10).compareTo(SECONDS) > 0 ? usual.multipliedBy(10) : SECONDS;
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    /** A file that was once enough to stop the platform. */
    private record Taken(HttpResponse<String> answer, Duration time) {

        boolean isTakenIn() {
            return answer.statusCode() == 302;
        }

        /** The sentence with which the file was refused. */
        String sentence() {
            var errors = answer.body().replaceAll("(?s).*class=\"errors\"(.*?)</form>.*", "$1");
            return errors.equals(answer.body())
                    ? answer.body().replaceAll("(?s).*<main(.*)</main>.*", "$1").replaceAll("(?s)<[^>]*>|\\s+", " ")
                    : errors.replaceAll("(?s).*<p>(.*?)</p>.*", "$1").replaceAll("<[^>]*>", "");
        }
    }

    private static Taken upload(RunningPlatform.Visitor visitor, HeavySheet sheet) throws Exception {
        var token = visitor.token("/sheets");
        var content = sheet.content();
        var begin = System.nanoTime();
        var answer = visitor.upload(
                "/sheets",
                token,
                Map.of("target", "interests"),
                content[0] == 'P' ? "sheet.xlsx" : "sheet.csv",
                content);
        return new Taken(answer, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** How long somebody else waited for a page, time after time, while the work went on. */
    private static <T> List<Duration> waits(Callable<T> work) throws Exception {
        var waits = new ArrayList<Duration>();
        var reader = platform.nobody();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> busy = threads.submit(work);
            while (waits.isEmpty() || !isDone(busy)) {
                var begin = System.nanoTime();
                assertThat(reader.get("/programmes").statusCode()).isEqualTo(200);
                waits.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        return waits;
    }

    /** Asked so that the reader turns pages and does not hammer. */
    private static boolean isDone(Future<?> busy) throws Exception {
        try {
            busy.get(100, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private static Duration longest(List<Duration> waits) {
        return waits.stream().max(Duration::compareTo).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredInASentenceWhileOthersRead(HeavySheet sheet) throws Exception {
        var focalPoint = platform.signedInAs("focal-point-seoul");
        var taken = new ArrayList<Taken>();

        var waits = waits(() -> taken.add(upload(focalPoint, sheet)));

        var one = taken.getFirst();
        System.out.printf(
                "%s: %d in %d ms, others waited %d ms at most: %s%n",
                sheet,
                one.answer().statusCode(),
                one.time().toMillis(),
                longest(waits).toMillis(),
                one.isTakenIn() ? "taken in" : one.sentence());
        assertThat(one.answer().statusCode()).isIn(302, 422);
        if (one.isTakenIn()) {
            goOn(focalPoint, one.answer());
        }
        assertThat(platform.log().lines().filter(line -> line.contains("OutOfMemoryError")))
                .isEmpty();
        assertThat(platform.isAlive()).isTrue();
        assertThat(one.time()).isLessThan(Allowance.TIME);
        assertThat(longest(waits)).isLessThan(patience);
    }

    /** What was taken in must be fit to be looked at as well. */
    private static void goOn(RunningPlatform.Visitor visitor, HttpResponse<String> taken) throws Exception {
        var columns = address(taken);
        assertThat(visitor.get(columns).statusCode()).isEqualTo(200);
        var chosen = visitor.post(
                columns,
                visitor.token("/sheets"),
                Map.of(
                        "column-0",
                        "programme",
                        "column-1",
                        "organisation",
                        "column-2",
                        "kind",
                        "column-3",
                        "statement",
                        "column-4",
                        "evidence",
                        "sure",
                        "yes"));
        assertThat(chosen.statusCode()).isIn(302, 422);
        assertThat(visitor.get(columns.replace("/columns", "/rows")).statusCode())
                .isIn(200, 302);
    }

    private static String address(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
    }

    @Test
    void tenAtOnceAreTakenInOneAfterAnotherOrAskedToComeAgain() throws Exception {
        var focalPoint = platform.signedInAs("focal-point-seoul");
        var token = focalPoint.token("/sheets");
        var content = HeavySheet.LONG_HEADINGS.content();
        var answers = new ArrayList<HttpResponse<String>>();

        var waits = waits(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var all = new ArrayList<Future<HttpResponse<String>>>();
                for (int i = 0; i < 10; i++) {
                    all.add(threads.submit(() ->
                            focalPoint.upload("/sheets", token, Map.of("target", "interests"), "ten.csv", content)));
                }
                for (var one : all) {
                    answers.add(one.get(60, TimeUnit.SECONDS));
                }
            }
            return null;
        });

        System.out.printf(
                "ten at once: %s, others waited %d ms at most%n",
                answers.stream().map(HttpResponse::statusCode).toList(),
                longest(waits).toMillis());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(302, 429, 503))
                .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 302).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("class=\"errors\"");
        });
        assertThat(longest(waits)).isLessThan(patience);
    }

    private static byte[] cities(int rows) {
        var random = new Random(20261121);
        var csv = new StringBuilder("name,country,population,latitude,longitude,note\n");
        for (int i = 0; i < rows; i++) {
            csv.append("Zz");
            random.ints(14, 'a', 'z' + 1).forEach(csv::appendCodePoint);
            csv.append(",KR,")
                    .append(1000 + i)
                    .append(",37.5,127.1,Row ")
                    .append(i)
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the sheet in and chooses its columns; its address when its rows can be looked at. */
    private static String reviewed(RunningPlatform.Visitor officer, String token, byte[] content) throws Exception {
        var uploaded = officer.upload("/sheets", token, Map.of("target", "cities"), "cities.csv", content);
        assertThat(uploaded.statusCode()).isEqualTo(302);
        var columns = address(uploaded);
        var sheet = columns.replace("/columns", "");
        officer.post(
                columns,
                token,
                Map.of(
                        "column-0",
                        "name",
                        "column-1",
                        "country",
                        "column-2",
                        "population",
                        "column-3",
                        "latitude",
                        "column-4",
                        "longitude",
                        "column-5",
                        "note",
                        "sure",
                        "yes"));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> officer.get(sheet + "/rows").statusCode() == 200);
        return sheet;
    }

    @Test
    @Tag("long")
    void takesAsManyRowsAsItPromises() throws Exception {
        var officer = platform.signedInAs("programme-officer");
        var token = officer.token("/sheets");
        var content = cities(Allowance.MOST_ROWS - 1);

        var waits = waits(() -> reviewed(officer, token, content));

        System.out.printf(
                "%d rows: others waited %d ms at most%n",
                Allowance.MOST_ROWS, longest(waits).toMillis());
        assertThat(platform.isAlive()).isTrue();
        assertThat(longest(waits)).isLessThan(patience.multipliedBy(2));
    }

    @Test
    @Tag("long")
    void bringsTenThousandCitiesInAndTakesThemBack() throws Exception {
        var officer = platform.signedInAs("programme-officer");
        var token = officer.token("/sheets");
        var sheet = reviewed(officer, token, cities(10_000));
        officer.post(sheet + "/skip", token, Map.of("state", "doubtful"));

        officer.post(sheet + "/import", token, Map.of());
        await().atMost(Duration.ofMinutes(5))
                .until(() -> officer.get(sheet).body().contains("/undo\""));
        assertThat(officer.get("/cities?q=Zz").body()).contains("Zz");
        officer.post(sheet + "/undo", token, Map.of());
        await().atMost(Duration.ofMinutes(5))
                .until(() -> officer.get(sheet).body().contains("taken back"));

        assertThat(platform.isAlive()).isTrue();
    }
}
