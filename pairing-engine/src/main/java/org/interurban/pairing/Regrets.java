package org.interurban.pairing;

import java.util.List;
import java.util.OptionalLong;

/**
 * What every pair would cost the whole.
 *
 * <p>The regret of a pair that was not chosen is the best objective minus the best objective with the pair forced; the regret of a
 * chosen pair is the best objective minus the best objective without it.
 */
public final class Regrets {

    /** The regret of a pair without which, or with which, the rules cannot all hold. */
    public static final long IMPOSSIBLE = Long.MAX_VALUE;

    /** Another partner for a participant. */
    public record Alternative(String partner, long score, long regret, boolean chosen) {}

    private Regrets() {}

    public static Regrets of(Problem problem, Outcome.Solved solved) {
        throw new UnsupportedOperationException();
    }

    /** The regret of this pair, {@link #IMPOSSIBLE} included; empty when the pair is not allowed. */
    public OptionalLong of(String one, String other) {
        throw new UnsupportedOperationException();
    }

    /** All allowed partners of a participant: the chosen first, then by rising regret. */
    public List<Alternative> alternatives(String participant) {
        throw new UnsupportedOperationException();
    }

    /** The regrets of all allowed pairs, by their position in the candidates. */
    public long[] all() {
        throw new UnsupportedOperationException();
    }
}
