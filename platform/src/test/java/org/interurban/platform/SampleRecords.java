package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.interurban.platform.archive.RecordImport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The sample network's own files, for tests that read what it says. */
public final class SampleRecords {

    private SampleRecords() {}

    /** Loads every file of the sample; doing so again changes nothing. */
    public static RecordImport.Outcome load(RecordImport records) {
        var outcome = records.load(
                records.fileNames().stream()
                        .map(name -> file(name.replace(".csv", "")))
                        .filter(Resource::exists)
                        .toList(),
                true);
        assertThat(outcome).isInstanceOf(RecordImport.Outcome.Imported.class);
        return outcome;
    }

    public static Resource file(String name) {
        return new ClassPathResource("sample/" + name + ".csv");
    }

    /** The file's lines as they stand, header included. */
    public static Stream<String> lines(String name) {
        try {
            return file(name)
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                    .lines();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
