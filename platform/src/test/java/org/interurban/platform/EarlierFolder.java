package org.interurban.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/**
 * A data folder as an earlier version of the platform left it, packed, and beside it what was in it.
 *
 * @param version the name of both files
 */
record EarlierFolder(String version) {

    private static final Path KEPT = Path.of("src/test/resources/earlier");
    private static final String PACKED = ".tar.xz";

    /**
     * What stood in the folder when it was kept.
     *
     * @param account the mail address of one who may see everything
     * @param rows of each table
     * @param pages one address of every kind of page
     */
    record Contents(String account, Map<String, Long> rows, List<String> pages) {

        private String text() {
            var lines = new ArrayList<String>();
            lines.add("account " + account);
            rows.forEach((table, count) -> lines.add("rows " + table + " " + count));
            pages.forEach(page -> lines.add("page " + page));
            return String.join("\n", lines) + "\n";
        }

        private static Contents read(List<String> lines) {
            var account = "";
            var rows = new TreeMap<String, Long>();
            var pages = new ArrayList<String>();
            for (var line : lines) {
                var words = line.split(" ");
                switch (words[0]) {
                    case "account" -> account = words[1];
                    case "rows" -> rows.put(words[1], Long.valueOf(words[2]));
                    case "page" -> pages.add(words[1]);
                    default -> throw new IllegalArgumentException(line);
                }
            }
            return new Contents(account, rows, pages);
        }
    }

    static List<EarlierFolder> all() {
        try (var files = Files.list(KEPT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PACKED))
                    .sorted()
                    .map(name -> new EarlierFolder(name.substring(0, name.length() - PACKED.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return version;
    }

    private Path packed() {
        return KEPT.resolve(version + PACKED);
    }

    private Path described() {
        return KEPT.resolve(version + ".txt");
    }

    Contents contents() throws IOException {
        return Contents.read(Files.readAllLines(described()));
    }

    /** Packs what a version cannot make again by itself. */
    void keep(Path folder, Contents contents) throws IOException {
        Files.writeString(described(), contents.text());
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(Files.newOutputStream(packed())))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            add(tar, folder, folder.resolve("postgres-password"));
            Files.walkFileTree(folder.resolve("postgres"), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    add(tar, folder, path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    add(tar, folder, path);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private static void add(TarArchiveOutputStream tar, Path folder, Path path) throws IOException {
        tar.putArchiveEntry(
                new TarArchiveEntry(path.toFile(), folder.relativize(path).toString()));
        if (Files.isRegularFile(path)) {
            Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
    }

    void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(Files.newInputStream(packed()))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path, owners);
                } else {
                    Files.copy(tar, path);
                }
            }
        }
    }
}
