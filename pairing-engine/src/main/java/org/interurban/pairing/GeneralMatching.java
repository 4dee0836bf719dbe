package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The largest total of pairs in one pool.
 *
 * <p>V. Kolmogorov, "Blossom V: a new implementation of a minimum cost perfect matching algorithm" (2009), as JGraphT has it, on the
 * graph that {@link Proof.OddSets} describes: a place for each partner that a participant may have, a gate with two doors for each pair
 * whose two participants both have several places, and all of that twice, so that a place that may stay empty can be matched with
 * itself in the other copy. A best answer is a best one of either copy.
 *
 * <p>It begins with few pairs and adds those that the prices found so far do not cover, until they cover all: a pair that was left out
 * and is worth no more than the lowest prices of its two participants can be given doors at prices that add up to 0.
 */
final class GeneralMatching {

    /** The chosen candidates, ascending, and why no others are worth more. */
    record Matching(int[] chosen, Proof.OddSets proof) {}

    /** Prices are multiples of one over a power of two; more than this many halvings would be a fault. */
    private static final int MOST_HALVINGS = 20;

    /** So many pairs more than it has places are tried for each participant at first. */
    private static final int SPARE_PAIRS = 4;

    private final Problem problem;
    private final Candidates candidates;
    private final Decisions decisions;
    private final BitSet open = new BitSet();

    /** What each participant may have and needs beyond the pairs that must be. */
    private final int[] room;

    private final int[] need;

    /** A participant's places stand from its own first to before that of the next. */
    private final int[] firstPlace;

    /** The first door of a pair's gate; the second follows. */
    private final int[] door;

    /** Places and doors of one copy. */
    private final int nodes;

    /** The candidate that a door belongs to, by its number beyond the places. */
    private final int[] pairOfDoor;

    GeneralMatching(Problem problem, Decisions decisions) {
        this.problem = problem;
        this.candidates = problem.candidates();
        this.decisions = decisions;
        var size = problem.participants().size();
        room = problem.participants().stream().mapToInt(Participant::max).toArray();
        need = problem.participants().stream().mapToInt(Participant::min).toArray();
        decisions.must.stream().forEach(pair -> {
            for (var participant : List.of(candidates.first(pair), candidates.partner(pair))) {
                room[participant]--;
                need[participant]--;
            }
        });
        var degree = new int[size];
        forEachPair((first, second, pair) -> {
            if (decisions.isOpen(pair) && room[first] > 0 && room[second] > 0) {
                open.set(pair);
                degree[first]++;
                degree[second]++;
            }
        });
        firstPlace = new int[size + 1];
        for (var i = 0; i < size; i++) {
            firstPlace[i + 1] = firstPlace[i] + Math.max(0, Math.min(room[i], degree[i]));
        }
        door = new int[candidates.size()];
        var next = firstPlace[size];
        var pairs = new int[2 * open.cardinality()];
        for (var pair = open.nextSetBit(0); pair >= 0; pair = open.nextSetBit(pair + 1)) {
            if (places(candidates.first(pair)) > 1 && places(candidates.partner(pair)) > 1) {
                door[pair] = next;
                pairs[next - firstPlace[size]] = pair;
                pairs[next + 1 - firstPlace[size]] = pair;
                next += 2;
            }
        }
        nodes = next;
        pairOfDoor = Arrays.copyOf(pairs, next - firstPlace[size]);
    }

    private interface PairVisitor {
        void visit(int first, int second, int pair);
    }

    private void forEachPair(PairVisitor visitor) {
        for (var first = 0; first < candidates.participants(); first++) {
            for (var pair = candidates.rowStart(first); pair < candidates.rowStart(first + 1); pair++) {
                visitor.visit(first, candidates.partner(pair), pair);
            }
        }
    }

    private int places(int participant) {
        return firstPlace[participant + 1] - firstPlace[participant];
    }

    private boolean hasGate(int pair) {
        return door[pair] > 0;
    }

    /** How many gates a copy of the graph has: what makes it slow. */
    int gates() {
        return pairOfDoor.length / 2;
    }

    /**
     * @param halves prices of the participants, in halves, by which to choose the pairs to begin with
     * @return nothing when the locks and minimums cannot all be met
     */
    Optional<Matching> solve(long[] halves) {
        for (var i = 0; i < room.length; i++) {
            if (room[i] < 0 || need[i] > places(i)) {
                return Optional.empty();
            }
        }
        var active = promising(halves);
        while (true) {
            var found = matching(active);
            if (found.isEmpty() && active.equals(open)) {
                return found;
            }
            var uncovered =
                    found.map(matching -> cover(matching.proof(), active)).orElse(open);
            if (uncovered.isEmpty()) {
                return found;
            }
            active.or(uncovered);
        }
    }

    /** For each participant the pairs that are worth most beyond the prices upon them, some more than it has places. */
    private BitSet promising(long[] halves) {
        var pairsOf = new ArrayList<List<Integer>>();
        Arrays.stream(room).forEach(_ -> pairsOf.add(new ArrayList<>()));
        var gain = new long[candidates.size()];
        forEachPair((first, second, pair) -> {
            if (open.get(pair)) {
                gain[pair] = 2 * decisions.worth.at(pair) - halves[first] - halves[second];
                pairsOf.get(first).add(pair);
                pairsOf.get(second).add(pair);
            }
        });
        var promising = new BitSet();
        for (var i = 0; i < room.length; i++) {
            pairsOf.get(i).stream()
                    .sorted(Comparator.comparingLong(pair -> -gain[pair]))
                    .limit(places(i) + SPARE_PAIRS)
                    .forEach(promising::set);
        }
        return promising;
    }

