package org.interurban.pairing.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Form;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Regrets;
import org.interurban.pairing.Review;

/** What can be said about an answer: what choosing otherwise would cost, and who would rather have whom. */
final class AnswerReview {

    /** Regrets of all pairs come at once on two sides; elsewhere each is solved for anew, and only small rounds are. */
    private static final int MOST_AT_ONCE = 1_000_000;

    private static final int MOST_ONE_BY_ONE = 2_000;

    private static final int MOST_FOR_ROBUSTNESS = 20_000;
    private static final int RUNS = 100;
    private static final double DISTURBANCE = 0.1;

    private static final int MOST_BLOCKING = 20;

    private final Answer answer;
    private final Set<Set<String>> chosen = new HashSet<>();
    private final Map<String, Set<String>> partners = new HashMap<>();
    private final Optional<Regrets> regrets;
    private final List<Review.LockCost> lockCosts;
    private final List<Review.BlockingPair> blocking;
    private final List<Review.Robust> robustness;

    private AnswerReview(Problem problem, Outcome outcome, Answer answer) {
        this.answer = answer;
        for (var pair : answer.pairs()) {
            chosen.add(Set.of(pair.a(), pair.b()));
            partners.computeIfAbsent(pair.a(), fresh -> new HashSet<>()).add(pair.b());
            partners.computeIfAbsent(pair.b(), fresh -> new HashSet<>()).add(pair.a());
        }
        var size = problem.candidates().size();
        var atOnce = problem.form() instanceof Form.TwoSides && problem.objective() instanceof Objective.Total;
        regrets = size <= (atOnce ? MOST_AT_ONCE : MOST_ONE_BY_ONE)
                        && Regrets.canBeFound(outcome)
                        && outcome instanceof Outcome.Solved solved
                ? Optional.of(Regrets.of(problem, solved))
                : Optional.empty();
        lockCosts = problem.locks().isEmpty() ? List.of() : Review.lockCosts(problem, answer);
        blocking = problem.form() instanceof Form.Clusters || size > MOST_AT_ONCE
                ? List.of()
                : Review.blockingPairs(problem, answer);
        robustness = size > MOST_FOR_ROBUSTNESS || answer.pairs().isEmpty()
                ? List.of()
                : Review.robustness(problem, answer, RUNS, DISTURBANCE);
    }

    static AnswerReview of(Problem problem, Outcome outcome, Answer answer) {
        return new AnswerReview(problem, outcome, answer);
    }

    Answer answer() {
        return answer;
    }

    boolean isChosen(String a, String b) {
        return chosen.contains(Set.of(a, b));
    }

    Set<String> partners(String id) {
        return partners.getOrDefault(id, Set.of());
    }

    /** What the whole would lose by choosing otherwise about this pair; empty where it was not computed. */
    OptionalLong regret(String a, String b) {
        return regrets.map(known -> known.of(a, b)).orElse(OptionalLong.empty());
    }

    /** The partners a city could have, the chosen first, then by what they would cost the whole; empty where not computed. */
    List<Regrets.Alternative> alternatives(String id) {
        return regrets.map(known -> known.alternatives(id)).orElse(List.of());
    }

    boolean hasRegrets() {
        return regrets.isPresent();
    }

    List<Review.LockCost> lockCosts() {
        return lockCosts;
    }

    int blockingCount() {
        return blocking.size();
    }

    List<Review.BlockingPair> worstBlocking() {
        return blocking.subList(0, Math.min(MOST_BLOCKING, blocking.size()));
    }

    List<Review.Robust> robustness() {
        return robustness;
    }
}
