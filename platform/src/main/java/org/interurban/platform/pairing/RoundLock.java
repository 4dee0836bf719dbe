package org.interurban.platform.pairing;

import org.interurban.pairing.Lock;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;

/** What someone decided about one pair, for a reason. People stand here by their account, so that they can be erased. */
record RoundLock(
        String a,
        String b,
        Kind kind,
        String reason,
        @Nullable AccountId by) {

    static final int REASON_LENGTH = 300;

    /** What a preferred pair gains. */
    static final long BONUS = PairScore.ONE / 20;

    enum Kind {
        MUST,
        MUST_NOT,
        PREFER;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    RoundLock {
        if (reason.isBlank() || reason.length() > REASON_LENGTH) {
            throw new IllegalArgumentException("A reason has 1 to %d characters".formatted(REASON_LENGTH));
        }
        if (a.equals(b)) {
            throw new IllegalArgumentException("A city is not paired with itself");
        }
    }

    boolean isOf(String one, String other) {
        return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }

    Lock forEngine() {
        var name = by == null ? "" : by.toString();
        return switch (kind) {
            case MUST -> new Lock.Must(a, b, reason, name);
            case MUST_NOT -> new Lock.MustNot(a, b, reason, name);
            case PREFER -> new Lock.Prefer(a, b, BONUS, reason, name);
        };
    }
}
