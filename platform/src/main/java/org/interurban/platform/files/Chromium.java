package org.interurban.platform.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The Chromium of this machine, where there is one. One document is printed at a time: each takes some 200 MB. */
@Component
class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int SECONDS = 60;

    private final Optional<Path> program;
    private final Semaphore turn = new Semaphore(1, true);

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

    byte[] print(String address) {
        var browser = program.orElseThrow(() -> new IllegalStateException("No Chromium was found on this machine"));
        turn.acquireUninterruptibly();
        try {
            var folder = Files.createTempDirectory("interurban-print");
            try {
                return print(browser, address, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The document could not be printed", e);
        } finally {
            turn.release();
        }
    }

    private static byte[] print(Path browser, String address, Path folder) throws IOException {
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
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("Chromium took more than %d seconds".formatted(SECONDS));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (!Files.exists(document)) {
            throw new IOException("Chromium wrote no document: " + Files.readString(folder.resolve("output")));
        }
        return Files.readAllBytes(document);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
