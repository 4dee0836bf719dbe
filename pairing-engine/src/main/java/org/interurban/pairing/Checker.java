package org.interurban.pairing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks certificates; shares no code with the solvers.
 *
 * <p>It recomputes every digest, checks that the answer keeps every rule, and that the proof proves what the objective asks.
 */
public final class Checker {

    /** What a check found. */
    public sealed interface Verdict {

        /** The certificate is whole and its proof holds. */
        record Valid(List<String> notChecked) implements Verdict {
            public Valid {
                notChecked = List.copyOf(notChecked);
            }
        }

        /** The first thing that is wrong, and where: a line and column, or the name of a member. */
        record Invalid(String where, String what) implements Verdict {}
    }

    private Checker() {}

    /**
     * Checks the certificate in this file, with the scores beside it if it has such a file.
     *
     * @param inputs the problem as read again from its inputs, to be compared with the certificate; without it that is not checked
     */
    public static Verdict check(Path certificate, Optional<Problem> inputs) throws IOException {
        var beside = certificate.resolveSibling(Certificate.SCORES_FILE);
        return check(
                Files.readAllBytes(certificate),
                Files.exists(beside) ? Optional.of(Files.readAllBytes(beside)) : Optional.empty(),
                inputs);
    }

    /** Checks a certificate that is already in memory. */
    public static Verdict check(byte[] certificate, Optional<byte[]> scoresBeside, Optional<Problem> inputs) {
        try {
            var claim = CertificateReader.read(certificate, scoresBeside);
            var answer = new AnswerCheck(claim);
            answer.run();
            new ProofCheck(claim, answer).run();
            var notChecked = new ArrayList<String>();
            if (inputs.isPresent()) {
                InputCheck.run(claim.digests, inputs.get());
            } else {
                notChecked.add("that participants, rules and scores are those of the inputs, for lack of inputs");
            }
            return new Verdict.Valid(notChecked);
        } catch (CertificateReader.Fault fault) {
            return new Verdict.Invalid(fault.where, fault.what);
        } catch (ArithmeticException e) {
            return new Verdict.Invalid("proof", "Its numbers are too large to be added up");
        }
    }
}
