package org.interurban.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The least change to an agreed answer after participants withdrew or joined late.
 *
 * @param certificate of the changed problem in which each agreed pair is preferred by more than any total: proof that no answer keeps
 *     more of them, nor as many with a larger total
 * @param exact whether that is proven; else the certificate holds a bound
 */
public record Repair(
        Answer answer,
        List<Answer.Pair> kept,
        List<Answer.Pair> dropped,
        List<Answer.Pair> added,
        Answer freshOptimum,
        Certificate certificate,
        boolean exact) {

    /** What keeping the agreed pairs costs against pairing everyone anew. */
    public long cost() {
        return freshOptimum.objective() - answer.objective();
    }

    /** The outcome of a repair. */
    public sealed interface Result {
        record Repaired(Repair repair) implements Result {}

        /** The round as it stands now has no answer at all. */
        record Impossible(Outcome why) implements Result {}
    }

    /**
     * Keeps as many of the agreed pairs as can stand in any answer to the changed problem, and among such answers takes one of the
     * largest total.
     *
     * @param changed the problem with its participants, pairs and rules as they are now
     * @param agreed the answer to the problem as it was
     */
    public static Result of(Problem changed, Answer agreed) {
        var still = standing(changed, agreed);
        var bonus = moreThanAnyTotal(changed);
        var locks = new ArrayList<>(changed.locks());
        still.forEach(pair -> locks.add(new Lock.Prefer(pair.a(), pair.b(), bonus, "agreed before", "repair")));
        var outcome = Engine.solve(changed.withLocks(locks).withObjective(new Objective.Total()));
        return switch (outcome) {
            case Outcome.Solved(var answer, var certificate) ->
                new Result.Repaired(repair(changed, agreed, answer, certificate, true));
            case Outcome.Bounded(var answer, var _, var certificate) ->
                new Result.Repaired(repair(changed, agreed, answer, certificate, false));
            case Outcome.Infeasible _, Outcome.Refused _ -> new Result.Impossible(outcome);
        };
    }

    /** The agreed pairs that are still allowed. */
    private static List<Answer.Pair> standing(Problem changed, Answer agreed) {
        var positions = changed.positions();
        return agreed.pairs().stream()
                .filter(pair -> positions.containsKey(pair.a()) && positions.containsKey(pair.b()))
                .filter(pair -> changed.candidates()
                                .find(positions.getOrDefault(pair.a(), 0), positions.getOrDefault(pair.b(), 0))
                        >= 0)
                .toList();
    }

    private static long moreThanAnyTotal(Problem problem) {
        var worth = new Decisions(problem).worth;
        var largest = 0L;
        for (var pair = 0; pair < worth.size(); pair++) {
            largest = Math.max(largest, worth.at(pair));
        }
        var places = problem.participants().stream()
                .mapToLong(participant ->
                        Math.min(participant.max(), problem.participants().size()))
                .sum();
        return largest * Math.min(places, worth.size()) + 1;
    }

    private static Repair repair(Problem changed, Answer agreed, Answer found, Certificate certificate, boolean exact) {
        var worth = new Decisions(changed);
        var positions = changed.positions();
        var chosen = found.pairs().stream()
                .mapToInt(pair -> changed.candidates()
                        .find(positions.getOrDefault(pair.a(), 0), positions.getOrDefault(pair.b(), 0)))
                .toArray();
        var pairs = Answers.pairs(changed, worth, chosen);
        var before = ids(agreed.pairs());
        var after = ids(pairs);
        var answer = new Answer(pairs.stream().mapToLong(Answer.Pair::score).sum(), pairs, found.clusters());
        return new Repair(
                answer,
                pairs.stream().filter(pair -> before.contains(ids(pair))).toList(),
                agreed.pairs().stream()
                        .filter(pair -> !after.contains(ids(pair)))
                        .toList(),
                pairs.stream().filter(pair -> !before.contains(ids(pair))).toList(),
                Review.best(changed.withObjective(new Objective.Total())).orElse(answer),
                certificate,
                exact);
    }

    private static Set<Set<String>> ids(List<Answer.Pair> pairs) {
        var ids = new HashSet<Set<String>>();
        pairs.forEach(pair -> ids.add(ids(pair)));
        return ids;
    }

    private static Set<String> ids(Answer.Pair pair) {
        return Set.of(pair.a(), pair.b());
    }
}
