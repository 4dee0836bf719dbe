package org.interurban.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The least change to an agreed answer after participants withdrew or joined late.
 *
 * @param certificate of the changed problem under the objective {@link Objective.Keeping}: proof that no answer keeps more of the agreed
 *     pairs, nor as many with a larger total
 * @param exact whether that is proven; else, in the largest pools, the certificate is that of the best answer found with the kept pairs
 *     as locks
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
        record Impossible(Outcome.Infeasible why) implements Result {}

        /** The engine has no method for the round as it stands now. */
        record Refused(Outcome.Refused why) implements Result {}
    }

    /**
     * Keeps as many of the agreed pairs as can stand in any answer to the changed problem, and among such answers takes one of the
     * largest total.
     *
     * @param changed the problem with its participants, pairs and rules as they are now
     * @param agreed the answer to the problem as it was
     */
    public static Result of(Problem changed, Answer agreed) {
        if (changed.form() instanceof Form.Clusters) {
            return new Result.Refused(new Outcome.Refused("Clusters cannot be repaired, only pairs", List.of()));
        }
        var still = standing(changed, agreed);
        var keeping = new Objective.Keeping(still.stream()
                .map(pair -> new Objective.Agreed(pair.a(), pair.b()))
                .toList());
        return switch (Engine.solve(changed.withObjective(keeping))) {
            case Outcome.Solved(var answer, var certificate) ->
                new Result.Repaired(repair(changed, agreed, answer, certificate, true));
            case Outcome.Bounded(var answer, var _, var certificate) ->
                new Result.Repaired(repair(changed, agreed, answer, certificate, false));
            case Outcome.Infeasible infeasible -> new Result.Impossible(infeasible);
            case Outcome.Refused refused ->
                changed.form() instanceof Form.OnePool ? inSteps(changed, agreed, still) : new Result.Refused(refused);
        };
    }

    /** Where no method does both at once: as many agreed pairs as are found to fit, then the best answer with these. */
    private static Result inSteps(Problem changed, Answer agreed, List<Answer.Pair> still) {
        var before = ids(still);
        var counting = new Problem(
                changed.form(),
                new Objective.Total(),
                changed.participants(),
                counting(changed.candidates(), changed.participants(), before),
                changed.locks().stream()
                        .filter(lock -> !(lock instanceof Lock.Prefer))
                        .toList(),
                changed.limits(),
                changed.seed());
        return switch (Engine.solve(counting)) {
            case Outcome.Solved(var kept, var _) -> holding(changed, agreed, kept, before);
            case Outcome.Bounded(var kept, var _, var _) -> holding(changed, agreed, kept, before);
            case Outcome.Infeasible infeasible -> new Result.Impossible(infeasible);
            case Outcome.Refused refused -> new Result.Refused(refused);
        };
    }

    private static Candidates counting(Candidates candidates, List<Participant> participants, Set<Set<String>> agreed) {
        var scores = new long[candidates.size()];
        for (var row = 0; row < candidates.participants(); row++) {
            for (var pair = candidates.rowStart(row); pair < candidates.rowStart(row + 1); pair++) {
                var two = Set.of(
                        participants.get(row).id(),
                        participants.get(candidates.partner(pair)).id());
                scores[pair] = agreed.contains(two) ? 1 : 0;
            }
        }
        return candidates.withScores(scores);
    }

    private static Result holding(Problem changed, Answer agreed, Answer kept, Set<Set<String>> before) {
        var locks = new ArrayList<>(changed.locks());
        kept.pairs().stream()
                .filter(pair -> before.contains(ids(pair)))
                .forEach(pair -> locks.add(new Lock.Must(pair.a(), pair.b(), "agreed before", "repair")));
        return switch (Engine.solve(changed.withLocks(locks).withObjective(new Objective.Total()))) {
            case Outcome.Solved(var answer, var certificate) ->
                new Result.Repaired(repair(changed, agreed, answer, certificate, false));
            case Outcome.Bounded(var answer, var _, var certificate) ->
                new Result.Repaired(repair(changed, agreed, answer, certificate, false));
            case Outcome.Infeasible infeasible -> new Result.Impossible(infeasible);
            case Outcome.Refused refused -> new Result.Refused(refused);
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
