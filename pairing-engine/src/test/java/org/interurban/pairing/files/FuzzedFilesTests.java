package org.interurban.pairing.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Feeds the readers whatever a fuzzer invents; the first byte says as which file.
 *
 * <p>A normal build tries the inputs kept in the resources; with {@code JAZZER_FUZZ=1} new ones are sought.
 */
class FuzzedFilesTests {

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzzed");
        Files.writeString(folder.resolve("good.csv"), "id,side,country\nx,A,KR\ny,B,IE\n");
    }

    @AfterEach
    void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesWhateverPoolsHold(byte[] input) throws IOException {
        var cities = Files.writeString(folder.resolve("cities.csv"), "pool,side,city\np,A,a\np,B,b\n");
        var truth = Files.writeString(folder.resolve("truth.csv"), "pool,city_a,city_b\np,a,b\n");
        var fuzzed = Files.write(folder.resolve("fuzzed"), input);

        for (var files : List.of(new PoolFiles(fuzzed, truth), new PoolFiles(cities, fuzzed))) {
            var findings = new Findings();

            assertThat(files.read(findings).isPresent()).isEqualTo(findings.clean());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesWhateverAFileHolds(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        var good = folder.resolve("good.csv");
        var fuzzed = Files.write(folder.resolve("fuzzed"), Arrays.copyOfRange(input, 1, input.length));
        var files =
                switch (input[0]) {
                    case 'p' -> new RoundFiles(fuzzed, null, null, null, null, null);
                    case 'o' -> new RoundFiles(good, fuzzed, null, null, null, null);
                    case 's' -> new RoundFiles(good, null, fuzzed, null, null, null);
                    case 't' -> new RoundFiles(good, null, null, fuzzed, null, null);
                    case 'w' -> new RoundFiles(good, null, null, null, fuzzed, null);
                    default -> new RoundFiles(good, null, null, null, null, fuzzed);
                };
        var findings = new Findings();

        assertThat(files.read(findings).isPresent()).isEqualTo(findings.clean());
    }
}
