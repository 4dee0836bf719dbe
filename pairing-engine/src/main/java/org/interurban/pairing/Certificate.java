package org.interurban.pairing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/**
 * A solved problem with the proof of its answer, in canonical JSON that anyone can check without the engine.
 *
 * <p>Its members: the participants; the rules; the scores of all allowed pairs, or the name of the file beside it that holds them; the
 * answer; the proof; the SHA-256 of the bytes of each of these; and the SHA-256 of all bytes before itself that are not among these.
 * Participants are referred to by their position. With the same problem every byte is the same.
 */
public final class Certificate {

    /** With more pairs than this the scores stand in a file beside the certificate. */
    public static final int LARGEST_EMBEDDED = 1_000_000;

    static final String FORMAT = "interurban-pairing-certificate/1";
    static final String SCORES_FILE = "scores.json";

    private final Problem problem;
    private final Answer answer;
    private final Proof proof;

    Certificate(Problem problem, Answer answer, Proof proof) {
        this.problem = problem;
        this.answer = answer;
        this.proof = proof;
    }

    Proof proof() {
        return proof;
    }

    /** True when {@link #writeScoresTo} belongs beside the certificate, in a file of the name {@link #scoresFileName}. */
    public boolean hasScoresBeside() {
        return problem.candidates().size() > LARGEST_EMBEDDED;
    }

    public String scoresFileName() {
        return SCORES_FILE;
    }

    public void writeTo(OutputStream out) throws IOException {
        var json = new CanonicalJson(out);
        json.raw("{\n").name("format").string(FORMAT).raw(",\n");
        json.name("engine").string(Engine.VERSION).raw(",\n");
        json.name("participants").beginSection();
        writeParticipants(json, problem);
        var participants = json.endSection();
        json.raw(",\n").name("rules").beginSection();
        writeRules(json, problem);
        var rules = json.endSection();
        json.raw(",\n").name("scores");
        String scores;
        if (hasScoresBeside()) {
            json.string(SCORES_FILE);
            scores = scoresDigest(problem);
        } else {
            json.beginSection();
            writeScores(json, problem.candidates());
            scores = json.endSection();
        }
        json.raw(",\n").name("answer").beginSection();
        writeAnswer(json);
        var answered = json.endSection();
        json.raw(",\n").name("proof").beginSection();
        new ProofWriter(json).write(proof);
        var proven = json.endSection();
        json.raw(",\n").name("digests").raw("{\n");
        json.name("participants").string(participants).raw(",\n");
        json.name("rules").string(rules).raw(",\n");
        json.name("scores").string(scores).raw(",\n");
        json.name("answer").string(answered).raw(",\n");
        json.name("proof").string(proven).raw("\n},\n");
        json.name("digest").string(json.digestSoFar()).raw("\n}\n").flush();
    }

    public void writeScoresTo(OutputStream out) throws IOException {
        var json = new CanonicalJson(out);
        writeScores(json, problem.candidates());
        json.flush();
    }

    static String participantsDigest(Problem problem) throws IOException {
        var json = new CanonicalJson(OutputStream.nullOutputStream());
        json.beginSection();
        writeParticipants(json, problem);
        return json.endSection();
    }

    static String rulesDigest(Problem problem) throws IOException {
        var json = new CanonicalJson(OutputStream.nullOutputStream());
        json.beginSection();
        writeRules(json, problem);
        return json.endSection();
    }

    static String scoresDigest(Problem problem) throws IOException {
        var json = new CanonicalJson(OutputStream.nullOutputStream());
        json.beginSection();
        writeScores(json, problem.candidates());
        return json.endSection();
    }

    private static void writeParticipants(CanonicalJson json, Problem problem) throws IOException {
        var separator = "[\n";
        for (var participant : problem.participants()) {
            json.raw(separator).raw("[").string(participant.id()).raw(",");
            json.string(participant.side().name()).raw(",");
            json.number(participant.min()).raw(",").number(participant.max()).raw("]");
            separator = ",\n";
        }
        json.raw(problem.participants().isEmpty() ? "[]" : "\n]");
    }

