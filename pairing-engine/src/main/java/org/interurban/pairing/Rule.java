package org.interurban.pairing;

/** A demand on the answer that a programme could drop when not all demands can hold together. */
public sealed interface Rule {

    /** The rule in one English sentence without a full stop. */
    String sentence();

    /** A participant's least number of partners. */
    record Minimum(Participant participant) implements Rule {
        @Override
        public String sentence() {
            return "%s needs at least %d".formatted(participant.id(), participant.min())
                    + (participant.min() == 1 ? " partner" : " partners");
        }
    }

    /** A lock of kind must or must not. */
    record Locked(Lock lock) implements Rule {
        @Override
        public String sentence() {
            return switch (lock) {
                case Lock.Must must -> "%s must be paired with %s".formatted(must.a(), must.b());
                case Lock.MustNot mustNot -> "%s must not be paired with %s".formatted(mustNot.a(), mustNot.b());
                case Lock.Prefer prefer -> "%s should be paired with %s".formatted(prefer.a(), prefer.b());
            };
        }
    }

    /** A limit by country or group. */
    record Limited(Limit limit) implements Rule {
        @Override
        public String sentence() {
            return "the limit \"%s\" allows at most %d".formatted(limit.name(), limit.most());
        }
    }
}
