package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Clusters of one size: a local search for a good answer, and the {@link Relaxation} to pairs as its bound.
 *
 * <p>Finding a best partition into triples is NP-hard already. The search starts greedily, exchanges participants between clusters
 * while that gains, and is then disturbed and repeated a fixed number of times (H. R. Lourenço, O. C. Martin and T. Stützle, "Iterated
 * local search", 2003), so that the same problem gives the same clusters everywhere.
 */
final class Clustering {

    private static final int FREE = -1;

    /** The work of all rounds together, in exchanges looked at. */
    private static final long EFFORT = 40_000_000;

    private static final int MOST_ROUNDS = 400;

    private final Problem problem;
    private final Decisions decisions;
    private final int clusterSize;
    private final int size;
    private final long[][] worth;
    private final long forbidden;
    private final SplittableRandom random;

    Clustering(Problem problem, int clusterSize) {
        this.problem = problem;
        this.decisions = new Decisions(problem);
        this.clusterSize = clusterSize;
        this.size = problem.participants().size();
        this.random = new SplittableRandom(problem.seed());
        var largest = 1L;
        for (var pair = 0; pair < problem.candidates().size(); pair++) {
            largest = Math.max(largest, decisions.worth.at(pair));
        }
        this.forbidden = -largest * clusterSize * clusterSize;
        this.worth = matrix();
    }

    private long[][] matrix() {
        var matrix = new long[size][size];
        for (var row : matrix) {
            Arrays.fill(row, forbidden);
        }
        var candidates = problem.candidates();
        for (var first = 0; first < size; first++) {
            for (var pair = candidates.rowStart(first); pair < candidates.rowStart(first + 1); pair++) {
                if (!decisions.mustNot.get(pair)) {
                    var bonus = decisions.must.get(pair) ? -forbidden * clusterSize : 0;
                    matrix[first][candidates.partner(pair)] = decisions.worth.at(pair) + bonus;
                    matrix[candidates.partner(pair)][first] = decisions.worth.at(pair) + bonus;
                }
            }
        }
        return matrix;
    }

    Outcome solve() {
        if (!(problem.objective() instanceof Objective.Total)
                || !problem.limits().isEmpty()) {
            return new Outcome.Refused(
                    "Clusters are formed for the total, without limits",
                    problem.limits().isEmpty()
                            ? List.of("objective")
                            : problem.limits().stream().map(Limit::name).toList());
        }
        var relaxation = new Relaxation(problem, decisions);
        var relaxed = decisions.areContradictory() ? Optional.<Relaxation.Halves>empty() : relaxed(relaxation);
        if (relaxed.isEmpty()) {
            return infeasible();
        }
        var answer = answer(best());
        var faults = faults(answer);
        if (!faults.isEmpty()) {
            var search = new ClusterSearch(problem, decisions, clusterSize);
            switch (search.run()) {
                case IMPOSSIBLE -> {
                    return infeasible();
                }
                case UNKNOWN -> {
                    return new Outcome.Refused(
                            "No clusters were found in which these have their place, and whether there are any is not"
                                    + " known",
                            faults);
                }
                case POSSIBLE -> answer = answerFrom(search.clusters());
            }
        }
        return relaxation.bounded(answer, relaxed.get().proof());
    }

    /** Begins with clusters that keep all rules, and improves them as long as they do. */
    private Answer answerFrom(List<int[]> clusters) {
        var clusterOf = new int[size];
        Arrays.fill(clusterOf, FREE);
        for (var cluster = 0; cluster < clusters.size(); cluster++) {
            for (var member : clusters.get(cluster)) {
                clusterOf[member] = cluster;
            }
        }
        fill(clusterOf, clusters.size());
        var improved = clusterOf.clone();
        improve(improved);
        return faults(answer(improved)).isEmpty() ? answer(improved) : answer(clusterOf);
    }

    private Optional<Relaxation.Halves> relaxed(Relaxation relaxation) {
        return relaxation.solve(partners(Participant::min), partners(Participant::max), mostPairs());
    }

    private Outcome infeasible() {
        return Conflict.in(problem, stripped -> new Clustering(stripped, clusterSize).feasibility());
    }

    private Feasibility feasibility() {
        return decisions.areContradictory()
                        || relaxed(new Relaxation(problem, decisions)).isEmpty()
                ? Feasibility.IMPOSSIBLE
                : new ClusterSearch(problem, decisions, clusterSize).run();
    }

    /** Whoever is in a cluster has as many partners as it has other members. */
    private int[] partners(ToIntFunction<Participant> capacity) {
        return problem.participants().stream()
                .mapToInt(capacity)
                .map(places -> places == 0 ? 0 : clusterSize - 1)
                .toArray();
    }

    /** How many pairs lie inside clusters when all that can be formed are. */
    private int mostPairs() {
        var members = (int) problem.participants().stream()
                .filter(participant -> participant.max() > 0)
                .count();
        return members / clusterSize * clusterSize * (clusterSize - 1) / 2;
    }

    private int[] best() {
        var clusterOf = new int[size];
        Arrays.fill(clusterOf, FREE);
        fill(clusterOf, 0);
        improve(clusterOf);
        var bestWorth = total(clusterOf);
        var best = clusterOf.clone();
        var rounds = Math.min(MOST_ROUNDS, EFFORT / Math.max(1, (long) size * size * clusterSize));
        for (var round = 0; round < rounds; round++) {
            disturb(clusterOf);
            improve(clusterOf);
            var found = total(clusterOf);
            if (found >= bestWorth) {
                bestWorth = found;
                best = clusterOf.clone();
            } else {
                clusterOf = best.clone();
            }
        }
        return best;
    }

    /** Fills cluster after cluster from this number on, each from the best pair that is left, with whoever adds most. */
    private void fill(int[] clusterOf, int from) {
        var usable = new BitSet();
        IntStream.range(0, size).filter(i -> clusterOf[i] == FREE && canMove(i)).forEach(usable::set);
        for (var cluster = from; usable.cardinality() >= clusterSize; cluster++) {
            var members = new ArrayList<Integer>();
            members.add(seed(usable));
            usable.clear(members.getFirst());
            while (members.size() < clusterSize) {
                var next = usable.stream()
                        .boxed()
                        .max(Comparator.comparingLong(candidate -> joining(candidate, members)))
                        .orElseThrow();
                members.add(next);
                usable.clear(next);
            }
            for (var member : members) {
                clusterOf[member] = cluster;
            }
        }
    }

    private int seed(BitSet usable) {
        var seed = usable.nextSetBit(0);
        var best = Long.MIN_VALUE;
        for (var one = usable.nextSetBit(0); one >= 0; one = usable.nextSetBit(one + 1)) {
            for (var other = usable.nextSetBit(one + 1); other >= 0; other = usable.nextSetBit(other + 1)) {
                if (worth[one][other] > best) {
                    best = worth[one][other];
                    seed = one;
                }
            }
        }
        return seed;
    }

    private long joining(int candidate, List<Integer> members) {
        var sum = 0L;
        for (var member : members) {
            sum += worth[candidate][member];
        }
        return sum;
    }

    /** Exchanges two participants of different clusters, or one with a free one, while that gains. */
    private void improve(int[] clusterOf) {
        var ties = ties(clusterOf);
        for (var improved = true; improved; ) {
            improved = false;
            for (var one = 0; one < size; one++) {
                for (var other = one + 1; other < size; other++) {
                    if (clusterOf[one] != clusterOf[other]
                            && canMove(one)
                            && canMove(other)
                            && gain(one, other, clusterOf, ties) > 0) {
                        exchange(one, other, clusterOf, ties);
                        improved = true;
                    }
                }
            }
        }
    }

    private boolean canMove(int participant) {
        return problem.participants().get(participant).max() > 0;
    }

    /** What each participant has with all members of each cluster. */
    private long[][] ties(int[] clusterOf) {
        var ties = new long[size][size / clusterSize + 1];
        for (var one = 0; one < size; one++) {
            for (var other = 0; other < size; other++) {
                if (other != one && clusterOf[other] != FREE) {
                    ties[one][clusterOf[other]] += worth[one][other];
                }
            }
        }
        return ties;
    }

    private long gain(int one, int other, int[] clusterOf, long[][] ties) {
        var ofOne = clusterOf[one];
        var ofOther = clusterOf[other];
        var gain = 0L;
        if (ofOne != FREE) {
            gain += ties[other][ofOne] - worth[one][other] - ties[one][ofOne];
        }
        if (ofOther != FREE) {
            gain += ties[one][ofOther] - worth[one][other] - ties[other][ofOther];
        }
        if (ofOne == FREE) {
            gain += place(one) - place(other);
        }
        if (ofOther == FREE) {
            gain += place(other) - place(one);
        }
        return gain;
    }

    /** More than any pairs are worth, for being in a cluster when that is demanded. */
    private long place(int participant) {
        return problem.participants().get(participant).min() > 0 ? -forbidden * clusterSize : 0;
    }

    private void exchange(int one, int other, int[] clusterOf, long[][] ties) {
        move(one, clusterOf[one], clusterOf[other], ties);
        move(other, clusterOf[other], clusterOf[one], ties);
        var cluster = clusterOf[one];
        clusterOf[one] = clusterOf[other];
        clusterOf[other] = cluster;
    }

    private void move(int participant, int from, int to, long[][] ties) {
        for (var other = 0; other < size; other++) {
            if (other != participant) {
                if (from != FREE) {
                    ties[other][from] -= worth[other][participant];
                }
                if (to != FREE) {
                    ties[other][to] += worth[other][participant];
                }
            }
        }
    }

    private void disturb(int[] clusterOf) {
        for (var i = 0; i < clusterSize; i++) {
            var one = random.nextInt(size);
            var other = random.nextInt(size);
            if (canMove(one) && canMove(other)) {
                var cluster = clusterOf[one];
                clusterOf[one] = clusterOf[other];
                clusterOf[other] = cluster;
            }
        }
    }

    private long total(int[] clusterOf) {
        var total = 0L;
        for (var one = 0; one < size; one++) {
            total += clusterOf[one] == FREE ? 0 : place(one);
            for (var other = one + 1; other < size; other++) {
                if (clusterOf[one] != FREE && clusterOf[one] == clusterOf[other]) {
                    total += worth[one][other];
                }
            }
        }
        return total;
    }

    /** The clusters of which all pairs are allowed, as an answer. */
    private Answer answer(int[] clusterOf) {
        var clusters = new ArrayList<List<String>>();
        var chosen = new BitSet();
        var count = Arrays.stream(clusterOf).max().orElse(FREE) + 1;
        for (var cluster = 0; cluster < count; cluster++) {
            var number = cluster;
            var members =
                    IntStream.range(0, size).filter(i -> clusterOf[i] == number).toArray();
            if (isAllowed(members)) {
                clusters.add(Arrays.stream(members)
                        .mapToObj(i -> problem.participants().get(i).id())
                        .toList());
                for (var one : members) {
                    for (var other : members) {
                        if (one < other) {
                            chosen.set(problem.candidates().find(one, other));
                        }
                    }
                }
            }
        }
        var pairs = Answers.pairs(problem, decisions, chosen.stream().toArray());
        return new Answer(pairs.stream().mapToLong(Answer.Pair::score).sum(), pairs, clusters);
    }

    private boolean isAllowed(int[] members) {
        for (var one : members) {
            for (var other : members) {
                if (one < other && worth[one][other] == forbidden) {
                    return false;
                }
            }
        }
        return members.length == clusterSize;
    }

    /** Who has a minimum or a lock that the answer does not meet. */
    private List<String> faults(Answer answer) {
        var placed = new HashSet<String>();
        answer.clusters().forEach(placed::addAll);
        var faults = new ArrayList<String>();
        problem.participants().stream()
                .filter(participant -> participant.min() > 0 && !placed.contains(participant.id()))
                .forEach(participant -> faults.add(participant.id()));
        var clusterOf = new HashMap<String, List<String>>();
        answer.clusters().forEach(members -> members.forEach(member -> clusterOf.put(member, members)));
        problem.locks().stream()
                .filter(lock -> lock instanceof Lock.Must
                        && !clusterOf.getOrDefault(lock.a(), List.of()).contains(lock.b()))
                .forEach(lock -> faults.add(new Rule.Locked(lock).sentence()));
        return faults;
    }
}
