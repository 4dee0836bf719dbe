package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What every pair would cost the whole.
 *
 * <p>The regret of a pair that was not chosen is the best objective minus the best objective with the pair forced; the regret of a
 * chosen pair is the best objective minus the best objective without it. On two sides with the largest total, regrets come from the
 * prices and shortest paths; elsewhere each is found by solving again when it is asked for.
 */
public final class Regrets {

    /** The regret of a pair without which, or with which, the rules cannot all hold. */
    public static final long IMPOSSIBLE = Long.MAX_VALUE;

    /** Up to so many pairs all regrets are computed at the first question. */
    private static final int AT_ONCE = 500_000;

    /** Another partner for a participant. */
    public record Alternative(String partner, long score, long regret, boolean chosen) {}

    /** A way to find regrets, by position among the candidates. */
    interface Source {
        long regret(int pair);

        long[] all();
    }

    private final Problem problem;
    private final Scores worth;
    private final Map<String, Integer> positions;
    private final BitSet chosen;
    private final Source source;
    private long[] known = new long[0];

    private Regrets(Problem problem, Outcome.Solved solved) {
        this.problem = problem;
        this.worth = new Decisions(problem).worth;
        this.positions = problem.positions();
        this.chosen = new BitSet();
        for (var pair : solved.answer().pairs()) {
            chosen.set(find(pair.a(), pair.b()));
        }
        this.source = solved.certificate().proof() instanceof Proof.Prices prices
                ? new PricedRegrets(
                        new TwoSides(problem).restored(prices, chosen),
                        problem.candidates().size())
                : new SolvedRegrets(problem, solved.answer(), chosen);
    }

    /** Whether there is a method: an answer that only a bound proves may have none that is exact once a pair is forced. */
    public static boolean canBeFound(Outcome outcome) {
        return outcome instanceof Outcome.Solved(var _, var certificate)
                && !(certificate.proof() instanceof Proof.Bound);
    }

    /** The regrets of an answer for which they {@link #canBeFound}. */
    public static Regrets of(Problem problem, Outcome.Solved solved) {
        if (!canBeFound(solved)) {
            throw new IllegalArgumentException("Regrets beside a bound are not exact");
        }
        return new Regrets(problem, solved);
    }

    private int find(String one, String other) {
        return problem.candidates().find(position(one), position(other));
    }

    private int position(String id) {
        var position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("%s does not take part".formatted(id));
        }
        return position;
    }

    /** The regret of this pair, {@link #IMPOSSIBLE} included; empty when the pair is not allowed. */
    public OptionalLong of(String one, String other) {
        var pair = find(one, other);
        return pair < 0 ? OptionalLong.empty() : OptionalLong.of(regret(pair));
    }

    private long regret(int pair) {
        if (known.length > 0) {
            return known[pair];
        }
        return source.regret(pair);
    }

    /** All allowed partners of a participant: the chosen first, then by rising regret. */
    public List<Alternative> alternatives(String participant) {
        if (problem.candidates().size() <= AT_ONCE && source instanceof PricedRegrets) {
            all();
        }
        var self = position(participant);
        var found = new ArrayList<Alternative>();
        for (var other = 0; other < problem.participants().size(); other++) {
            var pair = other == self ? -1 : problem.candidates().find(self, other);
            if (pair >= 0) {
                found.add(new Alternative(
                        problem.participants().get(other).id(), worth.at(pair), regret(pair), chosen.get(pair)));
            }
        }
        found.sort(Comparator.comparing(Alternative::chosen)
                .reversed()
                .thenComparingLong(Alternative::regret)
                .thenComparing(Comparator.comparingLong(Alternative::score).reversed())
                .thenComparing(Alternative::partner));
        return found;
    }

    /** The regrets of all allowed pairs, by their position in the candidates. */
    public long[] all() {
        if (known.length == 0) {
            known = source.all();
        }
        return Arrays.copyOf(known, known.length);
    }
}
