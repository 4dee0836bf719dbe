package org.interurban.pairing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks certificates; shares no code with the solvers. */
public final class Checker {

    /** What a check found. */
    public sealed interface Verdict {

        /** The certificate is whole and its proof holds. */
        record Valid(List<String> notChecked) implements Verdict {}

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
        throw new UnsupportedOperationException();
    }
}
