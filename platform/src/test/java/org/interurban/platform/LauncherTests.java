package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher refuses before it looks for a JDK, builds or starts anything. */
class LauncherTests {

    private static final Path LAUNCHER = Stream.of(Path.of("../interurban"), Path.of("interurban"))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow()
            .toAbsolutePath();

    private record Said(int code, String text) {}

    private static Said launch(String words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Stream.concat(Stream.of("sh", LAUNCHER.toString()), Stream.of(words.split(" ")))
                                .toList())
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
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
}