    private Optional<Matching> matching(BitSet active) {
        if (nodes == 0) {
            return Optional.of(matching(decisions.must, Map.of()));
        }
        var graph = graph(active);
        var algorithm = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MINIMIZE);
        try {
            return Optional.of(matching(
                    chosen(algorithm.getMatching().getEdges(), graph),
                    algorithm.getDualSolution().getDualVariables()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Gives prices to the doors of pairs that were left out.
     *
     * @return the pairs for which that cannot be done
     */
    private BitSet cover(Proof.OddSets proof, BitSet active) {
        var outside = proof.nodes().clone();
        for (var set : proof.sets()) {
            for (var member : set.members()) {
                outside[member] += set.price();
            }
        }
        var uncovered = new BitSet();
        forEachPair((first, second, pair) -> {
            if (open.get(pair) && !active.get(pair)) {
                for (var copy = 0; copy < 2 * nodes; copy += nodes) {
                    var worth = decisions.worth.at(pair) * proof.scale();
                    var ofFirst = lowest(outside, copy, first);
                    if (ofFirst + lowest(outside, copy, second) < worth) {
                        uncovered.set(pair);
                    } else if (hasGate(pair)) {
                        proof.nodes()[copy + door[pair]] = worth - ofFirst;
                        proof.nodes()[copy + door[pair] + 1] = ofFirst - worth;
                    }
                }
            }
        });
        return uncovered;
    }

    private long lowest(long[] prices, int copy, int participant) {
        var lowest = Long.MAX_VALUE;
        for (var place = firstPlace[participant]; place < firstPlace[participant + 1]; place++) {
            lowest = Math.min(lowest, prices[copy + place]);
        }
        return lowest;
    }

    private Graph<Integer, DefaultWeightedEdge> graph(BitSet active) {
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (var copy = 0; copy < 2 * nodes; copy += nodes) {
            for (var place = 0; place < firstPlace[room.length]; place++) {
                graph.addVertex(copy + place);
            }
        }
        for (var i = 0; i < room.length; i++) {
            for (var place = firstPlace[i] + Math.max(0, need[i]); place < firstPlace[i + 1]; place++) {
                connect(graph, place, place + nodes, 0);
            }
        }
        forEachPair((first, second, pair) -> {
            if (active.get(pair)) {
                connect(graph, first, second, pair, 0);
                connect(graph, first, second, pair, nodes);
            }
        });
        return graph;
    }

    private void connect(Graph<Integer, DefaultWeightedEdge> graph, int first, int second, int pair, int copy) {
        var worth = decisions.worth.at(pair);
        if (hasGate(pair)) {
            var entry = copy + door[pair];
            graph.addVertex(entry);
            graph.addVertex(entry + 1);
            connect(graph, entry, entry + 1, 0);
            for (var place = firstPlace[first]; place < firstPlace[first + 1]; place++) {
                connect(graph, copy + place, entry, worth);
            }
            for (var place = firstPlace[second]; place < firstPlace[second + 1]; place++) {
                connect(graph, copy + place, entry + 1, 0);
            }
            return;
        }
        for (var one = firstPlace[first]; one < firstPlace[first + 1]; one++) {
            for (var other = firstPlace[second]; other < firstPlace[second + 1]; other++) {
                connect(graph, copy + one, copy + other, worth);
            }
        }
    }

    private static void connect(Graph<Integer, DefaultWeightedEdge> graph, int one, int other, long worth) {
        graph.setEdgeWeight(graph.addEdge(one, other), -worth);
    }

    private BitSet chosen(Set<DefaultWeightedEdge> edges, Graph<Integer, DefaultWeightedEdge> graph) {
        var places = firstPlace[room.length];
        var owner = new int[places];
        for (var i = 0; i < room.length; i++) {
            Arrays.fill(owner, firstPlace[i], firstPlace[i + 1], i);
        }
        var chosen = (BitSet) decisions.must.clone();
        for (var edge : edges) {
            var one = graph.getEdgeSource(edge);
            var other = graph.getEdgeTarget(edge);
            if (other < places) {
                chosen.set(candidates.find(owner[one], owner[other]));
            } else if (one < places && other < nodes) {
                chosen.set(pairOfDoor[other - places]);
            }
        }
        return chosen;
    }

    private Matching matching(BitSet chosen, Map<Set<Integer>, Double> duals) {
        return new Matching(chosen.stream().toArray(), proof(duals));
    }

    private Proof.OddSets proof(Map<Set<Integer>, Double> duals) {
        var scale = scale(duals);
        var prices = new long[2 * nodes];
        var sets = new ArrayList<Proof.OddSet>();
        duals.forEach((members, dual) -> {
            var price = -Math.round(dual * scale);
            if (members.size() == 1) {
                prices[members.iterator().next()] = price;
            } else if (price != 0) {
                sets.add(new Proof.OddSet(
                        members.stream().mapToInt(Integer::intValue).sorted().toArray(), price));
            }
        });
        sets.sort((one, other) -> Arrays.compare(one.members(), other.members()));
        return new Proof.OddSets(scale, prices, List.copyOf(sets));
    }

    private static long scale(Map<Set<Integer>, Double> duals) {
        for (var halvings = 0; halvings < MOST_HALVINGS; halvings++) {
            var scale = 1L << halvings;
            if (duals.values().stream().allMatch(dual -> Math.rint(dual * scale) == dual * scale)) {
                return scale;
            }
        }
        throw new IllegalStateException("The prices of the matching are no fractions of a power of two");
    }
}
