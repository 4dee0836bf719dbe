package org.interurban.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Finds a set of rules that cannot all hold, the smallest by inclusion wherever it can be told whether rules can hold.
 *
 * <p>U. Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems" (2004): O(k log(n / k)) questions
 * for k conflicting rules among n. Where a question stays open, rules are left out as long as the rest is known to conflict (A. Zeller
 * and R. Hildebrandt, "Simplifying and isolating failure-inducing input", 2002).
 */
final class Conflict {

    private final Problem problem;
    private final Function<Problem, Feasibility> question;

    /** Whether a question stayed open. */
    private boolean open;

    private Conflict(Problem problem, Function<Problem, Feasibility> question) {
        this.problem = problem;
        this.question = question;
    }

    /** The conflict in a problem that has no answer. */
    static Outcome.Infeasible in(Problem problem, Function<Problem, Feasibility> question) {
        var conflict = new Conflict(problem, question);
        var found = conflict.within(List.of(), false, rules(problem));
        return conflict.open ? conflict.filtered() : new Outcome.Infeasible(found, true);
    }

    /** The same where a rule more can make possible what is not possible without it, as in stable answers. */
    static Outcome.Infeasible byLeavingOut(Problem problem, Function<Problem, Feasibility> question) {
        return new Conflict(problem, question).filtered();
    }

    /** Leaves out ever smaller parts, single rules again and again until each is known to be needed, or may be. */
    private Outcome.Infeasible filtered() {
        var left = rules(problem);
        var part = left.size();
        while (true) {
            var before = left.size();
            var minimal = true;
            for (var from = 0; from < left.size(); ) {
                var to = Math.min(from + part, left.size());
                var rest = joined(left.subList(0, from), left.subList(to, left.size()));
                var answer = ask(rest);
                if (answer == Feasibility.IMPOSSIBLE) {
                    left = rest;
                } else {
                    minimal &= answer == Feasibility.POSSIBLE;
                    from = to;
                }
            }
            if (part <= 1 && left.size() == before) {
                return new Outcome.Infeasible(left, minimal);
            }
            part = Math.max(1, part / 2);
        }
    }

    private Feasibility ask(List<Rule> rules) {
        var answer = question.apply(with(rules));
        open |= answer == Feasibility.UNKNOWN;
        return answer;
    }

    private static List<Rule> rules(Problem problem) {
        var rules = new ArrayList<Rule>();
        problem.limits().forEach(limit -> rules.add(new Rule.Limited(limit)));
        problem.participants().stream()
                .filter(participant -> participant.min() > 0)
                .forEach(participant -> rules.add(new Rule.Minimum(participant)));
        problem.locks().stream()
                .filter(lock -> !(lock instanceof Lock.Prefer))
                .forEach(lock -> rules.add(new Rule.Locked(lock)));
        return rules;
    }

    /**
     * @param given rules that hold in any case
     * @param asked whether a rule was added since the given ones were last known to be able to hold
     */
    private List<Rule> within(List<Rule> given, boolean asked, List<Rule> rules) {
        if (asked && ask(given) == Feasibility.IMPOSSIBLE) {
            return List.of();
        }
        if (rules.size() <= 1) {
            return rules;
        }
        var first = rules.subList(0, rules.size() / 2);
        var second = rules.subList(rules.size() / 2, rules.size());
        var ofSecond = within(joined(given, first), true, second);
        var ofFirst = within(joined(given, ofSecond), !ofSecond.isEmpty(), first);
        return joined(ofFirst, ofSecond);
    }

    private static List<Rule> joined(List<Rule> one, List<Rule> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private Problem with(List<Rule> rules) {
        var minimums = new HashSet<Participant>();
        var locks = new ArrayList<Lock>();
        var limits = new ArrayList<Limit>();
        for (var rule : rules) {
            switch (rule) {
                case Rule.Minimum(var participant) -> minimums.add(participant);
                case Rule.Locked(var lock) -> locks.add(lock);
                case Rule.Limited(var limit) -> limits.add(limit);
                case Rule.Stability _ -> {}
            }
        }
        return problem.withLocks(locks)
                .withLimits(limits)
                .withParticipants(problem.participants().stream()
                        .map(participant -> minimums.contains(participant)
                                ? participant
                                : new Participant(participant.id(), participant.side(), 0, participant.max()))
                        .toList());
    }
}
