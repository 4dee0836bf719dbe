package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.interurban.platform.RunningPlatform.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the application, its PostgreSQL or both with signal 9 while it writes, and compares what it acknowledged with what it kept. */
@Tag("long")
class KillRoundsTests {

    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    private final Random random = new Random(20261121);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void losesNothingThatWasAcknowledgedAndRecoversByItself() throws Exception {
        var data = folder.resolve("data");
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                var turn = round % 3;
                try (var platform = RunningPlatform.start(data)) {
                    var officer = platform.signedInAs("programme-officer");
                    assertThat(kept(officer)).as("round %d", round).containsAll(acknowledged);
                    write(officer, round, () -> kill(platform, data, turn));
                }
            }
            try (var platform = RunningPlatform.start(data)) {
                assertThat(kept(platform.signedInAs("programme-officer"))).containsAll(acknowledged);
            }
            System.out.printf("%d acknowledged writes in %d rounds, none lost%n", acknowledged.size(), ROUNDS);
        } finally {
            RunningPlatform.postmaster(data).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private interface Blow {
        void strike() throws Exception;
    }

    /**
     * Two people create programmes one after another until the blow falls in the middle of it; only an answered one counts. It falls
     * some time after the first answer, however long a slow machine takes for that.
     */
    private void write(Visitor officer, int round, Blow blow) throws Exception {
        var token = officer.token("/programmes/new");
        var answered = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> write(officer, "KILL-%d-A".formatted(round), token, answered));
            var second = people.submit(() -> write(officer, "KILL-%d-B".formatted(round), token, answered));
            var inTime = answered.await(1, TimeUnit.MINUTES);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2_500));
            blow.strike();
            first.get();
            second.get();
            assertThat(inTime).as("an answer in round %d", round).isTrue();
        }
    }

    private Void write(Visitor officer, String prefix, String token, CountDownLatch answered) throws Exception {
        for (int number = 1; ; number++) {
            var code = prefix + number;
            try {
                var answer = officer.post(
                        "/programmes/new",
                        token,
                        Map.of("code", code, "name.original", "Example " + code, "kind", "city-to-city-cooperation"));
                // With the database gone and the application still up, an error page is the right answer.
                if (answer.statusCode() >= 500) {
                    return null;
                }
                assertThat(answer.statusCode()).as(code).isEqualTo(302);
            } catch (IOException cut) {
                return null;
            }
            acknowledged.add(code);
            answered.countDown();
        }
    }

    /** In turn the application, its PostgreSQL a moment before it, and both at once. */
    private static void kill(RunningPlatform platform, Path data, int whom) throws Exception {
        try {
            if (whom != 0) {
                var postmaster = RunningPlatform.postmaster(data).orElseThrow();
                postmaster.destroyForcibly();
                postmaster.onExit().get(10, TimeUnit.SECONDS);
            }
            if (whom == 1) {
                TimeUnit.SECONDS.sleep(1); // the application notices, and starts it again or not
            }
        } finally {
            platform.kill();
        }
    }

    private static Set<String> kept(Visitor officer) throws Exception {
        var sheet = officer.get("/programmes.csv?q=KILL-").body();
        return sheet.lines().skip(1).map(line -> line.split(",", 2)[0]).collect(Collectors.toSet());
    }
}
