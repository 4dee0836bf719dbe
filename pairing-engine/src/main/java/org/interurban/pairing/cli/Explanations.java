package org.interurban.pairing.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.Side;
import org.interurban.pairing.files.GivenScore;
import org.interurban.pairing.scoring.Evidence;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Reading;

/** The file of reasons: one row per pair and part, with the two profile lines it rests on. */
final class Explanations {

    /** In larger rounds the possible pairs would fill a file nobody reads; those that were chosen are explained, others on demand. */
    private static final int MOST_POSSIBLE = 10_000;

    private final CsvFile csv;
    private final PreparedRound round;
    private final AnswerReview review;

    private Explanations(CsvFile csv, PreparedRound round, AnswerReview review) {
        this.csv = csv;
        this.round = round;
        this.review = review;
    }

    static void write(Path file, PreparedRound round, AnswerReview review) throws IOException {
        try (var csv = new CsvFile(file)) {
            new Explanations(csv, round, review).write();
        }
    }

    private void write() throws IOException {
        csv.row(
                "a",
                "b",
                "status",
                "score",
                "regret",
                "confidence",
                "part",
                "value",
                "known",
                "weight",
                "reason",
                "line_a",
                "line_b",
                "match");
        var small = round.scores().size() <= MOST_POSSIBLE;
        for (var score : round.scores()) {
            if (small || review.isChosen(score.a(), score.b())) {
                pair(score);
            }
        }
        if (small) {
            notAllowed();
        }
    }

    private void pair(GivenScore score) throws IOException {
        var status = review.isChosen(score.a(), score.b()) ? "chosen" : "possible";
        var regret = shown(review.regret(score.a(), score.b()));
        var parts = round.parts(score.a(), score.b());
        if (parts.isEmpty()) {
            plain(score.a(), score.b(), status, score.score(), regret, "given", "yes", "the programme's own score");
            return;
        }
        for (var part : Part.values()) {
            part(score, status, regret, parts.get(), part);
        }
    }

    private void part(GivenScore score, String status, String regret, PairScore parts, Part part) throws IOException {
        var reading = parts.parts().get(part);
        var weight = round.round().rules().weights().values().getOrDefault(part.criterion(), 0.0);
        if (reading == null || weight == 0) {
            return;
        }
        var evidence = reading instanceof Reading.Known known ? known.evidence() : List.<Evidence>of();
        if (evidence.isEmpty()) {
            part(score, status, regret, parts, part, weight, reading, "", "", "");
        }
        for (var lines : evidence) {
            part(
                    score,
                    status,
                    regret,
                    parts,
                    part,
                    weight,
                    reading,
                    lines.a().words(),
                    lines.b().words(),
                    lines.match());
        }
    }

    private void part(
            GivenScore score,
            String status,
            String regret,
            PairScore parts,
            Part part,
            double weight,
            Reading reading,
            String lineOfA,
            String lineOfB,
            String match)
            throws IOException {
        csv.row(
                score.a(),
                score.b(),
                status,
                score.score(),
                regret,
                String.format(Locale.ROOT, "%.2f", parts.confidence() / (double) PairScore.ONE),
                part.key(),
                String.format(Locale.ROOT, "%.4f", reading.value()),
                reading instanceof Reading.Known ? "yes" : "no",
                weight,
                reading.reason(),
                lineOfA,
                lineOfB,
                match);
    }

    /** A row that rests on no profile lines. */
    private void plain(
            String a, String b, String status, Object score, String regret, String part, String known, String reason)
            throws IOException {
        csv.row(a, b, status, score, regret, "", part, "", known, "", reason, "", "", "");
    }

    private void notAllowed() throws IOException {
        var profiles = round.round().profiles();
        for (var i = 0; i < profiles.size(); i++) {
            for (var j = i + 1; j < profiles.size(); j++) {
                if (couldMeet(profiles.get(i), profiles.get(j))) {
                    var why = round.forbidden(
                            profiles.get(i).id(), profiles.get(j).id());
                    if (why.isPresent()) {
                        plain(profiles.get(i).id(), profiles.get(j).id(), "not allowed", "", "", "", "", why.get());
                    }
                }
            }
        }
    }

    private static boolean couldMeet(Profile one, Profile other) {
        return one.participant().side() == Side.POOL
                || one.participant().side() != other.participant().side();
    }

    static String shown(OptionalLong regret) {
        if (regret.isEmpty()) {
            return "";
        }
        return regret.getAsLong() == Regrets.IMPOSSIBLE ? "impossible" : String.valueOf(regret.getAsLong());
    }
}
