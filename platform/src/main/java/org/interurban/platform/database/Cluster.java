package org.interurban.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of our own PostgreSQL, and what they say about the server that works on them. */
class Cluster {

    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String BY_PASSWORD_ONLY = "host all all 127.0.0.1/32 scram-sha-256\n";
    private static final Set<String> BEGUN =
            Set.of("PG_VERSION", "global/pg_control"); // made after the folder of the databases
    private static final Set<String> TEMPLATES = Set.of("1", "4");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern SERVER = Pattern.compile(".*/postgres( \\(deleted\\))?");
    private static final int STATUS = 7; // line of postmaster.pid

    private final DataFolder folder;
    private final Path files;

    Cluster(DataFolder folder) {
        this.folder = folder;
        this.files = folder.postgres();
    }

    /** Makes a new one where there is none. */
    void make(PostgresPrograms programs) throws IOException, InterruptedException {
        if (isHalfMade()) {
            LOG.warn(
                    "A first start of an earlier version was interrupted; the database is made anew, what there was lies in {}",
                    folder.setAside(files));
        }
        if (!Files.exists(files, LinkOption.NOFOLLOW_LINKS)) {
            var made = folder.begin();
            folder.password();
            programs.run(
                    "",
                    "initdb",
                    "--pgdata=" + made,
                    "--username=" + USER,
                    "--pwfile=" + folder.passwordFile(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF-8",
                    "--locale=C.UTF-8", // the same on every machine that a copy may be brought to
                    "--locale-provider=icu",
                    "--icu-locale=und");
            openByPasswordOnly(made);
            DataFolder.finish(made, files);
        }
        openByPasswordOnly(files);
    }

    /**
     * Earlier versions made it in its place: interrupted, it holds no more than the templates that databases are copied from.
     *
     * @throws CannotStart where part of a finished one is out of reach, as on a disk that is not mounted
     */
    private boolean isHalfMade() throws IOException {
        if (!Files.exists(files, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        var databases = files.resolve("base");
        if (!Files.isDirectory(databases)) {
            if (BEGUN.stream().map(files::resolve).anyMatch(Files::exists)
                    || Files.isSymbolicLink(databases)
                    || Files.isSymbolicLink(files)) {
                throw new CannotStart(
                        "Part of the database is missing: %s; nothing was changed.".formatted(databases),
                        "Bring it back: a disk that is not mounted, a copy that is not complete. Then start again.");
            }
            return true;
        }
        try (var each = Files.list(databases)) {
            return each.allMatch(
                    database -> TEMPLATES.contains(database.getFileName().toString()));
        }
    }

    private static void openByPasswordOnly(Path files) throws IOException {
        var access = files.resolve("pg_hba.conf");
        if (!Files.exists(access) || !Files.readString(access).equals(BY_PASSWORD_ONLY)) {
            Files.writeString(
                    access,
                    BY_PASSWORD_ONLY,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.DSYNC);
        }
    }

    /** Gives the user of the database the password that we keep, without a server that anybody could reach meanwhile. */
    void setPassword(PostgresPrograms programs) throws IOException, InterruptedException {
        var statement = "alter user %s password '%s'\n"
                .formatted(USER, folder.password().replace("'", "''"));
        programs.run(statement, "postgres", "--single", "-D", files.toString(), "postgres");
    }

    /**
     * The server that works on these files, if one does. The number that is written among them says little: it is copied with
     * the folder, after a restart of the machine it may be anybody's, and after a power cut there may be none.
     */
    Optional<ProcessHandle> server() throws IOException {
        if (!Files.exists(statusFile())) {
            return Optional.empty();
        }
        var server = status().stream()
                .findFirst()
                .filter(NUMBER.asMatchPredicate())
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                .filter(this::worksHere)
                .or(this::anyThatWorksHere);
        if (server.isEmpty()) {
            Files.deleteIfExists(
                    statusFile()); // PostgreSQL would not start with what it cannot read, or with a number in use
        }
        return server;
    }

    /** The one that the others of its processes come from. */
    private Optional<ProcessHandle> anyThatWorksHere() {
        return ProcessHandle.allProcesses()
                .filter(this::worksHere)
                .filter(process -> process.parent().filter(this::worksHere).isEmpty())
                .findFirst();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return SERVER.matcher(process.info().command().orElse("")).matches()
                    && Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), files);
        } catch (IOException endedOrOfSomebodyElse) {
            return false;
        }
    }

    boolean isReady(long server) throws IOException {
        var lines = status();
        return lines.size() > STATUS
                && lines.getFirst().equals(Long.toString(server))
                && lines.get(STATUS).equals("ready");
    }

    private Path statusFile() {
        return files.resolve("postmaster.pid");
    }

    private List<String> status() throws IOException {
        return Files.exists(statusFile())
                ? Files.readAllLines(statusFile()).stream().map(String::strip).toList()
                : List.of();
    }
}
