package org.interurban.pairing;

import java.util.List;
import java.util.stream.Collectors;

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

    /**
     * That no two participants may both rather have each other, where other objectives could keep the rest of the rules.
     *
     * <p>In all stable answers each participant has the same number of partners (A. Alkan, "On the properties of stable many-to-many
     * matchings under responsive preferences", 1999), so that one of them says whom all of them leave short.
     *
     * @param ofAll whether that holds however equal benefits are ordered, not only as the seed draws them
     */
    record Stability(List<Shortfall> shortfalls, boolean ofAll) implements Rule {
        public Stability {
            shortfalls = List.copyOf(shortfalls);
        }

        @Override
        public String sentence() {
            return ("the answer must be stable, and every stable answer%s gives too few partners (%s); other"
                            + " objectives can keep all rules, and so might stable answers with %s")
                    .formatted(
                            ofAll ? "" : ", with equal benefits in the order that the seed draws,",
                            shortfalls.stream()
                                    .map(shortfall -> "%s %d of %d"
                                            .formatted(
                                                    shortfall.participant.id(),
                                                    shortfall.partners,
                                                    shortfall.participant.min()))
                                    .collect(Collectors.joining(", ")),
                            ofAll ? "more allowed pairs" : "more allowed pairs or another seed");
        }
    }

    /** Someone with fewer partners than it needs. */
    record Shortfall(Participant participant, int partners) {}
}
