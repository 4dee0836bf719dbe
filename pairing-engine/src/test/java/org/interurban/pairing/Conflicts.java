package org.interurban.pairing;

import java.util.List;

/** Strips problems down to some of their rules. */
final class Conflicts {

    private Conflicts() {}

    static Problem only(Problem problem, List<Rule> rules) {
        return problem.withLocks(rules.stream()
                        .filter(Rule.Locked.class::isInstance)
                        .map(rule -> ((Rule.Locked) rule).lock())
                        .toList())
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
