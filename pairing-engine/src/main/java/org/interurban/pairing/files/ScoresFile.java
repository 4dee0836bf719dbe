package org.interurban.pairing.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.interurban.pairing.Side;

/** Joint scores that a programme brings instead of having them computed: one row per allowed pair. */
final class ScoresFile {

    private record Pair(String one, String other) {
        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private ScoresFile() {}

    static List<GivenScore> read(Path file, Participants participants, Findings findings) {
        var table = Table.read(file, Set.of("a", "b", "score"), Set.of("benefit_a", "benefit_b"), findings);
        var scores = new ArrayList<GivenScore>();
        var lines = new HashMap<Pair, Integer>();
        for (var row : table.rows()) {
            var a = participants
                    .participant(row, "a")
                    .map(participants.profiles()::get)
                    .orElse(null);
            var b = participants
                    .participant(row, "b")
                    .map(participants.profiles()::get)
                    .orElse(null);
            var score = row.wholeNumber("score", 0, GivenScore.LARGEST);
            row.required("score");
            var benefitOfA = row.wholeNumber("benefit_a", 0, GivenScore.LARGEST);
            var benefitOfB = row.wholeNumber("benefit_b", 0, GivenScore.LARGEST);
            if (a == null || b == null) {
                continue;
            }
            if (a.id().equals(b.id())) {
                row.fault("b", "expected another participant, found the same");
            } else if (a.participant().side() == b.participant().side()
                    && a.participant().side() != Side.POOL) {
                row.fault(
                        "b",
                        "expected a participant of the other side, found \"%s\" of side %s"
                                .formatted(b.id(), b.participant().side()));
            }
            var before = lines.putIfAbsent(Pair.of(a.id(), b.id()), row.line());
            if (before != null) {
                row.fault("a", "expected each pair once; this one stands in line %d".formatted(before));
            }
            score.ifPresent(joint -> scores.add(
                    new GivenScore(a.id(), b.id(), joint, benefitOfA.orElse(joint), benefitOfB.orElse(joint))));
        }
        return scores;
    }
}
