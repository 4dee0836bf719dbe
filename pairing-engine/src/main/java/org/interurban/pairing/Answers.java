package org.interurban.pairing;

import java.util.ArrayList;
import java.util.List;

/** Puts chosen candidates into words. */
final class Answers {

    private Answers() {}

    /** @param chosen positions of candidates, ascending */
    static Answer ofPairs(Problem problem, Decisions decisions, int[] chosen) {
        return Answer.ofPairs(pairs(problem, decisions, chosen));
    }

    static List<Answer.Pair> pairs(Problem problem, Decisions decisions, int[] chosen) {
        var candidates = problem.candidates();
        var participants = problem.participants();
        var pairs = new ArrayList<Answer.Pair>(chosen.length);
        for (var pair : chosen) {
            pairs.add(new Answer.Pair(
                    participants.get(candidates.first(pair)).id(),
                    participants.get(candidates.partner(pair)).id(),
                    decisions.worth.at(pair)));
        }
        return pairs;
    }
}
