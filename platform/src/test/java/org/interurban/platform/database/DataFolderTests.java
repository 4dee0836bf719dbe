package org.interurban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.interurban.platform.Platform;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

class DataFolderTests {

    @TempDir
    Path somewhere;

    @Test
    void isForItsOwnerAloneFromTheFirstMomentAndClosedWhereItWasOpen() throws Exception {
        var data = somewhere.resolve("new/folder");
        new DataFolder(data).destroy();
        assertThat(permissions(data)).isEqualTo("rwx------");

        open(data);
        new DataFolder(data).destroy();
        assertThat(permissions(data)).isEqualTo("rwx------");
    }

    @Test
    void isUsedByOneProcessAtATime() throws Exception {
        var folder = new DataFolder(somewhere);
        try {
            assertThatThrownBy(() -> new DataFolder(somewhere))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use");
        } finally {
            folder.destroy();
        }
        new DataFolder(somewhere).destroy();
    }

    @Test
    void unpacksTheProgramsAnewWhereOthersCouldHaveChangedThem() throws Exception {
        Installation.make(somewhere);
        var program = Installation.program(somewhere, "postgres");
        var genuine = Files.size(program);
        Files.writeString(program, "#!/bin/sh\nexit 1\n");
        open(program);

        try (var installation = Installation.start(somewhere)) {
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
        assertThat(program).hasSize(genuine);
        try (var files = Files.walk(somewhere.resolve("postgres-binaries"))) {
            assertThat(files.filter(file -> !Files.isSymbolicLink(file)))
                    .allSatisfy(file -> assertThat(permissions(file)).endsWith("------"));
        }
    }

    @ParameterizedTest
    @CsvSource({"lost", "empty", "wrong"})
    void needsNoPersonWhereThePasswordFileDoesNotFit(String file) throws Exception {
        Installation.make(somewhere);
        var password = somewhere.resolve("postgres-password");
        Files.delete(password);
        switch (file) {
            case "empty" -> Files.createFile(password);
            case "wrong" -> Files.writeString(password, "it's another one");
            default -> assertThat(password).doesNotExist();
        }

        try (var installation = Installation.start(somewhere)) {
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
    }

    @Test
    void asksForThePasswordWhereAnEarlierVersionWasInterruptedBeforeItDid() throws Exception {
        Installation.make(somewhere);
        Files.writeString(somewhere.resolve("postgres/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

        try (var installation = Installation.start(somewhere)) {
            assertThatThrownBy(() -> installation.source().getConnection("postgres", "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    /** As earlier versions left it behind when a first start was interrupted. */
    @ParameterizedTest
    @CsvSource({"PG_VERSION", "base/4", "base/5"})
    void finishesAHalfMadeDatabaseAndKeepsWhatThereWas(Path missing) throws Exception {
        Installation.make(somewhere);
        var postgres = somewhere.resolve("postgres");
        FileSystemUtils.deleteRecursively(postgres.resolve(missing));
        FileSystemUtils.deleteRecursively(postgres.resolve("base/5"));

        try (var installation = Installation.start(somewhere)) {
            installation.keep();
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
        try (var inside = Files.list(somewhere)) {
            assertThat(inside.filter(file -> file.getFileName().toString().startsWith("postgres-set-aside-")))
                    .singleElement()
                    .satisfies(aside ->
                            assertThat(aside.resolve("global/pg_control")).exists());
        }
    }

    /** As where its disk is not mounted, or a copy is not complete. */
    @ParameterizedTest
    @CsvSource({"gone", "a link to nowhere"})
    void aDatabaseOutOfReachStaysAsItIs(String base) throws Exception {
        Installation.make(somewhere);
        var postgres = somewhere.resolve("postgres");
        var elsewhere = somewhere.resolve("elsewhere");
        Files.move(postgres.resolve("base"), elsewhere);
        if (base.equals("a link to nowhere")) {
            Files.createSymbolicLink(postgres.resolve("base"), somewhere.resolve("unmounted"));
        }

        assertThat(start(somewhere)).contains("Part of the database is missing: " + postgres.resolve("base"));

        Files.deleteIfExists(postgres.resolve("base"));
        Files.move(elsewhere, postgres.resolve("base"));
        try (var installation = Installation.start(somewhere)) {
            assertThat(installation.read()).isEqualTo(Installation.KEPT);
        }
    }

    @Test
    void aFolderOfOthersStaysAsItIs() throws Exception {
        Files.createDirectories(somewhere.resolve("postgres/data"));
        Files.createDirectories(somewhere.resolve("unfinished/novel"));
        var dump = Files.writeString(somewhere.resolve("postgres/data/dump.sql"), "theirs");
        var chapter = Files.writeString(somewhere.resolve("unfinished/novel/one.txt"), "theirs");
        open(somewhere);

        assertThat(start(somewhere)).contains("holds other files and no data of Interurban");

        assertThat(dump).hasContent("theirs");
        assertThat(chapter).hasContent("theirs");
        assertThat(permissions(somewhere)).isEqualTo("rwxrwxrwx");
        try (var inside = Files.list(somewhere)) {
            assertThat(inside).hasSize(2);
        }
    }

    @Test
    void aFolderThatHoldsNoMoreThanALogIsNew() throws Exception {
        Files.createFile(somewhere.resolve("output.log"));

        new DataFolder(somewhere).destroy();

        assertThat(permissions(somewhere)).isEqualTo("rwx------");
    }

    @Test
    void theFolderOfAnotherUserStaysAsItIs() throws Exception {
        Installation.make(somewhere);
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a folder away");
        Files.setAttribute(somewhere, "unix:uid", 65534);

        assertThat(start(somewhere)).contains("belongs to another user").contains("Run the command as that user");

        try (var all = Files.walk(somewhere.resolve("postgres-binaries"))) {
            assertThat(all).isNotEmpty();
        }
        assertThat(somewhere.resolve("interurban.log")).doesNotExist();
    }

    @Test
    void theApplicationSaysWhyItCannotUseAFolder() throws Exception {
        var file = Files.createFile(somewhere.resolve("file"));

        assertThat(start(file)).contains("The data folder " + file + " cannot be used: " + file + " is not a folder.");
        assertThat(start(file.resolve("below"))).contains("cannot be used: " + file);
        assertThat(start(Path.of("/proc/interurban"))).contains("The data folder /proc/interurban cannot be used: ");
    }

    @Test
    void theApplicationSaysThatTheDatabaseIsOfAnotherVersion() throws Exception {
        Installation.make(somewhere);
        Files.writeString(somewhere.resolve("postgres/PG_VERSION"), "17\n");

        assertThat(start(somewhere))
                .contains("The database in " + somewhere.resolve("postgres") + " does not start: database files are"
                        + " incompatible with server: The data directory was initialized by PostgreSQL version 17");
    }

    private static void open(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** What a start says that fails, in words and not in a trace of Java's. */
    private static String start(Path data) throws Exception {
        var application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Platform.class.getName(),
                        "--server.port=-1",
                        "--interurban.data=" + data)
                .redirectErrorStream(true)
                .start();
        var said = new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(application.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(application.exitValue()).isEqualTo(1);
        assertThat(said).doesNotContain("\tat ");
        return said;
    }
}
