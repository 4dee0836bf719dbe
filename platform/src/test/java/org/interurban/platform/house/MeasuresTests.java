package org.interurban.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Prints the measures of the house; none gets worse than the one kept beside this test, which is only ever lowered by it. */
class MeasuresTests {

    private static final String KEPT = "measures.properties";

    @Test
    void noMeasureIsWorseThanTheOneKept() throws IOException {
        var measures = Measures.all();
        print(measures);
        var kept = kept();
        if (House.writes()) {
            Files.writeString(
                    House.kept(KEPT),
                    measures.stream()
                            .map(measure -> measure.name() + "=" + Math.min(measure.now(), limit(measure, kept)) + "\n")
                            .collect(Collectors.joining()));
        }

        var faults = new SoftAssertions();
        for (var measure : measures) {
            faults.assertThat(measure.now())
                    .as("%s (%s)", measure.words(), measure.name())
                    .isLessThanOrEqualTo(limit(measure, kept));
        }
        faults.assertAll();
        assertThat(new TreeSet<>(kept.stringPropertyNames()))
                .isEqualTo(
                        measures.stream().map(Measures.Measure::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Properties kept() throws IOException {
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(House.kept(KEPT))) {
            kept.load(reader);
        }
        return kept;
    }

    private static long limit(Measures.Measure measure, Properties kept) {
        return Long.parseLong(kept.getProperty(measure.name(), "0"));
    }

    private static void print(Iterable<Measures.Measure> measures) {
        System.out.printf("%n%6s %6s%n", "now", "goal");
        measures.forEach(measure -> System.out.printf("%6d %6d  %s%n", measure.now(), measure.goal(), measure.words()));
        System.out.printf("%nTables of another module named in SQL, by whom and whose:%n");
        Measures.foreignTables().forEach((pair, count) -> System.out.printf("%6d  %s%n", count, pair));
        System.out.printf(
                "%nRead word by word, since the parser does not understand them: %s%n%n",
                String.join(", ", SqlReferences.found().unread()));
    }
}
