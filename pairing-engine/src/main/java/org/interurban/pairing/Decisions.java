package org.interurban.pairing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The locks of a problem, resolved to positions among its candidates. */
final class Decisions {

    /** Candidates that must be chosen. */
    final BitSet must = new BitSet();

    /** Candidates that must not be chosen. */
    final BitSet mustNot = new BitSet();

    /** The worth of each candidate: its score, and the bonus where it is preferred. */
    final Scores worth;

    /** Locks that demand a pair which is not allowed. */
    final List<Lock> hopeless = new ArrayList<>();

    Decisions(Problem problem) {
        var candidates = problem.candidates();
        if (problem.locks().isEmpty()) {
            worth = candidates.scores();
            return;
        }
        var positions = problem.positions();
        var raised = candidates.scores();
        for (var lock : problem.locks()) {
            var pair = candidates.find(positions.getOrDefault(lock.a(), 0), positions.getOrDefault(lock.b(), 0));
            switch (lock) {
                case Lock.Must _ when pair < 0 -> hopeless.add(lock);
                case Lock.Must _ -> must.set(pair);
                case Lock.MustNot _ when pair < 0 -> {}
                case Lock.MustNot _ -> mustNot.set(pair);
                case Lock.Prefer _ when pair < 0 -> {}
                case Lock.Prefer prefer -> raised = raised.raised(pair, prefer.bonus());
            }
        }
        worth = raised;
    }

    private Decisions(Decisions decided, BitSet must, BitSet mustNot) {
        this.must.or(decided.must);
        this.must.or(must);
        this.mustNot.or(decided.mustNot);
        this.mustNot.or(mustNot);
        this.worth = decided.worth;
    }

    /** These decisions and more: what else must be chosen, and what else must not. */
    Decisions and(BitSet alsoMust, BitSet alsoMustNot) {
        return new Decisions(this, alsoMust, alsoMustNot);
    }

    /** True when a lock asks for what is not allowed, or two locks contradict each other. */
    boolean areContradictory() {
        return !hopeless.isEmpty() || must.intersects(mustNot);
    }

    boolean isOpen(int pair) {
        return !must.get(pair) && !mustNot.get(pair);
    }
}
