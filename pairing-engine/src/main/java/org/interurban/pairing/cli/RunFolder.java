package org.interurban.pairing.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Certificate;
import org.interurban.pairing.files.Findings;
import org.interurban.pairing.files.GivenScore;
import org.interurban.pairing.files.RoundFiles;
import org.interurban.pairing.files.RoundFiles.Round;
import org.interurban.pairing.scoring.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run: the answer, its certificate and reasons and, below {@code inputs}, what it was computed from.
 *
 * <p>The integer scores are stored: what is explained later is what was solved, even where a newer model would score otherwise.
 */
record RunFolder(Path folder) {

    private static final String GIVEN_SCORES = "scores.csv";
    private static final String COMPUTED_SCORES = "computed-scores.csv";

    private static final List<String> INPUTS = List.of(
            "participants.csv", "offers.csv", "seeks.csv", "topics.csv", "rules.yaml", GIVEN_SCORES, COMPUTED_SCORES);

    private static final List<String> ANSWER = List.of(
            "pairs.csv",
            "clusters.csv",
            "changes.csv",
            "certificate.json",
            "scores.json",
            "explanations.csv",
            "report.html");

    /** Writes all files of an answer into this folder. */
    interface Writing {
        void into(RunFolder beside) throws IOException;
    }

    private Path input(String name) {
        return folder.resolve("inputs").resolve(name);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes all files of an answer, or none of them, in the place of those of an earlier one. */
    void write(Writing writing) throws IOException {
        write(ANSWER, writing);
    }

    /** The same with the inputs of a round. */
    void writeWithInputs(Writing writing) throws IOException {
        write(
                Stream.concat(INPUTS.stream().map("inputs/"::concat), ANSWER.stream())
                        .toList(),
                writing);
    }

    boolean isSameAs(RunFolder other) {
        return folder.toAbsolutePath()
                .normalize()
                .equals(other.folder.toAbsolutePath().normalize());
    }

    private void write(List<String> names, Writing writing) throws IOException {
        new OutFolder(folder, names).write(beside -> writing.into(new RunFolder(beside)));
    }

    /** Removes what an earlier run answered, and says so: it is not the answer of this one. */
    void removeAnswer(PrintStream err) throws IOException {
        if (new OutFolder(folder, ANSWER).removeAnswer()) {
            err.println("the answer of an earlier run in %s was removed".formatted(folder));
        }
    }

    void keepInputs(RoundFiles files, List<GivenScore> scores) throws IOException {
        Files.createDirectories(input("x").getParent());
        keep(files.participants(), "participants.csv");
        keep(files.offers(), "offers.csv");
        keep(files.seeks(), "seeks.csv");
        keep(files.topics(), "topics.csv");
        keep(files.rules(), "rules.yaml");
        keep(files.scores(), GIVEN_SCORES);
        if (files.scores() == null) {
            try (var csv = new CsvFile(input(COMPUTED_SCORES))) {
                csv.row("a", "b", "score", "benefit_a", "benefit_b");
                for (var score : scores) {
                    csv.row(score.a(), score.b(), score.score(), score.benefitOfA(), score.benefitOfB());
                }
            }
        }
    }

    private void keep(@Nullable Path source, String name) throws IOException {
        if (source != null) {
            Files.copy(source, input(name));
        }
    }

    /** The round as it was solved; empty, with faults, when the inputs cannot be read any more. */
    Optional<PreparedRound> prepared(Meaning meaning, Findings findings, Progress progress) {
        return prepared(round -> round, meaning, findings, progress);
    }

    /** The round as it was solved but for this change, at the stored scores. */
    Optional<PreparedRound> prepared(
            UnaryOperator<Round> change, Meaning meaning, Findings findings, Progress progress) {
        var round = round(findings).map(change);
        var computed = kept(COMPUTED_SCORES);
        if (round.isEmpty() || computed == null) {
            return round.map(read -> PreparedRound.of(read, meaning, progress));
        }
        var scores = RoundFiles.readScores(computed, round.get(), findings);
        return findings.clean()
                ? Optional.of(PreparedRound.stored(round.get(), scores, meaning, progress))
                : Optional.empty();
    }

    /** The round of the stored inputs. */
    Optional<Round> round(Findings findings) {
        return new RoundFiles(
                        input("participants.csv"),
                        kept("offers.csv"),
                        kept("seeks.csv"),
                        kept("topics.csv"),
                        kept(GIVEN_SCORES),
                        kept("rules.yaml"))
                .read(findings);
    }

    private @Nullable Path kept(String name) {
        return Files.exists(input(name)) ? input(name) : null;
    }

    void writePairs(Answer answer) throws IOException {
        try (var csv = new CsvFile(file("pairs.csv"))) {
            csv.row("a", "b", "score");
            for (var pair : answer.pairs()) {
                csv.row(pair.a(), pair.b(), pair.score());
            }
        }
        if (!answer.clusters().isEmpty()) {
            try (var csv = new CsvFile(file("clusters.csv"))) {
                csv.row("cluster", "participant");
                for (var cluster = 0; cluster < answer.clusters().size(); cluster++) {
                    for (var participant : answer.clusters().get(cluster)) {
                        csv.row(cluster + 1, participant);
                    }
                }
            }
        }
    }

    void writeCertificate(Certificate certificate) throws IOException {
        try (var out = Files.newOutputStream(file("certificate.json"))) {
            certificate.writeTo(out);
        }
        if (certificate.hasScoresBeside()) {
            try (var out = Files.newOutputStream(file(certificate.scoresFileName()))) {
                certificate.writeScoresTo(out);
            }
        }
    }
}
