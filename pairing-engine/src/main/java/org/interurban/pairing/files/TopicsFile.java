package org.interurban.pairing.files;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.pairing.scoring.Topic;
import org.interurban.pairing.scoring.Topics;

/** A programme's own topics: one row per topic. */
final class TopicsFile {

    private TopicsFile() {}

    /** The tree; empty when the file has faults. */
    static Optional<Topics> read(Path file, Findings findings) {
        var rows = Table.read(file, Set.of("code", "label"), Set.of("parent", "also"), findings)
                .rows();
        var before = findings.faults().size();
        var topics = new LinkedHashMap<String, Topic>();
        var rowsByCode = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            row.required("code").ifPresent(code -> {
                var label = row.required("label").orElse(code);
                var parent = row.text("parent");
                var topic = new Topic(code, label, parent.isEmpty() ? null : parent, row.list("also", ";"));
                var first = rowsByCode.putIfAbsent(code, row);
                if (first != null) {
                    row.fault(
                            "code",
                            "expected a code of its own, found \"%s\" of line %d again".formatted(code, first.line()));
                } else {
                    topics.put(code, topic);
                }
            });
        }
        rowsByCode.forEach((code, row) -> checkParent(code, row, topics));
        return findings.faults().size() > before || topics.isEmpty()
                ? Optional.empty()
                : Optional.of(Topics.of(topics.values().stream().toList()));
    }

    private static void checkParent(String code, Row row, Map<String, Topic> topics) {
        var seen = new HashSet<String>();
        for (var at = topics.get(code); at != null && at.parent() != null; at = topics.get(at.parent())) {
            if (!topics.containsKey(at.parent())) {
                if (at.code().equals(code)) {
                    row.fault("parent", "expected the code of a topic, found \"%s\"".formatted(at.parent()));
                }
                return;
            }
            if (!seen.add(at.code())) {
                // told once for each topic on the ring, and not for those below it
                if (at.code().equals(code)) {
                    row.fault("parent", "expected a wider topic, found one that stands below this one");
                }
                return;
            }
        }
    }
}
