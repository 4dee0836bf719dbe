package org.interurban.pairing.cli;

import java.io.PrintStream;

/** Tells a person who waits how far a long step has come; says nothing of a short one. */
final class Progress {

    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final PrintStream err;
    private long spoken = System.nanoTime();

    Progress(PrintStream err) {
        this.err = err;
    }

    synchronized void count(String what, int done, int all) {
        if (System.nanoTime() - spoken > PATIENCE_NANOS) {
            say("%s: %,d of %,d".formatted(what, done, all));
        }
    }

    private void say(String what) {
        err.println(what);
        spoken = System.nanoTime();
    }
}
