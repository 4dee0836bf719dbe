package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher refuses before it looks for a JDK, builds or starts anything, and how it calls the application. */
class LauncherTests {

    @TempDir
    Path folder;

    private static final Path LAUNCHER = Stream.of(Path.of("../interurban"), Path.of("interurban"))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow()
            .toAbsolutePath();

    private record Said(int code, String text) {}

    private static Said launch(String words) throws IOException, InterruptedException {
        return launch(LAUNCHER, Map.of(), words.split(" "));
    }

    private static Said launch(Path launcher, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("sh", launcher.toString()), Stream.of(words))
                        .toList())
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    /** A built clone whose JDK says how it is called, a word a line. */
    private static Path clone(Path into) throws IOException {
        var jdk = Files.createDirectories(into.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"");
        program(jdk.resolve("bin/javac"), "exit 1");
        program(jdk.resolve("bin/java"), """
            printf '%s\n' "$PWD" "$(umask)" "$LC_ALL" "$@"
            """);
        Files.createDirectories(into.resolve(".interurban/app"));
        Files.createFile(into.resolve(".interurban/app.aot"));
        var launcher = Files.copy(LAUNCHER, into.resolve("interurban"));
        Files.setLastModifiedTime(launcher, FileTime.from(Instant.EPOCH));
        Files.createFile(into.resolve(".interurban/built"));
        return launcher;
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Map<String, String> jdkOf(Path launcher) {
        return Map.of("JAVA_HOME", launcher.resolveSibling("jdk").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fly                                 | Unknown command: fly",
                "serve --fast                        | Unknown option: --fast",
                "serve foo                           | Not understood: foo",
                "demo one two                        | Not understood: one",
                "serve --port                        | --port needs a number",
                "serve --data                        | --data needs a folder",
                "serve --port 0                      | --port is a number from 1 to 65535, not \"0\"",
                "serve --port 65536                  | not \"65536\"",
                "serve --port=web                    | not \"web\"",
                "serve --port 99999999999999999999   | not \"99999999999999999999\"",
                "import                              | import needs a file or a folder",
                "export                              | export needs one folder to write into",
                "export one two                      | export needs one folder to write into",
                "export --data /nowhere/at-all out   | There is no data of Interurban in /nowhere/at-all: name the folder with --data DIR.",
                "verify --data /nowhere/at-all       | There is no data of Interurban in /nowhere/at-all: name the folder with --data DIR.",
                "test --short                        | Unknown option: --short"
            })
    void saysWhatItDoesNotUnderstand(String words, String sentence) throws Exception {
        var said = launch(words);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text().lines().toList().getLast()).endsWith(sentence);
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        assertThat(launch("help"))
                .satisfies(said -> assertThat(said.code()).isZero())
                .extracting(Said::text)
                .asString()
                .contains("demo", "serve", "import", "export", "verify", "pairing", "test", "measures", "version");
        assertThat(launch("version").text()).startsWith("Interurban ");
    }

    @Test
    void startsFromAFolderWithASpaceAndKeepsEveryWordWhole() throws Exception {
        var launcher = clone(Files.createDirectories(folder.resolve("two words/interurban")));

        var said = launch(launcher, jdkOf(launcher), "serve", "--port", "18149", "--data", folder + "/my data");

        assertThat(said.code()).isZero();
        assertThat(said.text().lines())
                .contains(
                        launcher.resolveSibling(".interurban/app").toString(),
                        "-XX:AOTCache=" + launcher.resolveSibling(".interurban/app.aot"),
                        "--server.port=18149",
                        "--interurban.data=" + folder + "/my data")
                .containsSubsequence("-jar", "platform-0.1.0.jar");
    }

    @Test
    void makesFilesForTheirOwnerAlone() throws Exception {
        var launcher = clone(folder);

        assertThat(launch(launcher, jdkOf(launcher), "serve").text().lines()).contains("0077");
    }

    @Test
    void canBeCalledThroughALink() throws Exception {
        var launcher = clone(Files.createDirectory(folder.resolve("clone")));
        var link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bin")).resolve("interurban"), launcher);

        Files.createDirectories(folder.resolve("data/postgres"));

        var said = launch(
                link,
                jdkOf(launcher),
                "verify",
                "--data",
                folder.resolve("data").toString());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text().lines()).contains("--interurban.command=verify");
    }

    @Test
    void namesFilesWithAnyCharacterThatNamesMayHave() throws Exception {
        var launcher = clone(folder);
        Files.createDirectories(folder.resolve("data/postgres"));

        var exported = launch(launcher, jdkOf(launcher), "export", "--data", folder + "/data", folder + "/out, a; b");
        var imported = launch(launcher, jdkOf(launcher), "import", folder + "/in, a; b", folder + "/c:d");

        assertThat(exported.text().lines()).contains("--interurban.files=" + folder + "/out, a; b");
        assertThat(imported.text().lines())
                .containsSequence("--interurban.files=" + folder + "/in, a; b", folder + "/c:d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX", "xx_XX.UTF-8"})
    void readsNamesOfFilesInAllLettersWhateverTheLocale(String locale) throws Exception {
        var launcher = clone(folder);
        var environment = new HashMap<>(jdkOf(launcher));
        environment.put("LC_ALL", locale);

        assertThat(launch(launcher, environment, "serve").text().lines()).contains("C.UTF-8");
    }
}
