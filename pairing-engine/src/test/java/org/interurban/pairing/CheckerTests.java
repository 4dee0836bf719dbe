package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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

        var verdict = Certificates.check(solved.certificate(), round(4));

        assertThat(verdict).isInstanceOf(Checker.Verdict.Invalid.class);
        assertThat(Certificates.check(solved.certificate(), problem)).isEqualTo(Certificates.VALID);
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
