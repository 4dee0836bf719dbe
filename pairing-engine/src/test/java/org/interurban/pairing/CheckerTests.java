package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTests {

    private static final int MUTATIONS = 1_000;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void refusesEveryChangedByteAndSaysWhere() {
        var solved = solved();
        for (var i = 0; i < MUTATIONS; i++) {
            var bytes = Certificates.bytes(solved.certificate());
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            var verdict = Checker.check(bytes, Optional.empty(), Optional.empty());

            assertThat(verdict)
                    .isInstanceOfSatisfying(Checker.Verdict.Invalid.class, invalid -> assertThat(invalid.where())
                            .isNotBlank());
        }
    }

    @Test
    void refusesEveryMissingByte() {
        var certificate = text(solved());
        for (var i = 0; i < MUTATIONS; i++) {
            var at = random.nextInt(certificate.length());

            assertThat(Certificates.check(certificate.substring(0, at) + certificate.substring(at + 1)))
                    .isInstanceOf(Checker.Verdict.Invalid.class);
        }
    }

    @Test
    void refusesAnotherAnswerEvenWithNewDigests() {
        var certificate = text(solved());
        var pairs =
                Pattern.compile("\"pairs\":\\[\n(\\[\\d+,\\d+,\\d+\\],?\n?)*").matcher(certificate);
        assertThat(pairs.find()).isTrue();
        for (var i = 0; i < MUTATIONS; i++) {
            var tampered = withAnotherDigit(certificate, pairs.start(), pairs.end());

            assertThat(Certificates.check(Certificates.digestedAgain(tampered)))
                    .isInstanceOf(Checker.Verdict.Invalid.class);
        }
    }

    @Test
    void refusesAnotherObjectiveEvenWithNewDigests() {
        var certificate = text(solved());
        var at = certificate.indexOf("\"objective\":", certificate.indexOf("\"answer\":"));

        var tampered = withAnotherDigit(certificate, at, certificate.indexOf(',', at));

        assertThat(Certificates.check(Certificates.digestedAgain(tampered)))
                .isInstanceOf(Checker.Verdict.Invalid.class);
    }

    @Test
    void refusesPricesThatBreakTheProofEvenWithNewDigests() {
        var certificate = text(solved());
        var from = certificate.indexOf("\"participants\":", certificate.indexOf("\"proof\":"));
        var to = certificate.indexOf("]", from);
        var accepted = 0;
        for (var i = 0; i < MUTATIONS; i++) {
            var tampered = withAnotherDigit(certificate, from, to);

            if (!(Certificates.check(Certificates.digestedAgain(tampered)) instanceof Checker.Verdict.Invalid)) {
                accepted++;
            }
        }
        assertThat(accepted).isZero();
    }

    @Test
    void acceptsDigestsThatAreRecomputedOverTheSameContent() {
        var certificate = text(solved());

        assertThat(Certificates.digestedAgain(certificate)).isEqualTo(certificate);
    }

    @Test
    void saysWhichMemberDiffersFromTheInputs() {
        var problem = round(3);
        var solved = (Outcome.Solved) Engine.solve(problem);
        var needy = problem.participants().stream()
                .map(city -> new Participant(city.id(), city.side(), 0, 2))
                .toList();

        assertThat(Certificates.check(solved.certificate(), problem)).isEqualTo(Certificates.VALID);
        differs(solved, problem.withParticipants(needy), "participants");
        differs(solved, problem.withObjective(new Objective.Fair()), "rules");
        differs(
                solved,
                problem.withCandidates(problem.candidates()
                        .withScores(new long[problem.candidates().size()])),
                "scores");
    }

    private static void differs(Outcome.Solved solved, Problem inputs, String member) {
        assertThat(Certificates.check(solved.certificate(), inputs))
                .isEqualTo(new Checker.Verdict.Invalid(
                        "member \"" + member + "\"", "It differs from what the inputs given for comparison say"));
    }

    @Test
    void readsScoresFromTheFileBesideALargeCertificate(@TempDir Path folder) throws IOException {
        var parts = Certificates.withScoresBeside(text(solved()));
        var certificate = Files.writeString(folder.resolve("certificate.json"), parts.getFirst());
        assertThat(Checker.check(certificate, Optional.empty()))
                .isInstanceOfSatisfying(Checker.Verdict.Invalid.class, invalid -> assertThat(invalid.what())
                        .contains("scores.json with the scores is not beside"));

        var scores = Files.writeString(folder.resolve("scores.json"), parts.getLast());
        assertThat(Checker.check(certificate, Optional.empty())).isInstanceOf(Checker.Verdict.Valid.class);

        Files.writeString(scores, parts.getLast() + " 1");
        assertThat(Checker.check(certificate, Optional.empty()))
                .isInstanceOfSatisfying(Checker.Verdict.Invalid.class, invalid -> assertThat(invalid.what())
                        .contains("Something follows the scores"));
        Files.writeString(scores, parts.getLast() + "\n");
        assertThat(Checker.check(certificate, Optional.empty()))
                .isInstanceOfSatisfying(Checker.Verdict.Invalid.class, invalid -> assertThat(invalid.where())
                        .contains("scores"));
    }

    @Test
    void refusesNumbersTooLargeToBeAddedUp() {
        var certificate = text(solved());
        var price = certificate.indexOf("[\n", certificate.indexOf("\"proof\":")) + 2;
        var large = certificate.substring(0, price)
                + Long.MAX_VALUE
                + certificate.substring(certificate.indexOf(",\n", price));

        assertThat(Certificates.check(Certificates.digestedAgain(large.replaceFirst(",0,1\\]", ",0,1000000000]"))))
                .isEqualTo(new Checker.Verdict.Invalid("proof", "Its numbers are too large to be added up"));
    }

    /** Every token in turn replaced by one of another kind, and something added to every list and object. */
    @Test
    void refusesWhateverIsNotWrittenExactlySo() {
        var token = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\":?|-?\\d+|true|false|[\\[\\]{}]");
        for (var outcome : List.of(solved(), fair(), pool())) {
            var certificate = text(outcome);
            var tokens = token.matcher(certificate);
            while (tokens.find() && tokens.start() < certificate.indexOf("\"digests\":")) {
                var found = tokens.group();
                if (found.endsWith(":")) {
                    continue;
                }
                var other =
                        switch (found.charAt(0)) {
                            case '"' -> "7";
                            case '[' -> "[null,";
                            case '{' -> "{\"x\":0,";
                            case ']' -> ",null]";
                            case '}' -> ",\"x\":0}";
                            default -> "\"" + found + "\"";
                        };
                var changed = certificate.substring(0, tokens.start()) + other + certificate.substring(tokens.end());

                assertThat(Certificates.check(Certificates.digestedAgain(changed)))
                        .as(changed)
                        .isInstanceOf(Checker.Verdict.Invalid.class);
            }
        }
    }

    private static Problem.Builder small(Side one, Side other) {
        return Problem.builder(3)
                .participant(new Participant("Lyon", one, 0, 2))
                .participant(new Participant("Gent", one, 1, 2))
                .participant(new Participant("Kyoto", other, 0, 2))
                .pair("Lyon", "Kyoto", 9, 8, 7)
                .pair("Gent", "Kyoto", 5, 4, 3)
                .lock(new Lock.Must("Gent", "Kyoto", "agreed", "N"));
    }

    private static Outcome.Solved fair() {
        return (Outcome.Solved) Engine.solve(small(Side.A, Side.B)
                .limit(new Limit.PairsWith("Japan", Set.of("Kyoto"), 2))
                .limit(new Limit.PartnersFrom("from", Set.of("Kyoto"), Set.of("Lyon"), 1))
                .objective(new Objective.Fair())
                .build());
    }

    private static Outcome.Solved pool() {
        return (Outcome.Solved) Engine.solve(small(Side.POOL, Side.POOL)
                .form(new Form.OnePool())
                .pair("Lyon", "Gent", 7, 6, 5)
                .build());
    }

    @Test
    void saysWhatItDidNotCheckWithoutInputs() {
        assertThat(Certificates.check(text(solved())))
                .isInstanceOfSatisfying(Checker.Verdict.Valid.class, valid -> assertThat(valid.notChecked())
                        .hasSize(1));
    }

    private String withAnotherDigit(String text, int from, int to) {
        while (true) {
            var at = random.nextInt(from, to);
            var digit = (char) ('0' + random.nextInt(10));
            if (Character.isDigit(text.charAt(at))
                    && text.charAt(at) != digit
                    && !(digit == '0' && !Character.isDigit(text.charAt(at - 1)))) {
                return text.substring(0, at) + digit + text.substring(at + 1);
            }
        }
    }

    private static String text(Outcome.Solved solved) {
        return new String(Certificates.bytes(solved.certificate()), StandardCharsets.UTF_8);
    }

    private static Outcome.Solved solved() {
        return (Outcome.Solved) Engine.solve(round(5));
    }

    private static Problem round(int seed) {
        var random = new SplittableRandom(seed);
        var builder = Problem.builder(seed);
        for (var i = 0; i < 12; i++) {
            builder.participant(Participant.single("a\"" + i, Side.A));
            builder.participant(Participant.single("城" + i, Side.B));
        }
        for (var a = 0; a < 12; a++) {
            for (var b = 0; b < 12; b++) {
                builder.pair("a\"" + a, "城" + b, random.nextInt(1_000_000));
            }
        }
        return builder.build();
    }
}
