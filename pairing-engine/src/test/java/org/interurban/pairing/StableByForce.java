package org.interurban.pairing;

import java.util.List;
import java.util.Set;

/** Tries every answer that keeps the rules, and every two participants that would rather have each other. */
final class StableByForce {

    private final Problem problem;

    /** Whether equal benefits are ordered as the seed draws them, or any order will do. */
    private final boolean drawn;

    StableByForce(Problem problem, boolean drawn) {
        this.problem = problem;
        this.drawn = drawn;
    }

    List<BruteForce.Trial> answers() {
        return new BruteForce(problem).answers().stream().filter(this::isStable).toList();
    }

    private boolean isStable(BruteForce.Trial trial) {
        var candidates = problem.candidates();
        for (var a = 0; a < candidates.participants(); a++) {
            for (var b = a + 1; b < candidates.participants(); b++) {
                if (candidates.find(a, b) >= 0
                        && !trial.has(id(a), id(b))
                        && !isLocked(a, b, Lock.MustNot.class)
                        && wants(trial, a, b)
                        && wants(trial, b, a)) {
                    return false;
                }
            }
        }
        return true;
    }

    private String id(int participant) {
        return problem.participants().get(participant).id();
    }

    private boolean isLocked(int one, int other, Class<? extends Lock> kind) {
        return problem.locks().stream().anyMatch(lock -> kind.isInstance(lock) && isOf(lock, one, other));
    }

    private boolean isOf(Lock lock, int one, int other) {
        return Set.of(lock.a(), lock.b()).equals(Set.of(id(one), id(other)));
    }

    /** Whether someone has room for another, or would leave a partner for it. */
    private boolean wants(BruteForce.Trial trial, int one, int other) {
        if (trial.partners(id(one)) < problem.participants().get(one).max()) {
            return true;
        }
        for (var partner = 0; partner < problem.participants().size(); partner++) {
            if (partner != one && trial.has(id(one), id(partner)) && !isLocked(one, partner, Lock.Must.class)) {
                var gain = benefit(one, other) - benefit(one, partner);
                if (gain > 0 || gain == 0 && drawn && other < partner) {
                    return true;
                }
            }
        }
        return false;
    }

    private long benefit(int one, int other) {
        var pair = problem.candidates().find(one, other);
        var bonus = problem.locks().stream()
                .filter(lock -> lock instanceof Lock.Prefer && isOf(lock, one, other))
                .mapToLong(lock -> ((Lock.Prefer) lock).bonus())
                .sum();
        return bonus
                + (one < other
                        ? problem.candidates().benefitFirst(pair)
                        : problem.candidates().benefitSecond(pair));
    }
}
