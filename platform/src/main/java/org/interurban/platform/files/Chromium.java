package org.interurban.platform.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The Chromium of this machine, where there is one. One document is printed at a time: each takes some 200 MB. */
@Component
class Chromium {

    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int SECONDS = 30;
    private static final int WAITING = 4;

    private final Optional<Path> program;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable Process running;

    Chromium(@Value("${interurban.chromium:}") String configured) {
        this.program = configured.isBlank()
                ? onPath()
                : Optional.of(Path.of(configured)).filter(Files::isExecutable);
    }

    private static Optional<Path> onPath() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    boolean isFound() {
        return program.isPresent();
    }

    /** @return the document; empty where too many wait for theirs, or where Chromium failed, which the log tells */
    Optional<byte[]> print(String address) {
        if (program.isEmpty() || waiting() >= WAITING) {
            return Optional.empty();
        }
        try {
            if (!turn.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(print(program.get(), address));
            } finally {
                turn.release();
            }
        } catch (IOException e) {
            LOG.warn("A document could not be printed: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private byte[] print(Path browser, String address) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("interurban-print");
        try {
            return print(browser, address, folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private byte[] print(Path browser, String address, Path folder) throws IOException, InterruptedException {
        var document = folder.resolve("document.pdf");
        var process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox", // it opens our own page only
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--no-pdf-header-footer",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--print-to-pdf=" + document,
                        address)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        running = process;
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Chromium took more than %d seconds".formatted(SECONDS));
            }
        } finally {
            end(process);
        }
        if (!Files.exists(document)) {
            throw new IOException("Chromium wrote no document: " + Files.readString(folder.resolve("output")));
        }
        return Files.readAllBytes(document);
    }

    int waiting() {
        return turn.getQueueLength();
    }

    /** With the processes that it started, which know of no end of ours. */
    private static void end(Process process) {
        process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Before the web server waits for those that it still serves. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        var last = running;
        if (last != null) {
            end(last);
        }
    }
}
