package org.interurban.pairing;

/** A decision about one pair that someone took before the round is solved. */
public sealed interface Lock {

    String a();

    String b();

    String reason();

    /** The name of whoever took the decision. */
    String by();

    /** The pair is part of every answer. */
    record Must(String a, String b, String reason, String by) implements Lock {}

    /** The pair is part of no answer. */
    record MustNot(String a, String b, String reason, String by) implements Lock {}

    /** The pair counts as if its score were higher by the bonus. */
    record Prefer(String a, String b, long bonus, String reason, String by) implements Lock {
        public Prefer {
            if (bonus < 0) {
                throw new IllegalArgumentException("The bonus of %s and %s is negative".formatted(a, b));
            }
        }
    }
}
