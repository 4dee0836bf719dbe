package org.interurban.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Finds a set of rules that cannot all hold, the smallest by inclusion wherever it can be told whether rules can hold.
 *
 * <p>U. Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems" (2004): O(k log(n / k)) questions
 * for k conflicting rules among n. Where a question stays open, rules are left out one by one as long as the rest is known to conflict.
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

    private Outcome.Infeasible filtered() {
        var left = rules(problem);
        for (var rule : rules(problem)) {
            if (ask(without(left, rule)) == Feasibility.IMPOSSIBLE) {
                left = without(left, rule);
            }
        }
        var kept = left;
        return new Outcome.Infeasible(
                kept, kept.stream().allMatch(rule -> ask(without(kept, rule)) == Feasibility.POSSIBLE));
    }

    private static List<Rule> without(List<Rule> rules, Rule rule) {
        var others = new ArrayList<>(rules);
        others.remove(rule);
        return others;
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
