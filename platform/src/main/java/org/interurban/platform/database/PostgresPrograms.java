package org.interurban.platform.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked into the data folder where nobody else can change them. */
class PostgresPrograms {

    private static final int ROOT = 0;
    private static final int OPEN = 0022; // others may write
    private static final int EXECUTABLE = 0100;

    private final DataFolder folder;
    private final Path home;

    PostgresPrograms(DataFolder folder) throws IOException {
        this.folder = folder;
        var archive = archive();
        this.home = folder.programs().resolve(name(archive));
        if (Files.exists(home) && !isOurs()) {
            folder.discard(folder.programs());
        }
        if (!Files.exists(home)) {
            unpack(archive);
        }
    }

    /** The program with its arguments, ready to be started. PostgreSQL refuses to run as root, so root calls it as nobody in particular. */
    ProcessBuilder call(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (user() == ROOT) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add("setsid"); // what a terminal sends to us, such as Ctrl-C, is not for it
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).redirectErrorStream(true);
    }

    /** Runs a program to its end. */
    void run(String input, String program, String... arguments) throws IOException, InterruptedException {
        var process = call(program, arguments).start();
        var output = new ProgramOutput(process);
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        if (process.waitFor() != 0) {
            throw new CannotStart(
                    "PostgreSQL's %s failed: %s.".formatted(program, output.cause()), EmbeddedServer.REMEDY);
        }
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        var archive = PostgresPrograms.class.getResource("/postgres-%s-%s.txz".formatted(system, machine));
        if (archive == null) {
            throw new CannotStart(
                    "Interurban brings no PostgreSQL for this machine (%s, %s).".formatted(system, machine),
                    "Set INTERURBAN_DATABASE_URL to a PostgreSQL server of yours.");
        }
        return archive;
    }

    private static String name(URL archive) throws IOException {
        var connection = (JarURLConnection) archive.openConnection();
        return "%08x".formatted(connection.getJarEntry().getCrc());
    }

    /** Whether nobody else can have changed them. */
    private boolean isOurs() throws IOException {
        var me = (int) user();
        try (var files = Files.walk(folder.programs())) {
            for (var file : (Iterable<Path>) files::iterator) {
                var mode = (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
                var owner = (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
                if (owner != me || (mode & OPEN) != 0 && !Files.isSymbolicLink(file)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long user() {
        return new UnixSystem().getUid();
    }

    private void unpack(URL archive) throws IOException {
        var into = folder.begin();
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive.openStream()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file, DataFolder.OWNER_ONLY);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    write(tar, file, entry.getMode());
                }
            }
        }
        force(into);
        if (Files.exists(folder.programs())) {
            folder.discard(folder.programs()); // of an earlier version
        }
        DataFolder.finish(into, home);
    }

    /** Only now, since each file by itself would be waited for. */
    private static void force(Path unpacked) throws IOException {
        try (var files = Files.walk(unpacked)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream content, Path file, int mode) throws IOException {
        Files.createDirectories(file.getParent(), DataFolder.OWNER_ONLY);
        Files.copy(content, file);
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString((mode & EXECUTABLE) == 0 ? "rw-------" : "rwx------"));
    }
}
