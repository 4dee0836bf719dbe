package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;

/** Finds each regret by solving again with the pair forced, or forbidden if it was chosen. */
final class SolvedRegrets implements Regrets.Source {

    private final Problem problem;
    private final Answer answer;
    private final BitSet chosen;

    SolvedRegrets(Problem problem, Answer answer, BitSet chosen) {
        this.problem = problem;
        this.answer = answer;
        this.chosen = chosen;
    }

    @Override
    public long regret(int pair) {
        var a = problem.participants().get(problem.candidates().first(pair)).id();
        var b = problem.participants().get(problem.candidates().partner(pair)).id();
        var locks = new ArrayList<>(problem.locks());
        locks.add(
                chosen.get(pair)
                        ? new Lock.MustNot(a, b, "regret", "engine")
                        : new Lock.Must(a, b, "regret", "engine"));
        return switch (Engine.solve(problem.withLocks(locks))) {
            case Outcome.Solved(var other, var _) -> answer.objective() - other.objective();
            case Outcome.Bounded _ ->
                throw new IllegalStateException("A round with an exact method has one with a lock more");
            case Outcome.Infeasible _, Outcome.Refused _ -> Regrets.IMPOSSIBLE;
        };
    }

    @Override
    public long[] all() {
        var regrets = new long[problem.candidates().size()];
        Arrays.setAll(regrets, this::regret);
        return regrets;
    }
}
