package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

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
    private final Set<Integer> chosen = new HashSet<>();
    private final Source source;
    private long[] known = new long[0];

    private Regrets(Problem problem, Answer answer, Source source) {
        this.problem = problem;
        this.worth = new Decisions(problem).worth;
        this.positions = problem.positions();
        this.source = source;
        for (var pair : answer.pairs()) {
            chosen.add(find(pair.a(), pair.b()));
        }
    }

    public static Regrets of(Problem problem, Outcome.Solved solved) {
        var byPrices = problem.form() instanceof Form.TwoSides && problem.objective() instanceof Objective.Total;
        return new Regrets(
                problem,
                solved.answer(),
                byPrices ? new PricedRegrets(new TwoSides(problem)) : new SolvedRegrets(problem, solved.answer()));
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
                        problem.participants().get(other).id(), worth.at(pair), regret(pair), chosen.contains(pair)));
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
