package org.interurban.pairing;

import java.util.List;

/** Everything the engine can say about a problem. */
public sealed interface Outcome {

    /** A best answer, and the proof that none is better. */
    record Solved(Answer answer, Certificate certificate) implements Outcome {}

    /** A good answer, and the proof that none is worth more than the bound. */
    record Bounded(Answer answer, long bound, Certificate certificate) implements Outcome {
        /** How far the answer may be from a best one, as a share of the bound: 0 when it is a best one. */
        public double gap() {
            return bound == 0 ? 0 : (bound - answer.objective()) / (double) bound;
        }
    }

    /**
     * Not all rules can hold, since these conflict.
     *
     * @param minimal whether it is proven that without any one of them the rest of them can hold
     */
    record Infeasible(List<Rule> conflict, boolean minimal) implements Outcome {
        public Infeasible {
            conflict = List.copyOf(conflict);
        }
    }

    /** The engine has no method for this combination of rules; these are the rules that stand in the way. */
    record Refused(String reason, List<String> names) implements Outcome {
        public Refused {
            names = List.copyOf(names);
        }
    }
}