    private static void writeRules(CanonicalJson json, Problem problem) throws IOException {
        json.raw("{").name("form").raw("[");
        switch (problem.form()) {
            case Form.TwoSides _ -> json.string("two sides");
            case Form.OnePool _ -> json.string("one pool");
            case Form.Clusters(var size) -> json.string("clusters").raw(",").number(size);
        }
        json.raw("],\n").name("objective").raw("[");
        switch (problem.objective()) {
            case Objective.Total _ -> json.string("total");
            case Objective.Fair _ -> json.string("fair");
            case Objective.Keeping(var pairs) -> writeAgreed(json, pairs);
            case Objective.Stable(var proposing) ->
                json.string("stable").raw(",").string(proposing.name());
        }
        json.raw("],\n").name("seed").number(problem.seed());
        json.raw(",\n").name("locks").raw("[");
        var separator = "\n";
        for (var lock : problem.locks()) {
            json.raw(separator).raw("[");
            switch (lock) {
                case Lock.Must _ -> json.string("must").raw(",0,");
                case Lock.MustNot _ -> json.string("must-not").raw(",0,");
                case Lock.Prefer prefer ->
                    json.string("prefer").raw(",").number(prefer.bonus()).raw(",");
            }
            json.string(lock.a()).raw(",").string(lock.b()).raw(",");
            json.string(lock.reason()).raw(",").string(lock.by()).raw("]");
            separator = ",\n";
        }
        json.raw("],\n").name("limits").raw("[");
        separator = "\n";
        for (var limit : problem.limits()) {
            json.raw(separator).raw("[");
            switch (limit) {
                case Limit.PartnersFrom(var _, var of, var among, var _) -> writeLimit(json, "from", limit, of, among);
                case Limit.PairsWith(var _, var members, var _) -> writeLimit(json, "with", limit, members, Set.of());
                case Limit.PairsBetween(var _, var one, var other, var _) ->
                    writeLimit(json, "between", limit, one, other);
            }
            json.raw("]");
            separator = ",\n";
        }
        json.raw("]}");
    }

    private static void writeAgreed(CanonicalJson json, List<Objective.Agreed> pairs) throws IOException {
        json.string("keeping").raw(",[");
        var separator = "\n[";
        for (var pair : pairs) {
            json.raw(separator).string(pair.a()).raw(",").string(pair.b()).raw("]");
            separator = ",\n[";
        }
        json.raw("]");
    }

    private static void writeLimit(CanonicalJson json, String kind, Limit limit, Set<String> one, Set<String> other)
            throws IOException {
        json.string(kind).raw(",").string(limit.name()).raw(",").number(limit.most());
        for (var group : List.of(one, other)) {
            json.raw(",[");
            var separator = "";
            for (var id : group.stream().sorted().toList()) {
                json.raw(separator).string(id);
                separator = ",";
            }
            json.raw("]");
        }
    }

    /**
     * One list for each participant in whose row pairs stand: itself, then of each pair how far the partner comes after the one
     * before (the first after the participant itself), the score and any benefits. Small numbers keep large certificates short.
     */
    private static void writeScores(CanonicalJson json, Candidates candidates) throws IOException {
        var benefits = candidates.hasBenefits();
        json.raw("{")
                .name("benefits")
                .raw(benefits ? "true" : "false")
                .raw(",\n")
                .name("rows")
                .raw("[");
        var separator = "\n[";
        for (var row = 0; row < candidates.participants(); row++) {
            if (candidates.rowStart(row) == candidates.rowStart(row + 1)) {
                continue;
            }
            json.raw(separator).number(row);
            var before = row;
            for (int pair = candidates.rowStart(row), end = candidates.rowStart(row + 1); pair < end; pair++) {
                json.comma().number(candidates.partner(pair) - before);
                before = candidates.partner(pair);
                json.comma().number(candidates.score(pair));
                if (benefits) {
                    json.comma().number(candidates.benefitFirst(pair));
                    json.comma().number(candidates.benefitSecond(pair));
                }
            }
            separator = "],\n[";
        }
        json.raw(candidates.size() == 0 ? "]}" : "]]}");
    }

    private void writeAnswer(CanonicalJson json) throws IOException {
        var positions = problem.positions();
        json.raw("{")
                .name("objective")
                .number(answer.objective())
                .raw(",\n")
                .name("pairs")
                .raw("[");
        var separator = "\n[";
        for (var pair : answer.pairs()) {
            json.raw(separator).number(positions.getOrDefault(pair.a(), -1)).raw(",");
            json.number(positions.getOrDefault(pair.b(), -1))
                    .raw(",")
                    .number(pair.score())
                    .raw("]");
            separator = ",\n[";
        }
        json.raw("],\n").name("clusters").raw("[");
        separator = "\n[";
        for (var cluster : answer.clusters()) {
            json.raw(separator);
            var comma = "";
            for (var id : cluster) {
                json.raw(comma).number(positions.getOrDefault(id, -1));
                comma = ",";
            }
            json.raw("]");
            separator = ",\n[";
        }
        json.raw("]}");
    }
}
