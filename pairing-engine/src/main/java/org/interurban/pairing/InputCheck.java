package org.interurban.pairing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Compares the digests of a certificate with those of the problem that its inputs give today. */
final class InputCheck {

    private InputCheck() {}

    static void run(Map<String, String> stated, Problem inputs) {
        try {
            compare("participants", stated, Certificate.participantsDigest(inputs));
            compare("rules", stated, Certificate.rulesDigest(inputs));
            compare("scores", stated, Certificate.scoresDigest(inputs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String member, Map<String, String> stated, String digest) {
        if (!digest.equals(stated.get(member))) {
            throw AnswerCheck.fault(
                    "member \"%s\"".formatted(member), "It differs from what the inputs given for comparison say");
        }
    }
}
