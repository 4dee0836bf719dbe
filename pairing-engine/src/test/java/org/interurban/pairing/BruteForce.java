package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tries every set of pairs; knows the rules in their plainest words and nothing of any method. */
final class BruteForce {

    /** One answer that keeps all rules. */
    record Trial(List<Answer.Pair> pairs) {
        long total() {
            return pairs.stream().mapToLong(Answer.Pair::score).sum();
        }

        int partners(String id) {
            return (int) pairs.stream()
                    .filter(pair -> pair.a().equals(id) || pair.b().equals(id))
                    .count();
        }

        boolean has(String a, String b) {
            return pairs.stream().anyMatch(pair -> Set.of(pair.a(), pair.b()).equals(Set.of(a, b)));
        }
    }

    private final Problem problem;
    private final List<Answer.Pair> candidates = new ArrayList<>();

    BruteForce(Problem problem) {
        this.problem = problem;
        var all = problem.candidates();
        for (var row = 0; row < all.participants(); row++) {
            for (var at = all.rowStart(row); at < all.rowStart(row + 1); at++) {
                var a = problem.participants().get(row).id();
                var b = problem.participants().get(all.partner(at)).id();
                candidates.add(new Answer.Pair(a, b, all.score(at) + bonus(a, b)));
            }
        }
    }

    private long bonus(String a, String b) {
        return problem.locks().stream()
                .mapToLong(lock -> lock instanceof Lock.Prefer prefer && names(lock, a, b) ? prefer.bonus() : 0)
                .sum();
    }

    private static boolean names(Lock lock, String a, String b) {
        return Set.of(lock.a(), lock.b()).equals(Set.of(a, b));
    }

    /** All answers that keep all rules. */
    List<Trial> answers() {
        var found = new ArrayList<Trial>();
        collect(0, new ArrayList<>(), new HashMap<>(), found);
        return found;
    }

    private void collect(int from, List<Answer.Pair> pairs, Map<String, Integer> partners, List<Trial> found) {
        if (from == candidates.size()) {
            var trial = new Trial(List.copyOf(pairs));
            if (keepsRules(trial, partners)) {
                found.add(trial);
            }
            return;
        }
        collect(from + 1, pairs, partners, found);
        var pair = candidates.get(from);
        partners.merge(pair.a(), 1, Integer::sum);
        partners.merge(pair.b(), 1, Integer::sum);
        if (isWithinMaximum(pair.a(), partners) && isWithinMaximum(pair.b(), partners)) {
            pairs.add(pair);
            collect(from + 1, pairs, partners, found);
            pairs.removeLast();
        }
        partners.merge(pair.a(), -1, Integer::sum);
        partners.merge(pair.b(), -1, Integer::sum);
    }

    private boolean isWithinMaximum(String id, Map<String, Integer> partners) {
        return partners.getOrDefault(id, 0) <= participant(id).max();
    }

    private Participant participant(String id) {
        return problem.participants().stream()
                .filter(participant -> participant.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean keepsRules(Trial trial, Map<String, Integer> partners) {
        return problem.participants().stream()
                        .allMatch(participant -> partners.getOrDefault(participant.id(), 0) >= participant.min())
                && problem.locks().stream().allMatch(lock -> keeps(trial, lock))
                && problem.limits().stream().allMatch(limit -> keeps(trial, limit));
    }

    private static boolean keeps(Trial trial, Lock lock) {
        return switch (lock) {
            case Lock.Must must -> trial.has(must.a(), must.b());
            case Lock.MustNot mustNot -> !trial.has(mustNot.a(), mustNot.b());
            case Lock.Prefer _ -> true;
        };
    }

    private static boolean keeps(Trial trial, Limit limit) {
        return switch (limit) {
            case Limit.PairsWith(var _, var members, var most) ->
                count(trial, pair -> members.contains(pair.a()) || members.contains(pair.b())) <= most;
            case Limit.PartnersFrom(var _, var of, var among, var most) ->
                of.stream()
                        .allMatch(one -> count(
                                        trial,
                                        pair -> pair.a().equals(one) && among.contains(pair.b())
                                                || pair.b().equals(one) && among.contains(pair.a()))
                                <= most);
            case Limit.PairsBetween(var _, var one, var other, var most) ->
                count(
                                trial,
                                pair -> one.contains(pair.a()) && other.contains(pair.b())
                                        || other.contains(pair.a()) && one.contains(pair.b()))
                        <= most;
        };
    }

    private static long count(Trial trial, Predicate<Answer.Pair> counted) {
        return trial.pairs().stream().filter(counted).count();
    }

    Optional<Trial> best() {
        return answers().stream().max(Comparator.comparingLong(Trial::total));
    }
}
