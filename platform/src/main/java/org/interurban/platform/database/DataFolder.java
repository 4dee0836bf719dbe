package org.interurban.platform.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that holds everything of one installation, closed to all other users of the machine, and taken by one process at a
 * time. The operating system gives the lock back when the process ends, however it ends.
 */
class DataFolder implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    /** For a new folder of ours. */
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions.asFileAttribute(OWNER);

    private static final String OF_ONES_OWN = "Choose a folder of your own, on a disk with room, with --data DIR.";
    private static final String LOCK = "lock";
    private static final String PASSWORD = "postgres-password";
    private static final String PROGRAMS = "postgres-binaries";

    /** One of these lies in every folder of ours, also where the database is elsewhere. */
    private static final Set<String> MARKS = Set.of(LOCK, PASSWORD, PROGRAMS, "interurban.log");

    private final Path path;
    private final FileChannel channel;

    DataFolder(Path path) throws IOException {
        this.path = path.toAbsolutePath();
        close(this.path);
        this.channel = FileChannel.open(
                this.path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock() == null) {
            channel.close();
            throw new CannotStart(
                    "The data folder %s is in use by another Interurban".formatted(this.path),
                    "Stop the other one, or choose another folder with --data DIR.");
        }
        forgetUnfinished();
    }

    /**
     * Makes the folder for its owner alone, or closes one of ours that was open. A folder that holds what is not ours, or belongs to
     * another user, stays as it is.
     *
     * @throws CannotStart where it cannot be ours
     */
    static void close(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.createDirectory(path, OWNER_ONLY);
            }
            refuseWhatIsNotOurs(path);
            if (!Files.getPosixFilePermissions(path).equals(OWNER)) {
                Files.setPosixFilePermissions(path, OWNER);
            }
            if (!Files.exists(path.resolve(LOCK))) {
                Files.write(path.resolve(LOCK), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            throw unusable(path, CannotStart.reason(e), e);
        }
        if (!Files.isWritable(path)) {
            throw unusable(path, "nothing can be written there", null);
        }
    }

    private static void refuseWhatIsNotOurs(Path path) throws IOException {
        try (var inside = Files.list(path)) {
            var names = inside.map(file -> file.getFileName().toString()).toList();
            if (names.stream().noneMatch(MARKS::contains)) {
                if (names.stream().allMatch(name -> name.endsWith(".log"))) {
                    return; // new, with no more than what whoever starts us writes down
                }
                throw new CannotStart(
                        "The folder %s holds other files and no data of Interurban; nothing there was changed."
                                .formatted(path),
                        "Choose an empty or a new folder with --data DIR.");
            }
        }
        var owner = (int) Files.getAttribute(path, "unix:uid");
        if (owner != new UnixSystem().getUid()) {
            throw new CannotStart(
                    "The data folder %s belongs to another user, %s; nothing there was changed."
                            .formatted(path, Files.getOwner(path).getName()),
                    "Run the command as that user.");
        }
    }

    CannotStart unusable(IOException failure) {
        return unusable(path, CannotStart.reason(failure), failure);
    }

    private static CannotStart unusable(Path path, String reason, @Nullable Throwable cause) {
        return new CannotStart("The data folder %s cannot be used: %s.".formatted(path, reason), OF_ONES_OWN, cause);
    }

    private @Nullable FileLock tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path programs() {
        return path.resolve(PROGRAMS);
    }

    private Path unfinished() {
        return path.resolve("unfinished");
    }

    /** A place to make something in that takes its name in the folder when it is complete; what stays there is thrown away. */
    Path begin() throws IOException {
        Files.createDirectories(unfinished(), OWNER_ONLY);
        return Files.createTempDirectory(unfinished(), "");
    }

    /** What of it cannot go yet, since a program still works on it, goes the next time. */
    void forgetUnfinished() {
        try {
            FileSystemUtils.deleteRecursively(unfinished());
        } catch (IOException inUse) {
            LOG.debug("Left for the next start: {}", inUse.toString());
        }
    }

    /** Gives the complete one its name, so that a power cut leaves all of it or nothing. */
    static void finish(Path complete, Path name) throws IOException {
        Files.createDirectories(name.getParent(), OWNER_ONLY);
        Files.move(complete, name, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(name.getParent())) {
            folder.force(true);
        }
    }

    /** Gives it another name in the folder, so that nothing is lost that a person may want to look at. */
    Path setAside(Path name) throws IOException {
        var aside = name.resolveSibling("%s-set-aside-%d".formatted(name.getFileName(), System.currentTimeMillis()));
        return Files.move(name, aside, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away in one step what can be made again and is not wanted under its name. */
    void discard(Path name) throws IOException {
        var away = begin().resolve(name.getFileName());
        Files.move(name, away, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(away);
    }

    Path passwordFile() {
        return path.resolve(PASSWORD);
    }

    /** The password of our own server, made where there is none and readable by its owner only. */
    String password() {
        try {
            if (!Files.exists(passwordFile()) || Files.size(passwordFile()) == 0) {
                var bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                var made = begin().resolve("password");
                Files.writeString(
                        made, HexFormat.of().formatHex(bytes), StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
                finish(made, passwordFile());
            }
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        channel.close();
    }
}
