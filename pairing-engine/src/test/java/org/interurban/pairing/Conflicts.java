package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says by trying every answer whether a conflict is one, and takes all of its rules. */
final class Conflicts {

    private Conflicts() {}

    static void assertMinimal(Problem problem, Outcome.Infeasible infeasible) {
        assertMinimal(problem, infeasible, stripped -> !new BruteForce(stripped)
                .answers()
                .isEmpty());
    }

    static void assertMinimal(Problem problem, Outcome.Infeasible infeasible, Predicate<Problem> canHold) {
        assertThat(infeasible.minimal()).as("%s", problem).isTrue();
        assertThat(canHold.test(only(problem, infeasible.conflict())))
                .as("%s of %s", infeasible, problem)
                .isFalse();
        for (var dropped : infeasible.conflict()) {
            var rest = new ArrayList<>(infeasible.conflict());
            rest.remove(dropped);
            assertThat(canHold.test(only(problem, rest)))
                    .as("%s without %s", infeasible, dropped)
                    .isTrue();
        }
    }

    /** The problem with no other demands than these. */
    static Problem only(Problem problem, List<Rule> rules) {
        var preferences = problem.locks().stream().filter(Lock.Prefer.class::isInstance);
        var demands = rules.stream().filter(Rule.Locked.class::isInstance).map(rule -> ((Rule.Locked) rule).lock());
        return problem.withLocks(Stream.concat(demands, preferences).toList())
                .withLimits(rules.stream()
                        .filter(Rule.Limited.class::isInstance)
                        .map(rule -> ((Rule.Limited) rule).limit())
                        .toList())
                .withParticipants(problem.participants().stream()
                        .map(participant -> rules.contains(new Rule.Minimum(participant))
                                ? participant
                                : new Participant(participant.id(), participant.side(), 0, participant.max()))
                        .toList());
    }
}
