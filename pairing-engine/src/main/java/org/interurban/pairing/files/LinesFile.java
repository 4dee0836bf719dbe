package org.interurban.pairing.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.interurban.pairing.scoring.Offer;
import org.interurban.pairing.scoring.Seek;
import org.interurban.pairing.scoring.Topics;

/** What participants offer, or seek: one row per line of a profile. */
final class LinesFile {

    /** An offer of unknown level counts as a beginner's; a need of unknown priority as neither the most nor the least urgent. */
    private static final int UNKNOWN_LEVEL = Offer.LOWEST;

    private static final int UNKNOWN_PRIORITY = 2;

    private LinesFile() {}

    static Map<String, List<Offer>> offers(Path file, Participants participants, Topics topics, Findings findings) {
        return read(
                file,
                Set.of("level", "text", "evidence"),
                participants,
                topics,
                findings,
                row -> new Offer(
                        topic(row),
                        (int) row.wholeNumber("level", Offer.LOWEST, Offer.HIGHEST)
                                .orElse(UNKNOWN_LEVEL),
                        row.text("text"),
                        row.text("evidence")));
    }

    static Map<String, List<Seek>> seeks(Path file, Participants participants, Topics topics, Findings findings) {
        return read(
                file,
                Set.of("priority", "text"),
                participants,
                topics,
                findings,
                row -> new Seek(
                        topic(row),
                        (int) row.wholeNumber("priority", Seek.LOWEST, Seek.HIGHEST)
                                .orElse(UNKNOWN_PRIORITY),
                        row.text("text")));
    }

    private static <T> Map<String, List<T>> read(
            Path file,
            Set<String> optional,
            Participants participants,
            Topics topics,
            Findings findings,
            Function<Row, T> line) {
        var lines = new HashMap<String, List<T>>();
        for (var row : Table.read(file, Set.of("participant", "topic"), optional, findings)
                .rows()) {
            var participant = participants.participant(row, "participant");
            if (row.text("topic").isEmpty() && row.text("text").isEmpty()) {
                row.fault("topic", "expected a topic or a text, found neither");
            } else if (!row.text("topic").isEmpty()
                    && topics.find(row.text("topic")).isEmpty()) {
                row.note("the topic \"%s\" is not in the tree and is compared by its words"
                        .formatted(row.text("topic")));
            }
            var read = line.apply(row);
            participant.ifPresent(
                    id -> lines.computeIfAbsent(id, fresh -> new ArrayList<>()).add(read));
        }
        return lines;
    }

    /** A line without a topic is compared by its text. */
    private static String topic(Row row) {
        return row.text("topic").isEmpty() ? row.text("text") : row.text("topic");
    }
}
