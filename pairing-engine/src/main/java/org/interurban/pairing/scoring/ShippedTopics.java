package org.interurban.pairing.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The topics and terms that come with the engine; their files hold no quotation marks, so that they need no CSV parser. */
final class ShippedTopics {

    private ShippedTopics() {}

    static List<Topic> topics() {
        return rows("topics.csv")
                .map(cells -> new Topic(cells[0], cells[1], cells[2].isEmpty() ? null : cells[2], list(cells[3])))
                .toList();
    }

    static List<Terms.Term> terms() {
        return rows("terms.csv")
                .flatMap(cells -> list(cells[2]).stream().map(words -> new Terms.Term(cells[0], words)))
                .toList();
    }

    private static Stream<String[]> rows(String file) {
        try (InputStream in = ShippedTopics.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(";")).filter(part -> !part.isBlank()).toList();
    }
}
