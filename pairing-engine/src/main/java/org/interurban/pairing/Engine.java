package org.interurban.pairing;

/** The door of the library: problems in, answers with their proofs out. */
public final class Engine {

    /** Kept with every certificate; rises when the same problem may get another answer. */
    public static final String VERSION = "1";

    private Engine() {}

    /** Solves the problem exactly where a method exists, with a bound for clusters, and says so otherwise. */
    public static Outcome solve(Problem problem) {
        throw new UnsupportedOperationException(problem.form().toString());
    }
}
