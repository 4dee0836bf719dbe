package org.interurban.pairing;

import java.io.IOException;
import java.io.OutputStream;

/** A solved problem with the proof of its answer, in canonical JSON that anyone can check without the engine. */
public final class Certificate {

    /** With more pairs than this the scores stand in a file beside the certificate, which then holds only their digest. */
    public static final int LARGEST_EMBEDDED = 1_000_000;

    final Problem problem;
    final int[] chosen;
    final Proof proof;

    /** @param chosen positions of candidates, ascending */
    Certificate(Problem problem, int[] chosen, Proof proof) {
        this.problem = problem;
        this.chosen = chosen;
        this.proof = proof;
    }

    /** True when {@link #writeScoresTo} belongs beside the certificate, in a file of the name {@link #scoresFileName}. */
    public boolean hasScoresBeside() {
        throw new UnsupportedOperationException();
    }

    public String scoresFileName() {
        return "scores.bin";
    }

    public void writeTo(OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void writeScoresTo(OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }
}
