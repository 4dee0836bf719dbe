package org.interurban.platform.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** A document of the page. */
    Optional<byte[]> print(String address) {
        return make(address, "document.pdf", "--no-pdf-header-footer", "--print-to-pdf=");
    }

    /** A picture of the page in PNG, as large as a window of so many pixels. */
    Optional<byte[]> picture(String address, int width, int height) {
        return make(
                address,
                "picture.png",
                "--hide-scrollbars --window-size=%d,%d".formatted(width, height),
                "--screenshot=");
    }

    /** @return the document; empty where too many wait for theirs, or where Chromium failed, which the log tells */
    private Optional<byte[]> make(String address, String name, String form, String writes) {
        if (program.isEmpty() || waiting() >= WAITING) {
            return Optional.empty();
        }
        try {
            if (!turn.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(make(program.get(), address, name, form, writes));
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

    private byte[] make(Path browser, String address, String name, String form, String writes)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("interurban-print");
        try {
            return make(browser, address, folder, name, form, writes);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private byte[] make(Path browser, String address, Path folder, String name, String form, String writes)
            throws IOException, InterruptedException {
        var document = folder.resolve(name);
        var command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox", // it opens our own page only
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                writes + document));
        command.addAll(List.of(form.split(" ")));
        command.add(address);
        var process = new ProcessBuilder(command)
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
