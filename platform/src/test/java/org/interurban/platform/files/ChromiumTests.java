package org.interurban.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChromiumTests {

    @TempDir
    Path folder;

    private Chromium program(String script) throws IOException {
        var file = Files.writeString(folder.resolve("chromium"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Chromium(file.toString());
    }

    @Test
    void oneThatHangsIsEndedWithWhatItStartedWhenThePlatformEnds() throws Exception {
        var children = folder.resolve("children");
        var chromium = program("sleep 300 & echo $! > '%s'; wait\n".formatted(children));
        var printing = CompletableFuture.supplyAsync(() -> chromium.print("http://127.0.0.1/"));
        await().until(() ->
                Files.exists(children) && !Files.readString(children).isBlank());
        var child = ProcessHandle.of(Long.parseLong(Files.readString(children).strip()));

        chromium.stop();

        assertThat(printing.join()).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> child.map(process -> !process.isAlive()).orElse(true));
    }

    @Test
    void whoComesWhileManyWaitIsNotKeptWaiting() throws Exception {
        var chromium = program("exec sleep 300\n");
        var waiting = IntStream.range(0, 5)
                .mapToObj(i -> {
                    var printing = new CompletableFuture<Optional<byte[]>>();
                    Thread.ofVirtual().start(() -> printing.complete(chromium.print("http://127.0.0.1/")));
                    return printing;
                })
                .toList();
        await().until(() -> chromium.waiting() == 4);

        assertThat(CompletableFuture.supplyAsync(() -> chromium.print("http://127.0.0.1/")))
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(Optional.empty());
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        await().until(() -> {
            chromium.stop();
            return waiting.stream().allMatch(CompletableFuture::isDone);
        });
    }

    @Test
    void oneThatFailsGivesNoDocument() throws Exception {
        assertThat(program("exit 1\n").print("http://127.0.0.1/")).isEmpty();
        assertThat(new Chromium("/nowhere/chromium").print("http://127.0.0.1/")).isEmpty();
    }
}
